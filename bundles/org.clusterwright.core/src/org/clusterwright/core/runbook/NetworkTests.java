package org.clusterwright.core.runbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.document.Words;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.effective.EffectiveBond;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNic;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Statements;

/** Every switch fails and comes back while the nodes talk; where the design knows no switches, every link by its cable. */
final class NetworkTests {
	/** What fails together: a switch, or the first or second links of all bonds. */
	private record Outage(String number, String name, boolean isSwitch, Map<EffectiveNode, List<EffectiveNic>> nics, List<String> fencing) {
	}

	private final Site site;
	private final DocumentBuilder out;
	private final List<Outage> outages;

	NetworkTests(Site site, DocumentBuilder out) {
		this.site = site;
		this.out = out;
		List<Outage> found = switches();
		this.outages = found.isEmpty() ? links() : found;
	}

	private List<Outage> switches() {
		List<Outage> all = new ArrayList<>();
		for (Switch s : Statements.all(site.cluster().design(), Switch.class)) {
			Map<EffectiveNode, List<EffectiveNic>> nics = bonded(n -> n.design().getSwitch() == s);
			if (!nics.isEmpty()) {
				List<String> fencing = new ArrayList<>();
				site.nodes().forEach(n -> site.cluster().hardware().bmc(n).filter(b -> b.getSwitch() == s).ifPresent(b -> fencing.add("the BMC of " + Site.code(n))));
				Statements.all(site.cluster().design(), Pdu.class).stream().filter(p -> p.getSwitch() == s && used(p)).forEach(p -> fencing.add(Words.value(p.getName())));
				all.add(new Outage("N" + (all.size() + 1), Words.value(s.getName()), true, nics, fencing));
			}
		}
		return all;
	}

	private boolean used(Pdu pdu) {
		return site.nodes().stream().flatMap(n -> site.cluster().fencing().methods(n).stream()).flatMap(m -> m.calls().stream()).map(c -> c.design()).map(FenceCall::getDevice)
				.anyMatch(d -> d != null && d.getPdu() == pdu);
	}

	private List<Outage> links() {
		Map<Long, Boolean> numbers = new TreeMap<>();
		site.nodes().forEach(n -> site.cluster().hardware().nics(n).stream().filter(x -> x.bond().isPresent()).forEach(x -> x.link().ifPresent(l -> numbers.put(l.value(), true))));
		List<Outage> all = new ArrayList<>();
		numbers.keySet().forEach(number -> all.add(new Outage("N" + (all.size() + 1), "link " + number + " of every bond", false, bonded(n -> n.link().isPresent()
				&& n.link().get().value().equals(number)), List.of())));
		return all;
	}

	private Map<EffectiveNode, List<EffectiveNic>> bonded(Predicate<EffectiveNic> which) {
		Map<EffectiveNode, List<EffectiveNic>> nics = new LinkedHashMap<>();
		for (EffectiveNode node : site.nodes()) {
			List<EffectiveNic> some = site.cluster().hardware().nics(node).stream().filter(n -> n.bond().isPresent()).filter(which).toList();
			if (!some.isEmpty()) {
				nics.put(node, some);
			}
		}
		return nics;
	}

	List<FenceTests.Title> titles() {
		List<FenceTests.Title> titles = new ArrayList<>();
		for (Outage o : outages) {
			titles.add(new FenceTests.Title(o.number() + "a", fail(o), "the bonds use the other link; the cluster does not notice"));
			titles.add(new FenceTests.Title(o.number() + "b", restore(o), "the bonds stay where they are; the cluster does not notice for five minutes"));
		}
		return titles;
	}

	private static String fail(Outage o) {
		return o.isSwitch() ? "switch " + o.name() + " off" : "pull the cables of " + o.name();
	}

	private static String restore(Outage o) {
		return o.isSwitch() ? "switch " + o.name() + " on" : "plug them in again";
	}

	void write() {
		if (outages.isEmpty()) {
			return;
		}
		out.chapter("The network");
		out.text("Each link of each bond must be able to fail, and come back, without the cluster noticing. Begin with " + (outages.get(0).isSwitch() ? "the switch" : "the links")
				+ " whose links are active now; if they are spread, begin anywhere and run "
				+ "the first test once more at the end.");
		flood();
		active();
		outages.forEach(this::test);
	}

