package org.clusterwright.core.runbook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clusterwright.core.document.Document;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.document.Words;
import org.clusterwright.core.forms.FenceTexts;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveFenceMethod;
import org.clusterwright.model.effective.EffectiveNode;

/** How the fencing and the network of a cluster are tested before anybody trusts it: the tutorial's tests, each node with each method, each switch. */
public final class TestPlan {
	private TestPlan() {
	}

	public static Document of(EffectiveCluster cluster, Plan plan) {
		Site site = new Site(cluster, plan);
		DocumentBuilder out = new DocumentBuilder();
		String title = "Test plan of " + site.name();
		if (site.nodes().isEmpty()) {
			return out.chapter("Before the tests").text("This design has no nodes yet, so there is nothing to test.").build(title, site.edition());
		}
		before(site, out);
		FenceTests fencing = new FenceTests(site, out);
		NetworkTests network = new NetworkTests(site, out);
		overview(site, out, fencing.titles(), network.titles());
		fencing.write();
		network.write();
		after(out);
		return out.build(title, site.edition());
	}

	private static void before(Site site, DocumentBuilder out) {
		out.chapter("Before the tests");
		out.text("""
				A fence call that fails in earnest hangs the cluster until one succeeds, and nothing can stop that. A network that fails in earnest makes the nodes fence each other. Find out now, before there is data, and again after each
				change of fencing, power, cables, switches or these parameters.
				""");
		out.warn("These tests stop nodes hard. Run them on a cluster without guests, or with guests that may die. Somebody should be near the machines.");
		out.section("What must be true");
		List<String> needs = new ArrayList<>();
		needs.add("`cman` runs on " + site.all() + ", and `cman_tool nodes` shows each of them as a member (`M`).");
		if (!site.cluster().services().isEmpty()) {
			needs.add("`rgmanager` is stopped for the first round. Repeat the round later with the services running: they must move or restart.");
		}
		needs.add("The clocks of the nodes agree, so that their logs can be compared.");
		out.items(needs);
		out.run(site.onAll(), "cman_tool nodes\ndate");
		out.check(site.boxes(), "member, clock right");
		windows(site, out);
		passwords(site, out);
		devices(site, out);
	}

	private static void windows(Site site, DocumentBuilder out) {
		out.section("Windows");
		int nodes = site.nodes().size();
		int bonds = site.cluster().bonding().all().size();
		List<String> items = new ArrayList<>();
		items.add("For fencing: one row for each node, so " + nodes + " rows of two terminals. Type in the left one, and let the right one watch the log.");
		if (bonds > 0) {
			items.add("For the network, beside it: one column for each node and one row for each bond, so " + nodes + (nodes == 1 ? " column" : " columns") + " by " + bonds
					+ (bonds == 1 ? " row" : " rows") + " of small terminals, each with the state of one bond.");
		}
		out.items(items);
		out.run("In the right terminal of each node:", "clear; tail -f -n 0 /var/log/messages");
		if (bonds > 0) {
			out.run("In the small terminals, one line in each:", Site.lines(site.cluster().bonding().all().stream().map(b -> "watch cat /proc/net/bonding/"
					+ ShellWords.quote(b.name().value())).toList()));
		}
	}

	private static void passwords(Site site, DocumentBuilder out) {
		Set<String> secrets = new LinkedHashSet<>();
		boolean written = false;
		for (EffectiveNode node : site.nodes()) {
			for (EffectiveFenceMethod method : site.cluster().fencing().methods(node)) {
				secrets.addAll(FenceTexts.secrets(site.cluster(), method));
				written |= FenceTexts.typed(site.cluster(), method, "status").stream().anyMatch(c -> c.contains("$password"));
			}
		}
		if (secrets.isEmpty() && !written) {
			return;
		}
		out.section("Passwords");
		out.text("The commands below name passwords as variables of the shell, so that none stays in its history. Read them once in the left terminal of each node, and again "
				+ "after its reboot; what you type is not shown.");
		List<String> lines = new ArrayList<>(List.of("stty -echo"));
		secrets.forEach(s -> lines.add("printf 'The secret %s: ' " + ShellWords.quote(s) + "; read -r " + FenceTexts.variable(s) + "; echo"));
		if (written) {
			lines.add("printf 'The password in the design: '; read -r password; echo");
		}
		lines.add("stty echo");
		out.run("In the left terminal of each node:", Site.lines(lines));
	}

	private static void devices(Site site, DocumentBuilder out) {
		if (site.nodes().stream().allMatch(n -> site.cluster().fencing().methods(n).isEmpty())) {
			return;
		}
		out.section("Ask every device");
		out.text("Harmless, and it finds wrong names, addresses and passwords. Ask from a node that would do the fencing; each must answer that the node is on.");
		for (EffectiveNode victim : site.nodes()) {
			List<String> lines = new ArrayList<>();
			site.cluster().fencing().methods(victim).forEach(m -> FenceTexts.typed(site.cluster(), m, "status").stream().filter(l -> !lines.contains(l)).forEach(lines::add));
			List<EffectiveNode> others = site.nodes().stream().filter(n -> n != victim).toList();
			out.run((others.isEmpty() ? "On another machine" : "On " + Site.names(others)) + ", about " + Site.code(victim) + ":", Site.lines(lines));
			out.check(Site.boxes(others), "all devices of " + Site.code(victim) + " answer");
		}
	}

	private static void overview(Site site, DocumentBuilder out, List<FenceTests.Title> fencing, List<FenceTests.Title> network) {
		out.chapter("All tests");
		List<List<String>> rows = new ArrayList<>();
		fencing.forEach(t -> rows.add(List.of(t.number(), t.what(), t.aim(), "")));
		network.forEach(t -> rows.add(List.of(t.number(), t.what(), t.aim(), "")));
		out.table(List.of("Test", "What is done", "What it proves", "Pass?"), rows);
		if (rows.isEmpty()) {
			out.text("This design has neither fence methods nor bonds, so there is nothing to test yet.");
		}
		if (fencing.isEmpty()) {
			out.warn(Words.plain(site.name()) + " has no fence methods. A cluster without fencing must not be started.");
		}
	}

	private static void after(DocumentBuilder out) {
		out.chapter("Result");
		out.check(List.of(), "all tests passed; what failed was mended and its tests were repeated");
		out.check(List.of(), "the logs of the tests are kept");
		out.fields("Result", "Date", "Who");
	}
}
