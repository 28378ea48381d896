package org.clusterwright.core.runbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.document.Words;
import org.clusterwright.core.forms.FenceTexts;
import org.clusterwright.model.catalog.FenceAgent;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveFenceCall;
import org.clusterwright.model.effective.EffectiveFenceMethod;
import org.clusterwright.model.effective.EffectiveNode;

/** Every node with every method: how the victim is stopped, what the log must show, and how long it may take. */
final class FenceTests {
	/** A test in the table of all tests. */
	record Title(String number, String what, String aim) {
	}

	private record Test(String number, EffectiveNode victim, List<EffectiveFenceMethod> methods, int method) {
		EffectiveFenceMethod tested() {
			return methods.get(method);
		}

		List<EffectiveFenceMethod> before() {
			return methods.subList(0, method);
		}
	}

	/** How a test makes the methods before the tested one fail. */
	private enum Way {
		HANG, CUT_POWER, UNPLUG
	}

	/** Seconds that an agent of the common library gives itself, if neither the design nor the catalogue says: fence-agents of EL6. */
	private static final Map<String, Long> USUAL = Map.of("delay", 0L, "login_timeout", 5L, "power_timeout", 20L, "power_wait", 0L);

	private static final List<String> LIMITS = List.of("delay", "login_timeout", "power_timeout", "power_wait");

	private final Site site;
	private final DocumentBuilder out;
	private final List<Test> tests = new ArrayList<>();

	FenceTests(Site site, DocumentBuilder out) {
		this.site = site;
		this.out = out;
		for (EffectiveNode victim : site.nodes()) {
			List<EffectiveFenceMethod> methods = site.cluster().fencing().methods(victim).stream().filter(m -> !m.calls().isEmpty()).toList();
			for (int i = 0; i < methods.size(); i++) {
				tests.add(new Test("F" + (tests.size() + 1), victim, methods, i));
			}
		}
	}

	private static Way way(Test test) {
		if (test.method() == 0) {
			return Way.HANG;
		}
		boolean plugs = test.tested().calls().stream().allMatch(c -> c.parameter("port").isPresent());
		boolean own = test.before().stream().flatMap(m -> m.calls().stream()).allMatch(c -> c.device().map(d -> d.node().isPresent()).orElse(false)
				&& c.parameter("port").isEmpty());
		return plugs && own ? Way.CUT_POWER : Way.UNPLUG;
	}

	List<Title> titles() {
		return tests.stream().map(t -> new Title(t.number(), switch (way(t)) {
			case HANG -> "hang " + Site.code(t.victim());
			case CUT_POWER -> "cut the power of " + Site.code(t.victim());
			case UNPLUG -> "unplug " + before(t) + ", then hang " + Site.code(t.victim());
		}, Site.code(t.tested().name()) + " fences " + Site.code(t.victim()) + (t.method() == 0 ? "" : " when " + before(t) + (t.before().size() == 1 ? " fails" : " fail"))))
				.toList();
	}

	private static String before(Test test) {
		return Site.listed(test.before().stream().map(m -> Site.code(m.name())).toList());
	}

	void write() {
		if (tests.isEmpty()) {
			return;
		}
		out.chapter("Fencing");
		out.warn("Do not conclude from one node to another. Passwords, outlets and cables differ from node to node: test each with each method.");
		timing();
		tests.forEach(this::test);
	}

