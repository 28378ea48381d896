package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Host;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.values.Address;
import org.eclipse.emf.ecore.EObject;

/** The names that the cluster's addresses have: those of /etc/hosts, which every node knows without DNS. */
public final class HostNames {
	/** An address and its names; the first is the canonical one. */
	public record Line(Effective<Address> address, List<Effective<String>> names) {
		public Line {
			names = List.copyOf(names);
		}
	}

	/** Lines under one title. {@code node} is the node they are all of. */
	public record Group(Effective<String> title, Optional<EffectiveNode> node, List<Line> lines) {
		public Group {
			lines = List.copyOf(lines);
		}
	}

	private final EffectiveCluster cluster;
	private final List<Group> groups = new ArrayList<>();

	HostNames(EffectiveCluster cluster) {
		this.cluster = cluster;
		cluster.nodes().forEach(n -> groups.add(new Group(baseName(n), Optional.of(n), lines(n))));
		add("Fence devices", "tutorial, Updating /etc/hosts",
				Statements.all(cluster.design(), Pdu.class).stream().map(p -> line(p, p.getAddress(), DesignPackage.Literals.PDU__ADDRESS, names(p, p.getName()))).toList());
		add("Switches", "the tutorial gives switches a range of addresses but leaves out their lines",
				Statements.all(cluster.design(), Switch.class).stream().map(s -> line(s, s.getAddress(), DesignPackage.Literals.SWITCH__ADDRESS, names(s, s.getName()))).toList());
		add("Other hosts", "hosts(5)", Statements.all(cluster.design(), Host.class).stream()
				.map(h -> line(h, h.getAddress(), DesignPackage.Literals.HOST__ADDRESS, hostNames(h))).toList());
	}

	/** In the order of /etc/hosts: nodes, fence devices, switches, other hosts. Groups without lines are left out. */
	public List<Group> groups() {
		return groups.stream().filter(g -> !g.lines().isEmpty()).toList();
	}

	/** The node's name without its domain. */
	public Effective<String> baseName(EffectiveNode node) {
		String name = node.name().value();
		int dot = name.indexOf('.');
		return dot <= 0 ? node.name() : Effective.derived(name.substring(0, dot), node.design(), "the node's name without its domain", node.name().origin());
	}

	/** The node's name on a network: {@code an-node01.sn}. */
	public Effective<String> name(EffectiveNode node, EffectiveNetwork network) {
		Effective<String> base = baseName(node);
		Effective<String> suffix = cluster.networks().suffix(network);
		return Effective.derived(base.value() + "." + suffix.value(), node.design(), "the node's name and the network's", base.origin(), suffix.origin());
	}

	/** The name of the node's BMC: {@code an-node01.ipmi}; absent where the node has none, or none with an address. */
	public Optional<Effective<String>> bmcName(EffectiveNode node) {
		return cluster.hardware().bmc(node).filter(b -> b.getAddress() != null)
				.map(b -> Effective.derived(baseName(node).value() + ".ipmi", b, "the node's name and .ipmi", baseName(node).origin()));
	}

	/** The full name of a switch or PDU: its name and the cluster's domain. */
	public Effective<String> fullName(EObject element, String name) {
		Effective<String> own = Effective.set(name == null ? "" : name, element, DesignPackage.Literals.NAMED__NAME);
		return own.value().contains(".") ? own
				: cluster.domain().map(d -> Effective.derived(own.value() + "." + d.value(), element, "name and domain", own.origin(), d.origin())).orElse(own);
	}

	private List<Line> lines(EffectiveNode node) {
		List<Line> lines = new ArrayList<>();
		Optional<EffectiveNetwork> own = cluster.networks().clusterNetwork();
		own.ifPresent(n -> cluster.networks().address(node, n).ifPresent(a -> {
			List<Effective<String>> names = new ArrayList<>(List.of(baseName(node), name(node, n), node.hostName()));
			names.addAll(Settings.list(node.design(), "aliases"));
			lines.add(new Line(a, distinct(names)));
		}));
		Optional<Bmc> bmc = cluster.hardware().bmc(node);
		bmcName(node).ifPresent(n -> lines.add(new Line(Effective.set(bmc.get().getAddress(), bmc.get(), DesignPackage.Literals.BMC__ADDRESS), List.of(n))));
		for (EffectiveNetwork network : cluster.networks().all()) {
			if (own.isEmpty() || network != own.get()) {
				cluster.networks().address(node, network).ifPresent(a -> lines.add(new Line(a, List.of(name(node, network)))));
			}
		}
		return lines;
	}

	private List<Effective<String>> names(EObject element, String name) {
		return distinct(List.of(Effective.set(name == null ? "" : name, element, DesignPackage.Literals.NAMED__NAME), fullName(element, name)));
	}

	private static List<Effective<String>> hostNames(Host host) {
		List<Effective<String>> names = new ArrayList<>();
		names.add(Effective.set(host.getName() == null ? "" : host.getName(), host, DesignPackage.Literals.NAMED__NAME));
		host.getAliases().stream().filter(a -> a != null).forEach(a -> names.add(Effective.set(a, host, DesignPackage.Literals.HOST__ALIASES)));
		return distinct(names);
	}

	private void add(String title, String source, List<Optional<Line>> lines) {
		groups.add(new Group(Effective.byDefault(title, cluster.design(), source), Optional.empty(), lines.stream().flatMap(Optional::stream).toList()));
	}

	private static Optional<Line> line(EObject element, Address address, org.eclipse.emf.ecore.EStructuralFeature feature, List<Effective<String>> names) {
		return address == null || names.isEmpty() ? Optional.empty() : Optional.of(new Line(Effective.set(address, element, feature), names));
	}

	/** Each name once, where it stands first; none that is not written yet. */
	private static List<Effective<String>> distinct(List<Effective<String>> names) {
		Map<String, Effective<String>> found = new LinkedHashMap<>();
		names.stream().filter(n -> !n.value().isEmpty()).forEach(n -> found.putIfAbsent(n.value(), n));
		return List.copyOf(found.values());
	}
}
