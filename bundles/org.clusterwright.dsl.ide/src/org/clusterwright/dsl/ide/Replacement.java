package org.clusterwright.dsl.ide;

import java.util.Comparator;
import java.util.List;

/** One edit of a text: {@code length} characters at {@code offset} become {@code text}. */
public record Replacement(int offset, int length, String text) {

	/** Applies edits that all speak of the text as given and do not overlap. */
	public static String apply(String text, List<Replacement> edits) {
		StringBuilder out = new StringBuilder(text);
		edits.stream().sorted(Comparator.comparingInt(Replacement::offset).reversed()).forEach(e -> out.replace(e.offset, e.offset + e.length, e.text));
		return out.toString();
	}
}
