package org.clusterwright.core.forms;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.PhysicalVolume;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.BlockDevice;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.EffectivePhysicalVolume;
import org.clusterwright.model.effective.EffectiveVolume;
import org.clusterwright.model.effective.EffectiveVolumeGroup;
import org.eclipse.emf.ecore.EObject;

/** What follows for volume groups and volumes, for fields that only show it. */
public final class VolumeFacts {
	private VolumeFacts() {
	}

	public static Optional<EffectiveVolumeGroup> group(EffectiveCluster cluster, EObject design) {
		return design instanceof VolumeGroup g ? cluster.volumes().of(g) : Optional.empty();
	}

	public static Optional<EffectiveVolume> volume(EffectiveCluster cluster, EObject design) {
		return design instanceof LogicalVolume v ? cluster.volumes().of(v) : Optional.empty();
	}

	/** The nodes that reach a group. */
	public static Optional<Effective<String>> nodes(EffectiveCluster cluster, EObject design) {
		return group(cluster, design).map(g -> Effective.derived(g.nodes().stream().map(EffectiveNode::name).map(Effective::value).collect(Collectors.joining(", ")), design,
				"the hosts of the DRBD resources that the group is on"));
	}

	/** The device that a row of the tree is: what pvcreate is given, or the volume's path. */
	public static String device(EffectiveCluster cluster, EObject row) {
		if (row instanceof PhysicalVolume volume && volume.eContainer() instanceof VolumeGroup owner) {
			return physical(cluster, owner, volume).map(p -> p.device().value()).orElse("");
		}
		return volume(cluster, row).map(v -> v.device().value()).orElse("");
	}

	private static Optional<EffectivePhysicalVolume> physical(EffectiveCluster cluster, VolumeGroup owner, PhysicalVolume volume) {
		return group(cluster, owner).flatMap(g -> g.physicalVolumes().stream().filter(p -> p.design() == volume).findFirst());
	}

	/** What a group can hand out, as far as the sizes below it are known; without LVM's own first MiB of each device. */
	public static OptionalLong bytes(EffectiveCluster cluster, EObject design) {
		Optional<EffectiveVolumeGroup> group = group(cluster, design);
		if (group.isEmpty() || group.get().physicalVolumes().isEmpty()) {
			return OptionalLong.empty();
		}
		long sum = 0;
		for (EffectivePhysicalVolume volume : group.get().physicalVolumes()) {
			Optional<Long> bytes = bytes(cluster, volume);
			if (bytes.isEmpty()) {
				return OptionalLong.empty();
			}
			long extent = group.get().extentSize().value().bytes();
			sum += Math.max(0, bytes.get() - (1 << 20)) / Math.max(1, extent) * extent;
		}
		return OptionalLong.of(sum);
	}

	private static Optional<Long> bytes(EffectiveCluster cluster, EffectivePhysicalVolume volume) {
		return volume.resource().isPresent() ? cluster.replication().resource(volume.resource().get()).flatMap(r -> r.volume().usableBytes())
				: cluster.partitions().common().device(volume.device().value()).flatMap(BlockDevice::bytes).map(Effective::value);
	}

	/** The size of a group in words. */
	public static Optional<Effective<String>> groupSize(EffectiveCluster cluster, EObject design) {
		OptionalLong bytes = bytes(cluster, design);
		return bytes.isEmpty() ? Optional.empty()
				: Optional.of(Effective.derived("about " + SizeTexts.of(bytes.getAsLong()), design, "the devices' usable sizes, less a MiB each, in whole extents"));
	}

	/** How lvcreate is told a volume's size, and about how large that is. */
	public static Optional<Effective<String>> volumeSize(EffectiveCluster cluster, EObject design) {
		return volume(cluster, design).map(v -> v.size().map(s -> {
			OptionalLong group = bytes(cluster, design.eContainer());
			String about = s.bytes().isPresent() ? SizeTexts.of(s.bytes().getAsLong())
					: s.percentOfGroup() > 0 && group.isPresent() ? "about " + SizeTexts.of(group.getAsLong() / 100 * s.percentOfGroup()) : "";
			return "lvcreate " + s.option() + " " + s.amount() + (about.isEmpty() ? "" : ", " + about);
		}));
	}

	/** The size of a row of the tree. */
	public static String size(EffectiveCluster cluster, EObject row) {
		if (row instanceof PhysicalVolume volume && volume.eContainer() instanceof VolumeGroup owner) {
			return physical(cluster, owner, volume).flatMap(p -> bytes(cluster, p)).map(SizeTexts::of).orElse("");
		}
		return groupSize(cluster, row).map(s -> s.value().replaceFirst("^about ", "")).orElse("");
	}

	/** What is on a volume, where it is mounted, and by whom. */
	public static String use(EffectiveCluster cluster, EObject row) {
		return volume(cluster, row).map(v -> v.fileSystem().map(Effective::value).orElse("") + v.mount().map(m -> " on " + m.point().value()).orElse("")).orElse("").strip();
	}
}
