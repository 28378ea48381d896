package org.clusterwright.formats.ifcfg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clusterwright.formats.BlockWriter;
import org.clusterwright.formats.DesignWords;
import org.clusterwright.formats.NativeChange.Reach;
import org.clusterwright.formats.NativeChange.Way;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.NodeAddress;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveInterface;
import org.clusterwright.model.effective.EffectiveInterface.Kind;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.values.Address;
import org.clusterwright.model.values.Cidr;
import org.clusterwright.model.values.Counts;
import org.clusterwright.model.values.Mac;

/** How the design says a variable of an ifcfg file: the inverse of {@link IfcfgPrinter}. Methods throw IllegalArgumentException, with words for the author, for a bad value. */
final class IfcfgWays {
	private final EffectiveCluster cluster;
	private final EffectiveNode node;
	private final EffectiveInterface device;

	IfcfgWays(EffectiveCluster cluster, EffectiveNode node, EffectiveInterface device) {
		this.cluster = cluster;
		this.node = node;
		this.device = device;
	}

	static boolean isOption(Origin origin) {
		return origin instanceof Origin.Set set && set.element() instanceof Option;
	}

	List<Way> change(String name, Origin origin, String was, String is) {
		if (name.equals("BONDING_OPTS") && device.bond().isPresent() && !isOption(origin)) {
			return new BondingWays(cluster, node, device.bond().get()).change(was, is);
		}
		return switch (origin) {
			case Origin.Set set -> List.of(here(set, name, was, is));
			case Origin.Derived derived -> override(name, was, is);
			case Origin.Default fixed -> override(name, was, is);
		};
	}

	List<Way> remove(String name, Origin origin, String was) {
		if (!(origin instanceof Origin.Set set)) {
			return List.of();
		}
		Runnable removal = switch (set.element()) {
			case Option option -> () -> BlockWriter.remove(option);
			case NodeAddress address -> () -> BlockWriter.remove(address);
			case Nic nic when set.feature() == DesignPackage.Literals.NIC__MAC -> () -> nic.setMac(null);
			case Setting setting -> {
				List<String> texts = BlockWriter.texts(setting.getValues());
				int index = name.matches("DNS[1-9]") ? name.charAt(3) - '1' : -1;
				yield index >= 0 && texts.size() > 1 ? () -> {
					texts.remove(index);
					BlockWriter.set(setting.getValues(), texts);
				} : () -> BlockWriter.remove(setting);
			}
			default -> null;
		};
		return removal == null ? List.of() : List.of(new Way(Reach.HERE, DesignWords.title(set.element()) + ": no " + name + " any more (was \u2039" + was + "\u203a)", removal));
	}

	List<Way> add(String name, String value) {
		List<Way> ways = new ArrayList<>();
		Nic nic = device.kind() == Kind.NIC ? device.nic().orElseThrow().design() : null;
		if (nic != null && name.equals("HWADDR")) {
			Mac mac = Mac.parse(value);
			return List.of(new Way(Reach.HERE, "NIC " + nic.getName() + ": MAC address " + value, () -> nic.setMac(mac)));
		}
		if (nic != null && name.equals("ETHTOOL_OPTS")) {
			ways.add(new Way(Reach.HERE, "NIC " + nic.getName() + ": ethtool " + value, () -> BlockWriter.set(nic, "ethtool", value)));
		}
		ways.addAll(override(name, null, value));
		return ways;
	}

	/** Why a variable cannot be another one for this file alone. */
	String shared(String name) {
		return switch (device.kind()) {
			case NIC -> "The design has no word for " + name + " of this NIC alone.";
			case BOND -> name + " of " + device.device().value() + " is the same on every node: the design says it for the bond and not for one node.";
			case VLAN, BRIDGE -> name + " of " + device.device().value() + " is the same on every node: the design says it for the network and not for one node.";
		};
	}

