package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.model.catalog.FenceAgent;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.model.catalog.ValueType;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.FenceMethod;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Unfence;

/** Fence devices and the nodes' methods as fenced will see them: devices for each node written out, addresses filled in. */
public final class Fencing {
	private static final List<String> FIRST = List.of("ipaddr", "login", "passwd");

	private record Key(FenceDevice device, Optional<Node> node) {
		static Key of(FenceDevice device, Optional<EffectiveNode> node) {
			return new Key(device, node.map(EffectiveNode::design));
		}
	}

	private final EffectiveCluster cluster;
	private final Map<Key, EffectiveFenceDevice> devices = new LinkedHashMap<>();
	private final Map<Node, List<EffectiveFenceMethod>> methods = new HashMap<>();

	Fencing(EffectiveCluster cluster) {
		this.cluster = cluster;
		for (FenceDevice device : Statements.all(cluster.design(), FenceDevice.class)) {
			if (device.isPerNode()) {
				cluster.nodes().forEach(n -> add(device, Optional.of(n)));
			} else {
				add(device, Optional.empty());
			}
		}
	}

	/** In the author's order; those of one design device in the order of the nodes. */
	public List<EffectiveFenceDevice> devices() {
		return List.copyOf(devices.values());
	}

	/** The device that a call for this node means. */
	public Optional<EffectiveFenceDevice> device(FenceDevice design, EffectiveNode node) {
		return design == null ? Optional.empty() : Optional.ofNullable(devices.get(Key.of(design, Optional.of(node).filter(n -> design.isPerNode()))));
	}

	/** The node's methods, in the order in which fenced tries them. */
	public List<EffectiveFenceMethod> methods(EffectiveNode node) {
		return methods.computeIfAbsent(node.design(), n -> Statements.all(n, FenceMethod.class).stream().map(m -> method(m, node)).toList());
	}

	/** What lets the node back in. */
	public List<EffectiveFenceCall> unfence(EffectiveNode node) {
		return Statements.all(node.design(), Unfence.class).stream().flatMap(u -> Statements.all(u, FenceCall.class).stream()).map(c -> call(c, node)).toList();
	}

	/**
	 * What fenced writes to the agent's standard input for a call, as names and native values: the call's parameters, the victim, the agent and
	 * the device's parameters. Order means nothing to agents.
	 */
	public Map<String, Effective<String>> input(EffectiveFenceCall call) {
		Map<String, Effective<String>> input = new LinkedHashMap<>();
		call.parameters().forEach(p -> input.put(p.key(), nativeValue(p)));
		input.put("nodename", call.victim().hostName());
		call.device().ifPresent(d -> {
			input.put("agent", d.agent());
			d.parameters().forEach(p -> input.putIfAbsent(p.key(), nativeValue(p)));
		});
		return input;
	}

	/** A parameter's value as agents take it: seconds without a unit, 1 and 0 for yes and no. */
	public static Effective<String> nativeValue(Parameter parameter) {
		return parameter.value().map(v -> parameter.type().map(t -> t.nativeText(v, "1", "0")).orElse(v));
	}

	private void add(FenceDevice device, Optional<EffectiveNode> node) {
		Effective<String> agent = device.getAgent() == null ? Effective.byDefault("", device, "no agent is written")
				: Effective.set(device.getAgent(), device, DesignPackage.Literals.FENCE_DEVICE__AGENT);
		devices.put(Key.of(device, node), new EffectiveFenceDevice(device, node, name(device, node), agent, parameters(device, node)));
	}

	private Effective<String> name(FenceDevice device, Optional<EffectiveNode> node) {
		String written = device.getName() == null ? "" : device.getName();
		if (node.isEmpty()) {
			return Effective.set(written, device, DesignPackage.Literals.NAMED__NAME);
		}
		EffectiveNode n = node.get();
		String pattern = device.getPattern() == null ? written + "_{short}" : device.getPattern();
		String name = pattern.replace("{short}", n.shortName().value()).replace("{node}", n.name().value()).replace("{id}", String.valueOf(n.id().value())).replace("{name}",
				written);
		return Effective.derived(name, device, "one device for each node, named by the pattern " + pattern, n.shortName().origin());
	}

	private List<Parameter> parameters(FenceDevice device, Optional<EffectiveNode> node) {
		List<Parameter> all = new ArrayList<>();
		for (Setting setting : Statements.all(device, Setting.class)) {
			if (setting.getKey() != null && !setting.getValues().isEmpty()) {
				all.add(Parameter.of(setting, type(device, setting.getKey())));
			}
		}
		all.addAll(Parameter.options(device));
		if (all.stream().noneMatch(p -> p.key().equals("ipaddr"))) {
			address(device, node).ifPresent(a -> all.add(new Parameter("ipaddr", Optional.of(ValueType.TEXT), a)));
		}
		all.sort(Comparator.comparingInt(p -> FIRST.contains(p.key()) ? FIRST.indexOf(p.key()) : FIRST.size()));
		return all;
	}

	/** The PDU's host name, or the alias of the BMC of the node that the device is for. */
	private Optional<Effective<String>> address(FenceDevice device, Optional<EffectiveNode> node) {
		if (device.getPdu() != null) {
			return Optional.of(hostName(device, device.getPdu()));
		}
		Optional<FenceAgent> agent = device.getAgent() == null ? Optional.empty() : FenceAgents.of(device.getAgent());
		boolean addressed = agent.isEmpty() || agent.get().parameters().containsKey("ipaddr");
		return node.filter(n -> addressed).flatMap(n -> Statements.first(n.design(), Bmc.class)
				.map(b -> Effective.derived(n.name().value() + ".ipmi", b, "the name of the node's BMC in /etc/hosts", n.name().origin())));
	}

	private Effective<String> hostName(FenceDevice device, Pdu pdu) {
		Effective<String> name = Effective.set(pdu.getName() == null ? "" : pdu.getName(), device, DesignPackage.Literals.FENCE_DEVICE__PDU);
		return cluster.domain().filter(d -> !name.value().contains("."))
				.map(d -> Effective.derived(name.value() + "." + d.value(), device, "the PDU's name and the domain", name.origin(), d.origin())).orElse(name);
	}

	private EffectiveFenceMethod method(FenceMethod method, EffectiveNode node) {
		Effective<String> name = Effective.set(method.getName() == null ? "" : method.getName(), method, DesignPackage.Literals.NAMED__NAME);
		return new EffectiveFenceMethod(method, name, Statements.all(method, FenceCall.class).stream().map(c -> call(c, node)).toList());
	}

	private EffectiveFenceCall call(FenceCall call, EffectiveNode node) {
		List<Parameter> parameters = call.getParameters().stream().filter(s -> s.getKey() != null && !s.getValues().isEmpty())
				.map(s -> Parameter.of(s, type(call.getDevice(), s.getKey()))).toList();
		return new EffectiveFenceCall(call, node, device(call.getDevice(), node), parameters);
	}

	private static ValueType type(FenceDevice device, String key) {
		return device == null || device.getAgent() == null ? ValueType.TEXT
				: FenceAgents.of(device.getAgent()).map(a -> a.parameters().get(key)).map(FenceAgent.Parameter::type).orElse(ValueType.TEXT);
	}
}
