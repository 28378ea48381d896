package org.clusterwright.formats;

/** Words of POSIX shell: the one place that quotes for it. */
public final class ShellWords {
	private ShellWords() {
	}

	/** As one word, in single quotes where the word needs any. */
	public static String quote(String text) {
		return text.matches("[A-Za-z0-9_./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
	}

	/** In double quotes, with nothing expanded: the style of the files under /etc/sysconfig. */
	public static String doubleQuote(String text) {
		return "\"" + text.replaceAll("([\\\\\"$`])", "\\\\$1") + "\"";
	}

	/** As the text of a comment: one line, whatever the text holds. */
	public static String comment(String text) {
		return text.replaceAll("[\\x00-\\x1f\\x7f]", " ");
	}
}
