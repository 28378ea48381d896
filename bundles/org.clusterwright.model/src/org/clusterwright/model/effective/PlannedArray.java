package org.clusterwright.model.effective;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.design.RaidArray;

/**
 * A software RAID array. {@code members} are device paths, the spares last. {@code bytes} is what mdadm leaves usable, as far as it can be
 * foretold; {@code disk} is the array as something to partition.
 */
public record PlannedArray(RaidArray design, String name, Effective<String> level, List<Effective<String>> members, Effective<Long> spares, Effective<String> metadata,
		Effective<String> bitmap, Effective<Long> chunkBytes, Optional<Effective<Long>> bytes, PlannedDisk disk) {
	public PlannedArray {
		members = List.copyOf(members);
	}

	public String device() {
		return "/dev/" + name;
	}

	/** Members that hold data. */
	public long active() {
		return Math.max(0, members.size() - spares.value());
	}
}
