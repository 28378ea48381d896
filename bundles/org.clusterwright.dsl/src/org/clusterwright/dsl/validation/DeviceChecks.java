package org.clusterwright.dsl.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.DrbdPeer;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.PartitionKind;
import org.clusterwright.model.design.PhysicalVolume;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.BlockDevice;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Partitions;
import org.clusterwright.model.effective.PlannedArray;
import org.clusterwright.model.effective.PlannedPartition;
import org.clusterwright.model.effective.ReplicaDisk;
import org.clusterwright.model.effective.ReplicatedResource;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.effective.StorageLayout;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;

/** Devices that arrays, volume groups and DRBD lie on: they are there, are fit for it, and have one user on each node. */
public class DeviceChecks extends DslChecks {
	/** What scripts, drbd.conf and mdadm can all carry. */
	private static final Pattern PATH = Pattern.compile("/dev(/[A-Za-z0-9_:%+@-][A-Za-z0-9_.:%+@-]*)+");

	private record Use(EffectiveNode node, String path, String user, EObject element, EStructuralFeature feature) {
	}

	@Check
	public void devicesAreThereAndUsedOnce(Cluster cluster) {
		EffectiveCluster effective = effective(cluster);
		Partitions partitions = effective.partitions();
		Map<List<Object>, Use> users = new HashMap<>();
		Set<EObject> reported = new HashSet<>();
		for (Use use : uses(cluster, effective)) {
			if (reported.contains(use.element())) {
				continue;
			}
			StorageLayout layout = partitions.of(use.node());
			Optional<BlockDevice> device = layout.device(use.path());
			Use other = users.putIfAbsent(List.of(use.node().name().value(), use.path()), use);
			Optional<String> unfit = device.flatMap(d -> unfit(d, layout));
			if (!PATH.matcher(use.path()).matches()) {
				reported.add(use.element());
				report(Code.DEVICE_PATH, use.element(), use.feature(), use.path().replaceAll("[\\x00-\\x1f\\x7f]", "?"));
			} else if (device.isEmpty() && !layout.knowsNothingOf(use.path())) {
				reported.add(use.element());
				report(Code.DEVICE_UNKNOWN, use.element(), use.feature(), use.node().name().value(), use.path());
			} else if (unfit.isPresent()) {
				reported.add(use.element());
				report(Code.DEVICE_UNFIT, use.element(), use.feature(), use.path(), unfit.get());
			} else if (other != null && other.element() != use.element()) {
				reported.add(use.element());
				report(Code.DEVICE_USED_TWICE, use.element(), use.feature(), use.path(), other.user(), other.user().equals(use.user()) ? "another " + use.user() : use.user());
			}
		}
	}

	/** Why nothing may lie on a device; absent where it may. */
	private static Optional<String> unfit(BlockDevice device, StorageLayout layout) {
		if (device.partition().isEmpty()) {
			boolean divided = layout.partitioned().anyMatch(d -> d.device().equals(device.path()) && !d.partitions().isEmpty());
			return divided ? Optional.of("divided into partitions") : Optional.empty();
		}
		PlannedPartition planned = device.partition().get();
		Partition partition = planned.design();
		if (planned.kind() == PartitionKind.EXTENDED) {
			return Optional.of("an extended partition");
		}
		if (partition.isSwap()) {
			return Optional.of("swap");
		}
		return partition.getMountPoint() != null ? Optional.of("mounted at " + partition.getMountPoint()) : Optional.empty();
	}

	private static List<Use> uses(Cluster cluster, EffectiveCluster effective) {
		List<Use> uses = new ArrayList<>();
		for (EffectiveNode node : effective.nodes()) {
			for (PlannedArray array : effective.partitions().of(node).arrays()) {
				array.members().forEach(m -> uses.add(new Use(node, m.value(), "array " + array.name(), array.design(), Literals.RAID_ARRAY__MEMBERS)));
			}
		}
		for (ReplicatedResource resource : effective.replication().resources()) {
			resource.volumes().forEach(v -> v.disks().forEach(d -> add(uses, resource, d)));
		}
		for (VolumeGroup group : Statements.all(cluster, VolumeGroup.class)) {
			for (PhysicalVolume volume : group.getPhysicalVolumes()) {
				if (volume.getDevice() != null) {
					String path = Partitions.devicePath(volume.getDevice());
					effective.nodes().forEach(n -> uses.add(new Use(n, path, "volume group " + group.getName(), volume, Literals.PHYSICAL_VOLUME__DEVICE)));
				}
			}
		}
		return uses;
	}

	private static void add(List<Use> uses, ReplicatedResource resource, ReplicaDisk disk) {
		if (disk.disk().isPresent()) {
			Effective<String> path = disk.disk().get();
			EObject element = path.origin().element();
			uses.add(new Use(disk.host().node(), path.value(), "DRBD resource " + resource.name().value(), element, diskFeature(element)));
		}
		if (disk.metaDisk().value().matches("/[^\\[]*")) {
			uses.add(new Use(disk.host().node(), disk.metaDisk().value(), "the meta-data of " + resource.name().value(), disk.metaDisk().origin().element(),
					Literals.SETTING__VALUES));
		}
	}

	private static EStructuralFeature diskFeature(EObject element) {
		return switch (element) {
			case DrbdResource r -> Literals.DRBD_RESOURCE__DISK;
			case DrbdPeer p -> Literals.DRBD_PEER__DISK;
			default -> Literals.DRBD_VOLUME__DISK;
		};
	}

	@Check
	public void replicasHaveRoom(DrbdResource design) {
		effective(design).replication().resource(design).ifPresent(r -> r.volumes().forEach(v -> {
			for (ReplicaDisk disk : v.disks()) {
				boolean known = disk.device().flatMap(BlockDevice::bytes).isPresent();
				if (known && disk.sums().isEmpty() && disk.metaDisk().value().equals("internal")) {
					EObject element = disk.disk().get().origin().element();
					report(Code.DRBD_TOO_SMALL, element, diskFeature(element), disk.disk().get().value());
					return;
				}
			}
			long[] sizes = v.disks().stream().flatMap(d -> d.device().flatMap(BlockDevice::bytes).stream()).mapToLong(Effective::value).distinct().toArray();
			if (sizes.length > 1) {
				report(Code.DRBD_SIZES_DIFFER, design, Literals.NAMED__NAME, r.name().value(), sizes[0], sizes[1]);
			}
		}));
	}
}
