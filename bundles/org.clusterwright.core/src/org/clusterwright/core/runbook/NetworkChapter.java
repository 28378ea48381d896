package org.clusterwright.core.runbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.document.Words;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.model.effective.EffectiveBond;
import org.clusterwright.model.effective.EffectiveInterface;
import org.clusterwright.model.effective.EffectiveInterface.Kind;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNic;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Firewall.Opening;

/** Bridges, bonds and NICs; how to see that they work; names without DNS; the firewall. */
final class NetworkChapter {
	private static final String DIRECTORY = "/etc/sysconfig/network-scripts/";

	private final Site site;
	private final DocumentBuilder out;

	private NetworkChapter(Site site, DocumentBuilder out) {
		this.site = site;
		this.out = out;
	}

	static void write(Site site, DocumentBuilder out) {
		new NetworkChapter(site, out).write();
	}

	private void write() {
		out.chapter("The network");
		out.warn("You can lock yourself out here. Go on only with access to the consoles, and one node at a time.");
		plan();
		files();
		load();
		if (!site.cluster().bonding().all().isEmpty()) {
			bonds();
		}
		hosts();
		firewall();
	}

	private void plan() {
		List<EffectiveNetwork> networks = site.cluster().networks().all();
		out.section("The plan");
		out.table(List.of("Network", "Subnet", "Address on", "Below it", "Suffix in /etc/hosts"), networks.stream().map(n -> List.of(Words.plain(n.label().value()), n.subnet()
				.map(s -> String.valueOf(s.value())).orElse(Site.NOTHING),
				n.device().value().isEmpty() ? Site.NOTHING : Site.code(n.device()), n.link().value().equals(n.device().value()) || n.link().value().isEmpty() ? Site.NOTHING
						: Site.code(n.link()),
				"." + Words.plain(site.cluster().networks().suffix(n).value()))).toList());
		List<String> head = new ArrayList<>(List.of("Node"));
		networks.forEach(n -> head.add(Words.plain(n.name().value())));
		List<List<String>> rows = new ArrayList<>();
		for (EffectiveNode node : site.nodes()) {
			List<String> row = new ArrayList<>(List.of(Site.code(node)));
			networks.forEach(n -> row.add(site.address(node, n) + (n.device().value().isEmpty() ? "" : " on " + Site.code(n.device()))));
			rows.add(row);
		}
		out.table(head, rows);
		if (networks.stream().anyMatch(n -> !n.device().value().equals(n.carrier().value()))) {
			out.text("A bridge holds the address; the bond below it is its port and has none. Guests plug into bridges."
					+ site.cluster().networks().replicationNetwork().filter(n -> site.hasDrbd() && n.device().value().equals(n.carrier().value())).map(n -> " "
							+ Words.plain(n.label().value()) + " has no bridge: no guest may use it.").orElse(""));
		}
	}

	private void files() {
		out.section("The files");
		out.text("`install.sh` has written them and kept what was there. Keep a copy of your own where you find it without thinking:");
		out.run(site.onAll(), "mkdir -p /root/backups\nrsync -av " + DIRECTORY + "ifcfg-* /root/backups/");
		EffectiveNode node = site.first();
		out.text("Below are those of " + Site.code(node) + ", from the bridges down to the NICs.");
		List<EffectiveInterface> all = site.cluster().interfaces().of(node);
		for (Kind kind : List.of(Kind.BRIDGE, Kind.VLAN, Kind.BOND, Kind.NIC)) {
			List<EffectiveInterface> some = all.stream().filter(i -> i.kind() == kind).toList();
			if (kind == Kind.BOND && !some.isEmpty()) {
				options();
			}
			some.forEach(i -> site.file(node, DIRECTORY + "ifcfg-" + i.device().value())
					.ifPresent(f -> out.file(Words.value(f.path().text()) + " on " + Site.code(node) + ", " + Words.plain(i.title().value()) + ":", Site.shown(f))));
		}
		for (String path : site.paths(node, DIRECTORY + "route-")) {
			site.list(out, path);
		}
		differences(node);
		if (all.stream().anyMatch(i -> i.kind() == Kind.BRIDGE)) {
			out.text("The names of the bridges' files sort behind those of bonds and NICs, so that the network scripts start a bridge after what it stands on. Keep that in mind "
					+ "before you rename one.");
		}
		site.list(out, "/etc/sysconfig/network");
		site.list(out, "/etc/modprobe.d/bonding.conf");
	}

