package org.clusterwright.core.nativeedit;

import java.util.ArrayList;
import java.util.List;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.model.findings.Lines;
import org.clusterwright.model.findings.Place;

/** Two texts compared line by line: for edits, for messages and for showing. */
public final class TextLines {
	/** A line of a comparison; {@code number} counts from 1, in the new text for added lines and in the old one for the others. */
	public record Line(Kind kind, int number, String text) {
	}

	public enum Kind {
		SAME, REMOVED, ADDED
	}

	/** The first place where a text is not what it should be, and what is there instead. */
	record Difference(Place place, String reason) {
	}

	private TextLines() {
	}

	/** All lines of both texts in order: a line that changed is removed and added. */
	public static List<Line> compare(String before, String after) {
		List<String> old = split(before);
		List<String> now = split(after);
		int head = 0;
		while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) {
			head++;
		}
		int tail = 0;
		while (tail < Math.min(old.size(), now.size()) - head && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
			tail++;
		}
		List<Line> lines = new ArrayList<>();
		same(old, 0, head, lines);
		middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), head, lines);
		same(old, old.size() - tail, old.size(), lines);
		return lines;
	}

	private static void same(List<String> old, int from, int to, List<Line> lines) {
		for (int i = from; i < to; i++) {
			lines.add(new Line(Kind.SAME, i + 1, old.get(i)));
		}
	}

	/** By the longest common subsequence; {@code head} lines stand before both. */
	private static void middle(List<String> old, List<String> now, int head, List<Line> lines) {
		int[][] longest = new int[old.size() + 1][now.size() + 1];
		for (int i = old.size() - 1; i >= 0; i--) {
			for (int j = now.size() - 1; j >= 0; j--) {
				longest[i][j] = old.get(i).equals(now.get(j)) ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
			}
		}
		int i = 0;
		int j = 0;
		while (i < old.size() || j < now.size()) {
			if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
				lines.add(new Line(Kind.SAME, head + ++i, now.get(j++)));
			} else if (i == old.size() || j < now.size() && longest[i][j + 1] > longest[i + 1][j]) {
				lines.add(new Line(Kind.ADDED, head + j + 1, now.get(j++)));
			} else {
				lines.add(new Line(Kind.REMOVED, head + i + 1, old.get(i++)));
			}
		}
	}

	/** The lines that differ, in groups, with up to {@code context} lines around each. */
	public static List<List<Line>> hunks(List<Line> lines, int context) {
		List<List<Line>> hunks = new ArrayList<>();
		List<Line> hunk = null;
		for (int i = 0; i < lines.size(); i++) {
			boolean near = false;
			for (int j = Math.max(0, i - context); j <= Math.min(lines.size() - 1, i + context) && !near; j++) {
				near = lines.get(j).kind() != Kind.SAME;
			}
			if (!near) {
				hunk = null;
			} else {
				if (hunk == null) {
					hunk = new ArrayList<>();
					hunks.add(hunk);
				}
				hunk.add(lines.get(i));
			}
		}
		return hunks;
	}

	/** The edits as given, or where there are none those of whole lines. */
	static List<Replacement> replacements(String before, String after, List<Replacement> given) {
		if (!given.isEmpty()) {
			return given;
		}
		List<Replacement> edits = new ArrayList<>();
		int at = 0;
		int from = 0;
		StringBuilder added = new StringBuilder();
		boolean open = false;
		for (Line line : compare(before, after)) {
			if (line.kind() == Kind.SAME) {
				if (open) {
					edits.add(new Replacement(from, at - from, added.toString()));
					added.setLength(0);
					open = false;
				}
				at += line.text().length();
				continue;
			}
			if (!open) {
				from = at;
				open = true;
			}
			if (line.kind() == Kind.ADDED) {
				added.append(line.text());
			} else {
				at += line.text().length();
			}
		}
		if (open) {
			edits.add(new Replacement(from, at - from, added.toString()));
		}
		return edits;
	}

	/** @param is what the design would make, {@code wanted} what the author wrote; they differ */
	static Difference difference(String is, String wanted) {
		Lines places = new Lines(wanted);
		int offset = 0;
		List<Line> lines = compare(wanted, is);
		for (int i = 0; i < lines.size(); i++) {
			Line line = lines.get(i);
			if (line.kind() == Kind.SAME) {
				offset += line.text().length();
				continue;
			}
			Line next = i + 1 < lines.size() ? lines.get(i + 1) : null;
			if (line.kind() == Kind.ADDED) {
				return new Difference(places.place(offset, 0), "With this change the design would also write " + quoted(line.text()) + " here.");
			}
			Place place = places.place(offset, line.text().stripTrailing().length());
			if (next != null && next.kind() == Kind.ADDED) {
				return new Difference(place, "The design would write " + quoted(next.text()) + " in place of this line.");
			}
			String elsewhere = lines.stream().anyMatch(l -> l.kind() == Kind.ADDED && l.text().equals(line.text())) ? " It writes it in another place: put it there." : "";
			return new Difference(place, "The design would not write " + quoted(line.text()) + " here." + elsewhere);
		}
		return new Difference(Place.START, "The file would be written otherwise.");
	}

	private static String quoted(String line) {
		return line.isBlank() ? "an empty line" : "\u2039" + line.strip() + "\u203a";
	}

	/** Lines with their ends. */
	private static List<String> split(String text) {
		List<String> lines = new ArrayList<>();
		int end;
		for (int start = 0; start < text.length(); start = end) {
			int newline = text.indexOf('\n', start);
			end = newline < 0 ? text.length() : newline + 1;
			lines.add(text.substring(start, end));
		}
		return lines;
	}
}
