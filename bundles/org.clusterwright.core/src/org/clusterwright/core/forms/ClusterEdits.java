package org.clusterwright.core.forms;

import java.util.Optional;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.Heuristic;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.EObject;

/** Changes of the cluster as a whole, and what an overview says of it. */
public final class ClusterEdits {
	private ClusterEdits() {
	}

	/** Raises config_version by one; one that is not written counts as 1. */
	public static void raiseVersion(Cluster cluster) {
		cluster.setVersion(cluster.getVersion() == null ? 2L : cluster.getVersion() + 1);
	}

	/** Adds a test to those of the quorum disk, to be filled in: one that asks the default gateway. */
	public static Heuristic addHeuristic(Cluster cluster, Optional<EObject> beside) {
		Heuristic made = DesignFactory.eINSTANCE.createHeuristic();
		made.setProgram("ping -c1 -w1 " + Statements.all(cluster, Network.class).stream().flatMap(n -> Settings.text(n, "gateway").stream()).map(Effective::value).findFirst().orElse("192.0.2.1"));
		return Insertions.put(SettingEdits.sectionOf(cluster, "quorumd"), Insertions.as(Heuristic.class, beside), made, Setting.class);
	}

	/** "2 nodes, 3 networks, 4 guests, 2 services". */
	public static Effective<String> counts(EffectiveCluster cluster) {
		String text = String.join(", ", count(cluster.nodes().size(), "node"), count(cluster.networks().all().size(), "network"), count(cluster.guests().all().size(), "guest"),
				count(cluster.services().all().size(), "service"));
		return Effective.derived(text, cluster.design(), "what the design has");
	}

	private static String count(int number, String word) {
		return number + " " + word + (number == 1 ? "" : "s");
	}

	/** "2 in all, 1 needed". */
	public static Effective<String> votes(EffectiveCluster cluster) {
		return Effective.derived(cluster.quorum().totalVotes() + " in all, " + cluster.quorum().quorum() + " needed", cluster.design(), "the nodes' votes, the quorum disk's, and cman(5)");
	}
}
