package org.clusterwright.core.nativeedit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.core.compare.LineDiff;
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
		List<Line> lines = new ArrayList<>();
		int at = 0;
		for (LineDiff.Change change : LineDiff.of(old, now, String::equals)) {
			add(Kind.SAME, old, at, change.leftStart(), lines);
			add(Kind.REMOVED, old, change.leftStart(), change.leftEnd(), lines);
			add(Kind.ADDED, now, change.rightStart(), change.rightEnd(), lines);
			at = change.leftEnd();
		}
		add(Kind.SAME, old, at, old.size(), lines);
		return lines;
	}

	private static void add(Kind kind, List<String> from, int start, int end, List<Line> lines) {
		for (int i = start; i < end; i++) {
			lines.add(new Line(kind, i + 1, from.get(i)));
		}
	}

	/**
	 * What two authors made of one text, put together; absent where both changed the same lines, or lines next to each other, in different ways.
	 */
	public static Optional<String> merge(String base, String mine, String theirs) {
		List<String> lines = split(base);
		List<String> left = split(mine);
		List<String> right = split(theirs);
		List<LineDiff.Change> ours = new ArrayList<>(LineDiff.of(lines, left, String::equals));
		List<LineDiff.Change> others = LineDiff.of(lines, right, String::equals);
		StringBuilder merged = new StringBuilder();
		int at = 0;
		for (LineDiff.Change change : others) {
			for (; !ours.isEmpty() && ours.get(0).leftEnd() < change.leftStart(); ours.remove(0)) {
				at = take(lines, at, ours.get(0), left, merged);
			}
			Optional<LineDiff.Change> both = ours.stream().findFirst().filter(o -> o.leftStart() <= change.leftEnd());
			if (both.isPresent()) {
				LineDiff.Change o = ours.remove(0);
				boolean same = o.leftStart() == change.leftStart() && o.leftEnd() == change.leftEnd()
						&& left.subList(o.rightStart(), o.rightEnd()).equals(right.subList(change.rightStart(), change.rightEnd()));
				if (!same) {
					return Optional.empty();
				}
			}
			at = take(lines, at, change, right, merged);
		}
		for (LineDiff.Change change : ours) {
			at = take(lines, at, change, left, merged);
		}
		lines.subList(at, lines.size()).forEach(merged::append);
		return Optional.of(merged.toString());
	}

	private static int take(List<String> base, int at, LineDiff.Change change, List<String> from, StringBuilder merged) {
		base.subList(at, change.leftStart()).forEach(merged::append);
		from.subList(change.rightStart(), change.rightEnd()).forEach(merged::append);
		return change.leftEnd();
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
