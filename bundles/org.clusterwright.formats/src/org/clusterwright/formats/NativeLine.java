package org.clusterwright.formats;

import java.util.Objects;

/** A line of a file, or several that are one statement: {@code source} byte for byte with its end, {@code key} what it is about, empty for comments and blanks. */
public record NativeLine(int offset, String source, String key) {
	public NativeLine {
		Objects.requireNonNull(source);
		Objects.requireNonNull(key);
	}

	/** Without blanks around it, for messages. */
	public String shown() {
		String text = source.strip();
		return text.length() > 100 ? text.substring(0, 100) + "\u2026" : text;
	}
}
