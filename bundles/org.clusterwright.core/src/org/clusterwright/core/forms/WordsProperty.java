package org.clusterwright.core.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;

/** Several words in an element's head, typed with commas between: the further names of a host. */
public record WordsProperty(EAttribute feature) implements Property {
	public WordsProperty {
		Objects.requireNonNull(feature);
	}

	@SuppressWarnings("unchecked")
	private EList<String> words(EObject owner) {
		return (EList<String>) owner.eGet(feature);
	}

	@Override
	public Optional<String> written(EObject owner) {
		return words(owner).isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words(owner)));
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		return written(owner).map(t -> Effective.set(t, owner, feature));
	}

	@Override
	public void write(EObject owner, String text) {
		List<String> next = Stream.of(text.split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
		words(owner).clear();
		words(owner).addAll(next);
	}

	@Override
	public void erase(EObject owner) {
		words(owner).clear();
	}

	@Override
	public Optional<String> complaint(EObject owner, String text) {
		return Optional.empty();
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
