package org.clusterwright.core.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.DesignPackage;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** What refers to an element from elsewhere, and what becomes of it when the element goes. */
public final class References {
	/** Statements that say nothing without what they refer to: they go with it. */
	private static final Set<EReference> WHOLE = Set.of(DesignPackage.Literals.DOMAIN_MEMBER__NODE, DesignPackage.Literals.GUEST_DISK__VOLUME, DesignPackage.Literals.GUEST_NIC__BRIDGE,
			DesignPackage.Literals.NODE_ADDRESS__NETWORK, DesignPackage.Literals.FENCE_CALL__DEVICE, DesignPackage.Literals.VM_SERVICE__GUEST, DesignPackage.Literals.DRBD_PEER__NODE,
			DesignPackage.Literals.PHYSICAL_VOLUME__RESOURCE);

	private record Use(EObject from, EReference feature, EObject to) {
	}

	private References() {
	}

	/** What else changes when an element is removed, in the text's order: "vm service, line 12". */
	public static List<String> describe(EObject element, String text) {
		PartitionNumbers numbers = PartitionNumbers.of(element);
		Stream<EObject> byDevice = numbers == null ? Stream.of() : numbers.users().stream();
		return Stream.concat(uses(element).stream().map(Use::from), byDevice).distinct()
				.map(e -> Elements.title(e) + Elements.place(e, text).map(p -> ", line " + p.line()).orElse("")).toList();
	}

	/** Removes an element with the references to it and to what is in it. */
	public static void remove(EObject element) {
		detach(element);
		EObject owner = element.eContainer();
		PartitionNumbers numbers = PartitionNumbers.of(element);
		EcoreUtil.remove(element);
		if (numbers != null) {
			numbers.settle();
		}
		if (owner instanceof Bonds bonds && bonds.getBonds().isEmpty()) {
			EcoreUtil.remove(bonds);
		}
	}

	/** Removes the references to an element from elsewhere, with the statements that say nothing without. */
	static void detach(EObject element) {
		for (Use use : uses(element)) {
			if (WHOLE.contains(use.feature())) {
				remove(use.from());
			} else if (use.feature().isMany()) {
				((List<?>) use.from().eGet(use.feature())).remove(use.to());
			} else {
				use.from().eUnset(use.feature());
				Dependents.erased(use.from(), use.feature());
			}
		}
	}

	private static List<Use> uses(EObject element) {
		Set<EObject> inside = inside(element);
		List<Use> found = new ArrayList<>();
		EcoreUtil.getRootContainer(element).eAllContents().forEachRemaining(from -> {
			if (!inside.contains(from)) {
				for (EReference feature : from.eClass().getEAllReferences()) {
					if (!feature.isContainment() && !feature.isContainer()) {
						targets(from, feature).stream().filter(inside::contains).forEach(to -> found.add(new Use(from, feature, to)));
					}
				}
			}
		});
		return found;
	}

	private static Set<EObject> inside(EObject element) {
		List<EObject> all = new ArrayList<>(List.of(element));
		element.eAllContents().forEachRemaining(all::add);
		return all.stream().collect(Collectors.toSet());
	}

	private static List<EObject> targets(EObject from, EReference feature) {
		Object value = from.eGet(feature);
		return value instanceof List<?> list ? list.stream().map(EObject.class::cast).toList() : value instanceof EObject e ? List.of(e) : List.of();
	}
}
