package org.clusterwright.dsl.ide.fixes;

import static org.clusterwright.dsl.ide.fixes.FixRule.also;
import static org.clusterwright.dsl.ide.fixes.FixRule.of;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.Spelling;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.DrbdPeer;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.PartitionKind;
import org.clusterwright.model.design.PercentAmount;
import org.clusterwright.model.design.PercentBase;
import org.clusterwright.model.design.PhysicalVolume;
import org.clusterwright.model.design.RaidArray;
import org.clusterwright.model.design.RestAmount;
import org.clusterwright.model.design.SizeAmount;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Percent;
import org.clusterwright.model.values.Size;
import org.eclipse.emf.ecore.EObject;

/** Disks, partitions, arrays and who uses them. */
final class StorageFixes {
	private static final DesignFactory MAKE = DesignFactory.eINSTANCE;
	private static final Size GRAIN = Size.parse("64KiB");
	private static final int MOST = 4;

	static final List<FixRule> RULES = List.of(
			of(Code.DISK_SECTOR_SIZE, p -> p.change(Disk.class, "Change to sectors of 512", d -> d.setSectorSize(512L))),
			of(Code.DISK_LABEL, p -> Spelling.nearestOrAny(p.arg(0), List.of("msdos", "gpt"), 2).stream().flatMap(l -> p.change(Disk.class, "Change to '" + l + "'", d -> d.setLabel(l)))),
			of(Code.PARTITION_BEYOND_MSDOS, p -> p.change(Disk.class, "Write 'label gpt'", d -> d.setLabel("gpt"))),
			of(Code.PARTITION_NUMBER, StorageFixes::number),
			of(Code.PARTITION_NUMBER_TWICE, StorageFixes::number),
			of(Code.PARTITION_NUMBER_ORDER, p -> p.change(Partition.class, "Change to number " + p.arg(1), x -> x.setNumber(Long.valueOf(p.arg(1))))),
			of(Code.PARTITION_KIND, p -> p.change(Partition.class, "Make it primary", x -> x.setKind(PartitionKind.UNSET))),
			of(Code.PARTITION_TYPE, p -> p.change(Partition.class, "Remove the type; it follows from the use", x -> x.setTypeCode(null))),
			of(Code.PARTITION_ALIGN, p -> p.change(Partition.class, "Change to 'align 64KiB'", x -> x.setAlignment(GRAIN))),
			of(Code.PARTITION_BEYOND_END, StorageFixes::takeTheRest),
			of(Code.LOGICAL_WITHOUT_EXTENDED, StorageFixes::extended),
			of(Code.REST_TWICE, StorageFixes::share),
			of(Code.PARTITION_UNALIGNED, StorageFixes::align),
			of(Code.PARTITION_BEFORE_START, p -> start(p, p.arg(1))),
			of(Code.LOGICAL_TABLE_ROOM, p -> start(p, p.arg(2))),
			of(Code.PARTITION_NOT_WHOLE_SECTORS, p -> p.at(Partition.class).filter(x -> x.getAmount() instanceof SizeAmount).stream().flatMap(x -> {
				Size whole = round(((SizeAmount) x.getAmount()).getSize(), Long.parseLong(p.arg(1)));
				return p.change(x, "Change to " + whole, y -> ((SizeAmount) y.getAmount()).setSize(whole));
			})),
			of(Code.DISK_NOT_WHOLE_SECTORS, p -> p.at(Disk.class).stream().flatMap(x -> {
				Size whole = Size.ofBytes(x.getSize().bytes() / Long.parseLong(p.arg(1)) * Long.parseLong(p.arg(1)));
				return p.change(x, "Change to " + whole, y -> y.setSize(whole));
			})),
			of(Code.PARTITION_PERCENT_BASE, p -> p.at(Partition.class).filter(x -> x.getAmount() instanceof PercentAmount).stream()
					.flatMap(x -> p.change(x, "Change to 'of rest'", y -> ((PercentAmount) y.getAmount()).setBase(PercentBase.REST)))),
			of(Code.SWAP_WITH_MOUNT, p -> p.change(Partition.class, "Do not mount it", x -> x.setMountPoint(null))),
			also(Code.MOUNT_POINT_TWICE, "partition", p -> p.change(Partition.class, "Do not mount this one", x -> x.setMountPoint(null))),
			of(Code.DEVICE_UNKNOWN, StorageFixes::devices),
			of(Code.DEVICE_USED_TWICE, StorageFixes::devices),
			of(Code.DEVICE_UNFIT, StorageFixes::devices),
			of(Code.ARRAY_LEVEL, p -> Spelling.nearestOrAny(p.arg(0).replaceFirst("(?i)^raid-?", ""), List.of("0", "1", "4", "5", "6", "10", "linear"), MOST).stream()
					.flatMap(l -> p.change(RaidArray.class, "Change to level " + l, a -> a.setLevel(l)))),
			also(Code.DEVICE_USED_TWICE, "remove", p -> p.at(PhysicalVolume.class).filter(v -> ((org.clusterwright.model.design.VolumeGroup) v.eContainer()).getPhysicalVolumes().size() > 1)
					.stream().flatMap(v -> p.change(v, "Take it out of the volume group", ModelChanges::remove))));

	private StorageFixes() {
	}

