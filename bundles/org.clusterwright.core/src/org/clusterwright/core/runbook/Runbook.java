package org.clusterwright.core.runbook;

import org.clusterwright.core.document.Document;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.model.effective.EffectiveCluster;

/** The way from bare machines to the running cluster of a design: the tutorial, rewritten for it. The same text for all its nodes. */
public final class Runbook {
	private Runbook() {
	}

	/** @param plan the plan of the whole cluster: the files that are shown are its files */
	public static Document of(EffectiveCluster cluster, Plan plan) {
		Site site = new Site(cluster, plan);
		DocumentBuilder out = new DocumentBuilder();
		String title = "Runbook of " + site.name();
		if (site.nodes().isEmpty()) {
			return out.chapter("At a glance").text("This design has no nodes yet, so there is nothing to install.").build(title, site.edition());
		}
		Overview.write(site, out);
		Preparation.write(site, out);
		Software.write(site, out);
		Bundle.write(site, out);
		NetworkChapter.write(site, out);
		Foundation.write(site, out);
		Operation.tests(site, out);
		Disks.write(site, out);
		DrbdChapter.write(site, out);
		Storage.write(site, out);
		Resources.write(site, out);
		GuestsChapter.write(site, out);
		Operation.write(site, out);
		return out.build(title, site.edition());
	}
}
