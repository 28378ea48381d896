package org.clusterwright.core.forms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clusterwright.dsl.ide.NextFree;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.PercentBase;
import org.clusterwright.model.design.PhysicalVolume;
import org.clusterwright.model.design.RestAmount;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.EObject;

/** New volume groups, physical and logical volumes. */
public final class VolumeEdits {
	private static final DesignFactory MAKE = DesignFactory.eINSTANCE;

	private VolumeEdits() {
	}

	/** The volume group that an element is, or is in. */
	public static Optional<VolumeGroup> groupOf(Optional<EObject> selected) {
		for (EObject e = selected.orElse(null); e != null; e = e.eContainer()) {
			if (e instanceof VolumeGroup group) {
				return Optional.of(group);
			}
		}
		return Optional.empty();
	}

	/** Adds a group on the first DRBD resource that no group is on, else on the first free partition. */
	public static VolumeGroup addGroup(Cluster cluster, Optional<EObject> beside) {
		VolumeGroup group = MAKE.createVolumeGroup();
		List<VolumeGroup> there = Statements.all(cluster, VolumeGroup.class);
		Set<String> taken = Insertions.taken(cluster, Literals.VOLUME_GROUP);
		group.setName(there.isEmpty() ? "vg0" : FreeNames.after(String.valueOf(there.get(there.size() - 1).getName()), taken));
		free(cluster).ifPresent(group.getPhysicalVolumes()::add);
		return Insertions.put(cluster, groupOf(beside), group, Drbd.class, Disk.class, Node.class, Section.class, Setting.class);
	}

	private static Optional<PhysicalVolume> free(Cluster cluster) {
		Set<DrbdResource> used = Statements.all(cluster, VolumeGroup.class).stream().flatMap(g -> g.getPhysicalVolumes().stream()).map(PhysicalVolume::getResource)
				.filter(r -> r != null).collect(Collectors.toSet());
		Optional<String> name = Candidates.all(cluster, Literals.DRBD_RESOURCE).stream().filter(r -> !used.contains(r)).map(Candidates::name).findFirst()
				.or(() -> new NextFree(cluster).partitions().stream().findFirst());
		return name.map(n -> {
			PhysicalVolume volume = MAKE.createPhysicalVolume();
			PhysicalVolumeProperty.set(volume, cluster, n);
			return volume;
		});
	}

	/** Adds a physical volume to the selected group: a DRBD resource or a partition that none uses yet. */
	public static PhysicalVolume addPhysicalVolume(Cluster cluster, Optional<EObject> selected) {
		VolumeGroup group = groupOf(selected).orElseThrow(() -> new RefusedEdit("Select the volume group first."));
		PhysicalVolume volume = free(cluster)
				.orElseThrow(() -> new RefusedEdit("Each DRBD resource and each partition is in use; add one on the page Storage or DRBD first."));
		int place = selected.filter(PhysicalVolume.class::isInstance).map(group.getPhysicalVolumes()::indexOf).orElse(group.getPhysicalVolumes().size() - 1);
		group.getPhysicalVolumes().add(place + 1, volume);
		return volume;
	}

	/** Adds a volume to the selected group. It takes the rest; where one does already, that one gives half of it. */
	public static LogicalVolume addVolume(Cluster cluster, Optional<EObject> selected) {
		VolumeGroup group = groupOf(selected).orElseThrow(() -> new RefusedEdit("Select the volume group first."));
		List<LogicalVolume> there = Statements.all(group, LogicalVolume.class);
		LogicalVolume volume = MAKE.createLogicalVolume();
		Set<String> taken = Insertions.taken(cluster, Literals.LOGICAL_VOLUME);
		volume.setName(there.isEmpty() ? FreeNames.first("lv", taken) : FreeNames.after(String.valueOf(there.get(there.size() - 1).getName()), taken));
		there.stream().filter(v -> v.getAmount() instanceof RestAmount).forEach(v -> AmountProperty.of(Literals.LOGICAL_VOLUME__AMOUNT, PercentBase.FREE).write(v, "50% of free"));
		volume.setAmount(MAKE.createRestAmount());
		return Insertions.put(group, Optional.empty(), volume);
	}
}
