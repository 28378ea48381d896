package org.clusterwright.core.runbook;

import org.clusterwright.core.document.Document;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.document.Words;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.model.effective.EffectiveCluster;

/** The way from bare machines to the running cluster of a design: the tutorial, rewritten for it. The same text for all its nodes. */
public final class Runbook {
	private Runbook() {
	}

	public static Document of(EffectiveCluster cluster, Plan plan) {
		Site site = new Site(cluster, plan);
		DocumentBuilder out = new DocumentBuilder();
		out.chapter("At a glance").text("The nodes are " + Site.names(site.nodes()) + ".");
		return out.build("Runbook of " + cluster.name().value(), site.edition());
	}
}
