package org.clusterwright.dsl.ide.fixes;

import static org.clusterwright.dsl.ide.fixes.FixRule.also;
import static org.clusterwright.dsl.ide.fixes.FixRule.of;
import static org.clusterwright.dsl.ide.fixes.FixRule.removing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.FenceMethod;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Psu;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Fence methods that would not, or not only, take the node away. */
final class FenceMethodFixes {
	private static final DesignFactory MAKE = DesignFactory.eINSTANCE;

	static final List<FixRule> RULES = List.of(
			of(Code.NOT_FENCED, FenceMethodFixes::addMethods),
			of(Code.METHOD_EMPTY, FenceMethodFixes::addCall),
			also(Code.METHOD_EMPTY, "remove", p -> p.change(FenceMethod.class, "Remove this method", ModelChanges::remove)),
			of(Code.OUTLETS_REBOOT, p -> p.change(FenceMethod.class, "Switch all outlets off, then all on", FenceMethodFixes::offThenOn)),
			of(Code.OUTLETS_ORDER, p -> p.change(FenceMethod.class, "Switch all outlets off before any on", FenceMethodFixes::offFirst)),
			of(Code.OUTLETS_LEFT_OFF, p -> p.change(FenceMethod.class, "Switch the outlets on again", FenceMethodFixes::addOn)),
			of(Code.OUTLETS_MISSED, p -> p.change(FenceMethod.class, "Switch all outlets of the node", FenceMethodFixes::addMissed)),
			of(Code.OUTLET_OF_OTHER, FenceMethodFixes::ownOutlet),
			also(Code.OUTLET_BEYOND_COUNT, "call", FenceMethodFixes::ownOutlet),
			of(Code.NO_POWER_OFF, p -> p.change(FenceCall.class, "Write 'action reboot'", c -> {
				c.getParameters().removeIf(s -> "option".equals(s.getKey()));
				ModelChanges.set(c, "action", "reboot");
			})),
			of(Code.FENCE_RACE, p -> delay(p, 0)),
			also(Code.FENCE_RACE, "second", p -> delay(p, 1)));

	private FenceMethodFixes() {
	}

	private static Stream<Cure> addMethods(Problem problem) {
		Optional<Node> node = problem.at(Node.class);
		return node.isEmpty() || methods(problem.cluster(), node.get()).isEmpty() ? Stream.empty()
				: problem.change(node.get(), "Add the fence methods that its hardware allows",
						n -> n.getStatements().addAll(methods((Cluster) n.eContainer(), n)));
	}

	/** As the other nodes' where they have any, with this node's outlets; else one for each device that can reach the node. */
	private static List<FenceMethod> methods(Cluster cluster, Node node) {
		List<FenceMethod> others = Statements.all(cluster, Node.class).stream().filter(n -> n != node).map(n -> Statements.all(n, FenceMethod.class)).filter(m -> !m.isEmpty()).findFirst()
				.orElse(List.of());
		List<FenceMethod> found = new ArrayList<>();
		for (FenceMethod other : others) {
			FenceMethod method = EcoreUtil.copy(other);
			for (FenceCall call : Statements.all(method, FenceCall.class)) {
				boolean port = call.getParameters().stream().anyMatch(s -> "port".equals(s.getKey()));
				Optional<Long> outlet = call.getDevice() == null ? Optional.empty() : outlet(node, call.getDevice());
				outlet.filter(o -> port).ifPresent(o -> ModelChanges.set(call, "port", String.valueOf(o)));
				if (port && outlet.isEmpty() || call.getDevice() == null || call.getDevice().isPerNode() && call.getDevice().getPdu() == null && Statements.first(node, Bmc.class).isEmpty()) {
					method.getStatements().remove(call);
				}
				call.getParameters().removeIf(s -> "delay".equals(s.getKey()));
			}
			if (Statements.all(method, FenceCall.class).stream().noneMatch(FenceMethodFixes::takesAway)) {
				Statements.all(method, FenceCall.class).forEach(c -> {
					c.getParameters().removeIf(s -> "option".equals(s.getKey()));
					ModelChanges.set(c, "action", "reboot");
				});
			}
			if (!method.getStatements().isEmpty()) {
				found.add(method);
			}
		}
		if (others.isEmpty()) {
			Statements.all(cluster, FenceDevice.class).forEach(d -> call(node, d).ifPresent(c -> found.add(method(d.getName(), c))));
		}
		return found;
	}

	/** What is not said is the agent's default, a reboot. The other nodes' methods may be wrong themselves. */
	private static boolean takesAway(FenceCall call) {
		List<String> actions = call.getParameters().stream().filter(s -> List.of("action", "option").contains(s.getKey())).map(s -> Settings.text(s.getValues().get(0))).toList();
		return actions.isEmpty() || actions.contains("reboot") || actions.contains("off");
	}

	private static FenceMethod method(String name, FenceCall call) {
		FenceMethod method = MAKE.createFenceMethod();
		method.setName(name);
		method.getStatements().add(call);
		return method;
	}

	/** A call of a device that reaches a node: its BMC's, or a PDU's that feeds it. */
	private static Optional<FenceCall> call(Node node, FenceDevice device) {
		Optional<Long> outlet = outlet(node, device);
		boolean bmc = device.getPdu() == null && device.isPerNode() && Statements.first(node, Bmc.class).isPresent();
		if (outlet.isEmpty() && !bmc) {
			return Optional.empty();
		}
		FenceCall call = MAKE.createFenceCall();
		call.setDevice(device);
		outlet.ifPresent(o -> ModelChanges.set(call, "port", String.valueOf(o)));
		ModelChanges.set(call, "action", "reboot");
		return Optional.of(call);
	}

