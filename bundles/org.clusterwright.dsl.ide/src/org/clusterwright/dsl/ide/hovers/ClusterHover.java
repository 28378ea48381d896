package org.clusterwright.dsl.ide.hovers;

import java.util.stream.Collectors;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.Quorum;

/** The cluster as a whole: its identity on the wire, and its votes. */
final class ClusterHover {
	private ClusterHover() {
	}

	static String cluster(EffectiveCluster cluster, Facts facts) {
		Quorum quorum = cluster.quorum();
		facts.add("Version", cluster.version()).add("Stack", cluster.stack()).add("Domain", cluster.domain());
		facts.add("Nodes", cluster.nodes().stream().map(n -> n.name().value()).collect(Collectors.joining(", ")));
		facts.add("Cluster id", quorum.clusterId()).add("Multicast", quorum.multicast()).add("Port", quorum.port());
		Effective<Boolean> twoNode = quorum.twoNode();
		facts.add("Two-node mode", twoNode.value() ? "yes" : "no", twoNode.origin()).add("Expected votes", quorum.expectedVotes());
		facts.add("Quorum", quorum.quorum() + " of " + quorum.totalVotes() + " votes");
		facts.add("Cluster network", cluster.networks().clusterNetwork().map(n -> n.name().value()).orElse(""));
		facts.add("Replication network", cluster.networks().replicationNetwork().map(n -> n.name().value()).orElse(""));
		return "The design of one cluster";
	}
}
