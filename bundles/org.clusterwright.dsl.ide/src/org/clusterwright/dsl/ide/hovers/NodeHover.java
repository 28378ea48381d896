package org.clusterwright.dsl.ide.hovers;

import java.util.stream.Collectors;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.NodeAddress;
import org.clusterwright.model.design.Psu;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNic;

/** A node and what is in it. */
final class NodeHover {
	private NodeHover() {
	}

	static String node(Node design, EffectiveCluster cluster, Facts facts) {
		cluster.node(design).ifPresent(node -> {
			facts.add("Host name", node.hostName()).add("Id", node.id()).add("Votes", node.votes()).add("Short name", node.shortName());
			for (EffectiveNetwork network : cluster.networks().all()) {
				facts.add("On " + network.name().value(), cluster.networks().address(node, network));
			}
			cluster.hardware().bmc(node).filter(b -> b.getAddress() != null)
					.ifPresent(b -> facts.add("BMC", b.getAddress().toString(), cluster.hostNames().bmcName(node).map(n -> n.value()).orElse("")));
			facts.add("Fence methods", cluster.fencing().methods(node).stream().map(m -> m.name().value()).collect(Collectors.joining(", then ")));
			facts.add("DRBD", cluster.replication().resources().stream().filter(r -> r.isOn(node)).map(r -> r.name().value()).collect(Collectors.joining(", ")));
		});
		return "A node of the cluster";
	}

	static String nic(Nic design, EffectiveCluster cluster, Facts facts) {
		if (design.eContainer() instanceof Node owner) {
			cluster.node(owner).flatMap(n -> cluster.hardware().nics(n).stream().filter(x -> x.design() == design).findFirst()).ifPresent(nic -> {
				facts.add("MAC", nic.mac()).add("Bond", nic.bond().map(b -> b.name().value()).orElse("")).add("Link", nic.link());
				facts.add("Carries", networks(nic));
				facts.add("Plugged into", design.getSwitch() == null ? "" : design.getSwitch().getName() + (design.getSwitchPort() == null ? "" : " port " + design.getSwitchPort()));
			});
			return "A network interface of " + owner.getName();
		}
		return "A network interface";
	}

	private static String networks(EffectiveNic nic) {
		return nic.networks().stream().map(n -> n.name().value() + n.subnet().map(s -> " " + s.value()).orElse("")).collect(Collectors.joining(", "));
	}

	static String bmc(Bmc design, EffectiveCluster cluster, Facts facts) {
		facts.add("Address", String.valueOf(design.getAddress()));
		if (design.eContainer() instanceof Node owner) {
			cluster.node(owner).flatMap(cluster.hostNames()::bmcName).ifPresent(n -> facts.add("Name", n));
			facts.add("Plugged into", design.getSwitch() == null ? "" : design.getSwitch().getName() + (design.getSwitchPort() == null ? "" : " port " + design.getSwitchPort()));
		}
		return "The node's management controller (IPMI, iLO, DRAC)";
	}

	static String psu(Psu design, Facts facts) {
		facts.add("Fed by", design.getPdu() == null ? "" : design.getPdu().getName() + (design.getOutlet() == null ? "" : " outlet " + design.getOutlet()));
		return "A power supply of the node";
	}

	static String address(NodeAddress design, EffectiveCluster cluster, Facts facts) {
		if (design.eContainer() instanceof Node owner) {
			cluster.node(owner).ifPresent(node -> cluster.networks().of(design.getNetwork()).ifPresent(network -> {
				facts.add("Address", cluster.networks().address(node, network)).add("Subnet", network.subnet()).add("Name", name(cluster.hostNames().name(node, network)));
			}));
		}
		return "The node's own address on a network, instead of the one that the network's rule gives";
	}

	private static String name(Effective<String> name) {
		return name.value();
	}
}
