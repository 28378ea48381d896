package org.clusterwright.tests.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.core.forms.AmountProperty;
import org.clusterwright.core.forms.CallParameterProperty;
import org.clusterwright.core.forms.ChildProperty;
import org.clusterwright.core.forms.ContainedNameProperty;
import org.clusterwright.core.forms.Derivation;
import org.clusterwright.core.forms.DiskSizeProperty;
import org.clusterwright.core.forms.DrbdEdits;
import org.clusterwright.core.forms.FeatureProperty;
import org.clusterwright.core.forms.FenceEdits;
import org.clusterwright.core.forms.Moves;
import org.clusterwright.core.forms.PeerProperty;
import org.clusterwright.core.forms.PhysicalVolumeProperty;
import org.clusterwright.core.forms.Property;
import org.clusterwright.core.forms.ReferenceProperty;
import org.clusterwright.core.forms.References;
import org.clusterwright.core.forms.ReferencesProperty;
import org.clusterwright.core.forms.SettingProperty;
import org.clusterwright.core.forms.StatementProperty;
import org.clusterwright.core.forms.StorageEdits;
import org.clusterwright.core.forms.VolumeEdits;
import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.FenceMethod;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.PercentBase;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the pages Fencing, Storage, DRBD and LVM & GFS2 do to a text with comments: testdata/form-edits/pages has the result of each edit, to the byte. */
class PageEditsTest {
	private static final Path CASES = Designs.root().resolve("testdata/form-edits/pages");
	private static final AmountProperty AMOUNT = AmountProperty.of(Literals.PARTITION__AMOUNT, PercentBase.REST, PercentBase.DISK);
	private static final Derivation NOTHING = (c, o) -> Optional.empty();

	private final ClusterEditor editor = new ClusterEditor(Designs.LANGUAGE);
	private final Map<String, Consumer<Cluster>> edits = new LinkedHashMap<>();

	PageEditsTest() {
		fencing();
		storage();
		drbd();
		volumes();
	}

	private void fencing() {
		edits.put("fence-add-device-middle", c -> FenceEdits.addDevice(c, "fence_apc", Optional.of(at(c, FenceDevice.class, 0))));
		edits.put("fence-add-device-last", c -> FenceEdits.addDevice(c, "fence_ilo", Optional.empty()));
		edits.put("fence-remove-device-with-calls", c -> References.remove(at(c, FenceDevice.class, 1)));
		edits.put("fence-rename-device", c -> FeatureProperty.name().write(at(c, FenceDevice.class, 1), "rack"));
		edits.put("fence-reorder-devices", c -> Moves.step(at(c, FenceDevice.class, 1), -1));
		edits.put("fence-parameter-to-secret", c -> SettingProperty.of("login").write(at(c, FenceDevice.class, 0), "secret bmc-user"));
		edits.put("fence-add-parameter", c -> SettingProperty.of("lanplus").write(at(c, FenceDevice.class, 0), "yes"));
		edits.put("fence-unset-parameter", c -> SettingProperty.of("login").erase(at(c, FenceDevice.class, 0)));
		edits.put("fence-name-pattern", c -> FeatureProperty.of(Literals.FENCE_DEVICE__PATTERN).write(at(c, FenceDevice.class, 0), "bmc_{id}"));
		edits.put("fence-unset-pdu", c -> ReferenceProperty.of(Literals.FENCE_DEVICE__PDU).erase(at(c, FenceDevice.class, 1)));
		edits.put("fence-add-method-last", c -> FenceEdits.addMethod(node(c, "b"), Optional.empty()));
		edits.put("fence-add-method-middle", c -> FenceEdits.addMethod(node(c, "a"), Optional.of(at(node(c, "a"), FenceMethod.class, 0))));
		edits.put("fence-reorder-methods", c -> Moves.step(at(node(c, "a"), FenceMethod.class, 0), 1));
		edits.put("fence-reorder-calls", c -> Moves.step(call(c, 1), -1));
		edits.put("fence-move-call-to-another-method", c -> {
			FenceCall moved = call(c, 1);
			Moves.into(moved, at(node(c, "a"), FenceMethod.class, 0));
		});
		edits.put("fence-add-call", c -> FenceEdits.addCall(Optional.of(call(c, 0))));
		edits.put("fence-remove-call", c -> References.remove(call(c, 0)));
		edits.put("fence-call-parameter", c -> CallParameterProperty.of("port").write(call(c, 0), "7"));
		edits.put("fence-call-add-parameter", c -> CallParameterProperty.of("action").write(at(at(node(c, "b"), FenceMethod.class, 0), FenceCall.class, 0), "reboot"));
		edits.put("fence-call-unset-parameter", c -> CallParameterProperty.of("action").erase(call(c, 1)));
		edits.put("fence-add-unfence", c -> FenceEdits.addUnfence(node(c, "b")));
	}

