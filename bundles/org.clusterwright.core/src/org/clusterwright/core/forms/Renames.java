package org.clusterwright.core.forms;

import java.util.Optional;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.ResourceDefinition;
import org.clusterwright.model.design.ServiceResource;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Gives elements new names. References follow by themselves, since they are written by the name that their target has then. */
final class Renames {
	private Renames() {
	}

	static void rename(Named element, String name) {
		complaint(element, name).ifPresent(c -> {
			throw new RefusedEdit(c);
		});
		if (element instanceof ResourceDefinition definition) {
			// A service starts a defined resource by type and name, which is no reference of the language.
			EcoreUtil.getRootContainer(element).eAllContents().forEachRemaining(e -> {
				if (e instanceof ServiceResource started && definition.getType() != null && definition.getType().equals(started.getType()) && definition.getName() != null
						&& definition.getName().equals(started.getName())) {
					started.setName(name);
				}
			});
		}
		element.setName(name);
	}

	/** A name that a sibling of the kind has would make references ambiguous. */
	static Optional<String> complaint(Named element, String name) {
		if (name.isEmpty()) {
			return Optional.of("This needs a name.");
		}
		boolean taken = element.eContainer() != null
				&& element.eContainer().eContents().stream().anyMatch(e -> e != element && e.eClass() == element.eClass() && name.equals(((Named) e).getName()));
		return taken ? Optional.of("There is another " + Candidates.word(element.eClass()) + " called '" + name + "'.") : Optional.empty();
	}
}