	private void timing() {
		Timings t = Timings.of(site);
		out.section("How long it takes");
		out.table(List.of("What", "Time", "From"), List.of(
				List.of("no token from the victim: it is lost", Timings.seconds(t.token()), "`totem token`"),
				List.of("the others agree on the new membership", Timings.seconds(t.consensus()), t.consensusWritten() ? "`totem consensus`" : site.nodes().size() <= 2
						? "cman, with two nodes" : "1.2 x token, corosync's own rule"),
				List.of("`fenced` waits before it acts", Timings.seconds(t.postFailDelay()), "`post_fail_delay`"),
				List.of("**the first agent is called, after at most**", "**" + Timings.seconds(t.untilFencing()) + "**", t.token() + " + " + t.consensus() + " + "
						+ t.postFailDelay() + " ms")));
		out.text("Then the agents work. The tutorial measured 14 and 15 seconds for a reset by IPMI, and 23 seconds when IPMI had failed first and the PDU succeeded. The limits "
				+ "below are what the agents give themselves at most. "
				+ "When a method fails `fenced` tries the next, and after the last the first again.");
	}

	private void test(Test test) {
		EffectiveNode victim = test.victim();
		Optional<EffectiveNode> other = site.otherThan(victim);
		String watchers = site.nodes().size() < 2 ? "another machine" : Site.names(site.nodes().stream().filter(n -> n != victim).toList());
		out.section(test.number() + ": " + victim.name().value() + " by " + test.tested().name().value());
		out.text(switch (way(test)) {
			case HANG -> "The kernel of " + Site.code(victim) + " is brought to a halt. " + Site.code(test.tested().name())
					+ ", the first method, must reset the machine. Watch the log on " + watchers + ".";
			case CUT_POWER -> "The power of " + Site.code(victim) + " is cut, as if its supply had failed, so that its BMC is dead too: " + before(test) + " must fail and "
					+ Site.code(test.tested().name())
					+ " succeed. (Pulling the plugs does the same; then the machine stays off.) Watch the log on " + watchers + ".";
			case UNPLUG -> "Make " + before(test) + " fail first: unplug the network cable of the device" + (test.before().size() == 1 ? "" : "s") + " that it uses. Then hang "
					+ Site.code(victim) + "; " + Site.code(test.tested().name())
					+ " must fence it. Watch the log on " + watchers + ", and plug the cable in again afterwards.";
		});
		out.run(site.onAll(), "cman_tool nodes");
		switch (way(test)) {
			case HANG, UNPLUG -> {
				out.warn("This command does not return, and the node is gone until it has been reset.");
				out.run(Site.on(victim), "echo c > /proc/sysrq-trigger");
			}
			case CUT_POWER -> {
				List<String> commands = FenceTexts.typed(site.cluster(), test.tested(), "off");
				out.run(other.map(Site::on).orElse("On another machine:"), Site.lines(commands));
				out.expect("Each must answer:", "Success: Powered OFF");
			}
		}
		out.expect("The log on " + other.map(Site::code).orElse("the other machine") + " must show, in about this order:", log(test, other));
		limit(test);
		List<String> mustNot = new ArrayList<>();
		if (site.nodes().size() > 1) {
			mustNot.add("Another node is fenced, or the others lose quorum.");
		}
		if (test.method() == 0) {
			mustNot.add("`error from agent`: the first method must succeed at once.");
			List<String> later = test.methods().subList(1, test.methods().size()).stream().map(m -> Site.code(m.name())).toList();
			if (!later.isEmpty()) {
				mustNot.add(Site.listed(later) + (later.size() == 1 ? " is" : " are") + " used" + (usesPlug(test) ? ": look at the PDU, its outlet must stay on." : "."));
			}
		} else {
			mustNot.add("`error from agent` for " + Site.code(test.tested().name()) + " itself, or `fenced` starting over with the first method.");
		}
		mustNot.add("`success` although the machine was never off: look at it.");
		out.text("**Must not happen:**");
		out.items(mustNot);
		out.text("When " + Site.code(victim) + " is back, start the cluster there and see that it joins before the next test.");
		out.run(Site.on(victim), "/etc/init.d/cman start\ncman_tool nodes");
		out.check(List.of("pass", "fail"), test.number() + ": " + Site.code(test.tested().name()) + " fenced " + Site.code(victim));
		out.fields("Seconds until success", "Result", "Date", "Who");
	}

