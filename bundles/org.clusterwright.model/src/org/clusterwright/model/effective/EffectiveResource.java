package org.clusterwright.model.effective;

import java.util.List;
import org.eclipse.emf.ecore.EObject;

/**
 * A resource of rgmanager: a shared one under {@code <resources>}, or one in the tree of a service. {@code isReference} says that the definition
 * stands elsewhere and only the name and rgmanager's own parameters stand here. {@code primary} is the native attribute that holds the name.
 */
public record EffectiveResource(EObject design, String type, String primary, Effective<String> name, boolean isReference, List<Parameter> parameters,
		List<EffectiveResource> children) {
	public EffectiveResource {
		parameters = List.copyOf(parameters);
		children = List.copyOf(children);
	}
}
