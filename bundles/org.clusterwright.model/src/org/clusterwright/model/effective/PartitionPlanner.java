package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.PartitionKind;
import org.clusterwright.model.design.PercentAmount;
import org.clusterwright.model.design.PercentBase;
import org.clusterwright.model.design.RestAmount;
import org.clusterwright.model.design.SectorAmount;
import org.clusterwright.model.design.SizeAmount;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Size;

/**
 * Places the partitions of one disk, in the author's order, with the tutorial's arithmetic: the first free sector, one MiB further for a logical
 * partition's own table, then up to the grain. Percentages of the rest end inclusively, one sector long, as in the tutorial.
 */
final class PartitionPlanner {
	private final DiskFacts facts;
	private final BiFunction<Partition, String, Effective<String>> usualType;
	private final List<PlanProblem> problems;
	private final List<PlannedPartition> planned = new ArrayList<>();
	private final boolean gpt;
	private final long mib;
	private long primaryEnd;
	private Optional<PlannedPartition> extended = Optional.empty();
	private long logicalEnd = -1;

	PartitionPlanner(DiskFacts facts, BiFunction<Partition, String, Effective<String>> usualType) {
		this.facts = facts;
		this.usualType = usualType;
		this.problems = new ArrayList<>(facts.problems());
		this.gpt = facts.label().value().equals("gpt");
		this.mib = Size.MIB / facts.sectorSize().value();
		this.primaryEnd = firstUsable() - 1;
	}

	PlannedDisk plan() {
		OptionalLong last = lastUsable();
		facts.partitions().forEach(p -> place(p, last));
		problems.addAll(new PartitionRules(facts, gpt, mib, planned, last).problems());
		return new PlannedDisk(facts.design(), facts.name(), facts.sectors(), facts.sectorSize(), facts.label(), facts.id(), planned, problems);
	}

	private long firstUsable() {
		return 1 + (gpt ? PlannedDisk.gptSectors(facts.sectorSize().value()) : 0);
	}

	private OptionalLong lastUsable() {
		long reserved = gpt ? PlannedDisk.gptSectors(facts.sectorSize().value()) : 0;
		return facts.sectors().map(s -> OptionalLong.of(s.value() - 1 - reserved)).orElse(OptionalLong.empty());
	}

	static PartitionKind kind(Partition partition, boolean gpt) {
		if (partition.getKind() != null && partition.getKind() != PartitionKind.UNSET) {
			return partition.getKind();
		}
		return !gpt && partition.getNumber() != null && partition.getNumber() > 4 ? PartitionKind.LOGICAL : PartitionKind.PRIMARY;
	}

	private void place(Partition partition, OptionalLong last) {
		long number = partition.getNumber() == null ? planned.size() + 1L : partition.getNumber();
		PartitionKind kind = kind(partition, gpt);
		String device = "/dev/" + facts.name() + (facts.name().matches(".*[0-9]") ? "p" : "") + number;
		List<String> steps = new ArrayList<>();
		Optional<Effective<Long>> start = kind == PartitionKind.LOGICAL && extended.isEmpty() ? Optional.empty() : Optional.of(start(partition, kind, steps));
		OptionalLong areaEnd = start.isPresent() && last.isPresent() ? OptionalLong.of(areaEnd(partition, kind, start.get().value(), last.getAsLong())) : OptionalLong.empty();
		Optional<Effective<Long>> end = start.flatMap(s -> end(partition, s.value(), areaEnd, steps));
		PlannedPartition result = new PlannedPartition(partition, number, kind, device, start, end, type(partition, kind, device), steps);
		planned.add(result);
		if (end.isEmpty()) {
			return;
		}
		switch (kind) {
			case LOGICAL -> logicalEnd = Math.max(logicalEnd, end.get().value());
			case EXTENDED -> {
				primaryEnd = Math.max(primaryEnd, end.get().value());
				extended = extended.isPresent() ? extended : Optional.of(result);
			}
			case PRIMARY, UNSET -> primaryEnd = Math.max(primaryEnd, end.get().value());
		}
	}

	private Effective<Long> start(Partition partition, PartitionKind kind, List<String> steps) {
		if (partition.getStart() != null) {
			steps.add("start as written: " + partition.getStart());
			return Effective.set(Math.min(partition.getStart(), 1L << 54), partition, Literals.PARTITION__START);
		}
		long grain = grain(partition, kind);
		long free;
		String rule;
		if (kind == PartitionKind.LOGICAL) {
			boolean first = logicalEnd < 0;
			long before = first ? extended.get().start().get().value() : logicalEnd + 1;
			free = before + mib;
			rule = first ? "the extended partition's start and room for its table" : "the end of the partition before, and room for this one's table";
			steps.add("first free sector: " + (first ? before + " + " + mib : logicalEnd + " + 1 + " + mib) + " = " + free);
		} else {
			free = primaryEnd + 1;
			rule = "the end of the partition before";
			steps.add("first free sector: " + primaryEnd + " + 1 = " + free);
		}
		long start = grain <= 1 ? free : (free + grain - 1) / grain * grain;
		if (grain > 1) {
			steps.add("aligned to " + grain + " sectors: int((" + free + " + " + (grain - 1) + ") / " + grain + ") x " + grain + " = " + start);
		}
		return Effective.derived(start, partition, rule + (grain > 1 ? ", up to a multiple of " + grain + " sectors" : ""));
	}