	private void flood() {
		out.section("Traffic");
		if (site.nodes().size() < 2) {
			out.text("Ping something on each network from the node.");
			return;
		}
		out.text("Let every node flood another with pings on each network, each in a terminal of its own. A dot that stays is a packet that was lost: one or two at a failure are "
				+ "allowed, a growing row is not.");
		for (int i = 0; i < site.nodes().size(); i++) {
			EffectiveNode from = site.nodes().get(i);
			EffectiveNode to = site.nodes().get((i + 1) % site.nodes().size());
			out.run(Site.on(from), Site.lines(site.cluster().networks().all().stream().filter(n -> onBond(n) && site.cluster().networks().address(to, n).isPresent())
					.map(n -> "ping -f " + ShellWords.quote(site.cluster().hostNames().name(to, n).value())).toList()));
		}
	}

	private boolean onBond(EffectiveNetwork network) {
		return site.cluster().bonding().all().stream().anyMatch(b -> b.name().value().equals(network.link().value()));
	}

	private void active() {
		out.section("Which links are active now");
		out.run(site.onAll(), "grep -H 'Currently Active Slave' /proc/net/bonding/*\ncman_tool status | grep Nodes");
		List<String> head = new ArrayList<>(List.of("Node"));
		site.cluster().bonding().all().forEach(b -> head.add(Words.plain(b.name().value())));
		out.table(head, site.nodes().stream().map(n -> {
			List<String> row = new ArrayList<>(List.of(Site.code(n)));
			site.cluster().bonding().all().forEach(b -> row.add(Site.listed(site.cluster().hardware().members(n, b).stream().map(x -> "\u2610 " + Site.code(x.name()))
					.toList()).replace(" and ", " ").replace(", ", " ")));
			return row;
		}).toList());
		EffectiveNode first = site.first();
		site.cluster().bonding().all().stream().findFirst().ifPresent(b -> NetworkChapter.expectBond(site, out, first, b));
	}

	private void test(Outage o) {
		out.section(o.number() + "a: " + title(o) + " fails");
		if (!o.fencing().isEmpty()) {
			out.note("While it is off " + Site.listed(o.fencing()) + " cannot be reached. A node that dies now is fenced by another method or not at all.");
		}
		out.run(site.onAll(), "cman_tool status | grep Nodes");
		out.text(o.isSwitch() ? "Pull the power cord of " + o.name() + ". Write down the time." : "Pull the cables of " + o.name() + ", on " + site.all()
				+ ". Write down the time.");
		site.expectEach(out, "The log must show, in any order", n -> o.nics().containsKey(n) ? failing(n, o.nics().get(n)) : "");
		out.text("(`making interface … the new active one` only for bonds whose active link was there.)");
		out.run(site.onAll(), "grep -H -A1 'Currently Active Slave' /proc/net/bonding/*");
		out.table(List.of("Node", "Bond", "Down", "Active now"), rows(o));
		List<EffectiveBond> bonds = bonds(o);
		out.text("**Time.** " + each(bonds, b -> "must notice within " + site.cluster().bonding().monitorMillis(b) + " + " + site.cluster().bonding().downDelayMillis(b) + " = "
				+ (site.cluster().bonding().monitorMillis(b) + site.cluster().bonding().downDelayMillis(b)) + " ms (miimon + downdelay)")
						+ ". The cluster itself would notice only after "
				+ Timings.seconds(Timings.of(site).token()) + " without a token.");
		mustNot();
		out.check(List.of("pass", "fail"), o.number() + "a: every bond went over, the cluster did not notice");
		out.fields("Result", "Date", "Who");
		back(o, bonds);
	}

	private static String title(Outage o) {
		return o.name().replace("`", "");
	}

