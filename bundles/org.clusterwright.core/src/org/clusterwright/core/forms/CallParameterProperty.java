package org.clusterwright.core.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.FenceAgent;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.EObject;

/** A parameter of a call of a fence device; what the call does not say is the device's, else the agent's own. */
public record CallParameterProperty(String key, Set<Code> codes) implements Property {
	public CallParameterProperty {
		Objects.requireNonNull(key);
		codes = Set.copyOf(codes);
	}

	public static CallParameterProperty of(String key) {
		return new CallParameterProperty(key, Set.of());
	}

	public CallParameterProperty about(Code... more) {
		return new CallParameterProperty(key, Set.of(more));
	}

	private Optional<Setting> setting(EObject owner) {
		return owner instanceof FenceCall call ? call.getParameters().stream().filter(s -> key.equals(s.getKey())).findFirst() : Optional.empty();
	}

	static Optional<FenceDevice> device(EObject owner) {
		return owner instanceof FenceCall call ? Optional.ofNullable(call.getDevice()) : Optional.empty();
	}

	private Optional<SettingSpec> spec(EObject owner) {
		return device(owner).flatMap(d -> Catalog.spec(d, key));
	}

	@Override
	public Optional<String> written(EObject owner) {
		return setting(owner).flatMap(s -> s.getValues().stream().findFirst()).map(SettingEdits::text);
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		Optional<Setting> own = setting(owner);
		if (own.isPresent()) {
			return written(owner).map(t -> Effective.set(t, own.get(), DesignPackage.Literals.SETTING__VALUES));
		}
		Optional<Setting> devices = device(owner).flatMap(d -> Settings.find(d, key));
		return devices.flatMap(s -> s.getValues().stream().findFirst().map(v -> Effective.set(SettingEdits.text(v), s, DesignPackage.Literals.SETTING__VALUES)))
				.or(() -> spec(owner).flatMap(s -> s.defaultText().map(d -> Effective.byDefault(d, owner, s.source()))));
	}

	@Override
	public void write(EObject owner, String text) {
		complaint(owner, text).ifPresent(c -> {
			throw new RefusedEdit(c);
		});
		Optional<Setting> own = setting(owner);
		if (own.isPresent()) {
			SettingEdits.assign(own.get(), List.of(text.strip()));
		} else {
			((FenceCall) owner).getParameters().add(SettingEdits.setting(key, text.strip()));
		}
	}

	@Override
	public void erase(EObject owner) {
		setting(owner).ifPresent(s -> ((FenceCall) owner).getParameters().remove(s));
	}

	@Override
	public Optional<String> complaint(EObject owner, String text) {
		return Specs.complaint(spec(owner), text);
	}

	@Override
	public List<Region> regions(EObject owner) {
		return setting(owner).flatMap(Regions::of).stream().toList();
	}

	@Override
	public String help(EObject owner) {
		return Specs.help(key, spec(owner));
	}

	@Override
	public List<String> choices(EObject owner) {
		if (key.equals("action")) {
			return device(owner).flatMap(d -> Optional.ofNullable(d.getAgent())).flatMap(FenceAgents::of).map(FenceAgent::actions).orElse(List.of());
		}
		return Specs.choices(spec(owner), written(owner));
	}
}
