package org.clusterwright.model.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parameters of fence devices are those of their agents ({@link FenceAgents}); none are ours. */
final class FenceSettings {
	static final Map<String, List<SettingSpec>> BLOCKS = Map.of();

	private FenceSettings() {
	}

	/** What EL6's agent knows. */
	static Map<String, SettingSpec> parameters(FenceAgent agent) {
		Map<String, SettingSpec> specs = new LinkedHashMap<>();
		for (FenceAgent.Parameter p : agent.onEl6()) {
			String doc = p.required() ? "needed by the agent" : "parameter of the agent";
			specs.put(p.name(), new SettingSpec(p.name(), p.type(), false, p.defaultText(), doc, agent.name() + "(8), metadata"));
		}
		return specs;
	}
}
