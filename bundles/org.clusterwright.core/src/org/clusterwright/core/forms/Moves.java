package org.clusterwright.core.forms;

import java.util.List;
import java.util.Optional;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Statement;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Changes the author's order of elements of a kind; what stands between them stays where it is. */
public final class Moves {
	private Moves() {
	}

	/** The sibling of the kind before (-1) or after (1) an element. */
	public static Optional<EObject> neighbour(EObject element, int step) {
		List<EObject> siblings = siblings(element).stream().filter(e -> e.eClass() == element.eClass()).toList();
		int index = siblings.indexOf(element) + step;
		return index >= 0 && index < siblings.size() ? Optional.of(siblings.get(index)) : Optional.empty();
	}

	/** Moves an element one place up (-1) or down (1) among its siblings of the kind. */
	public static void step(EObject element, int step) {
		neighbour(element, step).ifPresent(n -> {
			EList<EObject> all = siblings(element);
			PartitionNumbers numbers = PartitionNumbers.of(element);
			all.move(all.indexOf(n), element);
			settle(numbers);
		});
	}

	/** Puts an element right before or behind another of the same parent. */
	public static void beside(EObject element, EObject other, boolean before) {
		EList<EObject> all = siblings(element);
		if (element == other || !all.contains(other)) {
			return;
		}
		int from = all.indexOf(element);
		int to = all.indexOf(other) + (before ? 0 : 1);
		PartitionNumbers numbers = PartitionNumbers.of(element);
		all.move(from < to ? to - 1 : to, element);
		settle(numbers);
	}

	private static void settle(PartitionNumbers numbers) {
		if (numbers != null) {
			numbers.settle();
		}
	}

	/** Puts a statement into another block, as its last. */
	public static void into(Statement statement, Block parent) {
		if (EcoreUtil.isAncestor(statement, parent)) {
			throw new RefusedEdit("This cannot be put into itself.");
		}
		EcoreUtil.remove(statement);
		parent.getStatements().add(statement);
	}

	@SuppressWarnings("unchecked")
	private static EList<EObject> siblings(EObject element) {
		return (EList<EObject>) element.eContainer().eGet(element.eContainingFeature());
	}
}