	private static Optional<Long> outlet(Node node, FenceDevice device) {
		return Statements.all(node, Psu.class).stream().filter(p -> p.getPdu() != null && p.getPdu() == device.getPdu() && p.getOutlet() != null).map(Psu::getOutlet).findFirst();
	}

	private static Stream<Cure> addCall(Problem problem) {
		return problem.at(FenceMethod.class).filter(m -> m.eContainer() instanceof Node).stream().flatMap(m -> Statements.all(problem.cluster(), FenceDevice.class).stream()
				.filter(d -> d.getName() != null && call((Node) m.eContainer(), d).isPresent())
				.sorted(java.util.Comparator.comparing(d -> !d.getName().equals(m.getName())))
				.flatMap(d -> problem.change(m, "Call '" + d.getName() + "'", x -> {
					FenceDevice device = Statements.all((Cluster) x.eContainer().eContainer(), FenceDevice.class).stream().filter(y -> d.getName().equals(y.getName())).findFirst().orElseThrow();
					call((Node) x.eContainer(), device).ifPresent(x.getStatements()::add);
				})));
	}

	private static List<FenceCall> outlets(FenceMethod method) {
		return Statements.all(method, FenceCall.class).stream().filter(c -> c.getDevice() != null && c.getDevice().getPdu() != null && value(c, "port").isPresent()).toList();
	}

	private static Optional<String> value(FenceCall call, String key) {
		return call.getParameters().stream().filter(s -> key.equals(s.getKey())).map(Setting::getValues).filter(v -> !v.isEmpty()).map(v -> Settings.text(v.get(0))).findFirst();
	}

	private static String plug(FenceCall call) {
		return call.getDevice().getName() + " " + value(call, "port").orElse("");
	}

	private static void setAction(FenceCall call, String action) {
		call.getParameters().removeIf(s -> "option".equals(s.getKey()));
		ModelChanges.set(call, "action", action);
	}

	private static void offThenOn(FenceMethod method) {
		List<FenceCall> calls = outlets(method);
		List<String> seen = new ArrayList<>();
		for (FenceCall call : calls) {
			if (seen.contains(plug(call))) {
				method.getStatements().remove(call);
			} else {
				seen.add(plug(call));
				setAction(call, "off");
			}
		}
		addOn(method);
	}

	/** Behind the last call: one that switches on each outlet that was switched off. */
	private static void addOn(FenceMethod method) {
		List<String> on = outlets(method).stream().filter(c -> value(c, "action").filter("on"::equals).isPresent()).map(FenceMethodFixes::plug).toList();
		for (FenceCall call : outlets(method)) {
			if (value(call, "action").filter("off"::equals).isPresent() && !on.contains(plug(call))) {
				FenceCall again = EcoreUtil.copy(call);
				setAction(again, "on");
				method.getStatements().add(again);
			}
		}
	}

	private static void offFirst(FenceMethod method) {
		int at = 0;
		for (FenceCall call : outlets(method)) {
			if (value(call, "action").filter("off"::equals).isPresent()) {
				method.getStatements().move(at++, call);
			}
		}
	}

	private static void addMissed(FenceMethod method) {
		Node node = (Node) method.eContainer();
		Cluster cluster = (Cluster) node.eContainer();
		List<String> there = outlets(method).stream().map(FenceMethodFixes::plug).toList();
		for (Psu psu : Statements.all(node, Psu.class)) {
			Statements.all(cluster, FenceDevice.class).stream().filter(d -> psu.getPdu() != null && d.getPdu() == psu.getPdu() && psu.getOutlet() != null).findFirst()
					.filter(d -> !there.contains(d.getName() + " " + psu.getOutlet())).ifPresent(d -> {
						FenceCall call = MAKE.createFenceCall();
						call.setDevice(d);
						ModelChanges.set(call, "port", String.valueOf(psu.getOutlet()));
						method.getStatements().add(call);
					});
		}
		offThenOn(method);
		offFirst(method);
	}

	private static Stream<Cure> ownOutlet(Problem problem) {
		return problem.at(FenceCall.class).stream().flatMap(c -> Optional.ofNullable(EObjects.above(c, Node.class)).flatMap(n -> outlet(n, c.getDevice())).stream()
				.flatMap(o -> problem.change(c, "Change to 'port " + o + "'", x -> ModelChanges.set(x, "port", String.valueOf(o)))));
	}

	/** Delays the first call against a node, so that this node lives when both shoot. */
	private static Stream<Cure> delay(Problem problem, int index) {
		List<Node> nodes = Statements.all(problem.cluster(), Node.class);
		return index >= nodes.size() ? Stream.empty() : firstCall(nodes.get(index)).filter(FenceMethodFixes::canWait).stream()
				.flatMap(c -> problem.change(c, "Let " + nodes.get(index).getName() + " win: write 'delay 15s' at its first call", x -> ModelChanges.set(x, "delay", "15s")));
	}

	private static Optional<FenceCall> firstCall(Node node) {
		return Statements.first(node, FenceMethod.class).flatMap(m -> Statements.first(m, FenceCall.class));
	}

	private static boolean canWait(FenceCall call) {
		return call.getDevice() != null && call.getDevice().getAgent() != null
				&& FenceAgents.of(call.getDevice().getAgent()).map(a -> a.onEl6().stream().anyMatch(p -> p.name().equals("delay"))).orElse(false);
	}
}
