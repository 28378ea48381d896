package org.clusterwright.core.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of text with code, strong words and references to headings in it. It is written as {@code `code`}, {@code **strong**} and
 * {@code [[title of a heading]]}; values that come from elsewhere go through {@link #value} or {@link #plain} and are never read as mark-up.
 */
public record Words(List<Run> runs) {
	public enum Style {
		PLAIN, CODE, STRONG, REFERENCE
	}

	public record Run(Style style, String text) {
		public Run {
			Objects.requireNonNull(style);
			Objects.requireNonNull(text);
		}
	}

	public static final Words NONE = new Words(List.of());
	private static final Pattern MARKUP = Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\[\\[([^\\[\\]]+)]]");
	/** What mark-up is made of (that of the help's chapters too), and the characters for private use that stand for it in values. */
	private static final String MEANING = "`*[]|#>-";
	private static final char STANDING = '\ue001';

	public Words {
		runs = List.copyOf(runs);
	}

	public static Words of(String markup) {
		List<Run> runs = new ArrayList<>();
		String line = markup.strip().replaceAll("\\s+", " ");
		Matcher m = MARKUP.matcher(line);
		int from = 0;
		while (m.find()) {
			add(runs, Style.PLAIN, line.substring(from, m.start()));
			add(runs, Style.CODE, m.group(1));
			add(runs, Style.STRONG, m.group(2));
			add(runs, Style.REFERENCE, m.group(3));
			from = m.end();
		}
		add(runs, Style.PLAIN, line.substring(from));
		return new Words(runs);
	}

	private static void add(List<Run> runs, Style style, String text) {
		if (text != null && !text.isEmpty()) {
			runs.add(new Run(style, meant(text)));
		}
	}

	/** A value as code. */
	public static String value(Object value) {
		String text = plain(value);
		return text.isEmpty() ? "" : "`" + text + "`";
	}

	/** A value as part of the text. */
	public static String plain(Object value) {
		StringBuilder text = new StringBuilder(Escapes.visible(String.valueOf(value)).replaceAll("\\s+", " ").strip());
		for (int i = 0; i < text.length(); i++) {
			int meaning = MEANING.indexOf(text.charAt(i));
			if (meaning >= 0) {
				text.setCharAt(i, (char) (STANDING + meaning));
			}
		}
		return text.toString();
	}

	private static String meant(String text) {
		StringBuilder meant = new StringBuilder(text);
		for (int i = 0; i < meant.length(); i++) {
			int meaning = meant.charAt(i) - STANDING;
			if (meaning >= 0 && meaning < MEANING.length()) {
				meant.setCharAt(i, MEANING.charAt(meaning));
			}
		}
		return meant.toString();
	}

	/** Without any style. */
	public String text() {
		StringBuilder text = new StringBuilder();
		runs.forEach(r -> text.append(r.text()));
		return text.toString();
	}
}
