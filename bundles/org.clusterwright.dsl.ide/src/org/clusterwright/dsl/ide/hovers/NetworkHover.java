package org.clusterwright.dsl.ide.hovers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.design.Bond;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.Bridge;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.GuestNic;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Plugged;
import org.clusterwright.model.design.Psu;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNic;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Statements;

/** Networks, what they stand on, and what is plugged into switches and PDUs. */
final class NetworkHover {
	private NetworkHover() {
	}

	static String network(Network design, EffectiveCluster cluster, Facts facts) {
		cluster.networks().of(design).ifPresent(network -> {
			facts.add("Title", network.label()).add("Subnet", network.subnet()).add("Device", network.device());
			facts.add("Roles", design.getRoles().stream().map(r -> r.getLiteral()).collect(Collectors.joining(", ")));
			facts.add("Ring", cluster.networks().isRing(network) ? "corosync speaks here" : "");
			for (EffectiveNode node : cluster.nodes()) {
				facts.add(node.name().value(), cluster.networks().address(node, network));
			}
			facts.add("Gateway", cluster.networks().gateway(network));
			cluster.networks().defaultRoute(network).ifPresent(d -> facts.add("Default route", d.value() ? "yes" : "no", d.origin()));
			facts.add("Name servers", cluster.networks().dns(network).stream().map(d -> d.value()).collect(Collectors.joining(", ")));
			facts.add("MTU", cluster.networks().mtu(network)).add("Host names", cluster.networks().suffix(network).map(s -> "NODE." + s));
		});
		return "An IP network of the cluster";
	}

	static String bridge(Bridge design, EffectiveCluster cluster, Facts facts) {
		if (design.eContainer() instanceof Network owner) {
			cluster.networks().of(owner).ifPresent(n -> facts.add("Network", n.name().value() + n.subnet().map(s -> " " + s.value()).orElse("")).add("Stands on", n.carrier()));
		}
		facts.add("Guests", Statements.all(cluster.design(), Guest.class).stream().filter(g -> Statements.all(g, GuestNic.class).stream().anyMatch(n -> n.getBridge() == design))
				.map(g -> String.valueOf(g.getName())).collect(Collectors.joining(", ")));
		return "A software bridge on every node; guests plug into it";
	}

	static String bonds(Bonds design, EffectiveCluster cluster, Facts facts) {
		return design.getBonds().isEmpty() ? "" : bond(design.getBonds().get(0), cluster, facts);
	}

	static String bond(Bond design, EffectiveCluster cluster, Facts facts) {
		cluster.bonding().of(design).ifPresent(bond -> {
			facts.add("Mode", bond.mode()).add("Carries", bond.networks().stream().map(n -> n.name().value()).collect(Collectors.joining(", ")));
			for (EffectiveNode node : cluster.nodes()) {
				facts.add(node.name().value(), cluster.hardware().members(node, bond).stream().map(NetworkHover::member).collect(Collectors.joining(", ")));
			}
			if (!cluster.nodes().isEmpty()) {
				facts.add("Driver", cluster.bonding().options(bond, cluster.nodes().get(0)).stream().map(o -> o.name() + "=" + o.value().value()).collect(Collectors.joining(" ")),
						"BONDING_OPTS on " + cluster.nodes().get(0).name().value());
			}
		});
		return "NICs that stand in for one another, the same on every node";
	}

	private static String member(EffectiveNic nic) {
		return nic.name().value() + (nic.design().getSwitch() == null ? "" : " at " + nic.design().getSwitch().getName());
	}

	static String networkSwitch(Switch design, EffectiveCluster cluster, Facts facts) {
		facts.add("Address", design.getAddress() == null ? "" : design.getAddress().toString());
		List<String> plugged = new ArrayList<>();
		cluster.design().eAllContents().forEachRemaining(e -> {
			if (e instanceof Plugged p && p.getSwitch() == design) {
				plugged.add(name(p) + (p.getSwitchPort() == null ? "" : " (port " + p.getSwitchPort() + ")"));
			}
		});
		facts.add("Plugged in", String.join(", ", plugged));
		return "A network switch";
	}

	private static String name(Plugged plugged) {
		String of = plugged.eContainer() instanceof Node node ? " of " + node.getName() : "";
		return switch (plugged) {
			case Nic nic -> nic.getName() + of;
			case Bmc bmc -> "BMC" + of;
			case Pdu pdu -> "PDU " + pdu.getName();
			default -> "";
		};
	}

	static String pdu(Pdu design, EffectiveCluster cluster, Facts facts) {
		facts.add("Address", design.getAddress() == null ? "" : design.getAddress().toString()).add("Plugged into", design.getSwitch() == null ? "" : design.getSwitch().getName());
		for (EffectiveNode node : cluster.nodes()) {
			Statements.all(node.design(), Psu.class).stream().filter(p -> p.getPdu() == design)
					.forEach(p -> facts.add("Outlet " + (p.getOutlet() == null ? "?" : p.getOutlet()), p.getName() + " of " + node.name().value()));
		}
		facts.add("Fence devices", cluster.fencing().devices().stream().filter(d -> d.design().getPdu() == design).map(d -> d.name().value()).collect(Collectors.joining(", ")));
		return "A switched power distribution unit";
	}
}
