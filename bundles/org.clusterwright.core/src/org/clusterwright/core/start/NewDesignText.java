package org.clusterwright.core.start;

import java.util.List;
import java.util.Optional;

/** A new design's text, and which answer each word of it came from. A field is named like {@code bcn.subnet}, {@code node.0.mac.3}. */
public record NewDesignText(String text, List<Word> words) {
	/** A word that an answer made. */
	public record Word(String field, int offset, int length) {
	}

	public NewDesignText {
		words = List.copyOf(words);
	}

	/** The field of the answer that lies in a region. */
	public Optional<String> inside(int offset, int length) {
		return words.stream().filter(w -> offset <= w.offset() && w.offset() < offset + Math.max(1, length) || w.offset() <= offset && offset < w.offset() + w.length()).map(Word::field).findFirst();
	}

	/** The field of the first answer on the line of a place: a finding may be at the keyword before it. */
	public Optional<String> onLine(int offset) {
		int start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
		int next = text.indexOf('\n', offset);
		int end = next < 0 ? text.length() : next;
		return words.stream().filter(w -> w.offset() >= start && w.offset() < end).map(Word::field).findFirst();
	}
}
