package org.clusterwright.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Setting;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Where an element is in a design: names from the cluster down, places in the order where there are none. It outlives a parse, which elements do
 * not. It is good for one stamp of the document: names and places change.
 */
public record ElementPath(List<Step> steps) {
	/** The cluster itself. */
	public static final ElementPath ROOT = new ElementPath(List.of());

	/** One containment: the feature, the class, and the name, or without a name the place among the nameless of the class. */
	public record Step(String feature, String type, Optional<String> name, int place) {
	}

	public ElementPath {
		steps = List.copyOf(steps);
	}

	public static ElementPath of(EObject element) {
		List<Step> steps = new ArrayList<>();
		for (EObject e = Objects.requireNonNull(element); e.eContainer() != null; e = e.eContainer()) {
			EStructuralFeature feature = e.eContainingFeature();
			Optional<String> name = name(e);
			int place = name.isPresent() ? 0 : nameless(e.eContainer(), feature, e.eClass().getName()).indexOf(e);
			steps.add(0, new Step(feature.getName(), e.eClass().getName(), name, place));
		}
		return new ElementPath(steps);
	}

	/** The element of a design at this path; absent where there is none, or where two could be meant. */
	public Optional<EObject> find(Cluster cluster) {
		EObject element = cluster;
		for (Step step : steps) {
			EStructuralFeature feature = element.eClass().getEStructuralFeature(step.feature());
			if (feature == null) {
				return Optional.empty();
			}
			EObject owner = element;
			List<EObject> candidates = step.name().isPresent()
					? contents(owner, feature).stream().filter(e -> e.eClass().getName().equals(step.type()) && name(e).equals(step.name())).toList()
					: nameless(owner, feature, step.type());
			boolean unique = step.name().isEmpty() ? step.place() < candidates.size() : candidates.size() == 1;
			if (!unique) {
				return Optional.empty();
			}
			element = candidates.get(step.place());
		}
		return Optional.of(element);
	}

	private static List<EObject> nameless(EObject owner, EStructuralFeature feature, String type) {
		return contents(owner, feature).stream().filter(e -> e.eClass().getName().equals(type) && name(e).isEmpty()).toList();
	}

	private static List<EObject> contents(EObject owner, EStructuralFeature feature) {
		Object value = owner.eGet(feature);
		return value instanceof List<?> list ? list.stream().map(EObject.class::cast).toList() : value instanceof EObject e ? List.of(e) : List.of();
	}

	private static Optional<String> name(EObject element) {
		return switch (element) {
			case Named named -> Optional.ofNullable(named.getName());
			case Setting setting -> Optional.ofNullable(setting.getKey());
			default -> Optional.empty();
		};
	}
}
