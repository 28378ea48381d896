package org.clusterwright.core.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clusterwright.core.help.HelpPage.Block;
import org.clusterwright.core.help.HelpPage.Run;
import org.clusterwright.core.help.HelpPage.Shape;
import org.clusterwright.core.help.HelpPage.Style;

/**
 * Reads the small part of Markdown that the chapters are written in: headings, paragraphs, bullets and numbers, fenced code, tables, notes; in lines code,
 * strong and emphasised words and links. In code a line that begins with {@code +} and a tab is an added one.
 */
final class HelpMarkup {
	static final String ADDED = "+\t";
	private static final Pattern INLINE = Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\*([^*\\s][^*]*)\\*|\\[([^\\]]+)\\]\\(([^)]+)\\)");
	private static final Pattern BULLET = Pattern.compile("(-|[0-9]+\\.) (.*)");
	/** What would be read as mark-up, and the characters for private use that stand for it until all is read. */
	private static final String MEANING = "`*[]|#>-";
	private static final char STANDING = '\ue001';

	private final String id;
	private final StringBuilder text = new StringBuilder();
	private final List<Run> runs = new ArrayList<>();
	private final List<Block> blocks = new ArrayList<>();
	private String title = "";

	private HelpMarkup(String id) {
		this.id = id;
	}

	/** A value as it can stand in mark-up without being read as such. */
	static String escape(String value) {
		StringBuilder escaped = new StringBuilder(value.replaceAll("[\\x00-\\x1f]", " "));
		for (int i = 0; i < escaped.length(); i++) {
			int meaning = MEANING.indexOf(escaped.charAt(i));
			if (meaning >= 0) {
				escaped.setCharAt(i, (char) (STANDING + meaning));
			}
		}
		return escaped.toString();
	}

	static String plain(String text) {
		StringBuilder plain = new StringBuilder(text);
		for (int i = 0; i < plain.length(); i++) {
			int meaning = plain.charAt(i) - STANDING;
			if (meaning >= 0 && meaning < MEANING.length()) {
				plain.setCharAt(i, MEANING.charAt(meaning));
			}
		}
		return plain.toString();
	}

	static HelpPage page(String id, List<String> lines) {
		HelpMarkup markup = new HelpMarkup(id);
		markup.read(lines);
		return new HelpPage(id, plain(markup.title), plain(markup.text.toString()), markup.runs, markup.blocks);
	}

	private void read(List<String> lines) {
		for (int i = 0; i < lines.size();) {
			String line = lines.get(i);
			if (line.isBlank()) {
				i++;
			} else if (line.startsWith("#")) {
				heading(line);
				i++;
			} else if (line.startsWith("```")) {
				int end = i + 1;
				while (end < lines.size() && !lines.get(end).startsWith("```")) {
					end++;
				}
				code(line.substring(3).strip(), lines.subList(i + 1, Math.min(end, lines.size())));
				i = end + 1;
			} else if (line.startsWith("| ")) {
				int end = i;
				while (end < lines.size() && lines.get(end).startsWith("| ")) {
					end++;
				}
				table(lines.subList(i, end));
				i = end;
			} else {
				i = paragraph(lines, i);
			}
		}
	}

	private void gap() {
		if (!text.isEmpty()) {
			text.append('\n');
		}
	}

	private void heading(String line) {
		int level = line.startsWith("###") ? 3 : line.startsWith("##") ? 2 : 1;
		String words = line.substring(level).strip();
		gap();
		if (level == 1) {
			title = words;
		}
		runs.add(new Run(text.length(), words.length(), level == 1 ? Style.TITLE : level == 2 ? Style.HEADING : Style.SUBHEADING, plain(words)));
		text.append(words).append('\n');
	}

	private void code(String language, List<String> lines) {
		gap();
		int start = text.length();
		for (String line : lines) {
			boolean added = line.startsWith(ADDED);
			int at = text.length();
			text.append(added ? line.substring(ADDED.length()) : line).append('\n');
			if (added) {
				blocks.add(new Block(at, text.length() - at, Shape.ADDED, language));
			}
		}
		blocks.add(new Block(start, text.length() - start, Shape.CODE, language));
	}

	/** A paragraph, one item of a list, or a note: lines up to the next that begins something else. */
	private int paragraph(List<String> lines, int from) {
		String first = lines.get(from);
		Matcher bullet = BULLET.matcher(first);
		boolean item = bullet.matches();
		boolean note = first.startsWith("> ");
		boolean follows = item && from > 0 && BULLET.matcher(lines.get(from - 1)).matches();
		if (!follows) {
			gap();
		}
		int start = text.length();
		String body = item ? bullet.group(2) : note ? first.substring(2) : first;
		int end = from + 1;
		while (!item && end < lines.size() && !lines.get(end).isBlank() && lines.get(end).startsWith("> ") == note && !lines.get(end).startsWith("```") && !lines.get(end).startsWith("| ")
				&& !BULLET.matcher(lines.get(end)).matches()) {
			body += " " + (note ? lines.get(end).substring(2) : lines.get(end));
			end++;
		}
		if (item) {
			text.append(bullet.group(1).equals("-") ? "•" : bullet.group(1)).append('\t');
		}
		inline(body);
		text.append('\n');
		Shape shape = item ? Shape.BULLET : !note ? Shape.TEXT : body.startsWith("Warning") ? Shape.WARNING : Shape.NOTE;
		blocks.add(new Block(start, text.length() - start, shape, ""));
		return end;
	}

	private void inline(String line) {
		Matcher m = INLINE.matcher(line);
		int from = 0;
		while (m.find()) {
			text.append(line, from, m.start());
			from = m.end();
			if (m.group(1) != null) {
				run(m.group(1), Style.CODE, "");
			} else if (m.group(2) != null) {
				run(m.group(2), Style.STRONG, "");
			} else if (m.group(3) != null) {
				run(m.group(3), Style.EMPHASIS, "");
			} else {
				run(m.group(4), Style.LINK, m.group(5));
			}
		}
		text.append(line, from, line.length());
	}

	private void run(String words, Style style, String target) {
		runs.add(new Run(text.length(), words.length(), style, plain(target)));
		text.append(words);
	}

	/** Columns as wide as their widest cell, with blanks: tables are shown in a font of one width. The first row is the head where the table has several. */
	private void table(List<String> lines) {
		List<String[]> rows = lines.stream().map(l -> l.substring(2).replaceAll("\\s*\\|\\s*$", "").split("\\s+\\|\\s*", -1)).toList();
		int columns = rows.stream().mapToInt(r -> r.length).max().orElse(0);
		int[] widths = new int[columns];
		for (String[] row : rows) {
			for (int c = 0; c < row.length; c++) {
				widths[c] = Math.max(widths[c], width(row[c]));
			}
		}
		gap();
		int start = text.length();
		for (int r = 0; r < rows.size(); r++) {
			int lineStart = text.length();
			for (int c = 0; c < rows.get(r).length; c++) {
				inline(rows.get(r)[c]);
				if (c < rows.get(r).length - 1) {
					text.append(" ".repeat(widths[c] - width(rows.get(r)[c]) + 2));
				}
			}
			if (r == 0 && rows.size() > 1) {
				runs.add(new Run(lineStart, text.length() - lineStart, Style.STRONG, ""));
			}
			text.append('\n');
		}
		blocks.add(new Block(start, text.length() - start, Shape.TABLE, String.valueOf(columns < 2 ? 0 : start(widths, columns))));
	}

	/** Where the last column begins, for the indent of what is wrapped. */
	private static int start(int[] widths, int columns) {
		int sum = 0;
		for (int c = 0; c < columns - 1; c++) {
			sum += widths[c] + 2;
		}
		return sum;
	}

	private static int width(String cell) {
		return INLINE.matcher(cell).replaceAll(m -> Matcher.quoteReplacement(m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3) != null ? m.group(3) : m.group(4))).length();
	}
}
