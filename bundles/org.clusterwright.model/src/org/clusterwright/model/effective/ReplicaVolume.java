package org.clusterwright.model.effective;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.design.Block;

/** A volume of a DRBD resource: 8.3 has exactly one, number 0. {@code minor} and {@code device} are the same on all hosts. */
public record ReplicaVolume(Block design, long number, Effective<Long> minor, Effective<String> device, List<ReplicaDisk> disks) {
	public ReplicaVolume {
		disks = List.copyOf(disks);
	}

	public Optional<ReplicaDisk> on(EffectiveNode node) {
		return disks.stream().filter(d -> d.host().node() == node).findFirst();
	}

	/** What programs can use: the smallest of the hosts'. Absent where one is not known. */
	public Optional<Long> usableBytes() {
		long least = Long.MAX_VALUE;
		for (ReplicaDisk disk : disks) {
			if (disk.usableBytes().isEmpty()) {
				return Optional.empty();
			}
			least = Math.min(least, disk.usableBytes().get());
		}
		return disks.isEmpty() ? Optional.empty() : Optional.of(least);
	}
}
