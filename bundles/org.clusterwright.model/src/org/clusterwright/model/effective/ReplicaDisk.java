package org.clusterwright.model.effective;

import java.util.Optional;

/**
 * What one host puts below a DRBD device: {@code disk} is a path, {@code device} what the design says of it, {@code sums} the offsets of internal
 * meta-data where the size is known.
 */
public record ReplicaDisk(ReplicaHost host, Optional<Effective<String>> disk, Effective<String> metaDisk, Optional<BlockDevice> device, Optional<DrbdSums> sums) {
	/** What programs can use, in bytes. */
	public Optional<Long> usableBytes() {
		return metaDisk.value().equals("internal") ? sums.map(s -> s.usableKib() * 1024) : device.flatMap(BlockDevice::bytes).map(Effective::value);
	}
}
