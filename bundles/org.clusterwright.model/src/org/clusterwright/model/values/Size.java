package org.clusterwright.model.values;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of bytes, with the spelling it was written in. KiB, MiB, GiB and TiB are powers of 1024;
 * kB, MB, GB and TB powers of 1000; {@code B} is bytes. A number without a unit is not a size.
 */
public record Size(String text, long bytes) implements Comparable<Size> {
	private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]*)([A-Za-z]+)");
	private static final Map<String, Long> UNITS = Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30, "TiB", 1L << 40,
			"kB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L, "TB", 1_000_000_000_000L);

	public static final long KIB = 1L << 10;
	public static final long MIB = 1L << 20;
	public static final long GIB = 1L << 30;

	/** @throws IllegalArgumentException with a message for the user when the text is no size */
	public static Size parse(String text) {
		Matcher m = FORM.matcher(text);
		if (!m.matches()) {
			throw new IllegalArgumentException("'" + text + "' is not a size; write a whole number and a unit, like 20GiB or 500GB");
		}
		Long unit = UNITS.get(m.group(2));
		if (unit == null) {
			throw new IllegalArgumentException("'" + m.group(2) + "' is not a unit of size; use B, KiB, MiB, GiB, TiB (powers of 1024) or kB, MB, GB, TB (powers of 1000)");
		}
		try {
			return new Size(text, Math.multiplyExact(Long.parseLong(m.group(1)), unit));
		} catch (ArithmeticException | NumberFormatException e) {
			throw new IllegalArgumentException("'" + text + "' is too large: at most " + Long.MAX_VALUE + " bytes can be expressed", e);
		}
	}

	/** A size of so many bytes in the largest binary unit that says it exactly. */
	public static Size ofBytes(long bytes) {
		for (String unit : new String[] { "TiB", "GiB", "MiB", "KiB" }) {
			long u = UNITS.get(unit);
			if (bytes >= u && bytes % u == 0) {
				return new Size(bytes / u + unit, bytes);
			}
		}
		return new Size(bytes + "B", bytes);
	}

	/** Whether the size is a whole number of {@code unit} bytes. */
	public boolean isMultipleOf(long unit) {
		return bytes % unit == 0;
	}

	@Override
	public int compareTo(Size other) {
		return Long.compare(bytes, other.bytes);
	}

	@Override
	public String toString() {
		return text;
	}
}
