package org.clusterwright.core.forms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.model.catalog.FenceAgent;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.FenceMethod;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveFenceCall;
import org.clusterwright.model.effective.EffectiveFenceDevice;
import org.clusterwright.model.effective.EffectiveFenceMethod;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Parameter;
import org.eclipse.emf.ecore.EObject;

/** What follows for fence devices and methods, for fields that only show it. */
public final class FenceFacts {
	private FenceFacts() {
	}

	private static List<EffectiveFenceDevice> devices(EffectiveCluster cluster, EObject design) {
		return cluster.fencing().devices().stream().filter(d -> d.design() == design).toList();
	}

	/** A parameter as cluster.conf will have it; those of a device for each node, one behind the other. */
	static Optional<Effective<String>> parameter(EffectiveCluster cluster, EObject design, String key) {
		List<Effective<String>> values = devices(cluster, design).stream().flatMap(d -> d.parameters().stream()).filter(p -> p.key().equals(key)).map(Parameter::value).toList();
		return values.isEmpty() ? Optional.empty()
				: Optional.of(new Effective<>(values.stream().map(Effective::value).distinct().collect(Collectors.joining(", ")), values.get(0).origin()));
	}

	/** The names of a device in cluster.conf. */
	public static Optional<Effective<String>> names(EffectiveCluster cluster, EObject design) {
		List<EffectiveFenceDevice> all = devices(cluster, design);
		return all.isEmpty() ? Optional.empty()
				: Optional.of(new Effective<>(all.stream().map(d -> d.name().value()).collect(Collectors.joining(", ")), all.get(0).name().origin()));
	}

	/** What the agent cannot work without: "login, ipaddr, passwd or identity_file, port". */
	public static Optional<Effective<String>> needs(EffectiveCluster cluster, EObject design) {
		return design instanceof FenceDevice device ? ParameterRow.agent(device).filter(a -> !a.needs().isEmpty())
				.map(a -> Effective.byDefault(needs(a), device, a.name() + "(8), metadata")) : Optional.empty();
	}

	private static String needs(FenceAgent agent) {
		return agent.needs().stream().map(n -> n.stream().filter(p -> agent.onEl6().stream().anyMatch(k -> k.name().equals(p))).collect(Collectors.joining(" or ")))
				.filter(n -> !n.isEmpty()).collect(Collectors.joining(", "));
	}

	/** Which nodes' methods call a device. */
	public static Optional<Effective<String>> callers(EffectiveCluster cluster, EObject design) {
		String callers = cluster.nodes().stream().flatMap(n -> cluster.fencing().methods(n).stream().filter(m -> m.calls().stream().anyMatch(c -> c.design().getDevice() == design))
				.map(m -> n.name().value() + " (" + m.name().value() + ")")).collect(Collectors.joining(", "));
		return callers.isEmpty() ? Optional.empty() : Optional.of(Effective.derived(callers, design, "the nodes' methods"));
	}

	/** A node's methods in their order: "ipmi, then pdu". */
	public static String order(EObject node) {
		return node instanceof Node n ? org.clusterwright.model.effective.Statements.all(n, FenceMethod.class).stream().map(m -> String.valueOf(m.getName())).collect(Collectors.joining(", then ")) : "";
	}

	/** The method that an element is, or is a call of. */
	public static Optional<EffectiveFenceMethod> method(EffectiveCluster cluster, EffectiveNode node, EObject element) {
		EObject method = element instanceof FenceCall ? element.eContainer() : element;
		return cluster.fencing().methods(node).stream().filter(m -> m.design() == method).findFirst();
	}

	/** The effective call of a call of the design, in a method or in unfencing. */
	public static Optional<EffectiveFenceCall> call(EffectiveCluster cluster, EffectiveNode node, EObject design) {
		return Stream.concat(cluster.fencing().methods(node).stream().flatMap(m -> m.calls().stream()), cluster.fencing().unfence(node).stream()).filter(c -> c.design() == design).findFirst();
	}

	/** A call's parameters on one line: "port 1, action reboot". */
	public static String parameters(EObject call) {
		return call instanceof FenceCall c
				? c.getParameters().stream().map(s -> s.getKey() + " " + s.getValues().stream().map(SettingEdits::text).collect(Collectors.joining(", "))).collect(Collectors.joining(", "))
				: "";
	}
}
