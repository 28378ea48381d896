package org.clusterwright.core.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** A reference of an element to one other, by its name. */
public record ReferenceProperty(EReference feature, boolean isOptional, Optional<Derivation> derivation) implements Property {
	public ReferenceProperty {
		Objects.requireNonNull(feature);
		Objects.requireNonNull(derivation);
	}

	public static ReferenceProperty of(EReference feature) {
		return new ReferenceProperty(feature, true, Optional.empty());
	}

	/** One that the element cannot do without. */
	public static ReferenceProperty required(EReference feature) {
		return new ReferenceProperty(feature, false, Optional.empty());
	}

	public ReferenceProperty derivedBy(Derivation rule) {
		return new ReferenceProperty(feature, isOptional, Optional.of(rule));
	}

	@Override
	public Optional<String> written(EObject owner) {
		Object target = owner.eGet(feature);
		if (!(target instanceof EObject element)) {
			return Optional.empty();
		}
		// What refers to nothing keeps the word that the author wrote.
		return element.eIsProxy() ? Regions.words(owner, feature) : Optional.of(Candidates.name(element));
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		return derivation.isPresent() ? derivation.get().of(cluster, owner).map(e -> e.map(Derivation::text)) : written(owner).map(t -> Effective.set(t, owner, feature));
	}

	@Override
	public void write(EObject owner, String text) {
		owner.eSet(feature, Candidates.find(owner, feature.getEReferenceType(), text.strip()).orElseThrow(() -> new RefusedEdit(missing(text))));
		Dependents.written(owner, feature);
	}

	private String missing(String text) {
		return "There is no " + Candidates.word(feature.getEReferenceType()) + " called '" + text.strip() + "'.";
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
		return Candidates.find(owner, feature.getEReferenceType(), text.strip()).isPresent() ? Optional.empty() : Optional.of(missing(text));
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
		return Candidates.names(owner, feature.getEReferenceType());
	}
}
