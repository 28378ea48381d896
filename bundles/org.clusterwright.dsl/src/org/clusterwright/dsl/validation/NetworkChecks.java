package org.clusterwright.dsl.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.NetworkRole;
import org.clusterwright.model.design.Route;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Networks;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Address;
import org.clusterwright.model.values.Cidr;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;

/** Networks: subnets, roles, gateways and routes, and what a network stands on. */
public class NetworkChecks extends DslChecks {
	private static final List<NetworkRole> INNER = List.of(NetworkRole.CLUSTER, NetworkRole.REPLICATION, NetworkRole.RING1);

	@Check
	public void subnetsAreApart(Cluster cluster) {
		List<EffectiveNetwork> networks = effective(cluster).networks().all().stream().filter(n -> n.subnet().isPresent()).toList();
		for (int i = 0; i < networks.size(); i++) {
			for (int j = 0; j < i; j++) {
				Cidr one = networks.get(j).subnet().get().value();
				Cidr other = networks.get(i).subnet().get().value();
				if (one.overlaps(other)) {
					report(Code.SUBNETS_OVERLAP, networks.get(i).design(), DesignPackage.Literals.NETWORK__SUBNET, networks.get(j).name().value(), networks.get(i).name().value(), one,
							other);
				}
			}
		}
	}

	@Check
	public void nodesHaveValidAddresses(Cluster cluster) {
		EffectiveCluster effective = effective(cluster);
		for (EffectiveNetwork network : effective.networks().all()) {
			if (network.subnet().isPresent()) {
				effective.nodes().forEach(n -> checkAddress(effective, n, network, network.subnet().get().value()));
			}
		}
	}

	private void checkAddress(EffectiveCluster cluster, EffectiveNode node, EffectiveNetwork network, Cidr subnet) {
		Optional<Effective<Address>> address = cluster.networks().address(node, network);
		if (address.isEmpty()) {
			Optional<Effective<String>> rule = Settings.text(network.design(), "addresses");
			String why = rule.isPresent() ? "the rule " + rule.get().value() + " gives no address for id " + node.id().value()
					: "the id " + node.id().value() + " is too large for " + subnet;
			report(Code.NO_NODE_ADDRESS, node.design(), DesignPackage.Literals.NAMED__NAME, node.name().value(), network.name().value(), why);
			return;
		}
		Origin origin = address.get().origin();
		EObject place = origin instanceof Origin.Set ? origin.element() : node.design();
		EStructuralFeature feature = origin instanceof Origin.Set set ? set.feature() : DesignPackage.Literals.NAMED__NAME;
		if (!subnet.contains(address.get().value())) {
			report(Code.ADDRESS_OUTSIDE_SUBNET, place, feature, address.get().value(), node.name().value(), subnet);
		} else if (!subnet.isHost(address.get().value())) {
			report(Code.ADDRESS_NOT_A_HOST, place, feature, address.get().value(), node.name().value(), subnet);
		}
	}

	@Check
	public void rolesAreGivenOnce(Cluster cluster) {
		List<EffectiveNetwork> networks = effective(cluster).networks().all();
		Map<NetworkRole, List<EffectiveNetwork>> byRole = new EnumMap<>(NetworkRole.class);
		for (EffectiveNetwork network : networks) {
			network.design().getRoles().forEach(r -> byRole.computeIfAbsent(r, k -> new ArrayList<>()).add(network));
		}
		byRole.forEach((role, same) -> {
			if (same.size() > 1) {
				same.forEach(n -> report(Code.NETWORK_ROLE_TWICE, n.design(), DesignPackage.Literals.NETWORK__ROLES, role.getLiteral()));
			}
		});
		if (!networks.isEmpty() && !byRole.containsKey(NetworkRole.CLUSTER) && !effective(cluster).nodes().isEmpty()) {
			report(Code.NO_CLUSTER_NETWORK, cluster, DesignPackage.Literals.NAMED__NAME, networks.get(0).name().value());
		}
	}

	@Check
	public void networkStandsOnADevice(Network network) {
		if (network.getBond() == null && network.getNic() == null) {
			report(Code.NETWORK_WITHOUT_DEVICE, network, DesignPackage.Literals.NAMED__NAME, network.getName());
		}
		if (network.getSubnet() == null && network.getRoles().stream().anyMatch(INNER::contains)) {
			report(Code.NETWORK_WITHOUT_SUBNET, network, DesignPackage.Literals.NAMED__NAME, network.getName());
		}
		if (network.getVlan() != null && (network.getVlan() < 1 || network.getVlan() > 4094)) {
			report(Code.BAD_VLAN, network, DesignPackage.Literals.NETWORK__VLAN, network.getVlan());
		}
	}

