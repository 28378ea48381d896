package org.clusterwright.formats.iptables;

/** Strings of POSIX awk. */
final class AwkWords {
	private AwkWords() {
	}

	/** A line of text as an awk string in double quotes. */
	static String quote(String line) {
		return "\"" + escape(line) + "\"";
	}

	/** What stands between the quotes. */
	static String escape(String line) {
		return line.replace("\\", "\\\\").replace("\"", "\\\"");
	}
}
