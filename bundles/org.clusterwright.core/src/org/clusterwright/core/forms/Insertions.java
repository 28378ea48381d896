package org.clusterwright.core.forms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Statement;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;

/** Where new statements come to stand. */
public final class Insertions {
	private Insertions() {
	}

	/** Puts a statement behind another of its block, else behind the last of its kind, else behind the last of the kinds that belong before it, else last. */
	@SafeVarargs
	public static <T extends Statement> T put(Block block, Optional<? extends EObject> beside, T statement, Class<? extends Statement>... before) {
		List<Statement> all = block.getStatements();
		int place = beside.map(all::indexOf).filter(i -> i >= 0).map(i -> i + 1).orElseGet(() -> behind(all, statement.eClass(), before));
		all.add(place, statement);
		return statement;
	}

	private static int behind(List<Statement> all, EClass kind, Class<? extends Statement>[] before) {
		for (int i = all.size() - 1; i >= 0; i--) {
			if (all.get(i).eClass() == kind) {
				return i + 1;
			}
		}
		for (Class<? extends Statement> earlier : before) {
			for (int i = all.size() - 1; i >= 0; i--) {
				if (earlier.isInstance(all.get(i))) {
					return i + 1;
				}
			}
		}
		return all.size();
	}

	/** The names that things of a kind have in the design of an element. */
	static Set<String> taken(EObject anywhere, EClass kind) {
		return Candidates.all(anywhere, kind).stream().map(e -> ((Named) e).getName()).collect(Collectors.toSet());
	}

	/** The element where it is of a kind. */
	static <T> Optional<T> as(Class<T> kind, Optional<? extends EObject> element) {
		return element.filter(kind::isInstance).map(kind::cast);
	}
}
