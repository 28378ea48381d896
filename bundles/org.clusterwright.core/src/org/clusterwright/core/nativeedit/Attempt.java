package org.clusterwright.core.nativeedit;

import java.util.List;
import java.util.Optional;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.model.findings.Place;

/**
 * One try to lead an edit back. {@code result} is the design that makes the edited text, with what was done to get there ({@code replacements} where one
 * round did it); absent, {@code reason} says why. The last three are what the first round knew of other tries.
 */
record Attempt(Optional<ParsedDesign> result, List<Replacement> replacements, List<String> changes, Place place, String reason, Optional<Place> design, int alternatives, boolean hasWider,
		boolean hasRaw) {
	Attempt {
		replacements = List.copyOf(replacements);
		changes = List.copyOf(changes);
	}
}
