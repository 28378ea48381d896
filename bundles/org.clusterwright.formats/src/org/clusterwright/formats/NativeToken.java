package org.clusterwright.formats;

import java.util.Objects;

/** A word of a file that was read, as it is written, with what stands before it and is no value: blanks, comments. {@code offset} is that of the word. */
public record NativeToken(int offset, String gap, String text) {
	public NativeToken {
		Objects.requireNonNull(gap);
		Objects.requireNonNull(text);
	}

	/** The token byte for byte. */
	public String source() {
		return gap + text;
	}

	/** The word without the double quotes around it. */
	public String unquoted() {
		return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1) : text;
	}
}
