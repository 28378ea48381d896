package org.clusterwright.model.effective;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Service;
import org.eclipse.emf.ecore.EObject;

/** Which files take {@code raw} text, by where the text stands in the design. In a block whose text all goes to one file, DRBD's or a guest's, the path says nothing. */
public final class RawPaths {
	private static final List<String> NETWORK = List.of("/etc/hosts", "/etc/modprobe.d/bonding.conf", "/etc/sysconfig/iptables", "/etc/sysconfig/network",
			"/etc/udev/rules.d/70-persistent-net.rules");
	private static final String SCRIPTS = "/etc/sysconfig/network-scripts/";

	private RawPaths() {
	}

	/** The paths that a text can have where it stands, in order; none where any will do. */
	public static Set<String> of(EffectiveCluster cluster, Raw raw) {
		return in(cluster, raw.eContainer());
	}

	/** The paths that a text in a block can have, in order; none where any will do. */
	public static Set<String> in(EffectiveCluster cluster, EObject block) {
		Set<String> paths = new TreeSet<>();
		switch (block) {
			case Cluster c -> {
				paths.addAll(ClusterConfRaws.PATHS);
				network(cluster, cluster.nodes(), paths);
				cluster.replication().design().ifPresent(d -> paths.addAll(List.of("/etc/drbd.conf", DrbdRaw.GLOBAL_COMMON)));
				cluster.replication().resources().forEach(r -> paths.add("/etc/drbd.d/" + r.name().value() + ".res"));
			}
			case Node node -> {
				paths.addAll(ClusterConfRaws.PATHS);
				network(cluster, cluster.nodes().stream().filter(n -> n.design() == node).toList(), paths);
			}
			case Nic nic -> network(cluster, cluster.nodes().stream().filter(n -> n.design() == nic.eContainer()).toList(), paths);
			case Network network -> network(cluster, cluster.nodes(), paths);
			case Section section when section.eContainer() instanceof Network -> network(cluster, cluster.nodes(), paths);
			case Section section when section.eContainer() instanceof Cluster && !"lvm".equals(section.getName()) -> paths.addAll(ClusterConfRaws.PATHS);
			case Service service -> paths.addAll(ClusterConfRaws.PATHS);
			case null, default -> {
				// a file of its own
			}
		}
		return paths;
	}

	private static void network(EffectiveCluster cluster, List<EffectiveNode> nodes, Collection<String> paths) {
		paths.addAll(NETWORK);
		for (EffectiveNode node : nodes) {
			for (EffectiveInterface device : cluster.interfaces().of(node)) {
				paths.add(SCRIPTS + "ifcfg-" + device.device().value());
				device.network().ifPresent(n -> paths.add(SCRIPTS + "route-" + n.device().value()));
			}
		}
	}

	/** The most similar first: those that take the fewest changed characters to write. */
	public static List<String> nearest(String written, Set<String> paths) {
		return paths.stream().sorted(Comparator.comparingInt((String p) -> changes(written, p)).thenComparing(Comparator.naturalOrder())).limit(3).toList();
	}

	private static int changes(String from, String to) {
		int[] row = new int[to.length() + 1];
		for (int j = 0; j <= to.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= from.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= to.length(); j++) {
				int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[to.length()];
	}
}