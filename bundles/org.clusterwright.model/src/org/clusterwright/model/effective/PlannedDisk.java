package org.clusterwright.model.effective;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.design.Named;

/**
 * A disk, or an array that is used like one, with its partitions in the author's order. {@code sectors} counts sectors of {@code sectorSize}
 * bytes. {@code label} is msdos or gpt.
 */
public record PlannedDisk(Named design, String name, Optional<Effective<Long>> sectors, Effective<Long> sectorSize, Effective<String> label, Optional<Effective<String>> id,
		List<PlannedPartition> partitions, List<PlanProblem> problems) {
	public PlannedDisk {
		partitions = List.copyOf(partitions);
		problems = List.copyOf(problems);
	}

	public String device() {
		return "/dev/" + name;
	}

	public boolean isGpt() {
		return label.value().equals("gpt");
	}

	/** The last sector that a partition may have: a GPT keeps its backup at the end. */
	public Optional<Long> lastUsable() {
		return sectors.map(s -> isGpt() ? s.value() - 1 - gptSectors(sectorSize.value()) : s.value() - 1);
	}

	public boolean isPlanned() {
		return !partitions.isEmpty() && problems.isEmpty() && partitions.stream().allMatch(PlannedPartition::isPlaced);
	}

	/** Header and 128 entries of 128 bytes: 33 sectors of 512 bytes. */
	static long gptSectors(long sectorSize) {
		return 1 + (16384 + sectorSize - 1) / sectorSize;
	}
}