	/** What the other nodes' files say differently: addresses above all. */
	private void differences(EffectiveNode first) {
		List<List<String>> rows = new ArrayList<>();
		for (EffectiveNode node : site.nodes().subList(1, site.nodes().size())) {
			for (String path : site.paths(node, DIRECTORY)) {
				Optional<NativeFile> before = site.file(first, path);
				Set<String> known = before.map(f -> (Set<String>) new LinkedHashSet<>(f.content().text().lines().toList())).orElse(Set.of());
				String other = String.join(", ", Site.shown(site.file(node, path).orElseThrow()).lines().filter(l -> !known.contains(l) && !l.isBlank()).map(Words::value)
						.toList());
				if (!other.isEmpty()) {
					rows.add(List.of(Site.code(node), Words.value(path.substring(DIRECTORY.length())), other));
				}
			}
		}
		if (!rows.isEmpty()) {
			out.text((site.nodes().size() == 2 ? "On the other node" : "On the other nodes") + " these lines differ:");
			out.table(List.of("Node", "File", "Instead"), rows);
		}
	}

	private void options() {
		List<EffectiveBond> bonds = site.cluster().bonding().all();
		out.text("What the options of the bonds mean:");
		List<String> items = new ArrayList<>();
		Map<String, Set<String>> values = new LinkedHashMap<>();
		bonds.forEach(b -> site.cluster().bonding().options(b, site.first()).forEach(o -> values.computeIfAbsent(o.name(), k -> new LinkedHashSet<>()).add(o.value().value())));
		values.forEach((name, all) -> meaning(name).ifPresent(m -> items.add(Words.value(name + "=" + String.join(" or ", all)) + ": " + m)));
		out.items(items);
	}

	private static Optional<String> meaning(String option) {
		return Optional.ofNullable(switch (option) {
			case "mode" -> "how the links share the work. `1` (active-backup) uses one and keeps the other ready; it is the only mode that Red Hat supports below corosync.";
			case "miimon" -> "how often the driver looks whether the cable carries, in milliseconds.";
			case "use_carrier" -> "`1` asks the NIC's driver. If it does not notice a pulled cable, try `0`.";
			case "updelay" -> "how long a link must be up before it is used. Switches show a link before they forward anything; raise it if the switch test shows losses.";
			case "downdelay" -> "how long a link must be down before it is given up.";
			case "primary" -> "the link that is used whenever it is up.";
			default -> null;
		});
	}

	private void load() {
		out.section("Load it");
		out.text("NetworkManager knows neither these bridges nor these bonds, and `cman` refuses to start beside it.");
		out.run("On one node after the other, at its console:", "/etc/init.d/NetworkManager stop\nchkconfig NetworkManager off\n/etc/init.d/network restart\nip addr");
		out.text("If the names of the NICs had to change, reboot instead: the new names come with the next boot.");
		out.check(site.boxes(), "`ip addr` shows every address of the plan on its device");
	}

	private void bonds() {
		out.section("See that the bonds work");
		List<EffectiveBond> bonds = site.cluster().bonding().all();
		EffectiveNode node = site.first();
		EffectiveBond bond = site.cluster().networks().clusterNetwork().flatMap(n -> bonds.stream().filter(b -> b.networks().contains(n)).findFirst()).orElse(bonds.get(0));
		out.run(Site.on(node), "cat /proc/net/bonding/" + ShellWords.quote(bond.name().value()));
		expectBond(site, out, node, bond);
		out.text("`Currently Active Slave` is the link in use; which one it is does not matter now. Every slave must say `MII Status: up`, and its address must be that of the cabling table.");
		EffectiveNode from = node;
		for (EffectiveNode to : site.nodes()) {
			if (to != from) {
				out.run(Site.on(from), Site.lines(site.cluster().networks().all().stream().filter(n -> site.cluster().networks().address(to, n).isPresent())
						.map(n -> "ping -c 3 " + ShellWords.quote(site.cluster().hostNames().name(to, n).value())).toList()));
			}
		}
		for (EffectiveBond b : bonds) {
			out.check(site.boxes(), Site.code(b.name()) + ": all links up, each with its own address");
		}
	}

