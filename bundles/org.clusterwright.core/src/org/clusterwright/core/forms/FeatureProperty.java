package org.clusterwright.core.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Address;
import org.clusterwright.model.values.Cidr;
import org.clusterwright.model.values.Counts;
import org.clusterwright.model.values.Mac;
import org.clusterwright.model.values.Percent;
import org.clusterwright.model.values.Size;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;

/** A value in an element's head: a name, a number, an address, a flag, a word of a fixed set. A name is changed with all that refer to it. */
public record FeatureProperty(EAttribute feature, boolean isOptional, Optional<Derivation> derivation, Set<Code> codes) implements Property {
	public FeatureProperty {
		Objects.requireNonNull(feature);
		Objects.requireNonNull(derivation);
		codes = Set.copyOf(codes);
	}

	public static FeatureProperty of(EAttribute feature) {
		return new FeatureProperty(feature, true, Optional.empty(), Set.of());
	}

	/** One that the element cannot do without. */
	public static FeatureProperty required(EAttribute feature) {
		return new FeatureProperty(feature, false, Optional.empty(), Set.of());
	}

	public static FeatureProperty name() {
		return required(DesignPackage.Literals.NAMED__NAME);
	}

	public FeatureProperty derivedBy(Derivation rule) {
		return new FeatureProperty(feature, isOptional, Optional.of(rule), codes);
	}

	public FeatureProperty about(Code... more) {
		return new FeatureProperty(feature, isOptional, derivation, Set.of(more));
	}

	@Override
	public Optional<String> written(EObject owner) {
		Object value = owner.eIsSet(feature) ? owner.eGet(feature) : null;
		return switch (value) {
			case null -> Optional.empty();
			case Boolean flag -> flag ? Optional.of("yes") : Optional.empty();
			case Enumerator word -> word.getValue() == 0 ? Optional.empty() : Optional.of(word.getLiteral());
			default -> Optional.of(value.toString());
		};
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		return derivation.isPresent() ? derivation.get().of(cluster, owner).map(e -> e.map(Derivation::text)) : written(owner).map(t -> Effective.set(t, owner, feature));
	}

	@Override
	public void write(EObject owner, String text) {
		Object value = value(text.strip());
		if (feature == DesignPackage.Literals.NAMED__NAME) {
			Renames.rename((Named) owner, text.strip());
		} else {
			Dependents.missing(owner, feature).ifPresent(m -> {
				throw new RefusedEdit(m);
			});
			owner.eSet(feature, value);
			Dependents.written(owner, feature);
		}
	}

	private Object value(String text) {
		try {
			return parse(text);
		} catch (IllegalArgumentException e) {
			throw new RefusedEdit(e.getMessage());
		}
	}

	/** @throws IllegalArgumentException with a message for the user */
	private Object parse(String text) {
		if (feature.getEType() instanceof EEnum words) {
			return Optional.ofNullable(words.getEEnumLiteralByLiteral(text)).map(l -> (Object) l.getInstance())
					.orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not one of " + String.join(", ", choices(null))));
		}
		return switch (feature.getEType().getName()) {
			case "Count" -> Counts.parse(text);
			case "Address" -> Address.parse(text);
			case "Mac" -> Mac.parse(text);
			case "Cidr" -> Cidr.parse(text);
			case "Size" -> Size.parse(text);
			case "Percent" -> Percent.parse(text);
			case "EBoolean" -> org.clusterwright.model.effective.Settings.yesOrNo(text);
			default -> plain(text);
		};
	}

	private static String plain(String text) {
		if (text.isEmpty() || text.chars().anyMatch(c -> c < ' ')) {
			throw new IllegalArgumentException("This needs a word or a line of text.");
		}
		return text;
	}

	@Override
	public void erase(EObject owner) {
		if (!isOptional) {
			throw new RefusedEdit("This cannot be left out.");
		}
		owner.eUnset(feature);
		Dependents.erased(owner, feature);
	}

	@Override
	public Optional<String> complaint(EObject owner, String text) {
		try {
			parse(text.strip());
		} catch (IllegalArgumentException e) {
			return Optional.of(e.getMessage());
		}
		return feature == DesignPackage.Literals.NAMED__NAME && owner instanceof Named named ? Renames.complaint(named, text.strip()) : Dependents.missing(owner, feature);
	}

	@Override
	public List<Region> regions(EObject owner) {
		return Regions.of(owner, feature);
	}

	@Override
	public String help(EObject owner) {
		return FeatureHelp.of(owner, feature);
	}

	@Override
	public List<String> choices(EObject owner) {
		return feature.getEType() instanceof EEnum words ? words.getELiterals().stream().filter(l -> l.getValue() != 0).map(l -> l.getLiteral()).toList() : List.of();
	}
}
