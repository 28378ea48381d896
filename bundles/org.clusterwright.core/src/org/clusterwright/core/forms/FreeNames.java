package org.clusterwright.core.forms;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that continue a series: an-node02 after an-node01, eth6 after eth5. */
final class FreeNames {
	private static final Pattern NUMBERED = Pattern.compile("(.*\\D|)(\\d+)(\\D*)", Pattern.DOTALL);

	private FreeNames() {
	}

	/** The next name of the series that is not taken; a name without a number is followed by a 2. */
	static String after(String name, Set<String> taken) {
		Matcher numbered = NUMBERED.matcher(name);
		if (!numbered.matches() || numbered.group(2).length() > 9) {
			return numberedFrom(name, 2, 1, "", taken);
		}
		return numberedFrom(numbered.group(1), Long.parseLong(numbered.group(2)) + 1, numbered.group(2).length(), numbered.group(3), taken);
	}

	/** The first of STEM1, STEM2 ... that is not taken. */
	static String first(String stem, Set<String> taken) {
		return numberedFrom(stem, 1, 1, "", taken);
	}

	private static String numberedFrom(String stem, long from, int digits, String end, Set<String> taken) {
		for (long number = from;; number++) {
			String name = stem + String.format(java.util.Locale.ROOT, "%0" + digits + "d", number) + end;
			if (!taken.contains(name)) {
				return name;
			}
		}
	}
}
