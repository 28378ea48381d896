package org.clusterwright.model.values;

/** Whole numbers as a design writes them: decimal, no sign, no leading zeros, at most 2^63-1. */
public final class Counts {
	private Counts() {
	}

	/** @throws IllegalArgumentException with a message for the user when the text is no such number */
	public static Long parse(String text) {
		if (text.matches("0[0-9]+")) {
			throw new IllegalArgumentException("'" + text + "' has a leading zero; write " + text.replaceFirst("^0+(?=.)", ""));
		}
		if (!text.matches("[0-9]+")) {
			throw new IllegalArgumentException("'" + text + "' is not a whole number");
		}
		try {
			return Long.valueOf(text);
		} catch (NumberFormatException e) {
			throw new IllegalArgumentException("'" + text + "' is too large", e);
		}
	}
}
