package org.clusterwright.formats;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.model.findings.Place;
import org.eclipse.emf.ecore.EObject;

/**
 * One difference between a generated file and its edited text: {@code place} is in the edited text, {@code ways} are how the design could say it, the
 * best first. {@code refusal} is why it cannot, or cannot for this file alone, in a sentence; {@code element} is what to look at in the design then.
 * {@code spelling} says that only blanks, quotes or the place of the line differ.
 */
public record NativeChange(Place place, List<Way> ways, String refusal, Optional<EObject> element, boolean spelling) {

	/** How far a way reaches. */
	public enum Reach {
		/** What the file says is changed where the design says it, or for this file alone. */
		HERE,
		/** The design has words for it, but they hold for other files or nodes too. */
		WIDER,
		/** The text is kept as it is. */
		RAW
	}

	/** A change of the model; {@code description} says it to the author. */
	public record Way(Reach reach, String description, Runnable change) {
		public Way {
			Objects.requireNonNull(reach);
			Objects.requireNonNull(description);
			Objects.requireNonNull(change);
		}
	}

	public NativeChange {
		Objects.requireNonNull(place);
		ways = List.copyOf(ways);
		if (refusal.isBlank()) {
			throw new IllegalArgumentException("a refusal says why");
		}
		Objects.requireNonNull(element);
	}

	/** One that has a value of its own. */
	public static NativeChange of(Place place, List<Way> ways, String refusal, Optional<EObject> element) {
		return new NativeChange(place, ways, refusal, element, false);
	}

	/** One that says nothing else than the file does. */
	public static NativeChange spelling(Place place, String refusal) {
		return new NativeChange(place, List.of(), refusal, Optional.empty(), true);
	}
}
