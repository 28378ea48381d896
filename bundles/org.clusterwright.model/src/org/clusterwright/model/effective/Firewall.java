package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.NetworkRole;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.values.PortRange;

/** The ports that each node opens to the cluster's networks, and to anybody. */
public final class Firewall {
	public enum Protocol {
		TCP, UDP, IGMP, MULTICAST
	}

	/** What is let in. {@code ports} is there for TCP and UDP; {@code source} is a subnet or an address, absent for anybody. */
	public record Opening(String purpose, Protocol protocol, Optional<Effective<PortRange>> ports, Optional<Effective<String>> source, Origin origin) {
	}

	private static final String PORTS = "the ports of EL6's cluster programs";
	private static final long FIRST_DRBD_PORT = 7789;

	private final EffectiveCluster cluster;
	private final Map<Node, Map<EffectiveNode, Set<Integer>>> replication = new HashMap<>();
	private final Map<Integer, Origin> portOrigins = new HashMap<>();

	Firewall(EffectiveCluster cluster) {
		this.cluster = cluster;
		gatherReplication();
	}

	/** Whether /etc/sysconfig/iptables is ours to patch. */
	public Effective<Boolean> managed() {
		return section().flatMap(s -> Settings.flag(s, "manage")).orElseGet(() -> Effective.byDefault(Boolean.TRUE, cluster.design(), "the cluster's programs need their ports"));
	}

	/** What a node lets in, in a stable order. */
	public List<Opening> openings(EffectiveNode node) {
		List<Opening> found = new ArrayList<>();
		ringNetworks().forEach(n -> corosync(n, found));
		cluster.networks().clusterNetwork().ifPresent(n -> {
			tcp("dlm", 21064, 21064, n, found);
			tcp("ricci", 11111, 11111, n, found);
			tcp("modclusterd", 16851, 16851, n, found);
		});
		cluster.networks().withRole(NetworkRole.MIGRATION).or(cluster.networks()::clusterNetwork).ifPresent(n -> tcp("live migration", 49_152, 49_215, n, found));
		replication(node, found);
		cluster.networks().clusterNetwork().ifPresent(n -> tcp("ssh", 22, 22, n, found));
		section().ifPresent(s -> {
			written(s, "allow-tcp", Protocol.TCP, found);
			written(s, "allow-udp", Protocol.UDP, found);
		});
		return List.copyOf(found);
	}

	/** Each host of a resource listens on its own port for the other hosts. */
	private void gatherReplication() {
		for (ReplicatedResource resource : cluster.replication().resources()) {
			for (ReplicaHost host : resource.hosts()) {
				int port = host.port().value().intValue();
				portOrigins.putIfAbsent(port, host.port().origin());
				Map<EffectiveNode, Set<Integer>> peers = replication.computeIfAbsent(host.node().design(), k -> new LinkedHashMap<>());
				resource.hosts().stream().map(ReplicaHost::node).filter(n -> n != host.node()).forEach(p -> peers.computeIfAbsent(p, k -> new LinkedHashSet<>()).add(port));
			}
		}
	}

	private void replication(EffectiveNode node, List<Opening> found) {
		Optional<EffectiveNetwork> network = cluster.networks().replicationNetwork();
		if (network.isEmpty()) {
			return;
		}
		Map<Integer, EffectiveNode> inOrder = new TreeMap<>();
		Map<EffectiveNode, Set<Integer>> peers = replication.getOrDefault(node.design(), Map.of());
		for (int i = 0; i < cluster.nodes().size(); i++) {
			if (peers.containsKey(cluster.nodes().get(i))) {
				inOrder.put(i, cluster.nodes().get(i));
			}
		}
		for (EffectiveNode peer : inOrder.values()) {
			cluster.networks().address(peer, network.get()).ifPresent(address -> {
				for (PortRange range : PortRange.of(new TreeSet<>(peers.get(peer)))) {
					Effective<PortRange> ports = new Effective<>(range, portOrigins.get(range.first()));
					found.add(new Opening("DRBD", Protocol.TCP, Optional.of(ports), Optional.of(address.map(String::valueOf)), network.get().name().origin()));
				}
			});
		}
	}

	/** Corosync speaks on the cluster's network and on a second ring's. */
	private List<EffectiveNetwork> ringNetworks() {
		Set<EffectiveNetwork> rings = new LinkedHashSet<>();
		cluster.networks().clusterNetwork().ifPresent(rings::add);
		cluster.networks().withRole(NetworkRole.RING1).ifPresent(rings::add);
		return List.copyOf(rings);
	}

	private void corosync(EffectiveNetwork network, List<Opening> found) {
		Effective<PortRange> ports = corosyncPorts();
		if (network.subnet().isEmpty()) {
			return; // never opened to anybody because the source is not written yet
		}
		Optional<Effective<String>> source = network.subnet().map(s -> s.map(String::valueOf));
		found.add(new Opening("corosync", Protocol.UDP, Optional.of(ports), source, ports.origin()));
		found.add(new Opening("corosync", Protocol.IGMP, Optional.empty(), source, ports.origin()));
		found.add(new Opening("corosync", Protocol.MULTICAST, Optional.empty(), source, ports.origin()));
	}

	/** Corosync receives on its port and sends from the one before. */
	private Effective<PortRange> corosyncPorts() {
		return Statements.section(cluster.design(), "cman").flatMap(s -> Settings.parsed(s, "port", Firewall::portPair))
				.orElseGet(() -> Effective.byDefault(new PortRange(5404, 5405), cluster.design(), PORTS));
	}

	private static PortRange portPair(String text) {
		PortRange port = PortRange.parse(text);
		return new PortRange(port.first() - 1, port.first());
	}

	private void tcp(String purpose, int first, int last, EffectiveNetwork network, List<Opening> found) {
		Effective<PortRange> ports = Effective.byDefault(new PortRange(first, last), cluster.design(), PORTS);
		network.subnet().ifPresent(s -> found.add(new Opening(purpose, Protocol.TCP, Optional.of(ports), Optional.of(s.map(String::valueOf)), ports.origin())));
	}

	private static void written(Section section, String key, Protocol protocol, List<Opening> found) {
		for (Effective<String> text : Settings.list(section, key)) {
			try {
				found.add(new Opening("of the design", protocol, Optional.of(text.map(PortRange::parse)), Optional.empty(), text.origin()));
			} catch (IllegalArgumentException e) {
				continue; // the rules report it
			}
		}
	}

	private Optional<Section> section() {
		Cluster design = cluster.design();
		return Statements.section(design, "firewall");
	}
}
