package org.clusterwright.model.values;

/** A whole percentage, 1 to 100. */
public record Percent(int value) {

	/** @throws IllegalArgumentException with a message for the user when the text is no percentage from 1% to 100% */
	public static Percent parse(String text) {
		if (!text.matches("[1-9][0-9]?%|100%")) {
			throw new IllegalArgumentException("'" + text + "' is not a percentage from 1% to 100%");
		}
		return new Percent(Integer.parseInt(text.substring(0, text.length() - 1)));
	}

	@Override
	public String toString() {
		return value + "%";
	}
}
