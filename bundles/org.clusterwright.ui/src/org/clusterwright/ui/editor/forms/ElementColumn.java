package org.clusterwright.ui.editor.forms;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.clusterwright.core.forms.Property;
import org.eclipse.emf.ecore.EObject;

/**
 * A column of an {@link ElementTree}: a property that is edited in place, or a text that is only shown. {@code characters} is the least width;
 * spare width is shared out in the same proportion.
 */
public record ElementColumn(String title, int characters, Optional<Property> property, Function<EObject, String> label) {
	public ElementColumn {
		Objects.requireNonNull(title);
		Objects.requireNonNull(property);
		Objects.requireNonNull(label);
	}

	public static ElementColumn of(String title, int characters, Property property) {
		return new ElementColumn(title, characters, Optional.of(property), e -> "");
	}

	public static ElementColumn shown(String title, int characters, Function<EObject, String> label) {
		return new ElementColumn(title, characters, Optional.empty(), label);
	}

	/** Whether the cell of an element can be edited; a column may show elements of several kinds. */
	boolean isEditable(EObject element) {
		return property.filter(p -> p.appliesTo(element)).isPresent();
	}
}
