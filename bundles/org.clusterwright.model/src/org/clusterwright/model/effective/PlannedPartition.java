package org.clusterwright.model.effective;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.PartitionKind;

/**
 * A partition with its place on the disk. {@code start} and {@code end} are its first and last sector; they are absent where the disk's size or
 * the amount is not known yet. {@code arithmetic} says step by step how they were found.
 */
public record PlannedPartition(Partition design, long number, PartitionKind kind, String device, Optional<Effective<Long>> start, Optional<Effective<Long>> end,
		Effective<String> typeCode, List<String> arithmetic) {
	public PlannedPartition {
		Objects.requireNonNull(design);
		Objects.requireNonNull(kind);
		arithmetic = List.copyOf(arithmetic);
	}

	public boolean isPlaced() {
		return start.isPresent() && end.isPresent();
	}

	/** Its length in sectors; 0 where it is not placed. */
	public long sectors() {
		return isPlaced() ? end.get().value() - start.get().value() + 1 : 0;
	}

	public boolean overlaps(PlannedPartition other) {
		return isPlaced() && other.isPlaced() && start.get().value() <= other.end.get().value() && other.start.get().value() <= end.get().value();
	}
}