	/** Sectors that a start is a multiple of: as written, else one MiB, and anything for a logical partition. */
	private long grain(Partition partition, PartitionKind kind) {
		if (partition.getAlignment() != null && partition.getAlignment().bytes() >= facts.sectorSize().value()
				&& partition.getAlignment().isMultipleOf(facts.sectorSize().value())) {
			return Math.min(partition.getAlignment().bytes() / facts.sectorSize().value(), 1L << 40);
		}
		return kind == PartitionKind.LOGICAL ? 1 : mib;
	}

	/** The last sector that a partition of this kind can reach from its start: the disk's, the extended partition's, or that before the next written start. */
	private long areaEnd(Partition partition, PartitionKind kind, long start, long last) {
		boolean logical = kind == PartitionKind.LOGICAL;
		long end = logical ? extended.get().end().get().value() : last;
		for (Partition other : facts.partitions()) {
			if (other != partition && other.getStart() != null && other.getStart() > start && kind(other, gpt) == PartitionKind.LOGICAL == logical) {
				end = Math.min(end, other.getStart() - 1 - (logical ? mib : 0));
			}
		}
		return end;
	}

	private Optional<Effective<Long>> end(Partition partition, long start, OptionalLong last, List<String> steps) {
		return switch (partition.getAmount()) {
			case SizeAmount a when a.getSize() != null -> sized(partition, start, a.getSize(), steps);
			case SectorAmount a when a.getSectors() != null -> Optional.of(ofSectors(partition, start, a.getSectors(), steps));
			case RestAmount a when last.isPresent() -> {
				steps.add("end: the last free sector, " + last.getAsLong());
				yield Optional.of(Effective.derived(last.getAsLong(), partition, "the last free sector", new Origin.Set(partition, Literals.PARTITION__AMOUNT)));
			}
			case PercentAmount a when a.getPercent() != null && last.isPresent() -> percent(partition, a, start, last.getAsLong(), steps);
			case null, default -> Optional.empty();
		};
	}

	private Optional<Effective<Long>> sized(Partition partition, long start, Size size, List<String> steps) {
		long sectorSize = facts.sectorSize().value();
		if (!size.isMultipleOf(sectorSize)) {
			problems.add(new PlanProblem(Code.PARTITION_NOT_WHOLE_SECTORS, partition, Literals.PARTITION__AMOUNT, List.of(size, sectorSize)));
			return Optional.empty();
		}
		steps.add(size + " / " + sectorSize + " = " + size.bytes() / sectorSize + " sectors");
		return Optional.of(ofSectors(partition, start, size.bytes() / sectorSize, steps));
	}

	private Effective<Long> ofSectors(Partition partition, long start, long sectors, List<String> steps) {
		long end = start + Math.min(sectors, 1L << 55) - 1;
		steps.add("end: " + start + " + " + sectors + " - 1 = " + end);
		return Effective.derived(end, partition, "start plus length less one", new Origin.Set(partition, Literals.PARTITION__AMOUNT));
	}

	private Optional<Effective<Long>> percent(Partition partition, PercentAmount amount, long start, long last, List<String> steps) {
		int p = amount.getPercent().value();
		Origin.Set written = new Origin.Set(partition, Literals.PARTITION__AMOUNT);
		if (amount.getBase() == PercentBase.REST) {
			long free = last - start;
			long part = part(Math.max(free, 0), p);
			long end = Math.min(start + part, Math.max(last, start));
			steps.add("free: " + last + " - " + start + " = " + free);
			steps.add(p + "% of it: int(" + free + " x " + p + " / 100) = " + part);
			steps.add("end: " + start + " + " + part + " = " + end);
			return Optional.of(Effective.derived(end, partition, "start plus " + p + "% of the free sectors, inclusive as in the tutorial", written));
		}
		if (amount.getBase() == PercentBase.DISK && facts.sectors().isPresent()) {
			long sectors = ofDisk(p, steps);
			return Optional.of(ofSectors(partition, start, sectors, steps));
		}
		problems.add(new PlanProblem(Code.PARTITION_PERCENT_BASE, partition, Literals.PARTITION__AMOUNT,
				List.of(amount.getBase() == null ? "" : amount.getBase().getLiteral().toLowerCase(Locale.ROOT))));
		return Optional.empty();
	}

	/**
	 * A share of what partitions can have, so that all of it fits: from the first MiB to the last usable sector. Less than all of it is whole MiB, so that the shares of
	 * several, each of which starts on a MiB, fit too.
	 */
	private long ofDisk(int p, List<String> steps) {
		long first = (firstUsable() + mib - 1) / mib * mib;
		long last = lastUsable().getAsLong();
		long usable = Math.max(last - first + 1, 0);
		long part = part(usable, p);
		long sectors = p >= 100 || part < mib ? part : part / mib * mib;
		steps.add("usable on the disk: " + last + " - " + first + " + 1 = " + usable + " sectors");
		steps.add(p + "% of it: int(" + usable + " x " + p + " / 100) = " + part + (sectors == part ? "" : ", whole MiB: " + sectors) + " sectors");
		return sectors;
	}

	/** floor(n x p / 100) without overflow. */
	private static long part(long n, int p) {
		return n / 100 * p + n % 100 * p / 100;
	}

	private Effective<String> type(Partition partition, PartitionKind kind, String device) {
		if (partition.getTypeCode() != null) {
			return Effective.set(partition.getTypeCode().toLowerCase(Locale.ROOT).replaceFirst("^0x", ""), partition, Literals.PARTITION__TYPE_CODE);
		}
		return kind == PartitionKind.EXTENDED ? Effective.derived("5", partition, "an extended partition", new Origin.Set(partition, Literals.PARTITION__KIND))
				: usualType.apply(partition, device);
	}
}