	/** Why a variable cannot be taken away. */
	String always(String name, Origin origin) {
		return switch (origin) {
			case Origin.Derived derived -> name + " follows from " + derived.rule() + ", so the line is always there.";
			case Origin.Default fixed -> name + " is always written (" + fixed.source() + "); give it another value instead.";
			case Origin.Set set -> name + " follows from what the design says, so the line is always there.";
		};
	}

	/** Another value where the design says one. */
	private static Runnable written(String name, Origin.Set set, String is) {
		return switch (set.element()) {
			case NodeAddress address -> {
				Address parsed = Address.parse(is);
				yield () -> address.setAddress(parsed);
			}
			case Nic nic when set.feature() == DesignPackage.Literals.NIC__MAC -> {
				Mac mac = Mac.parse(is);
				yield () -> nic.setMac(mac);
			}
			case Network network when set.feature() == DesignPackage.Literals.NETWORK__SUBNET -> {
				Cidr subnet = subnet(network.getSubnet(), is);
				yield () -> network.setSubnet(subnet);
			}
			case Option option -> () -> BlockWriter.set(option.getValues(), List.of(is));
			case Setting setting -> {
				List<String> texts = BlockWriter.texts(setting.getValues());
				int index = name.matches("DNS[1-9]") ? name.charAt(3) - '1' : 0;
				if (index >= texts.size()) {
					throw new IllegalArgumentException("the design has only " + texts.size() + " values there");
				}
				texts.set(index, said(name, is, texts.get(index)));
				yield () -> BlockWriter.set(setting.getValues(), texts);
			}
			default -> throw new IllegalArgumentException("it is written in the design as part of something else");
		};
	}

	/** A value that the design does not say yet: where it can be said for this file alone, and where for all. */
	private List<Way> override(String name, String was, String is) {
		List<Way> ways = new ArrayList<>();
		Optional<EffectiveNetwork> network = device.network();
		String wide = network.map(n -> "network " + n.name().value()).orElse("");
		switch (name) {
			case "IPADDR" -> network.ifPresent(n -> ways.add(address(n, was, Address.parse(is))));
			case "GATEWAY", "MTU" -> network.ifPresent(n -> ways.add(setting(n.design(), name.toLowerCase(Locale.ROOT), checked(name, is), wide)));
			case "DEFROUTE" -> network.ifPresent(n -> ways.add(setting(n.design(), "default-route", checked(name, is), wide)));
			case "DNS1", "DNS2", "DNS3" -> network.ifPresent(n -> dns(n.design(), Address.parse(is).toString()).ifPresent(ways::add));
			case "DELAY", "STP", "BRIDGING_OPTS" -> {
				if (device.kind() == Kind.BRIDGE) {
					String key = name.equals("BRIDGING_OPTS") ? "multicast-snooping" : name.toLowerCase(Locale.ROOT);
					String value = said(name, is, "");
					ways.add(new Way(Reach.WIDER, wide + ", bridge " + device.device().value() + ": " + key + " " + value + " on every node",
							() -> BlockWriter.set(BlockWriter.section(network.orElseThrow().design(), "bridge"), key, value)));
				}
			}
			default -> {
				// a variable that the design knows only as an option
			}
		}
		if (!name.equals("IPADDR") && !name.equals("NETMASK") && ways.stream().noneMatch(w -> w.reach() == Reach.HERE)) {
			option(name, is).ifPresent(w -> ways.add(w.reach() == Reach.HERE ? 0 : ways.size(), w));
		}
		return ways;
	}

	private Way address(EffectiveNetwork network, String was, Address is) {
		return new Way(Reach.HERE, "node " + node.name().value() + ": address on " + network.name().value() + " " + is + (was == null ? "" : " instead of the derived " + was), () -> {
			NodeAddress made = DesignFactory.eINSTANCE.createNodeAddress();
			made.setNetwork(network.design());
			made.setAddress(is);
			boolean first = node.design().getStatements().stream().noneMatch(NodeAddress.class::isInstance);
			BlockWriter.add(node.design(), made, s -> s instanceof NodeAddress || first && s instanceof Nic);
		});
	}

