package org.clusterwright.dsl.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clusterwright.model.catalog.FenceAgent;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.SecretValue;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.TextValue;
import org.clusterwright.model.design.Value;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveFenceCall;
import org.clusterwright.model.effective.EffectiveFenceDevice;
import org.clusterwright.model.effective.EffectiveFenceMethod;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;

/** Fence devices and the parameters of devices and calls, against the agents' own metadata. */
public class FenceDeviceChecks extends DslChecks {
	/** cluster.rng: a fencedevice's name is an XML ID. */
	private static final Pattern XML_ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
	private static final Set<String> SECRET = Set.of("passwd", "password", "snmp_priv_passwd", "community", "session_auth", "key");

	@Check
	public void agentIsKnown(FenceDevice device) {
		if (device.getAgent() == null) {
			report(Code.NO_FENCE_AGENT, device, DesignPackage.Literals.NAMED__NAME, device.getName());
			return;
		}
		Optional<FenceAgent> agent = FenceAgents.of(device.getAgent());
		if (agent.isEmpty()) {
			String hint = FenceAgents.of("fence_" + device.getAgent()).map(a -> "; did you mean " + a.name() + "?").orElse("");
			report(Code.UNKNOWN_FENCE_AGENT, device, DesignPackage.Literals.FENCE_DEVICE__AGENT, device.getAgent(), hint);
		} else if (!agent.get().el6()) {
			report(Code.FENCE_AGENT_NOT_ON_EL6, device, DesignPackage.Literals.FENCE_DEVICE__AGENT, device.getAgent());
		}
	}

	@Check
	public void deviceNamesAreUniqueIds(Cluster cluster) {
		Map<String, EffectiveFenceDevice> seen = new HashMap<>();
		Set<EObject> reported = new HashSet<>();
		for (EffectiveFenceDevice device : effective(cluster).fencing().devices()) {
			String name = device.name().value();
			EffectiveFenceDevice same = seen.putIfAbsent(name, device);
			var feature = device.node().isPresent() && device.design().getPattern() != null ? DesignPackage.Literals.FENCE_DEVICE__PATTERN : DesignPackage.Literals.NAMED__NAME;
			// Two plain devices of one name are reported as such already.
			if (same != null && (same.node().isPresent() || device.node().isPresent()) && reported.add(device.design())) {
				report(Code.DUPLICATE_FENCE_DEVICE, device.design(), feature, name);
			}
			if (!XML_ID.matcher(name).matches() && reported.add(device.design())) {
				report(Code.FENCE_DEVICE_NAME, device.design(), feature, name.replaceAll("[\\x00-\\x1f\\x7f]", "?"));
			}
		}
	}

	@Check
	public void deviceIsCalled(Cluster cluster) {
		EffectiveCluster effective = effective(cluster);
		Set<FenceDevice> called = new HashSet<>();
		for (EffectiveNode node : effective.nodes()) {
			effective.fencing().methods(node).forEach(m -> m.calls().forEach(c -> called.add(c.design().getDevice())));
			effective.fencing().unfence(node).forEach(c -> called.add(c.design().getDevice()));
		}
		Statements.all(cluster, FenceDevice.class).stream().filter(d -> !called.contains(d))
				.forEach(d -> report(Code.UNUSED_FENCE_DEVICE, d, DesignPackage.Literals.NAMED__NAME, d.getName()));
	}

	@Check
	public void parameterIsTheAgents(Setting setting) {
		FenceDevice device = switch (setting.eContainer()) {
			case FenceDevice d -> d;
			case FenceCall c -> c.getDevice();
			case null, default -> null;
		};
		if (device == null || device.getAgent() == null || setting.getKey() == null) {
			return;
		}
		Optional<FenceAgent> agent = FenceAgents.of(device.getAgent());
		if (agent.isPresent()) {
			FenceAgent.Parameter parameter = agent.get().parameters().get(setting.getKey());
			if (parameter == null || !parameter.el6()) {
				unknown(setting, agent.get(), parameter);
			} else {
				values(setting, parameter, agent.get());
			}
		}
		literal(setting);
	}

