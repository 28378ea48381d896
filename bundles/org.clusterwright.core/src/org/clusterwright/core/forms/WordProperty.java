package org.clusterwright.core.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.eclipse.emf.ecore.EObject;

/** A feature whose words the language does not fix but a catalogue does: the type of a resource. */
public record WordProperty(FeatureProperty feature, Supplier<List<String>> words) implements Property {
	public WordProperty {
		Objects.requireNonNull(feature);
		Objects.requireNonNull(words);
	}

	@Override
	public Optional<String> written(EObject owner) {
		return feature.written(owner);
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		return feature.effective(cluster, owner);
	}

	@Override
	public void write(EObject owner, String text) {
		feature.write(owner, text);
	}

	@Override
	public void erase(EObject owner) {
		feature.erase(owner);
	}

	@Override
	public Optional<String> complaint(EObject owner, String text) {
		return feature.complaint(owner, text);
	}

	@Override
	public List<Region> regions(EObject owner) {
		return feature.regions(owner);
	}

	@Override
	public String help(EObject owner) {
		return feature.help(owner);
	}

	@Override
	public List<String> choices(EObject owner) {
		return words.get();
	}

	@Override
	public boolean isOptional() {
		return feature.isOptional();
	}
}
