package org.clusterwright.dsl.ide.fixes;

import static org.clusterwright.dsl.ide.fixes.FixRule.also;
import static org.clusterwright.dsl.ide.fixes.FixRule.of;
import static org.clusterwright.dsl.ide.fixes.FixRule.removing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.Spelling;
import org.clusterwright.model.catalog.FenceAgent;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Psu;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.TextValue;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;

/** Fence devices, their agents and parameters. */
final class FenceDeviceFixes {
	private static final int MOST = 4;
	private static final List<String> FOR_BMCS = List.of("fence_ipmilan", "fence_ilo", "fence_drac5");
	private static final List<String> FOR_PDUS = List.of("fence_apc_snmp", "fence_apc", "fence_eaton_snmp");

	static final List<FixRule> RULES = List.of(
			of(Code.NO_FENCE_AGENT, p -> p.at(FenceDevice.class).stream().flatMap(d -> (d.isPerNode() ? FOR_BMCS : FOR_PDUS).stream()
					.flatMap(a -> p.change(d, "Use the agent " + a, x -> x.setAgent(a))))),
			of(Code.UNKNOWN_FENCE_AGENT, FenceDeviceFixes::agent),
			of(Code.FENCE_AGENT_NOT_ON_EL6, FenceDeviceFixes::agent),
			of(Code.FENCE_DEVICE_NAME, p -> p.at(FenceDevice.class).stream().flatMap(d -> d.getPattern() != null
					? p.change(d, "Name the devices by \"" + xmlId(d.getPattern()) + "\"", x -> x.setPattern(xmlId(x.getPattern())))
					: NameFixes.renameTo(p, d, xmlId(d.getName())))),
			of(Code.DUPLICATE_FENCE_DEVICE, p -> p.change(FenceDevice.class, "Name the devices by \"{name}_{short}\"", d -> d.setPattern("{name}_{short}"))),
			removing(Code.UNUSED_FENCE_DEVICE, "Remove this fence device"),
			of(Code.UNKNOWN_FENCE_PARAMETER, FenceDeviceFixes::parameter),
			also(Code.UNKNOWN_FENCE_PARAMETER, "remove", p -> p.change(Setting.class, "Remove '" + p.arg(0) + "'", ModelChanges::remove)),
			of(Code.MODERN_FENCE_PARAMETER, p -> p.change(Setting.class, "Change to '" + p.arg(2) + "'", s -> s.setKey(p.arg(2)))),
			of(Code.NEWER_FENCE_PARAMETER, p -> p.change(Setting.class, "Remove '" + p.arg(0) + "'", ModelChanges::remove)),
			of(Code.MISSING_FENCE_PARAMETER, FenceDeviceFixes::missing),
			of(Code.FENCE_VALUE, FenceDeviceFixes::value),
			of(Code.UNKNOWN_FENCE_ACTION, FenceDeviceFixes::action),
			of(Code.LITERAL_PASSWORD, p -> secret(p)));

	private FenceDeviceFixes() {
	}

	private static Stream<Cure> agent(Problem problem) {
		String written = problem.arg(0).startsWith("fence_") ? problem.arg(0) : "fence_" + problem.arg(0).replaceFirst("^fence-?", "");
		return Spelling.nearest(written, FenceAgents.names(true), MOST).stream().flatMap(a -> problem.change(FenceDevice.class, "Change to '" + a + "'", d -> d.setAgent(a)));
	}

	/** cluster.rng: an XML ID. */
	private static String xmlId(String name) {
		String plain = name.replaceAll("[^A-Za-z0-9_.{}-]+", "_");
		return plain.matches("[A-Za-z_{].*") ? plain : "fence_" + plain;
	}

	private static Optional<FenceDevice> device(Setting setting) {
		return switch (setting.eContainer()) {
			case FenceDevice d -> Optional.of(d);
			case FenceCall c -> Optional.ofNullable(c.getDevice());
			case null, default -> Optional.empty();
		};
	}

	private static Optional<FenceAgent> agentOf(Setting setting) {
		return device(setting).map(FenceDevice::getAgent).flatMap(FenceAgents::of);
	}

	private static Stream<Cure> parameter(Problem problem) {
		return problem.at(Setting.class).stream()
				.flatMap(s -> agentOf(s).stream().flatMap(a -> ParameterFixes.rename(problem, s, a.onEl6().stream().map(FenceAgent.Parameter::name).toList())));
	}

