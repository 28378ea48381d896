package org.clusterwright.model.values;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time with the spelling it was written in: {@code 100ms}, {@code 30s}, {@code 5min}, {@code 1h}. */
public record Duration(String text, long millis) {
	private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]*)([a-z]+)");
	private static final Map<String, Long> UNITS = Map.of("ms", 1L, "s", 1_000L, "min", 60_000L, "h", 3_600_000L);

	/** @throws IllegalArgumentException with a message for the user when the text is no duration */
	public static Duration parse(String text) {
		Matcher m = FORM.matcher(text);
		Long unit = m.matches() ? UNITS.get(m.group(2)) : null;
		if (unit == null) {
			throw new IllegalArgumentException("'" + text + "' is not a duration; write a whole number and ms, s, min or h, like 30s");
		}
		try {
			return new Duration(text, Math.multiplyExact(Long.parseLong(m.group(1)), unit));
		} catch (ArithmeticException | NumberFormatException e) {
			throw new IllegalArgumentException("'" + text + "' is too long", e);
		}
	}

	@Override
	public String toString() {
		return text;
	}
}
