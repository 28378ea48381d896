package org.clusterwright.core.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.EObject;

/**
 * A parameter of the catalogue, in the element's own block or in one of its sections. Writing makes the section where it is missing, erasing
 * removes it when nothing is left in it.
 */
public record SettingProperty(Optional<String> section, String key, Optional<Derivation> derivation, Set<Code> codes) implements Property {
	public SettingProperty {
		Objects.requireNonNull(section);
		Objects.requireNonNull(key);
		Objects.requireNonNull(derivation);
		codes = Set.copyOf(codes);
	}

	/** A parameter of the element itself: {@code memory} of a guest. */
	public static SettingProperty of(String key) {
		return new SettingProperty(Optional.empty(), key, Optional.empty(), Set.of());
	}

	/** A parameter in a section of the element: {@code token} in {@code totem}. */
	public static SettingProperty in(String section, String key) {
		return new SettingProperty(Optional.of(section), key, Optional.empty(), Set.of());
	}

	/** For parameters whose value follows from the rest of the design where it is not written. */
	public SettingProperty derivedBy(Derivation rule) {
		return new SettingProperty(section, key, Optional.of(rule), codes);
	}

	/** Findings that speak of the parameter also where it is not written. */
	public SettingProperty about(Code... more) {
		return new SettingProperty(section, key, derivation, Set.of(more));
	}

	/** The block that holds the parameter, where it is there. */
	private Optional<Block> block(EObject owner) {
		return owner instanceof Block block ? section.isEmpty() ? Optional.of(block) : Statements.section(block, section.get()).map(Block.class::cast) : Optional.empty();
	}

	public Optional<SettingSpec> spec(EObject owner) {
		Optional<Block> block = block(owner);
		return block.isPresent() ? Catalog.spec(block.get(), key) : section.flatMap(s -> Catalog.spec(Catalog.sectionName(owner, s), key));
	}

	@Override
	public Optional<String> written(EObject owner) {
		return setting(owner).map(s -> s.getValues().stream().map(SettingEdits::text).collect(Collectors.joining(", ")));
	}

	private Optional<Setting> setting(EObject owner) {
		return block(owner).flatMap(b -> Settings.find(b, key));
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		if (derivation.isPresent()) {
			return derivation.get().of(cluster, owner).map(e -> e.map(Derivation::text));
		}
		Optional<Setting> written = setting(owner);
		if (written.isPresent()) {
			return written(owner).map(t -> Effective.set(t, written.get(), org.clusterwright.model.design.DesignPackage.Literals.SETTING__VALUES));
		}
		return spec(owner).flatMap(s -> s.defaultText().map(d -> Effective.byDefault(d, block(owner).map(EObject.class::cast).orElse(owner), s.source())));
	}

	@Override
	public void write(EObject owner, String text) {
		Block block = section.isPresent() ? SettingEdits.sectionOf((Block) owner, section.get()) : (Block) owner;
		SettingEdits.set(block, key, text, spec(owner).map(SettingSpec::list).orElse(false));
	}

	@Override
	public void erase(EObject owner) {
		block(owner).ifPresent(b -> {
			SettingEdits.unset(b, key);
			if (section.isPresent() && b instanceof Section emptied) {
				SettingEdits.removeIfEmpty(emptied);
			}
		});
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
		return Specs.choices(spec(owner), written(owner));
	}
}
