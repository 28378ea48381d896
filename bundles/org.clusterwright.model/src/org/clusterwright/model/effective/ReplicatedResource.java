package org.clusterwright.model.effective;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.design.DrbdResource;

/** A DRBD resource. {@code options} are its own; what it does not say is the common part's. {@code protocol} likewise. */
public record ReplicatedResource(DrbdResource design, Effective<String> name, Effective<String> label, List<ReplicaHost> hosts, List<ReplicaVolume> volumes,
		Optional<Effective<String>> protocol, DrbdOptions options) {
	public ReplicatedResource {
		hosts = List.copyOf(hosts);
		volumes = List.copyOf(volumes);
	}

	/** The one volume that 8.3 knows. */
	public ReplicaVolume volume() {
		return volumes.get(0);
	}

	public boolean isOn(EffectiveNode node) {
		return hosts.stream().anyMatch(h -> h.node() == node);
	}
}