	private Way setting(Block block, String key, String value, String where) {
		return new Way(Reach.WIDER, where + ": " + key + " " + value + " on every node", () -> BlockWriter.set(block, key, value));
	}

	/** A further name server where the network has some; the first one otherwise. */
	private static Optional<Way> dns(Network network, String server) {
		Optional<Setting> list = Settings.find(network, "dns");
		String what = "network " + network.getName() + ": name server " + server;
		return Optional.of(list.isPresent() ? new Way(Reach.HERE, what, () -> {
			List<String> texts = BlockWriter.texts(list.get().getValues());
			texts.add(server);
			BlockWriter.set(list.get().getValues(), texts);
		}) : new Way(Reach.WIDER, what + " on every node", () -> BlockWriter.set(network, "dns", server)));
	}

	/** The variable as a native option: of the NIC, or of what is the same on every node. */
	private Optional<Way> option(String name, String value) {
		return switch (device.kind()) {
			case NIC -> device.nic().map(n -> new Way(Reach.HERE, "NIC " + n.name().value() + ": option " + name + " " + value,
					() -> BlockWriter.option(n.design(), name, List.of(value))));
			case BOND -> device.bond().map(b -> new Way(Reach.WIDER, "bonds of the same block as " + b.name().value() + ": option " + name + " " + value + " on every node",
					() -> BlockWriter.option(b.block(), name, List.of(value))));
			case VLAN -> device.network().map(n -> new Way(Reach.WIDER, "network " + n.name().value() + ": option " + name + " " + value + " on every node",
					() -> BlockWriter.option(n.design(), name, List.of(value))));
			case BRIDGE -> device.network().map(n -> new Way(Reach.WIDER, "bridge " + device.device().value() + ": option " + name + " " + value + " on every node",
					() -> BlockWriter.option(BlockWriter.section(n.design(), "bridge"), name, List.of(value))));
		};
	}

	private static Way here(Origin.Set set, String name, String was, String is) {
		return new Way(Reach.HERE, DesignWords.title(set.element()) + ": " + name + " \u2039" + is + "\u203a instead of \u2039" + was + "\u203a", written(name, set, is));
	}

	/** A variable's value in the design's spelling; flags keep the style of the old word. */
	private static String said(String name, String value, String old) {
		return switch (name) {
			case "DELAY" -> Counts.parse(value) + "s";
			case "STP", "DEFROUTE" -> flag(value, old);
			case "MTU" -> String.valueOf(Counts.parse(value));
			case "GATEWAY", "DNS1", "DNS2", "DNS3" -> Address.parse(value).toString();
			case "BRIDGING_OPTS" -> switch (value) {
				case "multicast_snooping=0" -> flag("no", old);
				case "multicast_snooping=1" -> flag("yes", old);
				default -> throw new IllegalArgumentException("only multicast_snooping=0 or =1 has a word in the design");
			};
			default -> value;
		};
	}

	private static String checked(String name, String value) {
		return said(name, value, "");
	}

	private static String flag(String value, String old) {
		if (!value.equals("yes") && !value.equals("no")) {
			throw new IllegalArgumentException("it is yes or no");
		}
		boolean on = value.equals("yes");
		return switch (old) {
			case "on", "off" -> on ? "on" : "off";
			case "true", "false" -> on ? "true" : "false";
			case "1", "0" -> on ? "1" : "0";
			default -> value;
		};
	}

	private static Cidr subnet(Cidr old, String mask) {
		long bits = Address.parse(mask).bits();
		int prefix = Long.bitCount(bits);
		if (bits != (prefix == 0 ? 0 : 0xFFFFFFFFL << 32 - prefix & 0xFFFFFFFFL)) {
			throw new IllegalArgumentException("the ones of a netmask stand together at its beginning");
		}
		return Cidr.parse(old.network() + "/" + prefix);
	}
}
