package org.clusterwright.dsl.ide.fixes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clusterwright.model.design.Cluster;
import org.eclipse.emf.ecore.EObject;

/** Looks through a whole model, and spells its words. */
final class EObjects {
	private EObjects() {
	}

	/** Everything of a type, in the text's order. */
	static <T extends EObject> Stream<T> all(Cluster cluster, Class<T> type) {
		List<T> found = new ArrayList<>();
		cluster.eAllContents().forEachRemaining(e -> {
			if (type.isInstance(e)) {
				found.add(type.cast(e));
			}
		});
		return found.stream();
	}

	/** The container of a type that an element is in; null where there is none. */
	static <T extends EObject> T above(EObject element, Class<T> type) {
		EObject at = element;
		while (at != null && !type.isInstance(at)) {
			at = at.eContainer();
		}
		return type.cast(at);
	}

	/** A text as a word of the language, quoted where it is none. */
	static String word(String text) {
		return text.matches("[A-Za-z0-9]([A-Za-z0-9_.:%+@-]|/[A-Za-z0-9_.:%+@-])*|/[A-Za-z0-9_.:%+@-]([A-Za-z0-9_.:%+@-]|/[A-Za-z0-9_.:%+@-])*") ? text
				: "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}
}
