package org.clusterwright.core.runbook;

import org.clusterwright.core.document.Document;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.model.effective.EffectiveCluster;

/** How the fencing and the network of a cluster are tested before anybody trusts it: the tutorial's tests, each node with each method, each switch. */
public final class TestPlan {
	private TestPlan() {
	}

	public static Document of(EffectiveCluster cluster, Plan plan) {
		Site site = new Site(cluster, plan);
		DocumentBuilder out = new DocumentBuilder();
		out.chapter("Before the tests").text("The nodes are " + Site.names(site.nodes()) + ".");
		return out.build("Test plan of " + cluster.name().value(), site.edition());
	}
}
