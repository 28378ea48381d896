package org.clusterwright.model.catalog;

import java.util.List;
import java.util.Map;

/** Parameters of networks, bonds, switches and nodes. */
final class NetworkSettings {
	/** Kinds of block that are sections: a word and braces. */
	static final List<String> SECTIONS = List.of("network.bridge", "firewall");

	private static final String BONDING = "Linux bonding.txt, bonding driver 3.5.0";
	private static final String TUTORIAL_BONDS = "tutorial, Creating the Bonded Interfaces";
	private static final String INITSCRIPTS = "EL6 initscripts, sysconfig.txt";
	private static final String CABLING = "what is plugged where; only the rules and pictures read it";
	private static final ValueType BOND_DELAY = ValueType.millis(0, 3_600_000);

	static final Map<String, List<SettingSpec>> BLOCKS = Map.of("network", network(), "network.bridge", bridge(), "bonds", bonds(), "nic", nic(), "switch", networkSwitch(),
			"switchport", switchPort(), "pdu", pdu(), "node", node(), "firewall", firewall());

	private NetworkSettings() {
	}

	private static List<SettingSpec> network() {
		return List.of(
				SettingSpec.of("gateway", ValueType.IP, "The router that the nodes reach other networks through.", "ifcfg GATEWAY; " + INITSCRIPTS),
				SettingSpec.of("dns", ValueType.IP, "The name servers in the order they are asked; resolv.conf(5) takes three.", "ifcfg DNS1 to DNS3; " + INITSCRIPTS).many(),
				SettingSpec.of("default-route", ValueType.FLAG, "Whether the default route goes through this network; without it, a network with a gateway has it.",
						"ifcfg DEFROUTE; " + INITSCRIPTS),
				SettingSpec.of("mtu", ValueType.number(68, 65_535), "Largest packet in bytes, on every device of the network; without it the driver's, mostly 1500.",
						"ifcfg MTU; " + INITSCRIPTS),
				SettingSpec.of("addresses", ValueType.TEXT, "The rule for the nodes' addresses, with {id} for the node's id: \"10.20.0.{id}\". Without it: the subnet's first address plus the id.",
						"tutorial, Network"),
				SettingSpec.of("suffix", ValueType.TEXT, "What follows the dot in the nodes' names on this network, as in an-node01.sn; without it the network's name.",
						"tutorial, Updating /etc/hosts"));
	}

	private static List<SettingSpec> bridge() {
		return List.of(
				SettingSpec.of("stp", ValueType.FLAG, "Whether the bridge speaks the Spanning Tree Protocol. The cluster's networks have no loops that it would have to break.",
						"ifcfg STP; brctl(8)").orElse("no"),
				SettingSpec.of("delay", ValueType.seconds(0, 30), "Forward delay: whole seconds that a new port of the bridge stays silent. The kernel's 15 s break the cluster's start.",
						"ifcfg DELAY; brctl(8) setfd").orElse("0s"),
				SettingSpec.of("multicast-snooping", ValueType.FLAG,
						"Whether the bridge forwards multicast only where IGMP asked for it. Without a querier in the network this loses corosync's packets after minutes; without the parameter the kernel's own (yes).",
						"ifcfg BRIDGING_OPTS multicast_snooping; " + INITSCRIPTS));
	}

