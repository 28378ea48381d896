package org.clusterwright.model.findings;

/** Where in a text: offset and length in UTF-16 units, line and column from 1. */
public record Place(int offset, int length, int line, int column) {
	public static final Place START = new Place(0, 0, 1, 1);

	/** The place of a region of a text; regions beyond its end are cut to it. For many places use {@link Lines}. */
	public static Place in(CharSequence text, int offset, int length) {
		return new Lines(text).place(offset, length);
	}
}
