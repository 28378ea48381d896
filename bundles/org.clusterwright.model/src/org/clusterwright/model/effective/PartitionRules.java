package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.PartitionKind;
import org.clusterwright.model.design.PercentAmount;
import org.clusterwright.model.design.PercentBase;
import org.clusterwright.model.design.RestAmount;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Size;
import org.eclipse.emf.ecore.EStructuralFeature;

/** What makes the partitions of one disk impossible: the rules of the two kinds of partition table. */
final class PartitionRules {
	/** msdos counts sectors in 32 bits. */
	private static final long MSDOS_LAST = 0xFFFFFFFFL;

	private final DiskFacts facts;
	private final boolean gpt;
	private final long mib;
	private final List<PlannedPartition> planned;
	private final OptionalLong last;
	private final List<PlanProblem> problems = new ArrayList<>();

	PartitionRules(DiskFacts facts, boolean gpt, long mib, List<PlannedPartition> planned, OptionalLong last) {
		this.facts = facts;
		this.gpt = gpt;
		this.mib = mib;
		this.planned = planned;
		this.last = last;
	}

	List<PlanProblem> problems() {
		numbers();
		kinds();
		Optional<PlannedPartition> extended = planned.stream().filter(p -> p.kind() == PartitionKind.EXTENDED).findFirst();
		planned.forEach(p -> place(p, extended));
		overlaps();
		shares(false);
		shares(true);
		return problems;
	}

	private void numbers() {
		Set<Long> seen = new HashSet<>();
		long nextLogical = 5;
		for (PlannedPartition p : planned) {
			boolean logical = p.kind() == PartitionKind.LOGICAL;
			if (!seen.add(p.number())) {
				add(Code.PARTITION_NUMBER_TWICE, p, Literals.PARTITION__NUMBER, p.number(), facts.name());
			} else if (gpt ? p.number() < 1 || p.number() > 128 : logical ? p.number() < 5 || p.number() > 63 : p.number() < 1 || p.number() > 4) {
				add(Code.PARTITION_NUMBER, p, Literals.PARTITION__NUMBER, p.number(), gpt ? "1 to 128" : logical ? "5 upward" : "1 to 4", p.kind().getLiteral());
			} else if (logical && !gpt && p.number() != nextLogical) {
				add(Code.PARTITION_NUMBER_ORDER, p, Literals.PARTITION__NUMBER, p.number(), nextLogical);
			}
			nextLogical += logical ? 1 : 0;
		}
	}

	private void kinds() {
		if (gpt) {
			planned.stream().filter(p -> p.kind() != PartitionKind.PRIMARY).forEach(p -> add(Code.PARTITION_KIND, p, Literals.PARTITION__KIND, p.kind().getLiteral()));
			return;
		}
		planned.stream().filter(p -> p.kind() != PartitionKind.LOGICAL).skip(4).forEach(p -> add(Code.TOO_MANY_PRIMARIES, p, Literals.PARTITION__NUMBER, facts.name()));
		planned.stream().filter(p -> p.kind() == PartitionKind.EXTENDED).skip(1).forEach(p -> add(Code.EXTENDED_TWICE, p, Literals.PARTITION__KIND, facts.name()));
		boolean open = false;
		for (PlannedPartition p : planned) {
			open |= p.kind() == PartitionKind.EXTENDED;
			if (p.kind() == PartitionKind.LOGICAL && !open) {
				add(Code.LOGICAL_WITHOUT_EXTENDED, p, Literals.PARTITION__NUMBER, p.number());
			}
		}
	}