	private static List<SettingSpec> bonds() {
		return List.of(
				SettingSpec.of("mode", ValueType.word("active-backup", "balance-rr", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb", "0", "1", "2", "3", "4", "5", "6"),
						"What the bond does with its links, by name or by the driver's number. Corosync's bond must be active-backup (1).", TUTORIAL_BONDS).orElse("active-backup"),
				SettingSpec.of("miimon", BOND_DELAY, "How often the link state of each NIC is looked at, in whole milliseconds; 0ms is never.", TUTORIAL_BONDS).orElse("100ms"),
				SettingSpec.of("use-carrier", ValueType.FLAG, "Whether the driver's carrier state is believed; no asks by MII or ethtool ioctls.", TUTORIAL_BONDS).orElse("yes"),
				SettingSpec.of("updelay", BOND_DELAY, "How long a link must be up before it is used, a multiple of miimon. Switches show a link before they forward packets.", TUTORIAL_BONDS)
						.orElse("0ms"),
				SettingSpec.of("downdelay", BOND_DELAY, "How long a link must be down before it is given up, a multiple of miimon.", TUTORIAL_BONDS).orElse("0ms"),
				SettingSpec.of("primary-link", ValueType.number(1, 64), "The link to use whenever it is up, by its number (primary=ETHX of each node). Each change of the active link is a risk; the tutorial sets none.",
						BONDING),
				SettingSpec.of("primary-reselect", ValueType.word("always", "better", "failure", "0", "1", "2"), "When the primary link is taken again after it failed.", BONDING),
				SettingSpec.of("arp-interval", BOND_DELAY, "How often links are tested by ARP instead of miimon, in whole milliseconds.", BONDING),
				SettingSpec.of("arp-ip-target", ValueType.IP, "Whom the ARP test asks; at most 16 addresses.", BONDING).many(),
				SettingSpec.of("arp-validate", ValueType.word("none", "active", "backup", "all", "0", "1", "2", "3"), "Which links' ARP answers are looked into.", BONDING),
				SettingSpec.of("lacp-rate", ValueType.word("slow", "fast", "0", "1"), "How often the peer is asked for LACPDUs in mode 802.3ad: every 30 s or every second.", BONDING),
				SettingSpec.of("ad-select", ValueType.word("stable", "bandwidth", "count", "0", "1", "2"), "How the aggregator is chosen in mode 802.3ad.", BONDING),
				SettingSpec.of("xmit-hash-policy", ValueType.word("layer2", "layer2+3", "layer3+4", "0", "1", "2"), "What chooses the link for a packet in modes balance-xor and 802.3ad.", BONDING),
				SettingSpec.of("fail-over-mac", ValueType.word("none", "active", "follow", "0", "1", "2"), "What becomes of the MAC address at a change of links in mode active-backup.", BONDING),
				SettingSpec.of("num-grat-arp", ValueType.number(0, 255), "Gratuitous ARPs after a change of links.", BONDING),
				SettingSpec.of("num-unsol-na", ValueType.number(0, 255), "Unsolicited IPv6 neighbour advertisements after a change of links.", BONDING),
				SettingSpec.of("resend-igmp", ValueType.number(0, 255), "IGMP membership reports after a change of links.", BONDING));
	}

	private static List<SettingSpec> nic() {
		return List.of(
				SettingSpec.of("card", ValueType.TEXT, "The card that the NIC is on, in your words. The tutorial pairs on-board NICs with those of an add-in card.", CABLING),
				SettingSpec.of("speed", ValueType.word("10", "100", "1000", "2500", "5000", "10000", "25000", "40000", "100000"), "Speed in Mbit/s.", CABLING),
				SettingSpec.of("ethtool", ValueType.TEXT, "Options for ethtool(8) when the NIC is started, as in \"speed 1000 duplex full autoneg on\".", "ifcfg ETHTOOL_OPTS; " + INITSCRIPTS));
	}

	private static List<SettingSpec> networkSwitch() {
		return List.of(
				SettingSpec.of("model", ValueType.TEXT, "Maker and model.", CABLING),
				SettingSpec.of("ports", ValueType.number(1, 4096), "How many ports it has.", CABLING),
				SettingSpec.of("stp", ValueType.FLAG, "Whether the Spanning Tree Protocol is on for its ports; it must be off for the cluster's, and on for uplinks.",
						"tutorial, Managed and Stacking Switch Notes"),
				SettingSpec.of("managed", ValueType.FLAG, "Whether it can be configured.", CABLING));
	}

	private static List<SettingSpec> switchPort() {
		return List.of(
				SettingSpec.of("stp", ValueType.FLAG, "Whether the Spanning Tree Protocol is on for this port.", "tutorial, Managed and Stacking Switch Notes"),
				SettingSpec.of("vlans", ValueType.number(1, 4094), "The VLANs of this port.", CABLING).many(),
				SettingSpec.of("description", ValueType.TEXT, "What the port is for.", CABLING));
	}

	private static List<SettingSpec> pdu() {
		return List.of(
				SettingSpec.of("model", ValueType.TEXT, "Maker and model.", CABLING),
				SettingSpec.of("outlets", ValueType.number(1, 512), "How many outlets it has.", CABLING));
	}

	private static List<SettingSpec> node() {
		return List.of(
				SettingSpec.of("aliases", ValueType.TEXT, "Further names of the node in /etc/hosts, on the cluster's network.", "hosts(5)").many(),
				SettingSpec.of("model", ValueType.TEXT, "Maker and model.", CABLING),
				SettingSpec.of("rack", ValueType.TEXT, "Where it stands.", CABLING));
	}

	private static List<SettingSpec> firewall() {
		return List.of(
				SettingSpec.of("manage", ValueType.FLAG, "Whether the cluster's ports are opened in /etc/sysconfig/iptables.", "iptables-restore(8)").orElse("yes"),
				SettingSpec.of("allow-tcp", ValueType.PORTS, "Further TCP ports or ranges (5900-5999) to open for anybody, on every node.", "iptables-restore(8)").many(),
				SettingSpec.of("allow-udp", ValueType.PORTS, "Further UDP ports or ranges to open for anybody, on every node.", "iptables-restore(8)").many());
	}
}