	private static Stream<Cure> value(Problem problem) {
		return problem.at(Setting.class).stream().flatMap(s -> agentOf(s).map(a -> a.parameters().get(s.getKey())).stream()
				.flatMap(p -> s.getValues().stream().filter(TextValue.class::isInstance).map(TextValue.class::cast)
						.flatMap(v -> ParameterFixes.repaired(problem, v, ValueRepair.of(p.type(), v.getText())))));
	}

	/** What takes a node away comes first. */
	private static Stream<Cure> action(Problem problem) {
		return problem.at(Setting.class).stream().flatMap(s -> agentOf(s).stream().flatMap(a -> {
			List<String> order = new ArrayList<>(Spelling.nearest(problem.arg(0), a.actions(), 2));
			Stream.of("reboot", "off").filter(x -> a.actions().contains(x) && !order.contains(x)).forEach(order::add);
			return order.stream().flatMap(x -> problem.change(s, "Change to '" + x + "'", y -> ModelChanges.setValue(y, x)));
		}));
	}

	private static Stream<Cure> missing(Problem problem) {
		String parameter = problem.arg(0);
		FenceCall call = problem.at(FenceCall.class).orElse(null);
		if (call != null) {
			return port(problem, call).map(p -> problem.change(call, "Write '" + parameter + " " + p + "'", c -> ModelChanges.set(c, parameter, p))).orElse(Stream.empty());
		}
		FenceDevice device = problem.at(FenceDevice.class).orElse(null);
		return device == null ? Stream.empty() : switch (parameter) {
			case "passwd" -> problem.change(device, "Write 'passwd secret " + device.getName() + "'", d -> ModelChanges.set(d, "passwd", ModelChanges.secret(NameFixes.safe(d.getName()))));
			case "login" -> problem.change(device, "Write 'login root'", d -> ModelChanges.set(d, "login", "root"));
			case "community" -> problem.change(device, "Write 'community secret " + device.getName() + "'", d -> ModelChanges.set(d, "community", ModelChanges.secret(NameFixes.safe(d.getName()))));
			case "ipaddr" -> pdus(problem, device).flatMap(p -> problem.change(device, "It is the PDU '" + p.getName() + "': write 'at " + p.getName() + "'",
					d -> d.setPdu(EObjects.all(EObjects.above(d, org.clusterwright.model.design.Cluster.class), Pdu.class).filter(x -> p.getName().equals(x.getName())).findFirst().orElseThrow())));
			default -> Stream.empty();
		};
	}

	/** Those that no device stands for yet; the one of the device's name first. */
	private static Stream<Pdu> pdus(Problem problem, FenceDevice device) {
		List<Pdu> taken = EObjects.all(problem.cluster(), FenceDevice.class).map(FenceDevice::getPdu).toList();
		return Statements.all(problem.cluster(), Pdu.class).stream().filter(p -> p.getName() != null && !taken.contains(p))
				.sorted(java.util.Comparator.comparing((Named p) -> !p.getName().equals(device.getName())));
	}

	/** The outlet that the node's own supply has on the device's PDU, else the next that nobody has. */
	static Optional<String> port(Problem problem, FenceCall call) {
		Pdu pdu = call.getDevice() == null ? null : call.getDevice().getPdu();
		Node node = EObjects.above(call, Node.class);
		return pdu == null || node == null ? Optional.empty()
				: Statements.all(node, Psu.class).stream().filter(p -> p.getPdu() == pdu && p.getOutlet() != null).map(p -> String.valueOf(p.getOutlet())).findFirst()
						.or(() -> problem.free().outlet(pdu).map(String::valueOf));
	}

	static Stream<Cure> secret(Problem problem) {
		return problem.at(Setting.class).stream().flatMap(s -> {
			Named owner = EObjects.above(s, Named.class);
			String name = NameFixes.safe(device(s).map(Named::getName).orElseGet(() -> owner == null || owner.getName() == null ? s.getKey() : owner.getName()));
			return problem.change(s, "Keep the value outside: write '" + s.getKey() + " secret " + name + "'", x -> ModelChanges.set(x, ModelChanges.secret(name)));
		});
	}
}
