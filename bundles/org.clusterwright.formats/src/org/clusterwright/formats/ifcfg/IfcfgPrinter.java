package org.clusterwright.formats.ifcfg;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.effective.Bonding;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveBond.DriverOption;
import org.clusterwright.model.effective.EffectiveBond;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveInterface;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Networks;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.values.Duration;
import org.eclipse.emf.ecore.EObject;

/** Prints one ifcfg file: a comment and assignments in the tutorial's order, every value in double quotes. The network scripts source it. */
final class IfcfgPrinter {
	/** A value is one or several pieces, each with its origin; they are separated by blanks. */
	private record Line(Origin origin, List<Piece> pieces) {
	}

	private record Piece(String prefix, Effective<String> value) {
	}

	private static final String TUTORIAL = "tutorial, Setting Up the Network";
	private static final String CORRECTION = "# Corrected: the tutorial has no NM_CONTROLLED, ONBOOT, DELAY and STP here. Without ONBOOT the bridge is not started at\n"
			+ "# boot, and the usual forward delay of 15 seconds breaks the cluster's start.";

	private final EffectiveCluster cluster;
	private final EffectiveNode node;
	private final Map<String, Line> lines = new LinkedHashMap<>();
	private Origin structure;

	IfcfgPrinter(EffectiveCluster cluster, EffectiveNode node) {
		this.cluster = cluster;
		this.node = node;
	}

	void print(EffectiveInterface device, TracedWriter out) {
		lines.clear();
		structure = device.device().origin();
		out.put(device.title().origin(), "# " + ShellWords.comment(device.title().value())).put(structure, "\n");
		switch (device.kind()) {
			case NIC -> nic(device);
			case BOND -> bond(device);
			case VLAN -> vlan(device);
			case BRIDGE -> {
				out.line(new Origin.Default(structure.element(), TUTORIAL), CORRECTION);
				bridge(device);
			}
		}
		device.mtu().ifPresent(m -> value("MTU", m.map(String::valueOf)));
		device.network().ifPresent(n -> options(n.design()));
		lines.forEach((key, line) -> write(key, line, out));
	}

	private void nic(EffectiveInterface device) {
		Nic design = device.nic().orElseThrow().design();
		device.nic().get().mac().ifPresent(m -> value("HWADDR", m.map(mac -> mac.upperCase())));
		value("DEVICE", device.device());
		device.bridge().ifPresent(b -> value("BRIDGE", b));
		fixed("NM_CONTROLLED", "no");
		boolean used = device.bond().isPresent() || !device.nic().get().networks().isEmpty();
		fixed("ONBOOT", used ? "yes" : "no");
		fixed("BOOTPROTO", holdsAddress(device) ? "static" : "none");
		device.bond().ifPresent(b -> {
			value("MASTER", new Effective<>(b.name().value(), new Origin.Set(design, DesignPackage.Literals.NIC__BOND)));
			fixed("SLAVE", "yes");
		});
		Settings.text(design, "ethtool").ifPresent(e -> value("ETHTOOL_OPTS", e));
		device.network().ifPresent(this::addresses);
		options(design);
	}

	private void bond(EffectiveInterface device) {
		EffectiveBond bond = device.bond().orElseThrow();
		value("DEVICE", device.device());
		carrier(device);
		lines.put("BONDING_OPTS", new Line(structure, cluster.bonding().options(bond, node).stream().map(IfcfgPrinter::piece).toList()));
		device.network().ifPresent(this::addresses);
		options(bond.block());
	}

	private void vlan(EffectiveInterface device) {
		value("DEVICE", device.device());
		fixed("VLAN", "yes");
		carrier(device);
		device.network().ifPresent(this::addresses);
	}

	private void carrier(EffectiveInterface device) {
		device.bridge().ifPresent(b -> value("BRIDGE", b));
		fixed("BOOTPROTO", holdsAddress(device) ? "static" : "none");
		fixed("NM_CONTROLLED", "no");
		fixed("ONBOOT", "yes");
	}

	private void bridge(EffectiveInterface device) {
		EffectiveNetwork network = device.network().orElseThrow();
		Networks networks = cluster.networks();
		value("DEVICE", device.device());
		fixed("TYPE", "Bridge");
		fixed("BOOTPROTO", holdsAddress(device) ? "static" : "none");
		fixed("NM_CONTROLLED", "no");
		fixed("ONBOOT", "yes");
		value("DELAY", networks.bridgeSetting(network, "delay", "0s").map(d -> String.valueOf(Duration.parse(d).millis() / 1000)));
		value("STP", networks.bridgeSetting(network, "stp", "no").map(s -> Settings.yesOrNo(s) ? "yes" : "no"));
		Statements.section(network.design(), "bridge").flatMap(s -> Settings.flag(s, "multicast-snooping"))
				.ifPresent(s -> value("BRIDGING_OPTS", s.map(on -> "multicast_snooping=" + (on ? "1" : "0"))));
		addresses(network);
		Statements.section(network.design(), "bridge").ifPresent(this::options);
	}

	private boolean holdsAddress(EffectiveInterface device) {
		return device.network().flatMap(n -> cluster.networks().address(node, n)).isPresent();
	}

	private void addresses(EffectiveNetwork network) {
		Networks networks = cluster.networks();
		networks.address(node, network).ifPresent(a -> value("IPADDR", a.map(String::valueOf)));
		network.subnet().ifPresent(s -> value("NETMASK", s.map(subnet -> subnet.netmask().toString())));
		networks.gateway(network).ifPresent(g -> value("GATEWAY", g.map(String::valueOf)));
		List<Effective<String>> dns = networks.dns(network);
		for (int i = 0; i < dns.size(); i++) {
			value("DNS" + (i + 1), dns.get(i));
		}
		networks.defaultRoute(network).ifPresent(d -> value("DEFROUTE", d.map(yes -> yes ? "yes" : "no")));
	}

	/** Native parameters of the design, which replace ours; in a bond's block those in lower case are the bonding driver's. */
	private void options(Block block) {
		for (Option option : Statements.all(block, Option.class)) {
			if (option.getKey() != null && !Bonding.isDriverOption(option)) {
				String text = option.getValues().stream().map(Settings::text).collect(Collectors.joining(" "));
				Origin origin = new Origin.Set(option, DesignPackage.Literals.OPTION__VALUES);
				lines.put(option.getKey(), new Line(origin, List.of(new Piece("", new Effective<>(text, origin)))));
			}
		}
	}

	private void value(String key, Effective<String> value) {
		lines.put(key, new Line(structure, List.of(new Piece("", value))));
	}

	private void fixed(String key, String text) {
		EObject element = structure.element();
		value(key, Effective.byDefault(text, element, TUTORIAL));
	}

	private static Piece piece(DriverOption option) {
		return new Piece(option.name() + "=", option.value());
	}

	private static void write(String key, Line line, TracedWriter out) {
		out.put(line.origin(), key + "=\"");
		String separator = "";
		for (Piece piece : line.pieces()) {
			String quoted = ShellWords.doubleQuote(piece.prefix() + piece.value().value());
			out.put(line.origin(), separator).put(piece.value().origin(), quoted.substring(1, quoted.length() - 1));
			separator = " ";
		}
		out.put(line.origin(), "\"\n");
	}
}
