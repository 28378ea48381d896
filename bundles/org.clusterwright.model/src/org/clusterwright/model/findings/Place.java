package org.clusterwright.model.findings;

/** Where in a text: offset and length in UTF-16 units, line and column from 1. */
public record Place(int offset, int length, int line, int column) {
	public static final Place START = new Place(0, 0, 1, 1);

	/** The place of a region of a text; regions beyond its end are cut to it. */
	public static Place in(CharSequence text, int offset, int length) {
		int start = Math.max(0, Math.min(offset, text.length()));
		int line = 1;
		int lineStart = 0;
		for (int i = 0; i < start; i++) {
			if (text.charAt(i) == '\n') {
				line++;
				lineStart = i + 1;
			}
		}
		return new Place(start, Math.max(0, Math.min(length, text.length() - start)), line, start - lineStart + 1);
	}
}
