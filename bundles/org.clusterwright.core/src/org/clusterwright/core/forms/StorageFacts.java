package org.clusterwright.core.forms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.RaidArray;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.PlannedArray;
import org.clusterwright.model.effective.PlannedDisk;
import org.clusterwright.model.effective.PlannedPartition;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.effective.StorageLayout;
import org.eclipse.emf.ecore.EObject;

/** What follows for disks, arrays and partitions, for fields that only show it. */
public final class StorageFacts {
	private static final long MIB = 1L << 20;
	private static final long RAID_GRAIN = 64L << 10;
	private static final long SECTOR_4K = 4096;

	private StorageFacts() {
	}

	/** The disks and arrays of a design: first those of all nodes, then those of one. */
	public static List<Block> all(Cluster cluster) {
		Stream<Block> common = Stream.concat(Statements.all(cluster, Disk.class).stream(), Statements.all(cluster, RaidArray.class).stream());
		Stream<Block> own = Statements.all(cluster, Node.class).stream()
				.flatMap(n -> Stream.concat(Statements.all(n, Disk.class).stream(), Statements.all(n, RaidArray.class).stream()));
		return Stream.concat(common, own).toList();
	}

	private static Stream<StorageLayout> layouts(EffectiveCluster cluster) {
		return Stream.concat(Stream.of(cluster.partitions().common()), cluster.nodes().stream().filter(cluster.partitions()::isOwn).map(cluster.partitions()::of));
	}

	/** A disk or array with its partitions placed. */
	public static Optional<PlannedDisk> planned(EffectiveCluster cluster, EObject design) {
		return layouts(cluster).flatMap(StorageLayout::partitioned).filter(d -> d.design() == design).findFirst();
	}

	private static Optional<PlannedArray> array(EffectiveCluster cluster, EObject design) {
		return layouts(cluster).flatMap(l -> l.arrays().stream()).filter(a -> a.design() == design).findFirst();
	}

	/** Which nodes have a disk: "all nodes", "all nodes but an-node02", or the one that it is said of. */
	public static String nodes(EObject disk) {
		if (disk.eContainer() instanceof Node node) {
			return String.valueOf(node.getName());
		}
		String name = ((org.clusterwright.model.design.Named) disk).getName();
		String others = Statements.all((Cluster) disk.eContainer(), Node.class).stream()
				.filter(n -> n.getStatements().stream().anyMatch(s -> s.eClass() == disk.eClass() && name != null && name.equals(((org.clusterwright.model.design.Named) s).getName())))
				.map(Node::getName).collect(Collectors.joining(", "));
		return others.isEmpty() ? "all nodes" : "all nodes but " + others;
	}

	/** The size of a disk or array in words. */
	public static Optional<Effective<String>> size(EffectiveCluster cluster, EObject design) {
		Optional<PlannedDisk> disk = planned(cluster, design);
		return array(cluster, design).flatMap(PlannedArray::bytes).map(b -> b.map(SizeTexts::of)).or(() -> disk
				.flatMap(d -> d.sectors().map(s -> new Effective<>(SizeTexts.of(s.value() * d.sectorSize().value()) + ", " + s.value() + " sectors", s.origin()))));
	}

	/** What no partition takes at the end. */
	public static Optional<Effective<String>> free(EffectiveCluster cluster, EObject design) {
		return planned(cluster, design).flatMap(d -> d.lastUsable().map(last -> {
			long end = d.partitions().stream().filter(PlannedPartition::isPlaced).mapToLong(p -> p.end().get().value()).max().orElse(-1);
			return Effective.derived(last > end ? SizeTexts.of((last - end) * d.sectorSize().value()) : "nothing", design, "the disk's last usable sector and the last partition's end");
		}));
	}

	/** A partition with its place. */
	public static Optional<PlannedPartition> partition(EffectiveCluster cluster, EObject design) {
		return design instanceof Partition ? planned(cluster, design.eContainer()).flatMap(d -> d.partitions().stream().filter(p -> p.design() == design).findFirst()) : Optional.empty();
	}

	private static long sectorSize(EffectiveCluster cluster, EObject partition) {
		return planned(cluster, partition.eContainer()).map(d -> d.sectorSize().value()).orElse(512L);
	}

	public static Optional<Effective<String>> device(EffectiveCluster cluster, EObject design) {
		return partition(cluster, design).map(p -> Effective.derived(p.device(), design, "the disk's name and the partition's number"));
	}

	/** "40 GiB, 83886080 sectors". */
	public static Optional<Effective<String>> partitionSize(EffectiveCluster cluster, EObject design) {
		return partition(cluster, design).filter(PlannedPartition::isPlaced)
				.map(p -> new Effective<>(SizeTexts.of(p.sectors() * sectorSize(cluster, design)) + ", " + p.sectors() + " sectors", p.end().get().origin()));
	}

	public static Optional<Effective<String>> end(EffectiveCluster cluster, EObject design) {
		return partition(cluster, design).flatMap(PlannedPartition::end).map(e -> e.map(String::valueOf));
	}

	public static Optional<Effective<Long>> start(EffectiveCluster cluster, EObject design) {
		return partition(cluster, design).flatMap(PlannedPartition::start);
	}

	/** On which boundary a partition begins; the tutorial wants 64 KiB below RAID. */
	public static Optional<Effective<String>> alignment(EffectiveCluster cluster, EObject design) {
		return start(cluster, design).map(s -> Effective.derived(alignment(s.value() * sectorSize(cluster, design)), design, "the start in bytes", s.origin()));
	}

	private static String alignment(long start) {
		return start % MIB == 0 ? "to 1 MiB" : start % RAID_GRAIN == 0 ? "to 64 KiB" : start % SECTOR_4K == 0 ? "to 4 KiB" : "no";
	}

	/** Who is on a partition: a mount point, swap, a DRBD resource, a volume group, an array. */
	public static String use(EffectiveCluster cluster, EObject design) {
		if (!(design instanceof Partition own)) {
			return "";
		}
		Stream<String> written = own.isSwap() ? Stream.of("swap") : Stream.ofNullable(own.getMountPoint());
		Stream<String> users = partition(cluster, design).stream().flatMap(p -> users(cluster, p.device()));
		return Stream.concat(written, users).distinct().collect(Collectors.joining(", "));
	}

	private static Stream<String> users(EffectiveCluster cluster, String device) {
		Stream<String> drbd = cluster.replication().resources().stream()
				.filter(r -> r.volumes().stream().anyMatch(v -> v.disks().stream().anyMatch(d -> d.disk().filter(x -> x.value().equals(device)).isPresent())))
				.map(r -> "DRBD " + r.name().value());
		Stream<String> groups = cluster.volumes().groups().stream().filter(g -> g.physicalVolumes().stream().anyMatch(p -> p.device().value().equals(device)))
				.map(g -> "group " + g.name().value());
		Stream<String> arrays = layouts(cluster).flatMap(l -> l.arrays().stream()).filter(a -> a.members().stream().anyMatch(m -> m.value().equals(device))).map(a -> "array " + a.name());
		return Stream.of(drbd, groups, arrays).flatMap(s -> s);
	}

	/** The sums behind a partition's place, a step on each line. */
	public static String arithmetic(EffectiveCluster cluster, EObject design) {
		return partition(cluster, design).map(p -> p.isPlaced() ? String.join("\n", p.arithmetic()) : "Not placed: the disk's size or the amount is not known.").orElse("");
	}
}
