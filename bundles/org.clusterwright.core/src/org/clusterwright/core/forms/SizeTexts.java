package org.clusterwright.core.forms;

import java.util.Locale;
import org.clusterwright.model.values.Size;

/** Sizes as people read them. */
public final class SizeTexts {
	private static final String[] UNITS = { "TiB", "GiB", "MiB", "KiB" };

	private SizeTexts() {
	}

	/** Exact where the size is round, else to a tenth of the largest unit: "40 GiB", "214.4 GiB". */
	public static String of(long bytes) {
		long unit = Size.GIB * 1024;
		for (String name : UNITS) {
			if (bytes >= unit) {
				return bytes % unit == 0 ? bytes / unit + " " + name : String.format(Locale.ROOT, "%.1f %s", bytes / (double) unit, name);
			}
			unit /= 1024;
		}
		return bytes + " B";
	}
}
