package org.clusterwright.model.effective;

import java.util.Optional;
import org.clusterwright.model.design.DrbdPeer;
import org.clusterwright.model.values.Address;

/** A host of a DRBD resource. {@code address} is absent where the node has none on the replication network. */
public record ReplicaHost(EffectiveNode node, Optional<DrbdPeer> peer, Optional<Effective<Address>> address, Effective<Long> port) {
}