	/** One link carries one network without a VLAN, and each VLAN once. */
	@Check
	public void linksAreSharedByVlans(Cluster cluster) {
		Map<String, EffectiveNetwork> seen = new HashMap<>();
		for (EffectiveNetwork network : effective(cluster).networks().all()) {
			if (!network.link().value().isEmpty()) {
				EffectiveNetwork other = seen.putIfAbsent(network.link().value() + " " + network.design().getVlan(), network);
				if (other != null) {
					report(Code.LINK_SHARED, network.design(), DesignPackage.Literals.NAMED__NAME, other.name().value(), network.name().value(), network.link().value());
				}
			}
		}
	}

	@Check
	public void gatewaysAreReachable(Network design) {
		EffectiveCluster cluster = effective(design);
		EffectiveNetwork network = cluster.networks().of(design).orElse(null);
		if (network == null) {
			return;
		}
		Networks networks = cluster.networks();
		networks.gateway(network).ifPresent(g -> {
			checkGateway(network, g.value(), g.origin().element(), DesignPackage.Literals.SETTING__VALUES);
			if (design.getRoles().stream().anyMatch(INNER::contains)) {
				report(Code.GATEWAY_ON_INNER_NETWORK, g.origin().element(), DesignPackage.Literals.SETTING__VALUES, network.name().value());
			}
		});
		for (Route route : Statements.all(design, Route.class)) {
			if (route.getGateway() != null) {
				checkGateway(network, route.getGateway(), route, DesignPackage.Literals.ROUTE__GATEWAY);
			}
		}
		networks.defaultRoute(network).filter(d -> d.value() && networks.gateway(network).isEmpty())
				.ifPresent(d -> report(Code.DEFAULT_ROUTE_WITHOUT_GATEWAY, d.origin().element(), null, network.name().value()));
		if (networks.dns(network).size() > 3) {
			Setting setting = Settings.find(design, "dns").orElseThrow();
			reportAt(Code.TOO_MANY_NAME_SERVERS, setting, DesignPackage.Literals.SETTING__VALUES, 3);
		}
	}

	private void checkGateway(EffectiveNetwork network, Address gateway, EObject element, EStructuralFeature feature) {
		if (network.subnet().isEmpty()) {
			return;
		}
		Cidr subnet = network.subnet().get().value();
		if (!subnet.contains(gateway)) {
			report(Code.GATEWAY_OUTSIDE_SUBNET, element, feature, gateway, subnet, network.name().value());
		} else if (!subnet.isHost(gateway)) {
			report(Code.ADDRESS_NOT_A_HOST, element, feature, gateway, "the gateway", subnet);
		}
	}

	@Check
	public void thereIsOneDefaultRoute(Cluster cluster) {
		Networks networks = effective(cluster).networks();
		List<EffectiveNetwork> all = networks.all().stream().filter(n -> networks.gateway(n).isPresent() && networks.defaultRoute(n).map(Effective::value).orElse(false))
				.toList();
		if (all.size() > 1) {
			String names = all.stream().map(n -> n.name().value()).collect(Collectors.joining(", "));
			all.forEach(n -> report(Code.TWO_DEFAULT_ROUTES, n.design(), DesignPackage.Literals.NAMED__NAME, names));
		}
	}

	/** Everything with an address that is written or derived: no address means two things. */
	@Check
	public void addressesAreUnique(Cluster cluster) {
		Map<Address, Map<String, Origin>> users = new LinkedHashMap<>();
		EffectiveCluster effective = effective(cluster);
		effective.hostNames().groups().forEach(g -> g.lines().forEach(l -> users.computeIfAbsent(l.address().value(), k -> new LinkedHashMap<>())
				.putIfAbsent(l.names().get(0).value(), l.address().origin())));
		for (EffectiveNetwork network : effective.networks().all()) {
			effective.networks().gateway(network).ifPresent(g -> users.computeIfAbsent(g.value(), k -> new LinkedHashMap<>())
					.putIfAbsent("the gateway of " + network.name().value(), g.origin()));
		}
		users.forEach((address, same) -> {
			if (same.size() > 1) {
				same.forEach((user, origin) -> report(Code.DUPLICATE_ADDRESS, origin.element(), feature(origin), address, user,
						same.keySet().stream().filter(u -> !u.equals(user)).collect(Collectors.joining(", "))));
			}
		});
	}

	private static EStructuralFeature feature(Origin origin) {
		return origin instanceof Origin.Set set ? set.feature() : origin.element() instanceof Named ? DesignPackage.Literals.NAMED__NAME : null;
	}
}
