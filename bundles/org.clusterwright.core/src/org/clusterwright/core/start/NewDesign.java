package org.clusterwright.core.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.clusterwright.model.values.Address;
import org.clusterwright.model.values.Cidr;

/**
 * The answers from which a new design is made: what differs from the tutorial's. Values are as typed; an empty one takes the default that the
 * methods here derive. No answer is secret: passwords are only named in a design.
 */
public record NewDesign(String name, String domain, Wiring wiring, List<Node> nodes, Network bcn, Network sn, Network ifn, Disk disk, Fencing fencing, String rate) {
	public static final int MOST_NODES = 16;
	private static final Pattern NUMBERED = Pattern.compile("(.*?)(0*)([0-9]{1,9})");
	private static final Pattern SHORT = Pattern.compile("([A-Za-z][A-Za-z0-9]*)-[A-Za-z-]*([0-9]+)");
	private static final List<List<String>> TUTORIAL_MACS = List.of(
			List.of("00:E0:81:C7:EC:49", "00:E0:81:C7:EC:48", "00:E0:81:C7:EC:47", "00:1B:21:9D:59:FC", "00:1B:21:BF:6F:FE", "00:1B:21:BF:70:02"),
			List.of("00:00:5E:00:53:20", "00:00:5E:00:53:21", "00:00:5E:00:53:22", "00:00:5E:00:53:23", "00:00:5E:00:53:24", "00:00:5E:00:53:25"));

	/** How the networks lie on the NICs. */
	public enum Wiring {
		/** Three networks, each on a bond of two NICs. */
		SIX_NICS(6),
		/** Back-channel and storage network share a bond. */
		FOUR_NICS(4);

		private final int nics;

		Wiring(int nics) {
			this.nics = nics;
		}

		/** NICs of a node. */
		public int nics() {
			return nics;
		}

		/** Bonds of a node; NIC {@code i} is in bond {@code i % bonds} and goes to the first switch when it is one of the first. */
		public int bonds() {
			return nics / 2;
		}
	}

	/** {@code macs} has one entry for each NIC, empty where it is not known yet. */
	public record Node(String name, String shortName, String bmc, String outlet, List<String> macs) {
		public Node {
			macs = List.copyOf(macs);
		}
	}

	/** A network; {@code dns} is a list with commas or blanks. */
	public record Network(String label, String subnet, String gateway, String dns) {
	}

	/** What the number of a disk's size counts. */
	public enum Unit {
		SECTORS_512, SECTORS_4096, BYTES
	}

	/** {@code size} counts {@code unit}s, or bears a unit itself (500GB). The sizes are those of the partitions. */
	public record Disk(String device, String size, Unit unit, String boot, String root, String swap, String shared) {
	}

	/** {@code headStart} delays fencing of the first node, so that both do not fence each other at once. */
	public record Fencing(boolean ipmi, String ipmiLogin, List<Pdu> pdus, boolean headStart) {
		public Fencing {
			pdus = List.copyOf(pdus);
		}
	}

	public record Pdu(String name, String agent, String address, String login) {
	}

	public NewDesign {
		Objects.requireNonNull(wiring);
		nodes = List.copyOf(nodes);
	}

	/** The tutorial's answers. */
	public static NewDesign tutorial() {
		return new NewDesign("an-clusterA", "alteeve.com", Wiring.SIX_NICS, List.of(node("an-node01", TUTORIAL_MACS.get(0)), node("an-node02", TUTORIAL_MACS.get(1))),
				new Network("Back-Channel Network", "10.20.0.0/16", "", ""), new Network("Storage Network", "10.10.0.0/16", "", ""),
				new Network("Internet-Facing Network", "10.255.0.0/16", "10.255.255.254", "192.139.81.117, 192.139.81.1"),
				new Disk("sda", "976773168", Unit.SECTORS_512, "256MiB", "40GiB", "4GiB", "20GiB"), new Fencing(true, "root", List.of(pdu(0)), true), "20MiB/s");
	}

	private static Node node(String name, List<String> macs) {
		return new Node(name, "", "", "", macs);
	}

	/** A PDU as the tutorial has it: its second one switches both nodes; another would be the first. */
	public static Pdu pdu(int index) {
		return new Pdu(index == 0 ? "pdu2" : "pdu1", "fence_apc", "", "apc");
	}

	/** The same answers for another number of nodes: those there are stay, new ones are named after the first. */
	public NewDesign withNodeCount(int count) {
		List<Node> resized = new ArrayList<>(nodes.subList(0, Math.min(count, nodes.size())));
		while (resized.size() < count) {
			resized.add(node(numbered(resized.isEmpty() ? "node1" : resized.get(0).name(), resized.size()), List.of()));
		}
		return withNodes(resized);
	}

	public NewDesign withNodes(List<Node> others) {
		return new NewDesign(name, domain, wiring, others, bcn, sn, ifn, disk, fencing, rate);
	}

	public NewDesign withName(String other) {
		return new NewDesign(other, domain, wiring, nodes, bcn, sn, ifn, disk, fencing, rate);
	}

	public NewDesign withDomain(String other) {
		return new NewDesign(name, other, wiring, nodes, bcn, sn, ifn, disk, fencing, rate);
	}

	public NewDesign withWiring(Wiring other) {
		return new NewDesign(name, domain, other, nodes, bcn, sn, ifn, disk, fencing, rate);
	}

