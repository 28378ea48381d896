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
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** The name of a small element in the head of another: a network's bridge, a volume's GFS2. Erasing removes the element. */
public record ContainedNameProperty(EReference feature) implements Property {
	public ContainedNameProperty {
		Objects.requireNonNull(feature);
	}

	private EStructuralFeature name() {
		return feature.getEReferenceType().getEStructuralFeature("name");
	}

	private Optional<EObject> held(EObject owner) {
		return Optional.ofNullable((EObject) owner.eGet(feature));
	}

	@Override
	public Optional<String> written(EObject owner) {
		return held(owner).map(e -> (String) e.eGet(name()));
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		return written(owner).map(t -> Effective.set(t, owner, feature));
	}

	@Override
	public void write(EObject owner, String text) {
		complaint(owner, text).ifPresent(c -> {
			throw new RefusedEdit(c);
		});
		EObject element = held(owner).orElseGet(() -> {
			EObject made = EcoreUtil.create(feature.getEReferenceType());
			owner.eSet(feature, made);
			return made;
		});
		element.eSet(name(), text.strip());
		Dependents.written(owner, feature);
	}

	@Override
	public void erase(EObject owner) {
		held(owner).ifPresent(e -> References.detach(e));
		owner.eUnset(feature);
	}

	@Override
	public Optional<String> complaint(EObject owner, String text) {
		return text.isBlank() ? Optional.of("This needs a name.") : Optional.empty();
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