	private void storage() {
		edits.put("storage-resize", c -> AMOUNT.write(partition(c, 2), "60GiB"));
		edits.put("storage-resize-to-share", c -> AMOUNT.write(partition(c, 5), "25% of rest"));
		edits.put("storage-add-partition-last", c -> StorageEdits.addPartition(at(c, Disk.class, 0)));
		edits.put("storage-remove-partition-in-the-middle", c -> References.remove(partition(c, 5)));
		edits.put("storage-reorder-partitions", c -> Moves.step(partition(c, 7), -1));
		edits.put("storage-align", c -> FeatureProperty.of(Literals.PARTITION__ALIGNMENT).write(partition(c, 5), "64KiB"));
		edits.put("storage-unset-start", c -> FeatureProperty.of(Literals.PARTITION__START).erase(partition(c, 1)));
		edits.put("storage-unset-swap", c -> FeatureProperty.of(Literals.PARTITION__SWAP).erase(partition(c, 3)));
		edits.put("storage-disk-size", c -> new DiskSizeProperty().write(at(c, Disk.class, 0), "500GB"));
		edits.put("storage-hardware-raid-gone", c -> raid().erase(at(c, Disk.class, 0)));
		edits.put("storage-disk-of-one-node", c -> StorageEdits.own(node(c, "b"), "sda"));
		edits.put("storage-add-first-disk", c -> {
			References.remove(at(c, Disk.class, 0));
			StorageEdits.addDisk(c, Optional.empty());
		});
		edits.put("storage-add-array", c -> {
			StorageEdits.addPartition(at(c, Disk.class, 0));
			StorageEdits.addPartition(at(c, Disk.class, 0));
			StorageEdits.addArray(c, Optional.empty());
		});
	}

	private void drbd() {
		edits.put("drbd-add-resource-last", c -> DrbdEdits.addResource(c, Optional.empty()));
		edits.put("drbd-add-resource-middle", c -> DrbdEdits.addResource(c, Optional.of(resource(c, 0))));
		edits.put("drbd-rename-resource", c -> FeatureProperty.name().write(resource(c, 0), "shared"));
		edits.put("drbd-remove-resource", c -> References.remove(resource(c, 0)));
		edits.put("drbd-reorder-resources", c -> Moves.step(resource(c, 1), -1));
		edits.put("drbd-own-disk-of-a-peer", c -> peer("r0").write(node(c, "b"), "sdb1"));
		edits.put("drbd-peer-as-the-resource", c -> peer("r1").erase(node(c, "b")));
		edits.put("drbd-hosts", c -> ReferencesProperty.of(Literals.DRBD_RESOURCE__HOSTS).write(resource(c, 0), "b, a"));
		edits.put("drbd-common-option", c -> SettingProperty.in("net", "timeout").write(at(c, Drbd.class, 0), "10s"));
		edits.put("drbd-resource-disk-option", c -> SettingProperty.in("disk", "on-io-error").write(resource(c, 1), "detach"));
		edits.put("drbd-unset-last-of-section", c -> SettingProperty.in("split-brain", "zero-primaries").erase(at(c, Drbd.class, 0)));
		edits.put("drbd-one-primary", c -> new StatementProperty(Literals.DUAL_PRIMARY).erase(at(c, Drbd.class, 0)));
		edits.put("drbd-dual-primary-of-one-resource", c -> new StatementProperty(Literals.DUAL_PRIMARY).write(resource(c, 1), "yes"));
	}

	private void volumes() {
		edits.put("volumes-add-volume", c -> VolumeEdits.addVolume(c, Optional.of(at(c, VolumeGroup.class, 0))));
		edits.put("volumes-add-volume-to-group-without-braces", c -> VolumeEdits.addVolume(c, Optional.of(at(c, VolumeGroup.class, 1))));
		edits.put("volumes-add-group-middle", c -> VolumeEdits.addGroup(c, Optional.of(at(c, VolumeGroup.class, 0))));
		edits.put("volumes-add-physical-volume", c -> VolumeEdits.addPhysicalVolume(c, Optional.of(at(c, VolumeGroup.class, 0))));
		edits.put("volumes-physical-volume-on-device", c -> new PhysicalVolumeProperty().write(at(c, VolumeGroup.class, 0).getPhysicalVolumes().get(0), "/dev/sdb1"));
		edits.put("volumes-rename-group", c -> FeatureProperty.name().write(at(c, VolumeGroup.class, 0), "shared-vg0"));
		edits.put("volumes-reorder", c -> Moves.step(volume(c, 1), -1));
		edits.put("volumes-remove-volume", c -> References.remove(volume(c, 0)));
		edits.put("volumes-no-gfs2", c -> gfs2().erase(volume(c, 0)));
		edits.put("volumes-gfs2", c -> gfs2().write(volume(c, 1), "second"));
		edits.put("volumes-journals", c -> SettingProperty.of("journals").write(volume(c, 0), "4"));
		edits.put("volumes-lvm-conf", c -> SettingProperty.in("lvm", "locking-type").write(c, "3"));
	}