	/** /proc/net/bonding of a bond whose first link is active. */
	static void expectBond(Site site, DocumentBuilder out, EffectiveNode node, EffectiveBond bond) {
		List<EffectiveNic> links = site.cluster().hardware().members(node, bond);
		if (!bond.isActiveBackup() || links.isEmpty()) {
			return;
		}
		StringBuilder text = new StringBuilder("Ethernet Channel Bonding Driver: \u2026\n\nBonding Mode: fault-tolerance (active-backup)\nPrimary Slave: ");
		text.append(site.cluster().bonding().options(bond, node).stream().filter(o -> o.name().equals("primary")).findFirst().map(o -> o.value().value())
				.orElse("None")).append('\n');
		text.append("Currently Active Slave: ").append(links.get(0).name().value()).append("\nMII Status: up\n");
		text.append("MII Polling Interval (ms): ").append(site.cluster().bonding().monitorMillis(bond)).append("\nUp Delay (ms): ").append(site.cluster().bonding().upDelayMillis(bond));
		text.append("\nDown Delay (ms): ").append(site.cluster().bonding().downDelayMillis(bond)).append('\n');
		for (EffectiveNic link : links) {
			text.append("\nSlave Interface: ").append(link.name().value()).append("\nMII Status: up\nLink Failure Count: 0\nPermanent HW addr: ").append(link.mac()
					.map(m -> m.value().lowerCase()).orElse("\u2026")).append('\n');
		}
		out.expect(Site.code(bond.name()) + " on " + Site.code(node) + " while its first link is in use:", text.toString());
	}

	private void hosts() {
		out.section("Names without DNS");
		out.text("The names of the cluster must not depend on DNS: it is one more thing that can fail at the wrong moment. And `uname -n` must resolve to the address on "
				+ site.cluster().networks().clusterNetwork().map(n -> "the " + Words.plain(n.label().value())).orElse("the cluster's network")
						+ ", because corosync takes its interface from that.");
		site.list(out, "/etc/hosts");
		site.runEach(out, n -> List.of("getent hosts " + ShellWords.quote(n.hostName().value())));
		site.cluster().networks().clusterNetwork().ifPresent(net -> site.nodes().forEach(n -> out.check(List.of(Site.plain(n)), "shows " + Words.value(site.address(n, net)))));
	}

	private void firewall() {
		if (!site.cluster().firewall().managed().value() || site.cluster().firewall().openings(site.first()).isEmpty()) {
			return;
		}
		out.section("The firewall");
		out.text("The bundle puts a marked block into `/etc/sysconfig/iptables`, before the first rule that turns packets away. It opens, to the cluster's own networks only:");
		Map<List<String>, List<EffectiveNode>> rows = new LinkedHashMap<>();
		for (EffectiveNode node : site.nodes()) {
			site.cluster().firewall().openings(node).forEach(o -> rows.computeIfAbsent(row(o), k -> new ArrayList<>()).add(node));
		}
		List<List<String>> table = new ArrayList<>();
		rows.forEach((row, where) -> {
			List<String> all = new ArrayList<>(row);
			all.add(where.size() == site.nodes().size() ? site.all() : Site.names(where));
			table.add(all);
		});
		out.table(List.of("For", "Protocol", "Ports", "From", "On"), table);
		out.run(site.onAll(), "/etc/init.d/iptables restart\niptables -L INPUT -n --line-numbers");
		if (site.nodes().stream().anyMatch(n -> site.tree(n).map(t -> t.files().stream().anyMatch(f -> f instanceof NativeFile.Patch p
				&& p.target().text().equals("/etc/sysctl.conf"))).orElse(false))) {
			out.text("Guests' packets on the bridges must not pass the host's firewall; that is what the bundle sets in `/etc/sysctl.conf`. The keys exist only once a bridge "
					+ "does, so load them when the network is up:");
			out.run(site.onAll(), "sysctl -p");
		}
	}

	private static List<String> row(Opening o) {
		String protocol = switch (o.protocol()) {
			case TCP -> "tcp";
			case UDP -> "udp";
			case IGMP -> "igmp";
			case MULTICAST -> "multicast";
		};
		return List.of(Words.plain(o.purpose()), protocol, o.ports().map(p -> String.valueOf(p.value())).orElse(Site.NOTHING), o.source().map(s -> Words.value(s.value()))
				.orElse("anybody"));
	}
}
