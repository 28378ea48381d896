package org.clusterwright.dsl.ide.hovers;

import java.util.List;
import java.util.Objects;

/** What there is to say of one word of a design: what it is, and the values that follow for it. {@code offset} and {@code length} are the word's. */
public record Card(int offset, int length, String title, String description, List<Fact> facts) {
	/** One value; {@code why} says where it comes from and is empty where it is written right there. */
	public record Fact(String label, String value, String why) {
		public Fact {
			Objects.requireNonNull(label);
			Objects.requireNonNull(value);
			Objects.requireNonNull(why);
		}
	}

	public Card {
		Objects.requireNonNull(title);
		Objects.requireNonNull(description);
		facts = List.copyOf(facts);
	}

	/** All of it as plain text, for screen readers and tests. */
	public String text() {
		StringBuilder text = new StringBuilder(title);
		if (!description.isEmpty()) {
			text.append('\n').append(description);
		}
		facts.forEach(f -> text.append('\n').append(f.label()).append(": ").append(f.value()).append(f.why().isEmpty() ? "" : " (" + f.why() + ")"));
		return text.toString();
	}
}