	private void place(PlannedPartition p, Optional<PlannedPartition> extended) {
		Size align = p.design().getAlignment();
		if (align != null && (!align.isMultipleOf(facts.sectorSize().value()) || align.bytes() == 0)) {
			add(Code.PARTITION_ALIGN, p, Literals.PARTITION__ALIGNMENT, align, facts.sectorSize().value());
		}
		String type = p.typeCode().value();
		if (gpt ? !type.matches("[0-9a-f]{2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") : !type.matches("[0-9a-f]{1,2}") || type.matches("0+")) {
			add(Code.PARTITION_TYPE, p, Literals.PARTITION__TYPE_CODE, type);
		}
		if (!p.isPlaced()) {
			return;
		}
		long start = p.start().get().value();
		long end = p.end().get().value();
		long first = gpt ? 1 + PlannedDisk.gptSectors(facts.sectorSize().value()) : 1;
		if (start < first) {
			add(Code.PARTITION_BEFORE_START, p, Literals.PARTITION__START, start, first);
		}
		if (end < start) {
			add(Code.PARTITION_NO_ROOM, p, Literals.PARTITION__AMOUNT, p.number(), facts.name());
		} else if (last.isPresent() && end > last.getAsLong()) {
			add(Code.PARTITION_BEYOND_END, p, Literals.PARTITION__AMOUNT, p.number(), end, last.getAsLong());
		} else if (!gpt && end > MSDOS_LAST) {
			add(Code.PARTITION_BEYOND_MSDOS, p, Literals.PARTITION__AMOUNT, p.number());
		}
		if (p.kind() == PartitionKind.LOGICAL && extended.filter(PlannedPartition::isPlaced).isPresent()
				&& (start <= extended.get().start().get().value() || end > extended.get().end().get().value()) && end >= start) {
			add(Code.LOGICAL_OUTSIDE_EXTENDED, p, Literals.PARTITION__NUMBER, p.number(), extended.get().number());
		}
	}

	/** Primaries among themselves and logicals among themselves, which also need room for their tables. */
	private void overlaps() {
		Map<Boolean, PlannedPartition> before = new HashMap<>();
		List<PlannedPartition> sorted = planned.stream().filter(p -> p.isPlaced() && p.sectors() > 0).sorted(Comparator.comparingLong(p -> p.start().get().value())).toList();
		for (PlannedPartition p : sorted) {
			boolean logical = p.kind() == PartitionKind.LOGICAL;
			PlannedPartition other = before.get(logical);
			if (other != null && p.start().get().value() <= other.end().get().value()) {
				add(Code.PARTITION_OVERLAP, p, Literals.PARTITION__NUMBER, p.number(), other.number(), facts.name());
			} else if (logical && other != null && p.start().get().value() <= other.end().get().value() + mib) {
				add(Code.LOGICAL_TABLE_ROOM, p, Literals.PARTITION__START, p.number(), mib, other.end().get().value() + 1 + mib);
			}
			if (other == null || p.end().get().value() > other.end().get().value()) {
				before.put(logical, p);
			}
		}
	}

	/** Several who take the rest of one area, and percentages of the disk beyond all of it. */
	private void shares(boolean logical) {
		boolean taken = false;
		int percent = 0;
		for (PlannedPartition p : planned) {
			if (p.kind() == PartitionKind.LOGICAL != logical) {
				continue;
			}
			boolean rest = p.design().getAmount() instanceof RestAmount;
			if (taken && p.design().getStart() == null && (rest || p.design().getAmount() instanceof PercentAmount a && a.getBase() == PercentBase.REST)) {
				add(Code.REST_TWICE, p, Literals.PARTITION__AMOUNT, p.number());
			}
			taken |= rest;
			if (p.design().getAmount() instanceof PercentAmount a && a.getBase() == PercentBase.DISK && a.getPercent() != null) {
				percent += a.getPercent().value();
				if (percent > 100) {
					add(Code.PERCENT_SUM, p, Literals.PARTITION__AMOUNT, percent);
				}
			}
		}
	}

	private void add(Code code, PlannedPartition p, EStructuralFeature feature, Object... args) {
		Partition partition = p.design();
		problems.add(new PlanProblem(code, partition, feature, List.of(args)));
	}
}