	private static Stream<Cure> number(Problem problem) {
		return problem.at(Partition.class).stream().flatMap(p -> {
			List<Long> used = Statements.all((Block) p.eContainer(), Partition.class).stream().map(Partition::getNumber).toList();
			long number = LongStream.iterate(p.getKind() == PartitionKind.LOGICAL ? 5 : 1, n -> n + 1).filter(n -> !used.contains(n)).findFirst().orElseThrow();
			return problem.change(p, "Change to number " + number, x -> x.setNumber(number));
		});
	}

	private static List<Partition> beside(Partition partition) {
		return Statements.all((Block) partition.eContainer(), Partition.class);
	}

	/** Only where nothing else takes the rest, and nothing comes behind that would find none. */
	private static Stream<Cure> takeTheRest(Problem problem) {
		return problem.at(Partition.class).filter(p -> beside(p).getLast() == p && beside(p).stream().noneMatch(o -> o.getAmount() instanceof RestAmount && o.getKind() == p.getKind())).stream()
				.flatMap(p -> problem.change(p, "Take the rest of the disk", x -> x.setAmount(MAKE.createRestAmount())));
	}

	private static Stream<Cure> extended(Problem problem) {
		return problem.at(Partition.class).stream().flatMap(p -> LongStream.rangeClosed(1, 4).filter(n -> beside(p).stream().noneMatch(o -> o.getNumber() != null && o.getNumber() == n)).boxed()
				.reduce((a, b) -> b).stream().flatMap(n -> problem.change(p, "Put 'partition " + n + " extended rest' before it", x -> {
					Partition made = MAKE.createPartition();
					made.setNumber(n);
					made.setKind(PartitionKind.EXTENDED);
					made.setAmount(MAKE.createRestAmount());
					Block disk = (Block) x.eContainer();
					disk.getStatements().add(disk.getStatements().indexOf(x), made);
				})));
	}

	/** The one that takes all leaves half of it to this one. */
	private static Stream<Cure> share(Problem problem) {
		return problem.at(Partition.class).stream().flatMap(p -> {
			List<Partition> all = beside(p);
			return all.subList(0, all.indexOf(p)).reversed().stream().filter(o -> o.getAmount() instanceof RestAmount && o.getKind() != PartitionKind.EXTENDED).limit(1)
					.flatMap(first -> problem.change(first, "Give partition " + first.getNumber() + " 50% of rest", x -> {
						PercentAmount half = MAKE.createPercentAmount();
						half.setPercent(Percent.parse("50%"));
						half.setBase(PercentBase.REST);
						x.setAmount(half);
					}));
		});
	}

	private static Stream<Cure> start(Problem problem, String sector) {
		return problem.change(Partition.class, "Start at sector " + sector, x -> x.setStart(Long.valueOf(sector)));
	}

	/** A written start is moved up; a start that follows from the partition before is aligned by the planner. */
	private static Stream<Cure> align(Problem problem) {
		return problem.at(Partition.class).stream().flatMap(p -> {
			if (p.getStart() == null) {
				return problem.change(p, "Write 'align 64KiB'", x -> x.setAlignment(GRAIN));
			}
			long unit = GRAIN.bytes() / sectorSize(problem, p);
			long start = Math.ceilDiv(p.getStart(), unit) * unit;
			return problem.change(p, "Start at sector " + start, x -> x.setStart(start));
		});
	}

	private static long sectorSize(Problem problem, Partition partition) {
		return problem.effective().partitions().common().partitioned().filter(d -> d.design() == partition.eContainer()).map(d -> d.sectorSize().value()).findFirst().orElse(512L);
	}

	private static Size round(Size size, long unit) {
		return Size.ofBytes(Math.ceilDiv(size.bytes(), unit) * unit);
	}

	/** Partitions that nothing lies on yet; the one with the nearest name first. */
	private static Stream<Cure> devices(Problem problem) {
		String written = problem.written().replaceFirst("^\"|\"$", "").replaceFirst("^/dev/", "");
		List<String> free = problem.free().partitions().stream().map(d -> d.replaceFirst("^/dev/", "")).toList();
		List<String> near = Spelling.nearest(written, free, MOST);
		if (free.isEmpty() && problem.code() == Code.DEVICE_UNKNOWN) {
			// All are taken, so a slip of the pen is all that it can be; which of the two keeps it, the next finding asks.
			near = Spelling.nearest(written, problem.effective().partitions().common().partitioned().flatMap(d -> d.partitions().stream())
					.filter(p -> p.kind() != PartitionKind.EXTENDED && p.design().getMountPoint() == null && !p.design().isSwap()).map(p -> p.device().replaceFirst("^/dev/", "")).toList(), MOST);
		}
		EObject element = Stream.of(problem.at(PhysicalVolume.class), problem.at(DrbdPeer.class), problem.at(DrbdResource.class)).flatMap(o -> o.stream()).findFirst().orElse(null);
		return (near.isEmpty() ? free.stream().limit(MOST).toList() : near).stream().flatMap(d -> switch (element) {
			case PhysicalVolume v -> problem.change(v, "Change to '/dev/" + d + "'", x -> x.setDevice("/dev/" + d));
			case DrbdPeer v -> problem.change(v, "Change to '" + d + "'", x -> x.setDisk(d));
			case DrbdResource v -> problem.change(v, "Change to '" + d + "'", x -> x.setDisk(d));
			case null, default -> Stream.<Cure>empty();
		});
	}
}
