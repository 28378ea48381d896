package org.clusterwright.core.document;

import java.util.regex.Pattern;

/** The one place that escapes for the files that documents become. */
final class Escapes {
	private static final Pattern BLOCK = Pattern.compile("(?s)(#{1,6}|[-+*]|[0-9]{1,9}[.)])|[>|].*|=+|-+");

	private Escapes() {
	}

	/** Without what no document can hold: control characters become visible, line ends LF. */
	static String visible(String text) {
		StringBuilder visible = new StringBuilder();
		text.replace("\r\n", "\n").codePoints().forEach(c -> {
			boolean control = c < ' ' && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0 || c >= 0xd800 && c < 0xe000 || (c & 0xfffe) == 0xfffe;
			visible.appendCodePoint(control ? 0xfffd : c);
		});
		return visible.toString();
	}

	/** Text and attribute values of HTML and XML. */
	static String html(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	/** In a string of CSS that may stand in a style element: all but letters, digits and some marks as numbers. */
	static String css(String text) {
		StringBuilder css = new StringBuilder("\"");
		text.codePoints().forEach(c -> {
			if (Character.isLetterOrDigit(c) || " .,_-".indexOf(c) >= 0) {
				css.appendCodePoint(c);
			} else {
				css.append('\\').append(Integer.toHexString(c)).append(' ');
			}
		});
		return css.append('"').toString();
	}

	/** Plain text of Markdown; what only means something at the beginning of a line is left to {@link #opensBlock}. */
	static String markdown(String text) {
		StringBuilder escaped = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean within = i > 0 && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i - 1)) && Character.isLetterOrDigit(text.charAt(i + 1));
			boolean alone = (i == 0 || text.charAt(i - 1) == ' ') && (i + 1 == text.length() || text.charAt(i + 1) == ' ');
			boolean meaning = switch (c) {
				case '\\', '`', '[', ']', '<', '~' -> true;
				case '*' -> !alone;
				case '_' -> !within && !alone;
				case '&' -> i + 1 < text.length() && (Character.isLetterOrDigit(text.charAt(i + 1)) || text.charAt(i + 1) == '#');
				default -> false;
			};
			escaped.append(meaning ? "\\" : "").append(c);
		}
		return escaped.toString();
	}

	/** A span of code: as many backticks around it as it needs. */
	static String markdownCode(String text) {
		String fence = "`";
		while (text.contains(fence)) {
			fence += "`";
		}
		String pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
		return fence + pad + text + pad + fence;
	}

	/** Whether a line of Markdown that began with this word would begin a list, a heading, a quotation or a rule. */
	static boolean opensBlock(String word) {
		return BLOCK.matcher(word).matches();
	}

	/** A fence that the text does not close. */
	static String fence(String text) {
		String fence = "```";
		while (text.contains(fence)) {
			fence += "`";
		}
		return fence;
	}
}
