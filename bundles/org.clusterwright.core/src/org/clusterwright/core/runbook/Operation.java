package org.clusterwright.core.runbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.EffectiveVolume;

/** The tests' place in the procedure, the orders of starting and stopping, and the hand-over. */
final class Operation {
	private Operation() {
	}

	static void tests(Site site, DocumentBuilder out) {
		out.chapter("Test fencing and the network");
		out.text("""
				Now, before there is any data. A fence call that fails later hangs the cluster until one succeeds, and nothing can stop that. The test plan (`testplan.html`, `testplan.md`) has every node with every method and every
				switch, with commands, what the log must show, how long it may take, and room for the results.
				""");
		out.warn("That one node can be fenced says nothing about another. Wrong outlet, wrong password, wrong cable: all of that shows only when it is tried.");
		site.nodes().forEach(n -> site.cluster().fencing().methods(n).forEach(m -> out.check(List.of(Site.plain(n)), "fenced by method " + Site.code(m.name()))));
		out.check(List.of(), "network tests passed");
		out.fields("Date", "Who");
		out.text("Do not go on before all of them have passed.");
	}

	static void write(Site site, DocumentBuilder out) {
		out.chapter("Day to day");
		startAndStop(site, out);
		changes(site, out);
		handOver(site, out);
	}

	private static void startAndStop(Site site, DocumentBuilder out) {
		boolean services = !site.cluster().services().isEmpty();
		out.section("Starting and stopping");
		out.text("**Start.** " + (site.nodes().size() > 1 ? "`cman` on " + site.all() + " within " + site.postJoinSeconds()
				+ " seconds of each other; the rest when `cman_tool status` shows every node." : ""));
		if (site.cluster().daemons().startsAtBoot("cman")) {
			out.note("`cman` starts at boot in this design, so switch the nodes on together.");
		}
		site.runEach(out, n -> start(site, n, services));
		out.text("**Stop**, in the opposite order. " + (services ? "`rgmanager` stops or moves what runs on the node. " : "")
				+ "To stop one node only, do it there alone; the others go on.");
		site.runEach(out, n -> stop(site, n, services));
		out.warn("Do not simply reboot or pull out a node: one that leaves without saying so is fenced. " + (site.hasDrbd()
				? " And see in `/proc/drbd` that nothing is being synchronised before a node goes down." : ""));
	}

	private static List<String> start(Site site, EffectiveNode node, boolean services) {
		List<String> lines = new ArrayList<>(List.of("/etc/init.d/cman start"));
		Resources.storageServices(site, node, false).forEach(s -> lines.add("/etc/init.d/" + s + " start"));
		for (EffectiveVolume v : byHand(site, node)) {
			lines.add(site.startedByInit(node, "gfs2") ? "/etc/init.d/gfs2 start" : "mount -t " + ShellWords.quote(v.fileSystem().map(f -> f.value()).orElse("auto")) + " "
					+ ShellWords.quote(v.device().value()) + " "
					+ ShellWords.quote(v.mount().orElseThrow().point().value()));
		}
		if (services) {
			lines.add("/etc/init.d/rgmanager start");
			lines.add("clustat");
		}
		return lines.stream().distinct().toList();
	}

	private static List<String> stop(Site site, EffectiveNode node, boolean services) {
		List<String> lines = new ArrayList<>();
		if (services) {
			lines.add("/etc/init.d/rgmanager stop");
		}
		for (EffectiveVolume v : byHand(site, node)) {
			lines.add(site.startedByInit(node, "gfs2") ? "/etc/init.d/gfs2 stop" : "umount " + ShellWords.quote(v.mount().orElseThrow().point().value()));
		}
		List<String> scripts = new ArrayList<>(Resources.storageServices(site, node, false));
		Collections.reverse(scripts);
		scripts.forEach(s -> lines.add("/etc/init.d/" + s + " stop"));
		lines.add("/etc/init.d/cman stop");
		return lines.stream().distinct().toList();
	}

	/** Cluster file systems of a node that no service mounts. */
	private static List<EffectiveVolume> byHand(Site site, EffectiveNode node) {
		return site.cluster().volumes().all().stream().filter(v -> v.gfs2().isPresent() && v.mount().isPresent() && v.mount().get().nodes().contains(node)
				&& !site.cluster().volumes().startedByService(v)).toList();
	}

	private static void changes(Site site, DocumentBuilder out) {
		out.section("When something changes");
		out.items(List.of(
				"Change the design, raise its version (" + site.cluster().version().value()
						+ " now), export, and install as in [[Later changes]]. A change made by hand on one node is lost, or worse, stays there alone.",
				"After a change of fencing, power or network run that part of the test plan again.",
				(site.cluster().services().isEmpty() ? "" : "`clustat`, ") + "`cman_tool status`" + (site.hasDrbd() ? ", `cat /proc/drbd`" : "") + (site.cluster().bonding().all().isEmpty() ? "" : " and `cat /proc/net/bonding/*`")
						+ (site.cluster().services().isEmpty() && !site.hasDrbd() && site.cluster().bonding().all().isEmpty() ? " shows" : " show") + " in a minute whether all is well."));
	}

	private static void handOver(Site site, DocumentBuilder out) {
		out.section("Hand over");
		out.check(site.boxes(), "installed as in this runbook, version " + site.cluster().version().value());
		out.check(List.of(), "test plan passed and filed with this runbook");
		out.check(List.of(), "passwords and this design are kept where the next person finds them");
		out.fields("Handed over by", "Taken over by", "Date");
	}
}