	private void unknown(Setting setting, FenceAgent agent, FenceAgent.Parameter parameter) {
		String key = setting.getKey();
		if (parameter == null) {
			String similar = key.replace('-', '_');
			String hint = agent.parameters().containsKey(similar) ? "; did you mean " + similar + "?" : "";
			report(Code.UNKNOWN_FENCE_PARAMETER, setting, DesignPackage.Literals.SETTING__KEY, key, agent.name(), hint);
		} else if (parameter.was().isPresent()) {
			report(Code.MODERN_FENCE_PARAMETER, setting, DesignPackage.Literals.SETTING__KEY, key, agent.name(), parameter.was().get());
		} else if (agent.el6()) {
			report(Code.NEWER_FENCE_PARAMETER, setting, DesignPackage.Literals.SETTING__KEY, key, agent.name());
		}
	}

	private void values(Setting setting, FenceAgent.Parameter parameter, FenceAgent agent) {
		if (setting.getValues().size() > 1) {
			report(Code.ONE_VALUE_ONLY, setting, DesignPackage.Literals.SETTING__VALUES, setting.getKey());
		}
		for (Value value : setting.getValues()) {
			if (!(value instanceof TextValue text) || text.getText() == null) {
				continue;
			}
			if (setting.getKey().equals("action")) {
				if (!agent.actions().isEmpty() && !agent.actions().contains(text.getText())) {
					report(Code.UNKNOWN_FENCE_ACTION, setting, DesignPackage.Literals.SETTING__VALUES, text.getText(), agent.name(), String.join(", ", agent.actions()));
				}
				continue;
			}
			try {
				parameter.type().check(text.getText());
			} catch (IllegalArgumentException e) {
				report(Code.FENCE_VALUE, setting, DesignPackage.Literals.SETTING__VALUES, setting.getKey(), e.getMessage());
			}
		}
	}

	private void literal(Setting setting) {
		boolean written = setting.getValues().stream().anyMatch(v -> !(v instanceof SecretValue));
		if (written && SECRET.contains(setting.getKey())) {
			report(Code.LITERAL_PASSWORD, setting, DesignPackage.Literals.SETTING__VALUES, setting.getKey());
		}
	}

	/** What an agent cannot do without may stand on the device or on the call; each call is looked at with its device. */
	@Check
	public void nothingIsMissing(Cluster cluster) {
		EffectiveCluster effective = effective(cluster);
		Set<List<Object>> reported = new HashSet<>();
		for (EffectiveNode node : effective.nodes()) {
			List<EffectiveFenceCall> calls = new ArrayList<>(effective.fencing().unfence(node));
			effective.fencing().methods(node).stream().map(EffectiveFenceMethod::calls).forEach(calls::addAll);
			for (EffectiveFenceCall call : calls) {
				FenceAgent agent = call.device().flatMap(d -> FenceAgents.of(d.agent().value())).filter(FenceAgent::el6).orElse(null);
				if (agent != null) {
					missing(agent, call).forEach(m -> reportMissing(call, m, agent, reported));
				}
			}
		}
	}

	private static List<String> missing(FenceAgent agent, EffectiveFenceCall call) {
		return agent.needs().stream().filter(n -> n.stream().noneMatch(p -> call.parameter(p).isPresent())).map(n -> n.get(0)).toList();
	}

	/** A plug belongs to the call, everything else to the device, where it is reported once. */
	private void reportMissing(EffectiveFenceCall call, String parameter, FenceAgent agent, Set<List<Object>> reported) {
		if (parameter.equals("port")) {
			report(Code.MISSING_FENCE_PARAMETER, call.design(), DesignPackage.Literals.FENCE_CALL__DEVICE, parameter, agent.name());
		} else if (reported.add(List.of(call.design().getDevice(), parameter))) {
			report(Code.MISSING_FENCE_PARAMETER, call.design().getDevice(), DesignPackage.Literals.NAMED__NAME, parameter, agent.name());
		}
	}
}
