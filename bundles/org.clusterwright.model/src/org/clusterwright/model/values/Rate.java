package org.clusterwright.model.values;

/** A transfer rate, as a size per second: {@code 20MiB/s}. */
public record Rate(String text, long bytesPerSecond) {

	/** @throws IllegalArgumentException with a message for the user when the text is no rate */
	public static Rate parse(String text) {
		if (!text.endsWith("/s")) {
			throw new IllegalArgumentException("'" + text + "' is not a rate; write a size per second, like 20MiB/s");
		}
		return new Rate(text, Size.parse(text.substring(0, text.length() - 2)).bytes());
	}

	@Override
	public String toString() {
		return text;
	}
}
