package org.clusterwright.model.effective;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.values.Address;
import org.clusterwright.model.values.Counts;

/** Votes, and the identity that cman gives the cluster. Numbers from cman(5), qdisk(5) and the tutorial. */
public final class Quorum {
	private final EffectiveCluster cluster;

	Quorum(EffectiveCluster cluster) {
		this.cluster = cluster;
	}

	public Optional<Section> disk() {
		return Statements.section(cluster.design(), "quorumd");
	}

	/** Whether cman's two_node is on: written, or because there are two nodes of one vote and no quorum disk. */
	public Effective<Boolean> twoNode() {
		Optional<Effective<Boolean>> written = cman().flatMap(c -> Settings.flag(c, "two-node"));
		if (written.isPresent()) {
			return written.get();
		}
		Optional<Effective<String>> kind = Settings.text(cluster.design(), "quorum");
		if (kind.isPresent()) {
			return kind.get().map("two-node"::equals);
		}
		boolean follows = cluster.nodes().size() == 2 && disk().isEmpty() && cluster.nodes().stream().allMatch(n -> n.votes().value() == 1);
		return Effective.derived(follows, cluster.design(), "two nodes of one vote and no quorum disk");
	}

	/** expected_votes of cluster.conf; absent where cman's own sum of the nodes' votes is meant. */
	public Optional<Effective<Long>> expectedVotes() {
		Optional<Effective<Long>> written = cman().flatMap(c -> Settings.parsed(c, "expected-votes", Counts::parse));
		if (written.isPresent()) {
			return written;
		}
		if (twoNode().value()) {
			return Optional.of(Effective.derived(1L, cluster.design(), "cman(5): two_node needs expected_votes 1", twoNode().origin()));
		}
		return diskVotes().map(d -> Effective.derived(nodeVotes() + d.value(), disk().map(Block.class::cast).orElse(cluster.design()),
				"the nodes' votes and those of the quorum disk", d.origin()));
	}

	/** Votes of the quorum disk, where there is one: written, or one less than there are nodes. */
	public Optional<Effective<Long>> diskVotes() {
		return disk().map(d -> Settings.parsed(d, "votes", Counts::parse)
				.orElseGet(() -> Effective.derived(Math.max(0L, cluster.nodes().size() - 1L), d, "qdisk(5): one less than there are nodes")));
	}

	public long nodeVotes() {
		return cluster.nodes().stream().mapToLong(n -> n.votes().value()).sum();
	}

	/** Votes of all nodes and the quorum disk. */
	public long totalVotes() {
		return nodeVotes() + diskVotes().map(Effective::value).orElse(0L);
	}

	/** Votes that must be present for the cluster to work. */
	public long quorum() {
		long expected = Math.max(expectedVotes().map(Effective::value).orElse(0L), twoNode().value() ? 0 : totalVotes());
		return twoNode().value() ? 1 : expected / 2 + 1;
	}

	/**
	 * The number of the cluster on the wire: written, or foretold by cman's rule, FNV-1a of the name folded to 16 bits. The rule was checked
	 * against the tutorial's cluster only.
	 */
	public Effective<Long> clusterId() {
		Optional<Effective<Long>> written = cman().flatMap(c -> Settings.parsed(c, "cluster-id", Counts::parse));
		return written.orElseGet(() -> Effective.derived(idOf(cluster.name().value()), cluster.design(), "foretold: FNV-1a of the cluster's name, folded to 16 bits",
				cluster.name().origin()));
	}

	/** The multicast address: written, or foretold from the cluster's number; absent where corosync does not send multicast. */
	public Optional<Effective<Address>> multicast() {
		Optional<Effective<String>> transport = cluster.daemons().value("cman", "transport");
		boolean broadcast = cman().flatMap(c -> Settings.flag(c, "broadcast")).map(Effective::value).orElse(false);
		if (broadcast || transport.isPresent() && List.of("udpu", "udpb").contains(transport.get().value())) {
			return Optional.empty();
		}
		Optional<Effective<Address>> written = cman().flatMap(c -> Settings.parsed(c, "multicast", Address::parse));
		Effective<Long> id = clusterId();
		return written.or(() -> Optional.of(Effective.derived(foretold(id.value()), cluster.design(), "foretold: 239.192 and the cluster's number", id.origin())));
	}

	/** The UDP port that corosync receives on; it also sends from the port below. */
	public Effective<Long> port() {
		return cman().flatMap(c -> Settings.parsed(c, "port", Counts::parse)).orElseGet(() -> Effective.byDefault(5405L, cluster.design(), "cman(5)"));
	}

	private static Address foretold(long id) {
		return new Address(239L << 24 | 192L << 16 | (id >> 8 & 255) << 8 | id % 255);
	}

	private static long idOf(String name) {
		int hash = 0x811c9dc5;
		for (byte b : name.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
			hash = (hash ^ b & 0xff) * 0x01000193;
		}
		return hash >>> 16 ^ hash & 0xffff;
	}

	private Optional<Section> cman() {
		return Statements.section(cluster.design(), "cman");
	}
}
