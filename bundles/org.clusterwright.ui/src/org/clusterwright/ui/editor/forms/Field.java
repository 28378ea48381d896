package org.clusterwright.ui.editor.forms;

import java.util.Optional;
import org.clusterwright.dsl.ide.Regions;
import org.eclipse.swt.widgets.Control;

/** One value on a form page. It shows what the page's state says and asks the page to change the text; it keeps no state of the design itself. */
public interface Field {
	/** Data of a control: a Supplier of what it says of itself for F1. */
	String HELP = "org.clusterwright.help";

	Control control();

	/** Shows a new state, or another element; what the user is typing stays. */
	void refresh(FormState state);

	/** Whether the user has typed something that is not in the text yet. */
	boolean hasTyping();

	/** Brings what was typed into the text; where that is refused the field says why and keeps it. */
	void commit();

	/** Forgets what was typed. */
	void revert();

	/** Removes what is written, so that the default or derived value holds. */
	void reset();

	/** Where the design says what the field shows, in the text of the page's state: its words, else its element. */
	default Optional<Regions.Region> place() {
		return Optional.empty();
	}

	/** Takes back the last typing, or makes it again; false where there is none. */
	default boolean undoTyping() {
		return false;
	}

	default boolean redoTyping() {
		return false;
	}

	default boolean canRedoTyping() {
		return false;
	}
}
