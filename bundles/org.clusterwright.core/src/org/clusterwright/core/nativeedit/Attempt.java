package org.clusterwright.core.nativeedit;

import java.util.List;
import java.util.Optional;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.model.findings.Place;

/** One try to lead an edit back to the design. */
sealed interface Attempt {
	/** The design makes the edited text. {@code replacements} lead there where one round did it; without them they are to be found by comparing. */
	record Made(ParsedDesign design, List<Replacement> replacements, List<String> changes) implements Attempt {
		public Made {
			replacements = List.copyOf(replacements);
			changes = List.copyOf(changes);
		}
	}

	/** The design makes a text that says the same, in another spelling. */
	record Respelled(Made made, String text, Place place, String reason) implements Attempt {
	}

	/** {@code place} is in the edited text, {@code design} in the design. */
	record Failed(Place place, String reason, Optional<Place> design) implements Attempt {
	}
}