	private static boolean usesPlug(Test test) {
		return test.methods().subList(1, test.methods().size()).stream().flatMap(m -> m.calls().stream()).anyMatch(c -> c.parameter("port").isPresent());
	}

	private String log(Test test, Optional<EffectiveNode> other) {
		EffectiveNode victim = test.victim();
		List<EffectiveNode> left = site.nodes().stream().filter(n -> n != victim).toList();
		List<String> lines = new ArrayList<>();
		lines.add("corosync[\u2026]:   [TOTEM ] A processor failed, forming new configuration.");
		lines.add("corosync[\u2026]:   [QUORUM] Members[" + left.size() + "]: " + String.join(" ", left.stream().map(n -> String.valueOf(n.id().value())).toList()));
		lines.add("corosync[\u2026]:   [TOTEM ] A processor joined or left the membership and a new membership was formed.");
		lines.add("corosync[\u2026]:   [CPG   ] downlist received left_list: 1");
		lines.add("corosync[\u2026]:   [MAIN  ] Completed service synchronization, ready to provide service.");
		lines.add("kernel: dlm: closing connection to node " + victim.id().value());
		lines.add("fenced[\u2026]: fencing node " + victim.hostName().value());
		for (EffectiveFenceMethod method : test.before()) {
			method.calls().stream().findFirst().ifPresent(c -> lines.add("fenced[\u2026]: fence " + victim.hostName().value() + " dev " + test.methods().indexOf(method)
					+ ".0 agent " + agent(c) + " result: error from agent"));
		}
		lines.add("fenced[\u2026]: fence " + victim.hostName().value() + " success");
		return Site.lines(lines);
	}

	private static String agent(EffectiveFenceCall call) {
		return call.device().map(d -> d.agent().value()).orElse("\u2026");
	}

	/** The longest time from the failure to success, each part with its source. */
	private void limit(Test test) {
		Timings t = Timings.of(site);
		Map<String, Integer> parts = new LinkedHashMap<>();
		long total = t.untilFencing();
		for (EffectiveFenceMethod method : test.methods().subList(0, test.method() + 1)) {
			// A method ends with the first call that fails.
			List<EffectiveFenceCall> calls = test.tested() == method ? method.calls() : method.calls().subList(0, 1);
			for (EffectiveFenceCall call : calls) {
				total += seconds(call) * 1000;
				parts.merge(seconds(call) + " s for " + Words.value(agent(call)) + " in " + Site.code(method.name()) + " (" + LIMITS.stream().filter(k -> seconds(call, k) > 0)
						.map(k -> k + " " + seconds(call, k))
						.collect(Collectors.joining(" + ")) + ")", 1, Integer::sum);
			}
		}
		StringBuilder sum = new StringBuilder(Timings.seconds(t.untilFencing()) + " until fencing begins");
		parts.forEach((part, times) -> sum.append(" + ").append(times == 1 ? "" : times + " x ").append(part));
		out.text("**Time.** `fencing node` within " + Timings.seconds(t.untilFencing()) + " of the failure, `success` within **" + Timings.seconds(total) + "**: " + sum + ".");
	}

	private long seconds(EffectiveFenceCall call) {
		return LIMITS.stream().mapToLong(k -> seconds(call, k)).sum();
	}

	/** In seconds: written in the design, else what the catalogue says for EL6, else what the agents' library uses. */
	private long seconds(EffectiveFenceCall call, String key) {
		Optional<String> written = Optional.ofNullable(site.cluster().fencing().input(call).get(key)).map(Effective::value);
		Optional<String> known = FenceAgents.of(agent(call)).map(FenceAgent::parameters).map(p -> p.get(key)).filter(FenceAgent.Parameter::el6)
				.flatMap(FenceAgent.Parameter::defaultText);
		return written.or(() -> known).filter(v -> v.matches("[0-9]{1,6}")).map(Long::parseLong).orElse(USUAL.getOrDefault(key, 0L));
	}
}
