package org.clusterwright.dsl.ide.hovers;

import java.util.Optional;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.FenceAgent;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.SecretValue;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.Secrets;
import org.clusterwright.model.effective.Settings;

/** Parameters, with the man page's fact about them. */
final class ParameterHover {
	private ParameterHover() {
	}

	static String setting(Setting design, EffectiveCluster cluster, Facts facts) {
		FenceDevice device = switch (design.eContainer()) {
			case FenceDevice d -> d;
			case FenceCall c -> c.getDevice();
			case null, default -> null;
		};
		if (device != null && device.getAgent() != null && design.getKey() != null) {
			return fence(design, device, facts);
		}
		Optional<SettingSpec> spec = design.getKey() != null && design.eContainer() instanceof Block block ? Catalog.spec(block, design.getKey()) : Optional.empty();
		values(design, facts);
		if (spec.isEmpty()) {
			return "Not a parameter that is known here";
		}
		SettingSpec s = spec.get();
		facts.add("Takes", s.type().describe() + (s.list() ? "; several, with commas between" : ""));
		facts.add("Default", s.defaultText().orElse("")).add("Source", s.source());
		return s.doc();
	}

	private static String fence(Setting design, FenceDevice device, Facts facts) {
		values(design, facts);
		Optional<FenceAgent.Parameter> parameter = FenceAgents.of(device.getAgent()).map(a -> a.parameters().get(design.getKey()));
		parameter.ifPresent(p -> {
			facts.add("Takes", p.name().equals("action") ? "one of " + String.join(", ", FenceAgents.of(device.getAgent()).orElseThrow().actions()) : p.type().describe());
			facts.add("Default", p.defaultText().orElse("")).add("On EL6", p.el6() ? "" : p.was().map(w -> "called " + w).orElse("not known"));
			facts.add("Source", device.getAgent() + " -o metadata");
		});
		return parameter.isPresent() ? "A parameter of the fence agent " + device.getAgent() : "Not a parameter of the fence agent " + device.getAgent();
	}

	private static void values(Setting design, Facts facts) {
		for (var value : design.getValues()) {
			if (value instanceof SecretValue secret) {
				facts.add("Value", "the secret " + secret.getSecret(), "kept outside the design; " + Secrets.placeholder(secret.getSecret()) + " until a file is written");
			} else {
				facts.add("Value", Settings.text(value));
			}
		}
	}

	static String section(Section design, Facts facts) {
		for (SettingSpec spec : Catalog.specs(design)) {
			Optional<Setting> written = Settings.find(design, spec.key());
			if (written.isPresent()) {
				written.get().getValues().stream().findFirst().ifPresent(v -> facts.add(spec.key(), Settings.text(v)));
			} else {
				spec.defaultText().ifPresent(d -> facts.add(spec.key(), d, "default: " + spec.source()));
			}
		}
		return "A group of parameters";
	}
}
