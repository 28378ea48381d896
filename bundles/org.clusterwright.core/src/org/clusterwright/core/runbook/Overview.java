package org.clusterwright.core.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clusterwright.core.diagram.StorageScene;
import org.clusterwright.core.diagram.TextFigure;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.document.Words;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveFenceMethod;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.ReplicatedResource;

/** What is built, and how to read the rest. */
final class Overview {
	private Overview() {
	}

	static void write(Site site, DocumentBuilder out) {
		out.chapter("At a glance");
		out.text("""
				This runbook takes the machines of %s from an installed operating system to a running cluster. It follows the "Red Hat Cluster Service 2 Tutorial" of the Alteeve Wiki,
				section by section; names, addresses, sizes and file contents are those of the design.

				Work from the top. Do one part on %s, see that it worked, tick its boxes, then go on. Nothing here is hard, but every part stands on the one before: a part that is skipped because
				"it is only a test" costs more time later than it saves now. The cluster's software does not know what a test is. What it cannot trust it stops.
				""".formatted(Words.value(site.name()), site.all()));
		out.section("How to read it");
		List<String> rules = new ArrayList<>(List.of(
				"Commands are typed as root. The line above them says where.",
				"Files are shown as `install.sh` puts them in place. You need not type them; compare when something is wrong.",
				"What the screen or the log must show stands where it says so. Dates, process numbers and `\u2026` will differ, everything else should not.",
				"**Foretold** values are computed from the design. When the machine shows another one, stop and find out why.",
				"`steps/NN-\u2026sh`, in the directory of the unpacked bundle, are scripts for the same work. They check before they act and stop when anything is not as planned. "
						+ "Run the script **or** type the commands beside it, not both."));
		Bundle.secretNames(site).stream().findFirst().ifPresent(s -> rules.add("Passwords are named, not written: \u201cthe secret " + Words.plain(s) + "\u201d is what your list of secrets has under " + Words.value(s) + "."));
		out.items(rules);
		cluster(site, out);
		storage(site, out);
		order(site, out);
	}

	private static void cluster(Site site, DocumentBuilder out) {
		out.section("The cluster");
		var cluster = site.cluster();
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("Name", Words.value(site.name()) + ", configuration version " + cluster.version().value()));
		rows.add(List.of("Votes", cluster.quorum().totalVotes() + " in all, quorum " + cluster.quorum().quorum() + (cluster.quorum().twoNode().value()
				? " (two_node: one vote is enough)" : "")));
		rows.add(List.of("Cluster id", cluster.quorum().clusterId().value() + (cluster.quorum().clusterId().isSet() ? "" : " (foretold)")));
		cluster.quorum().multicast().ifPresent(m -> rows.add(List.of("Multicast address", m.value() + (m.isSet() ? "" : " (foretold)") + ", port "
				+ cluster.quorum().port().value())));
		for (EffectiveNode node : site.nodes()) {
			rows.add(List.of("Fencing of " + Site.code(node), fencing(site, node)));
		}
		for (ReplicatedResource r : cluster.replication().resources()) {
			rows.add(List.of("DRBD " + Site.code(r.name()), (r.volumes().isEmpty() ? "" : Site.code(r.volume().device()) + " between ")
					+ Site.listed(r.hosts().stream().map(h -> Site.code(h.node())).toList()) + (r.label().isSet() ? ". " + Words.plain(r.label().value()) : "")));
		}
		out.table(List.of("What", "Value"), rows);
		List<EffectiveNetwork> networks = cluster.networks().all();
		List<String> head = new ArrayList<>(List.of("Node", "`uname -n`", "id"));
		networks.forEach(n -> head.add(Words.plain(n.name().value())));
		head.add("BMC");
		List<List<String>> nodes = new ArrayList<>();
		for (EffectiveNode node : site.nodes()) {
			List<String> row = new ArrayList<>(List.of(Site.code(node), Site.code(node.hostName()), String.valueOf(node.id().value())));
			networks.forEach(n -> row.add(site.address(node, n)));
			row.add(cluster.hardware().bmc(node).map(Bmc::getAddress).map(String::valueOf).orElse(Site.NOTHING));
			nodes.add(row);
		}
		out.table(head, nodes);
	}

	private static String fencing(Site site, EffectiveNode node) {
		String methods = site.cluster().fencing().methods(node).stream().map(EffectiveFenceMethod::name).map(Effective::value).map(Words::value)
				.collect(Collectors.joining(", then "));
		return methods.isEmpty() ? "none" : methods;
	}

	private static void storage(Site site, DocumentBuilder out) {
		if (site.cluster().partitions().common().disks().isEmpty() && site.cluster().volumes().groups().isEmpty() && site.cluster().replication().resources().isEmpty()) {
			return;
		}
		out.section("The storage");
		out.figure("From the disks at the top to the guests. What is dotted does not run there.", TextFigure.of(StorageScene.of(site.cluster(), false)));
	}

	private static void order(Site site, DocumentBuilder out) {
		out.section("What stands on what");
		List<String> parts = new ArrayList<>();
		parts.add("`cman` brings membership, quorum, fencing and locks. Everything else needs it.");
		if (site.hasDrbd()) {
			parts.add("DRBD asks the cluster to fence a peer that it has lost, so `cman` runs first.");
		}
		if (site.cluster().lvmConfiguration().clustered()) {
			parts.add("`clvmd` needs `cman` for its locks" + (site.hasDrbd() ? " and DRBD's devices to look at." : "."));
		}
		site.cluster().volumes().shared().ifPresent(v -> parts.add("GFS2 on " + Site.code(v.device()) + (site.cluster().lvmConfiguration().clustered() ? " needs `clvmd`, and" : " needs") + " the cluster's name in its lock table."));
		if (!site.cluster().services().isEmpty()) {
			parts.add("`rgmanager` comes last: it starts " + (site.cluster().guests().all().isEmpty() ? "the services." : "the services and the guests."));
		}
		out.items(parts);
		out.text("""
				When a node stops answering, the others declare it lost, fence it, and only then give its locks and services to somebody else. Until a fence agent reports success nothing moves, for ever if need be.
				That is why fencing is tested before there is data.
				""");
	}
}
