package org.clusterwright.core.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.document.Words;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Plugged;
import org.clusterwright.model.design.Psu;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNic;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Statements;

/** What must be there before the first command: machines, switches, cables, power, and which socket is which interface. */
final class Preparation {
	private Preparation() {
	}

	static void write(Site site, DocumentBuilder out) {
		out.chapter("Before you begin");
		needs(site, out);
		switches(site, out);
		cables(site, out);
		interfaces(site, out);
	}

	private static void needs(Site site, DocumentBuilder out) {
		out.section("What you need");
		List<String> needs = new ArrayList<>();
		needs.add(site.nodes().size() + (site.nodes().size() == 1 ? " machine" : " machines")
				+ " with EL6 (RHEL 6.1, CentOS 6.0 or later of 6) on x86_64, the same release on each.");
		needs.add("Access to each console that does not depend on the network: you are about to change it. Try it before you need it.");
		List<Switch> switches = Statements.all(site.cluster().design(), Switch.class);
		if (switches.size() > 1) {
			needs.add(switches.size() + " switches that are not stacked.");
		}
		needs.add("A way to cut each machine's power from another machine, and its passwords.");
		needs.add("The bundle of each node, and the packages of [[Install the software]].");
		out.items(needs);
		out.warn("Do not build a cluster without fencing that works and has been tested. Without it the first failure hangs the whole cluster until somebody comes.");
	}

	private static void switches(Site site, DocumentBuilder out) {
		List<Switch> switches = Statements.all(site.cluster().design(), Switch.class);
		if (switches.isEmpty() && site.cluster().bonding().all().isEmpty()) {
			return;
		}
		out.section("Switches");
		List<String> rules = new ArrayList<>();
		rules.add("Leave the switches unstacked, without link aggregation between them: two units that fail one at a time.");
		rules.add("Switch spanning tree (STP) **off** on every port of a node, and on for the ports that join the switches. After a switch comes back STP stops traffic for half a "
				+ "minute, and the cluster breaks apart.");
		if (site.cluster().networks().all().size() > 1) {
			rules.add("Keep the " + site.cluster().networks().all().size() + " networks apart: a VLAN each, or switches of their own.");
		}
		outside(site).ifPresent(n -> rules.add("Only the " + Words.plain(n.label().value()) + " may reach the Internet."));
		out.items(rules);
		if (!switches.isEmpty()) {
			out.check(switches.stream().map(s -> Words.plain(s.getName())).toList(), "unstacked, STP set as above, networks apart");
		}
	}

	/** The network with the way out. */
	static Optional<EffectiveNetwork> outside(Site site) {
		return site.cluster().networks().all().stream().filter(n -> site.cluster().networks().gateway(n).isPresent()).findFirst();
	}

	private static void cables(Site site, DocumentBuilder out) {
		out.section("Cables and power");
		List<List<String>> rows = new ArrayList<>();
		for (EffectiveNode node : site.nodes()) {
			for (EffectiveNic nic : site.cluster().hardware().nics(node)) {
				rows.add(List.of(Site.code(node), Site.code(nic.name()), nic.mac().map(m -> Words.value(m.value())).orElse(Site.NOTHING),
						nic.bond().map(b -> Site.code(b.name()) + nic.link().map(l -> " link " + l.value()).orElse("")).orElse(Site.NOTHING), networks(nic.networks()),
								plug(nic.design())));
			}
		}
		out.table(List.of("Node", "NIC", "MAC address", "Bond", "Carries", "Plugged into"), rows);
		List<List<String>> power = new ArrayList<>();
		for (EffectiveNode node : site.nodes()) {
			site.cluster().hardware().bmc(node).ifPresent(b -> power.add(List.of(Site.code(node), "BMC " + address(b), plug(b))));
			for (Psu psu : Statements.all(node.design(), Psu.class)) {
				power.add(List.of(Site.code(node), "power supply " + Words.plain(psu.getName() == null ? "" : psu.getName()),
						psu.getPdu() == null ? Site.NOTHING : Words.value(psu.getPdu().getName()) + (psu.getOutlet() == null ? "" : " outlet " + psu.getOutlet())));
			}
		}
		for (Pdu pdu : Statements.all(site.cluster().design(), Pdu.class)) {
			power.add(List.of(Words.value(pdu.getName()), "PDU" + (pdu.getAddress() == null ? "" : " " + Words.value(pdu.getAddress())), plug(pdu)));
		}
		out.table(List.of("Of", "What", "Plugged into"), power);
		if (site.nodes().stream().anyMatch(n -> site.cluster().hardware().bmc(n).isPresent()) && !Statements.all(site.cluster().design(), Pdu.class).isEmpty()) {
			out.warn("The BMCs on one switch, the PDUs on the other. If both ways to fence hang on one switch, that switch is a single point of failure again.");
		}
		if (!rows.isEmpty() || !power.isEmpty()) {
			out.check(site.boxes(), "cables, BMC and power are plugged in as the tables say, and the cables are labelled");
		}
	}

	private static String address(Bmc bmc) {
		return bmc.getAddress() == null ? "" : Words.value(bmc.getAddress());
	}

	private static String networks(List<EffectiveNetwork> networks) {
		return networks.isEmpty() ? Site.NOTHING : Site.listed(networks.stream().map(n -> Words.plain(n.name().value())).toList());
	}

	static String plug(Plugged plugged) {
		return plugged.getSwitch() == null ? Site.NOTHING : Words.value(plugged.getSwitch().getName()) + (plugged.getSwitchPort() == null ? "" : " port "
				+ Words.plain(plugged.getSwitchPort()));
	}

	private static void interfaces(Site site, DocumentBuilder out) {
		if (site.nodes().stream().allMatch(n -> site.cluster().hardware().nics(n).isEmpty())) {
			return;
		}
		out.section("Which socket is which interface");
		out.text("EL6 names network cards in the order in which their drivers load. The names mean nothing, but they must be the same on every node. In order of importance:");
		List<String> rules = new ArrayList<>();
		site.cluster().networks().clusterNetwork().ifPresent(n -> rules.add("A socket that the BMC shares belongs to the " + Words.plain(n.label().value()) + "."));
		rules.add("Pair a socket of the main board with one of an add-in card, so that no card takes a whole bond with it.");
		rules.add("Lowest latency to the cluster's network" + (site.hasDrbd() ? ", the fastest two to storage" : "") + ", the rest to the users.");
		out.items(rules);
		out.run(site.onAll(), "ip link");
		out.text("Compare each address with the table above. Pull one cable at a time and look which link goes down: `ip link` then says `NO-CARRIER`. A machine whose addresses "
				+ "differ is not the one that was planned: "
				+ "correct the design and export the bundle anew. The names are held by this file, which the bundle brings:");
		String rulesFile = "/etc/udev/rules.d/70-persistent-net.rules";
		site.file(site.first(), rulesFile).ifPresent(f -> out.file(Words.value(rulesFile) + " on " + Site.code(site.first()) + ":", Site.shown(f)));
		out.check(site.boxes(), "every MAC address is that of the table");
	}
}
