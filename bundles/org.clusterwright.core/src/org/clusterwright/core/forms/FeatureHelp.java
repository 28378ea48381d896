package org.clusterwright.core.forms;

import java.util.Optional;
import java.util.ResourceBundle;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** What the words of an element's head mean, from {@code help.properties}: {@code Node.votes=...}. */
final class FeatureHelp {
	private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.clusterwright.core.forms.help");

	private FeatureHelp() {
	}

	static String of(EObject owner, EStructuralFeature feature) {
		return text(owner.eClass().getName() + "." + feature.getName()).or(() -> text(feature.getEContainingClass().getName() + "." + feature.getName())).orElse("");
	}

	static Optional<String> text(String key) {
		return TEXTS.containsKey(key) ? Optional.of(TEXTS.getString(key)) : Optional.empty();
	}
}