	private static Property raid() {
		return new ChildProperty(Literals.HARDWARE_RAID, FeatureProperty.required(Literals.HARDWARE_RAID__LEVEL), true);
	}

	private static Property peer(String resource) {
		return new PeerProperty(resource, FeatureProperty.of(Literals.DRBD_PEER__DISK), NOTHING);
	}

	private static Property gfs2() {
		return new ContainedNameProperty(Literals.LOGICAL_VOLUME__GFS2);
	}

	private static <T extends Statement> T at(Block block, Class<T> kind, int index) {
		return Statements.all(block, kind).get(index);
	}

	private static Node node(Cluster cluster, String name) {
		return Statements.all(cluster, Node.class).stream().filter(n -> n.getName().equals(name)).findFirst().orElseThrow();
	}

	/** A call of node a's second method. */
	private static FenceCall call(Cluster cluster, int index) {
		return at(at(node(cluster, "a"), FenceMethod.class, 1), FenceCall.class, index);
	}

	private static Partition partition(Cluster cluster, long number) {
		return Statements.all(at(cluster, Disk.class, 0), Partition.class).stream().filter(p -> p.getNumber() == number).findFirst().orElseThrow();
	}

	private static DrbdResource resource(Cluster cluster, int index) {
		return at(at(cluster, Drbd.class, 0), DrbdResource.class, index);
	}

	private static LogicalVolume volume(Cluster cluster, int index) {
		return at(at(cluster, VolumeGroup.class, 0), LogicalVolume.class, index);
	}

	private static String base() {
		return Designs.read("testdata/form-edits/pages/base.cluster");
	}

	@TestFactory
	Stream<DynamicTest> eachEditHasItsText() {
		return edits.entrySet().stream().map(e -> dynamicTest(e.getKey(), () -> {
			EditResult result = editor.edit(base(), e.getValue());
			EditResult.Edited edited = assertInstanceOf(EditResult.Edited.class, result, result::toString);
			String text = Replacement.apply(base(), edited.replacements());
			Path golden = CASES.resolve(e.getKey() + ".cluster");
			if (Boolean.getBoolean("golden.update")) {
				Files.writeString(golden, text);
			}
			assertEquals(Files.readString(golden), text);
			assertTrue(Designs.codes(text).stream().noneMatch(c -> c.equals("syntax")), text);
		}));
	}

	@Test
	void everyGoldenTextHasItsEdit() throws Exception {
		try (Stream<Path> files = Files.list(CASES)) {
			assertEquals(edits.keySet().stream().sorted().toList(),
					files.map(p -> p.getFileName().toString().replaceFirst("\\.cluster$", "")).filter(n -> !n.equals("base")).sorted().collect(Collectors.toList()));
		}
	}

	@Test
	void whatCannotBeDoneSaysWhy() {
		assertRefused("An msdos table has four primary partitions at most", c -> {
			Disk disk = at(c, Disk.class, 0);
			List.of(7L, 6L, 5L, 4L).forEach(n -> References.remove(partition(c, n)));
			StorageEdits.addPartition(disk).setKind(org.clusterwright.model.design.PartitionKind.PRIMARY);
			StorageEdits.addPartition(disk);
		});
		assertRefused("Say of what", c -> AMOUNT.write(partition(c, 5), "50%"));
		assertRefused("'free' is nothing that a share can be of here", c -> AMOUNT.write(partition(c, 5), "50% of free"));
		assertRefused("'seven' is not one of", c -> CallParameterProperty.of("secure").write(call(c, 0), "seven"), "neither yes nor no");
		assertRefused("no DRBD resource called 'r9'", c -> new PhysicalVolumeProperty().write(at(c, VolumeGroup.class, 0).getPhysicalVolumes().get(0), "r9"));
		assertRefused("no node called 'x'", c -> ReferencesProperty.of(Literals.DRBD_RESOURCE__HOSTS).write(resource(c, 0), "a, x"));
	}

	private void assertRefused(String reason, Consumer<Cluster> edit, String... or) {
		EditResult result = editor.edit(base(), edit);
		String said = assertInstanceOf(EditResult.Rejected.class, result, result::toString).reason();
		assertTrue(said.contains(reason) || Stream.of(or).anyMatch(said::contains), said);
	}
}
