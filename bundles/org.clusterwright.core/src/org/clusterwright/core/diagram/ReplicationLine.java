package org.clusterwright.core.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.ReplicatedResource;

/**
 * A line below the nodes between the hosts of a resource: the row it runs in, counted from the nodes, and its place at each host, counted from the left. Lines
 * that do not meet share a row; at a host those from the left come first, and of those to the right the lowest, so that they cross as little as can be.
 */
record ReplicationLine(ReplicatedResource resource, List<Integer> hosts, int lane, List<Integer> places) {
	private record Span(ReplicatedResource resource, List<Integer> hosts, int lane) {
		int first() {
			return hosts.get(0);
		}

		int last() {
			return hosts.get(hosts.size() - 1);
		}

		boolean meets(Span other) {
			return first() < other.last() && other.first() < last();
		}

		/** Where it stands among those at a host: what ends there, the highest first, then what begins there, the lowest first. */
		int order(int host) {
			return host == first() ? Integer.MAX_VALUE - lane : lane;
		}
	}

	static List<ReplicationLine> arranged(EffectiveCluster cluster) {
		List<Span> spans = new ArrayList<>();
		cluster.replication().resources().stream().map(r -> new Span(r, hosts(cluster, r), 0)).filter(s -> s.hosts().size() > 1).sorted(Comparator.comparingInt(s -> s.last() - s.first()))
				.forEach(s -> spans.add(free(s, spans)));
		return spans.stream().map(s -> new ReplicationLine(s.resource(), s.hosts(), s.lane(), s.hosts().stream().map(h -> place(s, h, spans)).toList())).toList();
	}

	private static List<Integer> hosts(EffectiveCluster cluster, ReplicatedResource resource) {
		return IntStream.range(0, cluster.nodes().size()).filter(i -> resource.isOn(cluster.nodes().get(i))).boxed().toList();
	}

	/** In the highest row where nothing is in the way. */
	private static Span free(Span span, List<Span> placed) {
		int lane = 0;
		while (isTaken(span, lane, placed)) {
			lane++;
		}
		return new Span(span.resource(), span.hosts(), lane);
	}

	private static boolean isTaken(Span span, int lane, List<Span> placed) {
		return placed.stream().anyMatch(p -> p.lane() == lane && p.meets(span));
	}

	private static int place(Span span, int host, List<Span> all) {
		return (int) all.stream().filter(s -> s != span && s.hosts().contains(host) && s.order(host) < span.order(host)).count();
	}
}
