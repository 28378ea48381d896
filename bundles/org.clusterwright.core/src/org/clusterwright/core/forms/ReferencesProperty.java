package org.clusterwright.core.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** References of an element to several others, typed by name with commas between: the hosts of a DRBD resource. */
public record ReferencesProperty(EReference feature, Optional<Derivation> derivation) implements Property {
	public ReferencesProperty {
		Objects.requireNonNull(feature);
		Objects.requireNonNull(derivation);
	}

	public static ReferencesProperty of(EReference feature) {
		return new ReferencesProperty(feature, Optional.empty());
	}

	public ReferencesProperty derivedBy(Derivation rule) {
		return new ReferencesProperty(feature, Optional.of(rule));
	}

	@SuppressWarnings("unchecked")
	private EList<EObject> targets(EObject owner) {
		return (EList<EObject>) owner.eGet(feature);
	}

	@Override
	public Optional<String> written(EObject owner) {
		List<EObject> targets = targets(owner);
		return targets.isEmpty() ? Optional.empty() : Optional.of(targets.stream().map(t -> t.eIsProxy() ? "?" : Candidates.name(t)).collect(Collectors.joining(", ")));
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		return derivation.isPresent() ? derivation.get().of(cluster, owner).map(e -> e.map(Derivation::text)) : written(owner).map(t -> Effective.set(t, owner, feature));
	}

	private static List<String> names(String text) {
		return Stream.of(text.split(",")).map(String::strip).filter(n -> !n.isEmpty()).distinct().toList();
	}

	@Override
	public void write(EObject owner, String text) {
		complaint(owner, text).ifPresent(c -> {
			throw new RefusedEdit(c);
		});
		List<EObject> next = names(text).stream().map(n -> Candidates.find(owner, feature.getEReferenceType(), n).orElseThrow()).toList();
		if (!targets(owner).equals(next)) {
			targets(owner).clear();
			targets(owner).addAll(next);
		}
	}

	@Override
	public void erase(EObject owner) {
		targets(owner).clear();
	}

	@Override
	public Optional<String> complaint(EObject owner, String text) {
		return names(text).stream().filter(n -> Candidates.find(owner, feature.getEReferenceType(), n).isEmpty()).findFirst()
				.map(n -> "There is no " + Candidates.word(feature.getEReferenceType()) + " called '" + n + "'.");
	}

	@Override
	public List<Region> regions(EObject owner) {
		return Regions.of(owner, feature);
	}

	@Override
	public String help(EObject owner) {
		return FeatureHelp.of(owner, feature);
	}
}
