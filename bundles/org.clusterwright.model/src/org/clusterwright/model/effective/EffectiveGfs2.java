package org.clusterwright.model.effective;

import java.util.Optional;
import org.clusterwright.model.values.Size;

/** A GFS2 file system as mkfs.gfs2(8) makes it. {@code lockTable} is CLUSTER:FILESYSTEM; the optional sizes are left to mkfs.gfs2 where absent. */
public record EffectiveGfs2(Effective<String> name, Effective<String> lockProtocol, Effective<String> lockTable, Effective<Long> journals,
		Optional<Effective<Size>> journalSize, Optional<Effective<Size>> blockSize, Optional<Effective<Size>> resourceGroupSize,
		Optional<Effective<Size>> quotaChangeSize) {
}
