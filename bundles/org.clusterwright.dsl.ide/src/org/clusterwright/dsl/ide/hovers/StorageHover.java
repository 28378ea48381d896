package org.clusterwright.dsl.ide.hovers;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.RaidArray;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.PlannedDisk;
import org.clusterwright.model.effective.PlannedPartition;
import org.clusterwright.model.effective.StorageLayout;
import org.eclipse.emf.ecore.EObject;

/** Disks, arrays and partitions, with the sums behind their places. */
final class StorageHover {
	private static final long MIB = 1L << 20;
	private static final long GRAIN = 64 << 10;

	private StorageHover() {
	}

	private static Stream<StorageLayout> layouts(EffectiveCluster cluster) {
		return Stream.concat(Stream.of(cluster.partitions().common()), cluster.nodes().stream().filter(cluster.partitions()::isOwn).map(cluster.partitions()::of));
	}

	private static Optional<PlannedDisk> planned(EObject design, EffectiveCluster cluster) {
		return layouts(cluster).flatMap(StorageLayout::partitioned).filter(d -> d.design() == design).findFirst();
	}

	static String disk(Disk design, EffectiveCluster cluster, Facts facts) {
		planned(design, cluster).ifPresent(disk -> about(disk, facts));
		return "A disk as the operating system sees it";
	}

	private static void about(PlannedDisk disk, Facts facts) {
		facts.add("Device", disk.device());
		disk.sectors().ifPresent(s -> facts.add("Size", Facts.bytes(s.value() * disk.sectorSize().value())).add("Sectors", s));
		facts.add("Sector size", disk.sectorSize()).add("Partition table", disk.label());
		disk.partitions().forEach(p -> facts.add(p.device(), size(p, disk)));
		free(disk).ifPresent(f -> facts.add("Free at the end", f));
	}

	private static Optional<String> free(PlannedDisk disk) {
		long end = disk.partitions().stream().filter(PlannedPartition::isPlaced).mapToLong(p -> p.end().get().value()).max().orElse(-1);
		return disk.lastUsable().filter(l -> end >= 0 && l > end).map(l -> Facts.bytes((l - end) * disk.sectorSize().value()));
	}

	private static String size(PlannedPartition partition, PlannedDisk disk) {
		return partition.isPlaced() ? Facts.bytes(partition.sectors() * disk.sectorSize().value()) : "not placed";
	}

	static String array(RaidArray design, EffectiveCluster cluster, Facts facts) {
		layouts(cluster).flatMap(l -> l.arrays().stream()).filter(a -> a.design() == design).findFirst().ifPresent(array -> {
			facts.add("Device", array.device()).add("Level", array.level()).add("Members", array.members().stream().map(Effective::value).collect(Collectors.joining(", ")));
			facts.add("Spares", array.spares()).add("Metadata", array.metadata()).add("Bitmap", array.bitmap());
			array.bytes().ifPresent(b -> facts.add("Usable", Facts.bytes(b.value()), b.origin()));
		});
		return "A software RAID array";
	}

	static String partition(Partition design, EffectiveCluster cluster, Facts facts) {
		planned(design.eContainer(), cluster).ifPresent(disk -> disk.partitions().stream().filter(p -> p.design() == design).findFirst().ifPresent(p -> {
			long unit = disk.sectorSize().value();
			facts.add("Device", p.device()).add("Start", p.start()).add("End", p.end());
			if (p.isPlaced()) {
				facts.add("Size", Facts.bytes(p.sectors() * unit), p.sectors() + " sectors");
				facts.add("Alignment", alignment(p.start().get().value() * unit));
			}
			facts.add("Type", p.typeCode()).add("Used by", users(p, cluster));
			facts.add("Sums", String.join("\n", p.arithmetic()));
		}));
		return "A partition of " + (design.eContainer() instanceof org.clusterwright.model.design.Named n ? n.getName() : "a disk");
	}

	private static String alignment(long start) {
		return start % MIB == 0 ? "on a 1 MiB boundary" : start % GRAIN == 0 ? "on a 64 KiB boundary" : "not on a 64 KiB boundary";
	}

	private static String users(PlannedPartition partition, EffectiveCluster cluster) {
		Stream<String> drbd = cluster.replication().resources().stream()
				.filter(r -> r.volumes().stream().anyMatch(v -> v.disks().stream().anyMatch(d -> d.disk().filter(x -> x.value().equals(partition.device())).isPresent())))
				.map(r -> "DRBD resource " + r.name().value());
		Stream<String> groups = cluster.volumes().groups().stream().filter(g -> g.physicalVolumes().stream().anyMatch(p -> p.device().value().equals(partition.device())))
				.map(g -> "volume group " + g.name().value());
		return Stream.concat(drbd, groups).collect(Collectors.joining(", "));
	}
}
