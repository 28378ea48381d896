package org.clusterwright.dsl.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clusterwright.model.catalog.FenceAgent;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Psu;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveFenceCall;
import org.clusterwright.model.effective.EffectiveFenceMethod;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Fencing;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Counts;
import org.eclipse.xtext.validation.Check;

/** Whether a node that is to be fenced really loses its power or its access. From fenced(8), and what the tutorial warns of. */
public class FenceMethodChecks extends DslChecks {
	private static final long TUTORIAL_JOIN_DELAY = 30_000;
	private static final long ADVISED_JOIN_DELAY = 60_000;
	private static final Set<String> TAKES_AWAY = Set.of("reboot", "off", "disable", "cycle", "poweroff");

	/** A plug of a PDU. */
	private record Outlet(String pdu, String number) {
		@Override
		public String toString() {
			return "outlet " + number + " of " + pdu;
		}
	}

	@Check
	public void everyNodeIsFenced(Cluster cluster) {
		EffectiveCluster effective = effective(cluster);
		for (EffectiveNode node : effective.nodes()) {
			List<EffectiveFenceMethod> methods = effective.fencing().methods(node);
			if (methods.isEmpty() && effective.nodes().size() > 1) {
				report(Code.NOT_FENCED, node.design(), DesignPackage.Literals.NAMED__NAME, node.name().value());
			}
			for (EffectiveFenceMethod method : methods) {
				if (method.calls().isEmpty()) {
					report(Code.METHOD_EMPTY, method.design(), DesignPackage.Literals.NAMED__NAME, method.name().value());
				} else {
					method(node, method);
				}
			}
		}
	}

	private void method(EffectiveNode node, EffectiveFenceMethod method) {
		List<EffectiveFenceCall> outlets = method.calls().stream().filter(FenceMethodChecks::isOutlet).toList();
		if (outlets.stream().map(FenceMethodChecks::outlet).distinct().count() > 1) {
			manyOutlets(outlets);
		}
		boolean takesAway = method.calls().stream().anyMatch(c -> TAKES_AWAY.contains(action(c)));
		if (!takesAway) {
			report(Code.NO_POWER_OFF, method.calls().get(0).design(), DesignPackage.Literals.FENCE_CALL__DEVICE, action(method.calls().get(0)));
		}
		if (!outlets.isEmpty() && outlets.size() == method.calls().size()) {
			everyFeedIsCut(node, method, outlets);
		}
		outlets.forEach(c -> outletIsTheNodes(node, c));
	}

	private void manyOutlets(List<EffectiveFenceCall> calls) {
		Set<Outlet> all = calls.stream().map(FenceMethodChecks::outlet).collect(Collectors.toSet());
		Set<Outlet> off = new HashSet<>();
		Set<Outlet> on = new HashSet<>();
		for (EffectiveFenceCall call : calls) {
			switch (action(call)) {
				case "off" -> off.add(outlet(call));
				case "on" -> {
					on.add(outlet(call));
					if (!off.equals(all)) {
						report(Code.OUTLETS_ORDER, call.design(), DesignPackage.Literals.FENCE_CALL__DEVICE);
					}
				}
				default -> report(Code.OUTLETS_REBOOT, call.design(), DesignPackage.Literals.FENCE_CALL__DEVICE);
			}
		}
		if (off.equals(all) && !on.equals(all)) {
			report(Code.OUTLETS_LEFT_OFF, calls.get(calls.size() - 1).design(), DesignPackage.Literals.FENCE_CALL__DEVICE);
		}
	}

	/** A method of PDU calls alone must cut every supply that the design knows, or the node lives on. */
	private void everyFeedIsCut(EffectiveNode node, EffectiveFenceMethod method, List<EffectiveFenceCall> calls) {
		Set<Outlet> cut = calls.stream().map(FenceMethodChecks::outlet).collect(Collectors.toSet());
		Set<String> missed = new TreeSet<>();
		List<Psu> feeds = Statements.all(node.design(), Psu.class).stream().filter(p -> p.getPdu() != null && p.getOutlet() != null).toList();
		feeds.stream().map(p -> new Outlet(p.getPdu().getName(), String.valueOf(p.getOutlet()))).filter(o -> !cut.contains(o)).forEach(o -> missed.add(o.toString()));
		if (!missed.isEmpty() && missed.size() < feeds.size()) {
			report(Code.OUTLETS_MISSED, method.design(), DesignPackage.Literals.NAMED__NAME, node.name().value(), String.join(", ", missed));
		}
	}

