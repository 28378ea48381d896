package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.model.design.Bond;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.NetworkRole;
import org.clusterwright.model.design.NodeAddress;
import org.clusterwright.model.values.Address;
import org.clusterwright.model.values.Cidr;
import org.clusterwright.model.values.Counts;

/** Networks and the nodes' addresses on them. */
public final class Networks {
	private record Key(EffectiveNode node, Network network) {
	}

	private final EffectiveCluster cluster;
	private final List<EffectiveNetwork> networks = new ArrayList<>();
	private final Map<Network, EffectiveNetwork> byDesign = new HashMap<>();
	private final Map<Bond, List<EffectiveNetwork>> byBond = new HashMap<>();
	private final Map<String, List<EffectiveNetwork>> byNic = new HashMap<>();
	private final Map<Key, Optional<Effective<Address>>> addresses = new HashMap<>();

	Networks(EffectiveCluster cluster) {
		this.cluster = cluster;
		for (Network network : Statements.all(cluster.design(), Network.class)) {
			EffectiveNetwork effective = effective(network);
			networks.add(effective);
			byDesign.put(network, effective);
			if (network.getBond() != null) {
				byBond.computeIfAbsent(network.getBond(), k -> new ArrayList<>()).add(effective);
			} else if (network.getNic() != null) {
				byNic.computeIfAbsent(network.getNic(), k -> new ArrayList<>()).add(effective);
			}
		}
	}

	/** In the author's order. */
	public List<EffectiveNetwork> all() {
		return List.copyOf(networks);
	}

	public Optional<EffectiveNetwork> of(Network design) {
		return Optional.ofNullable(byDesign.get(design));
	}

	/** The network of corosync's ring 0: the one with the role, else the first. */
	public Optional<EffectiveNetwork> clusterNetwork() {
		return withRole(NetworkRole.CLUSTER).or(() -> networks.stream().findFirst());
	}

	/** Whether corosync speaks on the network: as ring 0 or as a second ring. */
	public boolean isRing(EffectiveNetwork network) {
		return network.design().getRoles().contains(NetworkRole.RING1) || clusterNetwork().filter(n -> n.design() == network.design()).isPresent();
	}

	/** The network that DRBD replicates over: the one with the role, else the cluster's. */
	public Optional<EffectiveNetwork> replicationNetwork() {
		return withRole(NetworkRole.REPLICATION).or(this::clusterNetwork);
	}

	public Optional<EffectiveNetwork> withRole(NetworkRole role) {
		return networks.stream().filter(n -> n.design().getRoles().contains(role)).findFirst();
	}

	/** The networks on a bond, in the author's order. */
	public List<EffectiveNetwork> on(Bond bond) {
		return byBond.getOrDefault(bond, List.of());
	}

	/** The networks on a NIC of this name, in the author's order. */
	public List<EffectiveNetwork> onNic(String nic) {
		return byNic.getOrDefault(nic, List.of());
	}

	/** Those with a bridge. */
	public List<EffectiveNetwork> bridged() {
		return networks.stream().filter(n -> n.design().getBridge() != null && n.design().getBridge().getName() != null).toList();
	}

	public Optional<Effective<Address>> gateway(EffectiveNetwork network) {
		return Settings.parsed(network.design(), "gateway", Address::parse);
	}

	/** Whether the default route goes through the network; absent where nothing says so: the network has no gateway. */
	public Optional<Effective<Boolean>> defaultRoute(EffectiveNetwork network) {
		return Settings.flag(network.design(), "default-route")
				.or(() -> gateway(network).map(g -> Effective.derived(Boolean.TRUE, network.design(), "the network has a gateway", g.origin())));
	}

	/** Name servers, in the order they are asked. */
	public List<Effective<String>> dns(EffectiveNetwork network) {
		return Settings.list(network.design(), "dns");
	}

	/** Largest packet in bytes; absent where the driver's holds. */
	public Optional<Effective<Long>> mtu(EffectiveNetwork network) {
		return Settings.parsed(network.design(), "mtu", Counts::parse);
	}

