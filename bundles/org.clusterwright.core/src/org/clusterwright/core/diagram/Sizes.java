package org.clusterwright.core.diagram;

import java.util.List;
import java.util.Locale;
import org.clusterwright.model.values.Size;

/** Amounts of bytes for people: in powers of 1024. */
final class Sizes {
	private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");

	private Sizes() {
	}

	/** With at most one digit behind the point: 401.5GiB. */
	static String rounded(long bytes) {
		double amount = bytes;
		int unit = 0;
		while (amount >= 1024 && unit < UNITS.size() - 1) {
			amount /= 1024;
			unit++;
		}
		String text = String.format(Locale.ROOT, "%.1f", amount);
		return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + UNITS.get(unit);
	}

	/** As the language writes it where that is short, else rounded with the bytes behind. */
	static String exact(long bytes) {
		String text = Size.ofBytes(bytes).text();
		return text.equals(rounded(bytes)) ? text : rounded(bytes) + " (" + bytes + " B)";
	}
}
