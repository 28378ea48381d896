package org.clusterwright.model.effective;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.design.FenceDevice;

/**
 * A fence device of cluster.conf. {@code node} is the node it belongs to where the design has one device for each node. The parameters are
 * ipaddr, login and passwd first, then the rest in the author's order; their keys are the agent's own.
 */
public record EffectiveFenceDevice(FenceDevice design, Optional<EffectiveNode> node, Effective<String> name, Effective<String> agent, List<Parameter> parameters) {
	public EffectiveFenceDevice {
		parameters = List.copyOf(parameters);
	}
}
