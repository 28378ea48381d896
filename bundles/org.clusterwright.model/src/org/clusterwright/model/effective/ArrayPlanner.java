package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.RaidArray;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Counts;
import org.clusterwright.model.values.Size;

/** The usable size of a software RAID array, as mdadm(8) of EL6 leaves it, and its partitions. */
final class ArrayPlanner {
	private static final List<String> LEVELS = List.of("linear", "0", "1", "4", "5", "6", "10");
	private static final Map<String, Integer> FEWEST = Map.of("linear", 1, "0", 2, "1", 2, "4", 3, "5", 3, "6", 4, "10", 2);

	private final RaidArray array;
	private final Map<String, BlockDevice> devices;
	private final BiFunction<Partition, String, Effective<String>> usualType;
	private final List<PlanProblem> problems = new ArrayList<>();

	ArrayPlanner(RaidArray array, Map<String, BlockDevice> devices, BiFunction<Partition, String, Effective<String>> usualType) {
		this.array = array;
		this.devices = devices;
		this.usualType = usualType;
	}

	PlannedArray plan() {
		String name = String.valueOf(array.getName());
		String written = array.getLevel() == null ? "" : array.getLevel();
		String level = written.startsWith("raid") ? written.substring(4) : written;
		Effective<Long> spares = Settings.parsed(array, "spares", Counts::parse).orElseGet(() -> Effective.byDefault(0L, array, "mdadm(8): no spares"));
		Effective<String> metadata = Settings.text(array, "metadata").orElseGet(() -> Effective.byDefault("1.2", array, "mdadm(8)"));
		Effective<String> bitmap = Settings.text(array, "bitmap").orElseGet(() -> Effective.byDefault("none", array, "mdadm(8)"));
		Effective<Long> chunk = Settings.parsed(array, "chunk", t -> Size.parse(t).bytes()).orElseGet(() -> Effective.byDefault(512 * Size.KIB, array, "mdadm(8)"));
		List<Effective<String>> members = array.getMembers().stream().map(m -> Effective.set(Partitions.devicePath(m), array, Literals.RAID_ARRAY__MEMBERS)).toList();
		long active = Math.max(0, members.size() - Math.min(spares.value(), members.size()));
		if (!LEVELS.contains(level)) {
			problems.add(new PlanProblem(Code.ARRAY_LEVEL, array, Literals.RAID_ARRAY__LEVEL, List.of(written)));
		} else if (active < FEWEST.get(level)) {
			problems.add(new PlanProblem(Code.ARRAY_MEMBERS, array, Literals.RAID_ARRAY__MEMBERS, List.of(level, FEWEST.get(level), active)));
		}
		Optional<Effective<Long>> measured = Settings.parsed(array, "sectors", t -> Math.min(Counts.parse(t), 1L << 53) * 512);
		Optional<Effective<Long>> bytes = !problems.isEmpty() ? Optional.empty() : measured.or(() -> bytes(level, members.subList(0, (int) active), metadata.value(), chunk.value()));
		Effective<Long> sectorSize = Effective.byDefault(512L, array, "md counts sectors of 512 bytes");
		Effective<String> label = Settings.text(array, "label").orElseGet(() -> Effective.byDefault("msdos", array, "the tutorial's partition table"));
		DiskFacts facts = new DiskFacts(array, name, bytes.map(b -> b.map(n -> n / 512)), sectorSize, label, Optional.empty(), Statements.all(array, Partition.class), problems);
		return new PlannedArray(array, name, Effective.set(level, array, Literals.RAID_ARRAY__LEVEL), members, spares, metadata, bitmap, chunk, bytes,
				new PartitionPlanner(facts, usualType).plan());
	}

	private Optional<Effective<Long>> bytes(String level, List<Effective<String>> members, String metadata, long chunk) {
		List<Long> sizes = new ArrayList<>();
		for (Effective<String> member : members) {
			BlockDevice device = devices.get(member.value());
			if (device == null || device.bytes().isEmpty()) {
				return Optional.empty();
			}
			sizes.add(data(device.bytes().get().value(), metadata));
		}
		boolean striped = !level.equals("1") && !level.equals("linear") && chunk > 0;
		long least = sizes.stream().mapToLong(Long::longValue).min().orElse(0);
		long each = striped ? least / chunk * chunk : least;
		long n = sizes.size();
		long usable = switch (level) {
			case "1" -> each;
			case "4", "5" -> (n - 1) * each;
			case "6" -> (n - 2) * each;
			case "10" -> n * each / 2 / Math.max(1, chunk) * chunk;
			case "0" -> sizes.stream().mapToLong(s -> s / chunk * chunk).sum();
			default -> sizes.stream().mapToLong(Long::longValue).sum();
		};
		return usable <= 0 ? Optional.empty()
				: Optional.of(Effective.derived(usable, array, "level " + level + " over " + n + " members, less the superblocks; mdadm has the last word",
						new Origin.Set(array, Literals.RAID_ARRAY__MEMBERS)));
	}

	/** md(4): 0.90 takes the last whole 64 KiB; 1.0 at least 8 KiB at the end; 1.1 and 1.2 begin the data at 1 MiB, EL6's usual offset. */
	private static long data(long bytes, String metadata) {
		return switch (metadata) {
			case "0.90" -> (bytes & -65536) - 65536;
			case "1.0" -> (bytes & -4096) - 8192;
			default -> bytes - Size.MIB;
		};
	}
}
