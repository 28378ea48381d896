package org.clusterwright.dsl.ide.assist;

import java.util.List;
import java.util.Objects;

/**
 * Something that could be written at a place. {@code holes} are the parts of {@code text} that an author is likely to change, in the order in which
 * the tabulator goes through them; equal numbers change together.
 */
public record Suggestion(String label, String text, String description, String documentation, List<Hole> holes) {
	/** A part of the text: {@code group} is the same for parts that say the same. */
	public record Hole(int offset, int length, int group) {
	}

	public Suggestion {
		Objects.requireNonNull(label);
		Objects.requireNonNull(text);
		holes = List.copyOf(holes);
	}

	static Suggestion of(Object text, String description) {
		return of(text, description, "");
	}

	static Suggestion of(Object text, String description, String documentation) {
		return new Suggestion(String.valueOf(text), String.valueOf(text), description, documentation, List.of());
	}
}
