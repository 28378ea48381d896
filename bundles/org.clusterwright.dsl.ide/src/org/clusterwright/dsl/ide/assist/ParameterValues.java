package org.clusterwright.dsl.ide.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.NextFree;
import org.clusterwright.model.catalog.FenceAgent;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.model.catalog.ValueType;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DrbdPeer;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Psu;
import org.clusterwright.model.design.Service;
import org.clusterwright.model.design.VmService;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.values.Address;
import org.eclipse.emf.ecore.EObject;

/** What a parameter could be set to, where that follows from the design or from a fence agent rather than from the parameter's type alone. */
public final class ParameterValues {
	private static final Set<String> SECRET = Set.of("passwd", "snmp_priv_passwd", "community", "session_auth", "shared-secret");

	private ParameterValues() {
	}

	/** The keys of the agent behind a fence call that the call does not say yet. */
	public static List<Suggestion> keys(FenceCall call) {
		return agent(call).map(a -> a.onEl6().stream().filter(p -> call.getParameters().stream().noneMatch(s -> p.name().equals(s.getKey())))
				.map(p -> Suggestion.of(p.name(), p.type().describe(), describe(a, p))).toList()).orElse(List.of());
	}

	private static Optional<FenceAgent> agent(FenceCall call) {
		return call.getDevice() == null || call.getDevice().getAgent() == null ? Optional.empty() : FenceAgents.of(call.getDevice().getAgent());
	}

	private static String describe(FenceAgent agent, FenceAgent.Parameter parameter) {
		return "Takes " + parameter.type().describe() + ".\n" + parameter.defaultText().map(d -> "Default: " + d + "\n").orElse("") + "Source: " + agent.name() + " -o metadata";
	}

	public static List<Suggestion> of(Cluster cluster, EObject owner, String key) {
		List<Suggestion> found = new ArrayList<>();
		switch (owner) {
			case FenceCall call -> fence(call, agent(call), key, found);
			case FenceDevice device -> fence(null, Optional.ofNullable(device.getAgent()).flatMap(FenceAgents::of), key, found);
			case DrbdResource r -> replica(cluster, key, found);
			case DrbdPeer p -> replica(cluster, key, found);
			case Network network when key.equals("gateway") && network.getSubnet() != null && network.getSubnet().prefix() < 31 ->
				found.add(Suggestion.of(new Address(network.getSubnet().broadcast().bits() - 1), "last address of the subnet"));
			case Service s when key.equals("depend") -> dependencies(cluster, found);
			case VmService s when key.equals("depend") -> dependencies(cluster, found);
			case null, default -> {
				// only what the type says
			}
		}
		if (SECRET.contains(key)) {
			String name = owner instanceof FenceDevice d && d.getName() != null ? d.getName() : key.equals("shared-secret") ? "drbd" : key;
			List<String> names = Stream.concat(Stream.of(name), new Values(cluster).secrets().stream().map(Suggestion::text)).distinct().toList();
			names.forEach(n -> found.add(Suggestion.of("secret " + n, "kept outside the design")));
		}
		return found;
	}

	private static void fence(FenceCall call, Optional<FenceAgent> agent, String key, List<Suggestion> found) {
		if (key.equals("action") || key.equals("option")) {
			agent.ifPresent(a -> a.actions().forEach(x -> found.add(Suggestion.of(x, x.equals("reboot") ? "default" : ""))));
		} else if (key.equals("port") && call != null && call.getDevice() != null && call.getDevice().getPdu() != null && Values.above(call, Node.class) instanceof Node node) {
			Statements.all(node, Psu.class).stream().filter(p -> p.getPdu() == call.getDevice().getPdu() && p.getOutlet() != null)
					.forEach(p -> found.add(Suggestion.of(p.getOutlet(), "outlet of " + p.getName())));
		} else if (key.equals("delay")) {
			found.add(Suggestion.of("15s", "so that one of two nodes wins"));
		} else {
			agent.map(a -> a.parameters().get(key)).ifPresent(p -> {
				if (p.type() instanceof ValueType.Flag) {
					found.add(Suggestion.of("yes", ""));
					found.add(Suggestion.of("no", ""));
				} else if (p.type() instanceof ValueType.Word words) {
					words.words().forEach(w -> found.add(Suggestion.of(w, "")));
				}
			});
		}
	}

	private static void replica(Cluster cluster, String key, List<Suggestion> found) {
		if (key.equals("minor")) {
			found.add(Suggestion.of(new NextFree(cluster).minor(), "next free minor number"));
		} else if (key.equals("port")) {
			found.add(Suggestion.of(new NextFree(cluster).drbdPort(), "next free port"));
		}
	}

	private static void dependencies(Cluster cluster, List<Suggestion> found) {
		Statements.all(cluster, Service.class).stream().filter(s -> s.getName() != null).forEach(s -> found.add(Suggestion.of("service:" + s.getName(), "")));
		Statements.all(cluster, VmService.class).stream().filter(v -> v.getGuest() != null && v.getGuest().getName() != null)
				.forEach(v -> found.add(Suggestion.of("vm:" + v.getGuest().getName(), "")));
	}
}
