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
		int[][] longest = new int[old.size() + 1][now.size() + 1];
		int head = 0;
		while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) {
			head++;
		}
		int tail = 0;
		while (tail < Math.min(old.size(), now.size()) - head && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
			tail++;
		}
		int endOld = old.size() - tail;
		int endNow = now.size() - tail;
		for (int i = endOld - 1; i >= head; i--) {
			for (int j = endNow - 1; j >= head; j--) {
				longest[i][j] = old.get(i).equals(now.get(j)) ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
			}
		}
		List<Line> lines = new ArrayList<>();
		int i = 0;
		int j = 0;
		while (i < old.size() || j < now.size()) {
			boolean inside = i < endOld || j < endNow;
			if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
				lines.add(new Line(Kind.SAME, i + 1, old.get(i)));
				i++;
				j++;
			} else if (inside && j < endNow && (i >= endOld || longest[i][j + 1] > longest[i + 1][j])) {
				lines.add(new Line(Kind.ADDED, j + 1, now.get(j++)));
			} else {
				lines.add(new Line(Kind.REMOVED, i + 1, old.get(i++)));
			}
		}
		return lines;
	}

	/** The lines that differ with {@code context} lines around them; where lines are left out an empty list entry would lie, so groups are lists. */
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
