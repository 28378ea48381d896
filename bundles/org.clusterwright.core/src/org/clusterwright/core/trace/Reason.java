package org.clusterwright.core.trace;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.model.findings.Place;

/**
 * Why a piece of a native file is there. {@code what} is the rule of a derived value and the source of a default; for what is written it is empty.
 * {@code inputs} are what a derived value follows from.
 */
public record Reason(Kind kind, String what, Link element, List<Link> inputs) {
	public enum Kind {
		WRITTEN, DERIVED, DEFAULT
	}

	/** An element of the design: "node an-node01", and where the value or else the element is written. */
	public record Link(String title, Optional<Place> place) {
		public Link {
			Objects.requireNonNull(title);
			Objects.requireNonNull(place);
		}

		/** "node an-node01, line 39". */
		public String text() {
			return title + place.map(p -> ", line " + p.line()).orElse("");
		}
	}

	public Reason {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(what);
		Objects.requireNonNull(element);
		inputs = List.copyOf(inputs);
	}

	/** In one sentence. */
	public String sentence() {
		return switch (kind) {
			case WRITTEN -> "Written in the design: " + element.text();
			case DERIVED -> "Follows from " + what + "; " + element.text();
			case DEFAULT -> "By default: " + what + "; " + element.text();
		};
	}

	/** The sentence, and a line for each input. */
	public String paragraph() {
		StringBuilder text = new StringBuilder(sentence());
		inputs.forEach(i -> text.append("\n• ").append(i.text()));
		return text.toString();
	}
}