	private void back(Outage o, List<EffectiveBond> bonds) {
		out.section(o.number() + "b: " + title(o) + " comes back");
		out.text("Leave it off for a minute. Then " + (o.isSwitch() ? "plug the power cord in again." : "plug the cables in again."));
		site.expectEach(out, "Then the log must show", n -> Site.lines(o.nics().getOrDefault(n, List.of()).stream()
				.map(x -> "kernel: bonding: " + x.bond().orElseThrow().name().value() + ": link status definitely up for interface " + x.name().value() + ".").toList()));
		out.warn("Wait five full minutes before you call it a success. What breaks a cluster here comes late: a switch that takes part in STP after all stops all traffic for half "
				+ "a minute when it has sorted itself out.");
		out.text("Links may go down and up a few times while the switch boots; that is the switch, and allowed on a link that is not in use. "
				+ each(bonds, b -> "may use a link again " + site.cluster().bonding().upDelayMillis(b) + " ms after it is up (updelay)") + ".");
		out.run(site.onAll(), "grep -H 'Currently Active Slave' /proc/net/bonding/*\ncman_tool status | grep Nodes");
		List<String> primary = bonds.stream().filter(b -> site.nodes().stream().anyMatch(n -> site.cluster().bonding().options(b, n).stream()
				.anyMatch(x -> x.name().equals("primary")))).map(b -> Site.code(b.name())).toList();
		out.text(primary.isEmpty() ? "The active links must be the same as before: no bond may go back by itself, because every change is a risk."
				: Site.listed(primary) + " goes back to its primary link, as the design says; all others must stay where they are.");
		mustNot();
		out.check(List.of("pass", "fail"), o.number() + "b: five minutes without a message of the cluster, active links unchanged");
		out.fields("Result", "Date", "Who");
	}

	/** What holds for the bonds, once where it is the same for several. */
	private static String each(List<EffectiveBond> bonds, Function<EffectiveBond, String> what) {
		Map<String, List<String>> groups = new LinkedHashMap<>();
		bonds.forEach(b -> groups.computeIfAbsent(what.apply(b), k -> new ArrayList<>()).add(Site.code(b.name())));
		return groups.entrySet().stream().map(e -> (e.getValue().size() > 1 && groups.size() == 1 ? "Each bond" : Site.listed(e.getValue())) + " " + e.getKey())
				.collect(Collectors.joining("; "));
	}

	private void mustNot() {
		out.text("**Must not happen:**");
		out.items(List.of("Any line of corosync, fenced or dlm in the log: no `[TOTEM ]`, no `fencing node`.", "A bond without an active link.", "`Nodes:` smaller than "
				+ site.nodes().size() + ", or pings that stop."));
	}

	private List<EffectiveBond> bonds(Outage o) {
		return o.nics().values().stream().flatMap(List::stream).map(n -> n.bond().orElseThrow()).distinct().toList();
	}

	private String failing(EffectiveNode node, List<EffectiveNic> nics) {
		List<String> lines = new ArrayList<>();
		for (EffectiveNic nic : nics) {
			lines.add("kernel: \u2026: " + nic.name().value() + " NIC Link is Down");
			lines.add("kernel: bonding: " + nic.bond().orElseThrow().name().value() + ": link status definitely down for interface " + nic.name().value() + ", disabling it");
			other(node, nic, nics).ifPresent(n -> lines.add("kernel: bonding: " + nic.bond().orElseThrow().name().value() + ": making interface " + n.name().value()
					+ " the new active one."));
		}
		return Site.lines(lines);
	}

	/** The link that takes over. */
	private Optional<EffectiveNic> other(EffectiveNode node, EffectiveNic nic, List<EffectiveNic> down) {
		return site.cluster().hardware().members(node, nic.bond().orElseThrow()).stream().filter(n -> down.stream().noneMatch(d -> d.name().value().equals(n.name().value())))
				.findFirst();
	}

	private List<List<String>> rows(Outage o) {
		List<List<String>> rows = new ArrayList<>();
		o.nics().forEach((node, nics) -> nics.forEach(n -> rows.add(List.of(Site.code(node), Site.code(n.bond().orElseThrow().name()), Site.code(n.name()),
				other(node, n, nics).map(x -> Site.code(x.name())).orElse("**none: both links hang on it**")))));
		return rows;
	}
}
