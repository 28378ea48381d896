package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.findings.Code;

/** What must be known of a disk before its partitions can be planned. */
record DiskFacts(Named design, String name, Optional<Effective<Long>> sectors, Effective<Long> sectorSize, Effective<String> label, Optional<Effective<String>> id,
		List<Partition> partitions, List<PlanProblem> problems) {
	private static final long MOST_SECTORS = 1L << 53;

	/** A disk's own facts, and those of the cluster's disk of that name where it says nothing. */
	static DiskFacts of(Disk disk, Optional<Disk> base) {
		List<PlanProblem> problems = new ArrayList<>();
		Effective<Long> sectorSize = either(disk, base, Disk::getSectorSize).map(d -> Effective.set(d.getSectorSize(), d, Literals.DISK__SECTOR_SIZE))
				.orElseGet(() -> Effective.byDefault(512L, disk, "the usual size of a sector"));
		if (sectorSize.value() != 512 && sectorSize.value() != 4096) {
			problems.add(new PlanProblem(Code.DISK_SECTOR_SIZE, sectorSize.origin().element(), Literals.DISK__SECTOR_SIZE, List.of(sectorSize.value())));
			sectorSize = Effective.byDefault(512L, disk, "the usual size of a sector");
		}
		Effective<String> label = either(disk, base, Disk::getLabel).map(d -> Effective.set(d.getLabel(), d, Literals.DISK__LABEL))
				.orElseGet(() -> Effective.byDefault("msdos", disk, "the tutorial's partition table"));
		if (!label.value().equals("msdos") && !label.value().equals("gpt")) {
			problems.add(new PlanProblem(Code.DISK_LABEL, label.origin().element(), Literals.DISK__LABEL, List.of(label.value())));
		}
		Optional<Effective<Long>> sectors = sectors(disk, base, sectorSize.value(), problems);
		List<Partition> own = Statements.all(disk, Partition.class);
		List<Partition> partitions = own.isEmpty() ? base.map(b -> Statements.all(b, Partition.class)).orElse(own) : own;
		if (sectors.isEmpty() && !partitions.isEmpty() && problems.isEmpty()) {
			problems.add(new PlanProblem(Code.DISK_SIZE_UNKNOWN, disk, Literals.NAMED__NAME, List.of(String.valueOf(disk.getName()))));
		}
		Optional<Effective<String>> id = Settings.text(disk, "id").or(() -> base.flatMap(b -> Settings.text(b, "id")));
		return new DiskFacts(disk, String.valueOf(disk.getName()), sectors, sectorSize, label, id, partitions, problems);
	}

	private static Optional<Effective<Long>> sectors(Disk disk, Optional<Disk> base, long sectorSize, List<PlanProblem> problems) {
		Optional<Disk> teller = either(disk, base, d -> d.getSectors() != null ? d.getSectors() : d.getSize());
		if (teller.isEmpty()) {
			return Optional.empty();
		}
		Disk d = teller.get();
		if (d.getSectors() != null) {
			if (d.getSectors() < 1 || d.getSectors() > MOST_SECTORS) {
				problems.add(new PlanProblem(Code.DISK_SIZE, d, Literals.DISK__SECTORS, List.of(d.getSectors())));
				return Optional.empty();
			}
			return Optional.of(Effective.set(d.getSectors(), d, Literals.DISK__SECTORS));
		}
		if (!d.getSize().isMultipleOf(sectorSize) || d.getSize().bytes() == 0) {
			problems.add(new PlanProblem(Code.DISK_NOT_WHOLE_SECTORS, d, Literals.DISK__SIZE, List.of(d.getSize(), sectorSize)));
			return Optional.empty();
		}
		return Optional.of(Effective.derived(d.getSize().bytes() / sectorSize, d, "size divided by the size of a sector", new Origin.Set(d, Literals.DISK__SIZE)));
	}

	private static Optional<Disk> either(Disk disk, Optional<Disk> base, Function<Disk, Object> value) {
		return value.apply(disk) != null ? Optional.of(disk) : base.filter(b -> value.apply(b) != null);
	}
}