	public NewDesign withNetworks(Network otherBcn, Network otherSn, Network otherIfn) {
		return new NewDesign(name, domain, wiring, nodes, otherBcn, otherSn, otherIfn, disk, fencing, rate);
	}

	public NewDesign withDisk(Disk other) {
		return new NewDesign(name, domain, wiring, nodes, bcn, sn, ifn, other, fencing, rate);
	}

	public NewDesign withFencing(Fencing other) {
		return new NewDesign(name, domain, wiring, nodes, bcn, sn, ifn, disk, other, rate);
	}

	public NewDesign withRate(String other) {
		return new NewDesign(name, domain, wiring, nodes, bcn, sn, ifn, disk, fencing, other);
	}

	/** The same answers with another node in a place. */
	public NewDesign withNode(int index, Node other) {
		List<Node> changed = new ArrayList<>(nodes);
		changed.set(index, other);
		return withNodes(changed);
	}

	/** The same answers with rows of MAC addresses from a node and NIC on; what does not fit is left out. */
	public NewDesign withMacs(int node, int nic, List<List<String>> rows) {
		NewDesign changed = this;
		for (int row = 0; row < rows.size() && node + row < nodes.size(); row++) {
			List<String> macs = new ArrayList<>(nodes.get(node + row).macs());
			for (int column = 0; column < rows.get(row).size() && nic + column < wiring.nics(); column++) {
				while (macs.size() <= nic + column) {
					macs.add("");
				}
				macs.set(nic + column, rows.get(row).get(column));
			}
			Node old = nodes.get(node + row);
			changed = changed.withNode(node + row, new Node(old.name(), old.shortName(), old.bmc(), old.outlet(), macs));
		}
		return changed;
	}

	/** Whether a node still has the MAC addresses of the tutorial's machines. */
	public boolean hasSampleMacs() {
		return nodes.stream().anyMatch(n -> !n.macs().isEmpty() && TUTORIAL_MACS.contains(n.macs()));
	}

	/** The same answers without the tutorial's MAC addresses: right for everybody else's machines. */
	public NewDesign withoutSampleMacs() {
		return withNodes(nodes.stream().map(n -> TUTORIAL_MACS.contains(n.macs()) ? new Node(n.name(), n.shortName(), n.bmc(), n.outlet(), List.of()) : n).toList());
	}

	private static String numbered(String first, int further) {
		Matcher matcher = NUMBERED.matcher(first);
		if (!matcher.matches()) {
			return first + (further + 1);
		}
		String number = String.valueOf(Long.parseLong(matcher.group(3)) + further);
		int width = matcher.group(2).length() + matcher.group(3).length();
		return matcher.group(1) + "0".repeat(Math.max(0, width - number.length())) + number;
	}

	/** The short name as written, else as the tutorial forms it: an01 of an-node01; the name itself where that would not be unique. */
	public String shortName(int node) {
		if (!nodes.get(node).shortName().isBlank()) {
			return nodes.get(node).shortName().strip();
		}
		List<String> all = nodes.stream().map(NewDesign::shortened).toList();
		return all.stream().distinct().count() == all.size() ? all.get(node) : nodes.get(node).name().strip();
	}

	private static String shortened(Node node) {
		Matcher matcher = SHORT.matcher(node.name().strip());
		return matcher.matches() ? matcher.group(1) + matcher.group(2) : node.name().strip();
	}

	/** The BMC's address as written, else as in the tutorial: 10.20.1.N; in a small subnet a hundred above the node's. */
	public String bmc(int node) {
		return orElse(nodes.get(node).bmc(), backChannel(1, 100, node + 1));
	}

	/** As in the tutorial 10.20.2.N, N being the PDU's own number where its name ends in one. */
	public String pduAddress(int pdu) {
		Matcher matcher = NUMBERED.matcher(fencing.pdus().get(pdu).name().strip());
		return orElse(fencing.pdus().get(pdu).address(), backChannel(2, 200, matcher.matches() ? Integer.parseInt(matcher.group(3)) : pdu + 1));
	}

	/** As in the tutorial 10.20.3.N. */
	public String switchAddress(int number) {
		return backChannel(3, 240, number);
	}

	public String outlet(int node) {
		return orElse(nodes.get(node).outlet(), String.valueOf(node + 1));
	}

	/** The MAC address of a NIC; empty where it is not known. */
	public String mac(int node, int nic) {
		List<String> macs = nodes.get(node).macs();
		return nic < macs.size() ? macs.get(nic).strip() : "";
	}

	public List<String> dnsServers() {
		return List.of(ifn.dns().split("[,\\s]+")).stream().filter(d -> !d.isEmpty()).toList();
	}

	/** What the network with the cluster's traffic is called. */
	public String backChannelLabel() {
		return wiring == Wiring.FOUR_NICS ? "Back-Channel and Storage Network" : bcn.label();
	}

	public IntStream eachNode() {
		return IntStream.range(0, nodes.size());
	}

	/** An address of the back channel: in the block of 256 that the tutorial keeps for such things, or in a small subnet further up in it. Empty where neither is possible. */
	private String backChannel(int block, int offset, int number) {
		try {
			Cidr subnet = Cidr.parse(bcn.subnet().strip());
			Address address = new Address(subnet.network().bits() + (subnet.prefix() <= 22 ? block * 256L : offset) + number);
			return subnet.isHost(address) ? address.toString() : "";
		} catch (IllegalArgumentException e) {
			return "";
		}
	}

	private static String orElse(String written, String otherwise) {
		return written.isBlank() ? otherwise : written.strip();
	}
}
