package org.clusterwright.core.forms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.NextFree;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.HardwareRaid;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.PartitionKind;
import org.clusterwright.model.design.PercentBase;
import org.clusterwright.model.design.RaidArray;
import org.clusterwright.model.design.RestAmount;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.values.Size;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** New disks, partitions and arrays, and disks that one node has differently. */
public final class StorageEdits {
	private static final DesignFactory MAKE = DesignFactory.eINSTANCE;
	private static final int MOST_PRIMARIES = 4;

	private StorageEdits() {
	}

	/** Adds a disk that all nodes have, of a size to be corrected. */
	public static Disk addDisk(Cluster cluster, Optional<EObject> beside) {
		Set<String> taken = Statements.all(cluster, Disk.class).stream().map(Disk::getName).collect(Collectors.toSet());
		Disk disk = MAKE.createDisk();
		disk.setName(Stream.iterate('a', c -> (char) (c + 1)).limit(26).map(c -> "sd" + c).filter(n -> !taken.contains(n)).findFirst()
				.orElseThrow(() -> new RefusedEdit("All names from sda to sdz are taken.")));
		disk.setSize(Size.parse("500GB"));
		return Insertions.put(cluster, Insertions.as(Disk.class, beside).filter(d -> d.eContainer() == cluster), disk, Node.class, Section.class, Setting.class);
	}

	/** Adds a software RAID array of the partitions that nothing uses yet, mirrored. */
	public static RaidArray addArray(Cluster cluster, Optional<EObject> beside) {
		List<String> members = new NextFree(cluster).partitions();
		if (members.size() < 2) {
			throw new RefusedEdit("An array needs two partitions that nothing uses yet; add them to the disks first.");
		}
		RaidArray array = MAKE.createRaidArray();
		Set<String> taken = Insertions.taken(cluster, Literals.RAID_ARRAY);
		array.setName(Stream.iterate(0, i -> i + 1).map(i -> "md" + i).filter(n -> !taken.contains(n)).findFirst().orElseThrow());
		array.setLevel("1");
		members.subList(0, 2).stream().map(m -> m.replaceFirst("^/dev/", "")).forEach(array.getMembers()::add);
		return Insertions.put(cluster, Insertions.as(RaidArray.class, beside).filter(a -> a.eContainer() == cluster), array, Disk.class, Node.class, Section.class, Setting.class);
	}

	/** Writes a node's own block of a disk, a copy of the cluster's, to be changed then. */
	public static Disk own(Node node, String name) {
		Cluster cluster = (Cluster) node.eContainer();
		Disk common = Statements.all(cluster, Disk.class).stream().filter(d -> name.equals(d.getName())).findFirst()
				.orElseThrow(() -> new RefusedEdit("There is no disk called '" + name + "' any more."));
		if (Statements.all(node, Disk.class).stream().anyMatch(d -> name.equals(d.getName()))) {
			throw new RefusedEdit(node.getName() + " has a disk " + name + " of its own already.");
		}
		return Insertions.put(node, Optional.empty(), EcoreUtil.copy(common));
	}

	/**
	 * Adds a partition behind the others; a logical one where the disk has an extended partition. It takes the rest; where another does already, that
	 * one gives half of it.
	 */
	public static Partition addPartition(Block disk) {
		List<Partition> there = Statements.all(disk, Partition.class);
		boolean gpt = disk instanceof Disk d ? "gpt".equals(label(d)) : Settings.text(disk, "label").filter(l -> l.value().equals("gpt")).isPresent();
		boolean extended = there.stream().anyMatch(p -> p.getKind() == PartitionKind.EXTENDED);
		Partition made = MAKE.createPartition();
		made.setAmount(MAKE.createRestAmount());
		Set<Long> numbers = there.stream().map(Partition::getNumber).collect(Collectors.toSet());
		long from = extended && !gpt ? MOST_PRIMARIES + 1L : 1;
		made.setNumber(Stream.iterate(from, n -> n + 1).filter(n -> !numbers.contains(n)).findFirst().orElseThrow());
		if (!gpt) {
			if (!extended && made.getNumber() > MOST_PRIMARIES) {
				throw new RefusedEdit("An msdos table has four primary partitions at most; make one of them extended, or the table gpt.");
			}
			made.setKind(extended ? PartitionKind.LOGICAL : made.getNumber() == MOST_PRIMARIES ? PartitionKind.EXTENDED : PartitionKind.PRIMARY);
		}
		there.stream().filter(p -> p.getAmount() instanceof RestAmount && p.getKind() != PartitionKind.EXTENDED && PartitionNumbers.isLogical(p) == (extended && !gpt))
				.forEach(p -> AmountProperty.of(Literals.PARTITION__AMOUNT, PercentBase.REST).write(p, "50% of rest"));
		return Insertions.put(disk, Optional.empty(), made, HardwareRaid.class, Setting.class);
	}

	private static String label(Disk disk) {
		if (disk.getLabel() == null && disk.eContainer() instanceof Node node && node.eContainer() instanceof Cluster cluster) {
			return Statements.all(cluster, Disk.class).stream().filter(d -> d.getName() != null && d.getName().equals(disk.getName())).findFirst().map(Disk::getLabel).orElse(null);
		}
		return disk.getLabel();
	}
}