	private void outletIsTheNodes(EffectiveNode node, EffectiveFenceCall call) {
		Pdu pdu = call.design().getDevice().getPdu();
		Outlet outlet = outlet(call);
		Optional<Effective<Long>> count = Settings.parsed(pdu, "outlets", Counts::parse);
		if (count.isPresent() && outlet.number().matches("[0-9]{1,9}") && (Long.parseLong(outlet.number()) > count.get().value() || outlet.number().equals("0"))) {
			report(Code.OUTLET_BEYOND_COUNT, call.design(), DesignPackage.Literals.FENCE_CALL__PARAMETERS, pdu.getName(), count.get().value(), outlet.number());
			return;
		}
		List<Psu> here = Statements.all(node.design(), Psu.class).stream().filter(p -> p.getPdu() == pdu && p.getOutlet() != null).toList();
		if (!here.isEmpty() && here.stream().noneMatch(p -> String.valueOf(p.getOutlet()).equals(outlet.number()))) {
			report(Code.OUTLET_OF_OTHER, call.design(), DesignPackage.Literals.FENCE_CALL__PARAMETERS, pdu.getName(), outlet.number(), node.name().value());
		}
	}

	/** With two nodes that lose sight of each other, both shoot; a delay before one of the shots decides who lives. */
	@Check
	public void onlyOneNodeWinsTheRace(Cluster cluster) {
		EffectiveCluster effective = effective(cluster);
		if (effective.nodes().size() != 2) {
			return;
		}
		List<List<EffectiveFenceMethod>> methods = effective.nodes().stream().map(n -> effective.fencing().methods(n)).toList();
		if (methods.stream().anyMatch(m -> m.isEmpty() || m.get(0).calls().isEmpty())) {
			return;
		}
		long delays = methods.stream().map(m -> m.get(0).calls().get(0).parameter("delay").map(p -> Fencing.nativeValue(p).value()).orElse("0")).distinct().count();
		if (delays == 1) {
			report(Code.FENCE_RACE, effective.nodes().get(0).design(), DesignPackage.Literals.NAMED__NAME);
		}
	}

	@Check
	public void startOfTheClusterIsSafe(Cluster cluster) {
		EffectiveCluster effective = effective(cluster);
		Optional<Section> fencing = effective.daemons().section("fencing");
		long delay = QuorumChecks.millis(effective, "fencing", "post-join-delay");
		Optional<Effective<String>> written = fencing.flatMap(f -> Settings.text(f, "post-join-delay"));
		if (effective.nodes().size() > 1 && delay < ADVISED_JOIN_DELAY) {
			Code code = delay < TUTORIAL_JOIN_DELAY ? Code.POST_JOIN_DELAY_SHORT : Code.POST_JOIN_DELAY;
			var at = written.map(w -> w.origin().element()).orElse(cluster);
			report(code, at, written.isPresent() ? DesignPackage.Literals.SETTING__VALUES : DesignPackage.Literals.NAMED__NAME, delay / 1000);
		}
		fencing.flatMap(f -> Settings.flag(f, "clean-start")).filter(Effective::value)
				.ifPresent(c -> report(Code.CLEAN_START, c.origin().element(), DesignPackage.Literals.SETTING__VALUES));
	}

	/** A call that switches a plug of a PDU which the design knows. */
	private static boolean isOutlet(EffectiveFenceCall call) {
		return call.device().isPresent() && call.design().getDevice().getPdu() != null && call.parameter("port").isPresent();
	}

	private static Outlet outlet(EffectiveFenceCall call) {
		return new Outlet(call.design().getDevice().getPdu().getName(), call.parameter("port").orElseThrow().value().value());
	}

	/** The action of a call: written, or the agent's own, which is reboot for nearly all. */
	private static String action(EffectiveFenceCall call) {
		return call.parameter("action").or(() -> call.parameter("option")).map(p -> p.value().value()).orElseGet(() -> call.device()
				.flatMap(d -> FenceAgents.of(d.agent().value())).map(a -> a.parameters().get("action")).flatMap(FenceAgent.Parameter::defaultText).orElse("reboot"));
	}
}
