package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.RaidArray;
import org.clusterwright.model.design.VolumeGroup;

/**
 * Disks, partitions to the sector, and software RAID. A node's disk overrides the cluster's of that name; what it does not say (size, label,
 * partitions) is the cluster's.
 */
public final class Partitions {
	private final EffectiveCluster cluster;
	private final Map<EffectiveNode, StorageLayout> layouts = new HashMap<>();
	private final Set<String> arrayMembers = new HashSet<>();
	private final Set<String> physicalVolumes = new HashSet<>();
	private final StorageLayout common;

	Partitions(EffectiveCluster cluster) {
		this.cluster = cluster;
		collectUses(cluster.design());
		Statements.all(cluster.design(), Node.class).forEach(this::collectUses);
		for (VolumeGroup group : Statements.all(cluster.design(), VolumeGroup.class)) {
			group.getPhysicalVolumes().stream().filter(v -> v.getDevice() != null).forEach(v -> physicalVolumes.add(devicePath(v.getDevice())));
		}
		this.common = layout(Optional.empty());
	}

	/** The path of a device as written: {@code sda5} is /dev/sda5. */
	public static String devicePath(String written) {
		return written.startsWith("/") ? written : "/dev/" + written;
	}

	/** The layout of a node that says nothing of its own. */
	public StorageLayout common() {
		return common;
	}

	public StorageLayout of(EffectiveNode node) {
		return layouts.computeIfAbsent(node, n -> isOwn(n.design()) ? layout(Optional.of(n.design())) : common);
	}

	/** Whether the node has a layout of its own. */
	public boolean isOwn(EffectiveNode node) {
		return isOwn(node.design());
	}

	private static boolean isOwn(Node node) {
		return Statements.first(node, Disk.class).isPresent() || Statements.first(node, RaidArray.class).isPresent();
	}

	private void collectUses(Block block) {
		for (RaidArray array : Statements.all(block, RaidArray.class)) {
			array.getMembers().forEach(m -> arrayMembers.add(devicePath(m)));
		}
	}

	private StorageLayout layout(Optional<Node> node) {
		Map<String, Disk> base = byName(Statements.all(cluster.design(), Disk.class));
		Map<String, Disk> own = byName(node.map(n -> Statements.all(n, Disk.class)).orElse(List.of()));
		Map<String, Disk> names = new LinkedHashMap<>(base);
		names.putAll(own);
		Map<String, BlockDevice> devices = new HashMap<>();
		List<PlannedDisk> disks = new ArrayList<>();
		for (String name : names.keySet()) {
			PlannedDisk disk = plan(names.get(name), own.containsKey(name) ? Optional.ofNullable(base.get(name)) : Optional.empty());
			disks.add(disk);
			register(disk, devices);
		}
		List<PlannedArray> arrays = new ArrayList<>();
		Map<String, RaidArray> arrayNames = new LinkedHashMap<>();
		Statements.all(cluster.design(), RaidArray.class).forEach(a -> arrayNames.putIfAbsent(String.valueOf(a.getName()), a));
		node.ifPresent(n -> Statements.all(n, RaidArray.class).forEach(a -> arrayNames.put(String.valueOf(a.getName()), a)));
		for (RaidArray array : arrayNames.values()) {
			PlannedArray planned = new ArrayPlanner(array, devices, this::usualType).plan();
			arrays.add(planned);
			register(planned.disk(), devices);
		}
		return new StorageLayout(disks, arrays, devices);
	}

	private static Map<String, Disk> byName(List<Disk> disks) {
		Map<String, Disk> byName = new LinkedHashMap<>();
		disks.stream().filter(d -> d.getName() != null).forEach(d -> byName.putIfAbsent(d.getName(), d));
		return byName;
	}

	private PlannedDisk plan(Disk disk, Optional<Disk> base) {
		return new PartitionPlanner(DiskFacts.of(disk, base), this::usualType).plan();
	}

	/** The msdos type of a partition by what it is used for. */
	private Effective<String> usualType(org.clusterwright.model.design.Partition partition, String device) {
		if (arrayMembers.contains(device)) {
			return Effective.derived("fd", partition, "a member of a software RAID array");
		}
		if (physicalVolumes.contains(device)) {
			return Effective.derived("8e", partition, "a physical volume of LVM");
		}
		return partition.isSwap() ? Effective.derived("82", partition, "swap", new Origin.Set(partition, DesignPackage.Literals.PARTITION__SWAP))
				: Effective.byDefault("83", partition, "fdisk(8): Linux");
	}

	private static void register(PlannedDisk disk, Map<String, BlockDevice> devices) {
		devices.put(disk.device(), new BlockDevice(disk.device(), disk.sectors().map(s -> s.map(n -> n * disk.sectorSize().value())), disk.design(), Optional.empty()));
		for (PlannedPartition partition : disk.partitions()) {
			Optional<Effective<Long>> bytes = partition.isPlaced()
					? Optional.of(Effective.derived(partition.sectors() * disk.sectorSize().value(), partition.design(), "the partition's sectors", partition.end().get().origin()))
					: Optional.empty();
			devices.putIfAbsent(partition.device(), new BlockDevice(partition.device(), bytes, partition.design(), Optional.of(partition)));
		}
	}
}
