package org.clusterwright.dsl.ide.hovers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.model.catalog.FenceAgent;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.FenceMethod;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Unfence;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveFenceCall;
import org.clusterwright.model.effective.EffectiveFenceDevice;
import org.clusterwright.model.effective.Fencing;

/** Fence devices, and what a call really hands to the agent. Secrets show as their placeholders. */
final class FenceHover {
	private FenceHover() {
	}

	static String device(FenceDevice design, EffectiveCluster cluster, Facts facts) {
		facts.add("Agent", String.valueOf(design.getAgent()));
		List<EffectiveFenceDevice> devices = cluster.fencing().devices().stream().filter(d -> d.design() == design).toList();
		facts.add("Devices", design.isPerNode() ? devices.stream().map(d -> d.name().value()).collect(Collectors.joining(", ")) : "", "one for each node");
		for (EffectiveFenceDevice device : devices) {
			String prefix = design.isPerNode() ? device.node().map(n -> n.name().value() + " ").orElse("") : "";
			device.parameters().stream().filter(p -> !design.isPerNode() || p.key().equals("ipaddr")).forEach(p -> facts.add(prefix + p.key(), Fencing.nativeValue(p)));
		}
		Optional<FenceAgent> agent = design.getAgent() == null ? Optional.empty() : FenceAgents.of(design.getAgent());
		agent.ifPresent(a -> facts.add("Actions", String.join(", ", a.actions()), "the agent's metadata")
				.add("Needs", a.needs().stream().map(n -> String.join(" or ", n)).collect(Collectors.joining(", ")), "the agent's metadata"));
		facts.add("Called by", callers(design, cluster));
		return "A device that takes a node's power or access away";
	}

	private static String callers(FenceDevice design, EffectiveCluster cluster) {
		return cluster.nodes().stream().flatMap(n -> cluster.fencing().methods(n).stream().filter(m -> m.calls().stream().anyMatch(c -> c.design().getDevice() == design))
				.map(m -> n.name().value() + " (" + m.name().value() + ")")).collect(Collectors.joining(", "));
	}

	static String method(FenceMethod design, EffectiveCluster cluster, Facts facts) {
		Node owner = (Node) design.eContainer();
		cluster.node(owner).ifPresent(node -> cluster.fencing().methods(node).stream().filter(m -> m.design() == design).forEach(m -> {
			facts.add("Tried as", "number " + (cluster.fencing().methods(node).indexOf(m) + 1) + " of " + cluster.fencing().methods(node).size());
			int number = 1;
			for (EffectiveFenceCall call : m.calls()) {
				facts.add("Call " + number++, summary(call));
			}
		}));
		return "A way to fence " + owner.getName() + "; it succeeds only if all its calls do";
	}

	static String unfence(Unfence design, EffectiveCluster cluster, Facts facts) {
		if (design.eContainer() instanceof Node owner) {
			cluster.node(owner).ifPresent(n -> {
				int number = 1;
				for (EffectiveFenceCall call : cluster.fencing().unfence(n)) {
					facts.add("Call " + number++, summary(call));
				}
			});
		}
		return "What lets the node back in";
	}

	private static String summary(EffectiveFenceCall call) {
		return call.device().map(d -> d.agent().value() + " " + d.name().value()).orElse("nothing")
				+ call.parameters().stream().map(p -> " " + p.key() + "=" + Fencing.nativeValue(p).value()).collect(Collectors.joining());
	}

	static String call(FenceCall design, EffectiveCluster cluster, Facts facts) {
		find(design, cluster).ifPresent(call -> {
			Map<String, Effective<String>> input = cluster.fencing().input(call);
			input.forEach(facts::add);
		});
		return "One call of a fence device: what fenced writes to the agent's standard input";
	}

	private static Optional<EffectiveFenceCall> find(FenceCall design, EffectiveCluster cluster) {
		return design.eContainer() != null && design.eContainer().eContainer() instanceof Node owner
				? cluster.node(owner).flatMap(n -> java.util.stream.Stream.concat(cluster.fencing().methods(n).stream().flatMap(m -> m.calls().stream()), cluster.fencing().unfence(n).stream())
						.filter(c -> c.design() == design).findFirst())
				: Optional.empty();
	}
}
