package org.clusterwright.core.forms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.EObject;

/**
 * Something of an element of a design that one field shows and changes: a parameter, a word of its head, a reference. A property holds no
 * element; it is asked with one of the snapshot that is shown, or of the model that is being edited.
 */
public interface Property {
	/** What the author wrote, as he types it into a field (no quotes around names); absent where nothing is written. */
	Optional<String> written(EObject owner);

	/** The value that holds and where it comes from; absent where nothing is written and nothing follows. */
	Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner);

	/**
	 * Writes a value into a model that is being edited.
	 *
	 * @throws org.clusterwright.dsl.ide.RefusedEdit with a reason for the user
	 */
	void write(EObject owner, String text);

	/** Removes what is written, so that the effective value is derived or a default again. */
	void erase(EObject owner);

	/** Says before an edit what is wrong with a typed text; absent where nothing is. */
	Optional<String> complaint(EObject owner, String text);

	/** The parts of the text that say the property; findings there belong to its field. */
	List<Region> regions(EObject owner);

	/** What it is, what it takes, where that is from: several lines. */
	String help(EObject owner);

	/** The help, and below it the value that holds and why. */
	default String explain(EObject owner, EffectiveCluster cluster, String text) {
		return (help(owner) + effective(cluster, owner).map(e -> "\n\n" + e.value() + " \u2013 " + Elements.why(e.origin(), text)).orElse("")).strip();
	}

	/** What can be chosen; none where anything can be typed. */
	default List<String> choices(EObject owner) {
		return List.of();
	}

	/** Whether an element has it at all; a column or field may show elements of several kinds. */
	default boolean appliesTo(EObject owner) {
		return true;
	}

	/** Whether the element can do without; a field of another one has no "reset to default". */
	default boolean isOptional() {
		return true;
	}

	/** Findings of the element that speak of this property also where it is not written. */
	default Set<Code> codes() {
		return Set.of();
	}
}