	/** What the nodes' names on the network end in, behind the dot. */
	public Effective<String> suffix(EffectiveNetwork network) {
		return Settings.text(network.design(), "suffix")
				.orElseGet(() -> Effective.derived(network.name().value(), network.design(), "the network's name", network.name().origin()));
	}

	/** A parameter of the network's bridge; the catalogue's default where the design says nothing. */
	public Effective<String> bridgeSetting(EffectiveNetwork network, String key, String otherwise) {
		return Statements.section(network.design(), "bridge").flatMap(s -> Settings.text(s, key))
				.orElseGet(() -> Effective.byDefault(otherwise, network.design(), "brctl(8): a forward delay or spanning tree would break the cluster's start"));
	}

	/** The node's address on the network: written at the node, else the network's rule with the node's id. Absent where the network has no subnet. */
	public Optional<Effective<Address>> address(EffectiveNode node, EffectiveNetwork network) {
		return addresses.computeIfAbsent(new Key(node, network.design()), k -> computeAddress(node, network));
	}

	private Optional<Effective<Address>> computeAddress(EffectiveNode node, EffectiveNetwork network) {
		Optional<NodeAddress> written = Statements.all(node.design(), NodeAddress.class).stream().filter(a -> a.getNetwork() == network.design()).findFirst();
		if (written.isPresent() && written.get().getAddress() != null) {
			return Optional.of(Effective.set(written.get().getAddress(), written.get(), DesignPackage.Literals.NODE_ADDRESS__ADDRESS));
		}
		if (network.subnet().isEmpty()) {
			return Optional.empty();
		}
		Effective<Cidr> subnet = network.subnet().get();
		Optional<Effective<String>> pattern = Settings.text(network.design(), "addresses");
		if (pattern.isPresent()) {
			String text = pattern.get().value().replace("{id}", String.valueOf(node.id().value()));
			try {
				return Optional.of(Effective.derived(Address.parse(text), network.design(), "the network's address rule with the node's id", pattern.get().origin(),
						node.id().origin()));
			} catch (IllegalArgumentException e) {
				return Optional.empty();
			}
		}
		Address address = new Address(subnet.value().network().bits() + node.id().value());
		return subnet.value().contains(address)
				? Optional.of(Effective.derived(address, node.design(), "first address of the subnet plus the node's id", subnet.origin(), node.id().origin()))
				: Optional.empty();
	}

	private EffectiveNetwork effective(Network network) {
		Effective<String> name = Effective.set(network.getName() == null ? "" : network.getName(), network, DesignPackage.Literals.NAMED__NAME);
		Effective<String> label = network.getLabel() == null ? Effective.derived(name.value(), network, "the network's name", name.origin())
				: Effective.set(network.getLabel(), network, DesignPackage.Literals.NETWORK__LABEL);
		Optional<Effective<Cidr>> subnet = Optional.ofNullable(network.getSubnet()).map(s -> Effective.set(s, network, DesignPackage.Literals.NETWORK__SUBNET));
		Effective<String> link = network.getBond() != null && network.getBond().getName() != null
				? Effective.set(network.getBond().getName(), network, DesignPackage.Literals.NETWORK__BOND)
				: network.getNic() != null ? Effective.set(network.getNic(), network, DesignPackage.Literals.NETWORK__NIC)
						: Effective.derived("", network, "the network is on no bond and no NIC");
		Effective<String> carrier = network.getVlan() == null ? link : Effective.set(link.value() + "." + network.getVlan(), network, DesignPackage.Literals.NETWORK__VLAN);
		Effective<String> device = network.getBridge() != null && network.getBridge().getName() != null
				? Effective.set(network.getBridge().getName(), network.getBridge(), DesignPackage.Literals.NAMED__NAME)
				: carrier;
		return new EffectiveNetwork(network, name, label, subnet, link, carrier, device);
	}
}
