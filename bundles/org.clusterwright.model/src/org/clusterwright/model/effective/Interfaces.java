package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.model.effective.EffectiveInterface.Kind;
import org.eclipse.emf.ecore.EObject;

/** The interfaces of each node: NICs, bonds of them, VLANs on those, and bridges on top, in this order. */
public final class Interfaces {
	private final EffectiveCluster cluster;
	private final Map<EffectiveNode, List<EffectiveInterface>> byNode = new HashMap<>();

	Interfaces(EffectiveCluster cluster) {
		this.cluster = cluster;
	}

	/** A bond, a VLAN or a bridge is there only on nodes that have a NIC for it. */
	public List<EffectiveInterface> of(EffectiveNode node) {
		return byNode.computeIfAbsent(node, this::compute);
	}

	private List<EffectiveInterface> compute(EffectiveNode node) {
		List<EffectiveInterface> found = new ArrayList<>();
		List<EffectiveNetwork> reached = new ArrayList<>();
		for (EffectiveNic nic : cluster.hardware().nics(node)) {
			found.add(nic(nic));
			if (nic.bond().isEmpty()) {
				reached.addAll(nic.networks());
			}
		}
		for (EffectiveBond bond : cluster.bonding().all()) {
			if (!cluster.hardware().members(node, bond).isEmpty()) {
				found.add(bond(bond));
				reached.addAll(bond.networks());
			}
		}
		reached.stream().filter(n -> n.design().getVlan() != null).forEach(n -> found.add(vlan(n)));
		reached.stream().filter(n -> isBridged(n)).forEach(n -> found.add(bridge(n)));
		return List.copyOf(found);
	}

	private EffectiveInterface nic(EffectiveNic nic) {
		if (nic.bond().isPresent()) {
			String link = nic.link().map(l -> " - Link " + l.value()).orElse("");
			Effective<String> title = title(nic.design(), labels(nic.networks(), nic.bond().get().name().value()) + link, "the networks' labels and the NIC's link", nic.networks());
			return new EffectiveInterface(Kind.NIC, nic.name(), title, Optional.of(nic), nic.bond(), Optional.empty(), Optional.empty(), Optional.empty());
		}
		Optional<EffectiveNetwork> plain = plain(nic.networks());
		Effective<String> title = title(nic.design(), labels(nic.networks(), "Not used"), "the networks' labels", nic.networks());
		return new EffectiveInterface(Kind.NIC, nic.name(), title, Optional.of(nic), Optional.empty(), plain.filter(n -> !isBridged(n)), plain.flatMap(Interfaces::bridgeName),
				mtu(nic.networks()));
	}

	private EffectiveInterface bond(EffectiveBond bond) {
		Optional<EffectiveNetwork> plain = plain(bond.networks());
		Effective<String> title = title(bond.design(), labels(bond.networks(), bond.name().value()) + " - Bond", "the networks' labels", bond.networks());
		return new EffectiveInterface(Kind.BOND, bond.name(), title, Optional.empty(), Optional.of(bond), plain.filter(n -> !isBridged(n)), plain.flatMap(Interfaces::bridgeName),
				mtu(bond.networks()));
	}

	private EffectiveInterface vlan(EffectiveNetwork network) {
		Effective<String> title = title(network.design(), network.label().value() + " - VLAN " + network.design().getVlan(), "the network's label and VLAN", List.of(network));
		return new EffectiveInterface(Kind.VLAN, network.carrier(), title, Optional.empty(), Optional.empty(), Optional.of(network).filter(n -> !isBridged(n)), bridgeName(network),
				cluster.networks().mtu(network));
	}

	private EffectiveInterface bridge(EffectiveNetwork network) {
		Effective<String> title = title(network.design(), network.label().value() + " - Bridge", "the network's label", List.of(network));
		return new EffectiveInterface(Kind.BRIDGE, network.device(), title, Optional.empty(), Optional.empty(), Optional.of(network), Optional.empty(), cluster.networks().mtu(network));
	}

	/** The network that uses a link without a VLAN. */
	private static Optional<EffectiveNetwork> plain(List<EffectiveNetwork> networks) {
		return networks.stream().filter(n -> n.design().getVlan() == null).findFirst();
	}

	/** What lies under several networks must carry the largest packets of any. */
	private Optional<Effective<Long>> mtu(List<EffectiveNetwork> networks) {
		return networks.stream().map(cluster.networks()::mtu).flatMap(Optional::stream).max(Comparator.comparing(Effective::value));
	}

	private static boolean isBridged(EffectiveNetwork network) {
		return bridgeName(network).isPresent();
	}

	private static Optional<Effective<String>> bridgeName(EffectiveNetwork network) {
		return network.design().getBridge() == null || network.design().getBridge().getName() == null ? Optional.empty() : Optional.of(network.device());
	}

	private static String labels(List<EffectiveNetwork> networks, String otherwise) {
		return networks.isEmpty() ? otherwise : networks.stream().map(n -> n.label().value()).collect(Collectors.joining(", "));
	}

	private static Effective<String> title(EObject element, String text, String rule, List<EffectiveNetwork> networks) {
		return Effective.derived(text, element, rule, networks.stream().map(n -> n.label().origin()).toArray(Origin[]::new));
	}
}
