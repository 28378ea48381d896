package org.clusterwright.dsl.ide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.clusterwright.model.findings.Lines;

/** Which lines can be folded under the line before them: blocks, comments and long texts. Found without a parse, so that a missing brace unfolds nothing else. */
public final class Folding {
	/** A run of so many line comments is one comment. */
	private static final int COMMENT_LINES = 3;

	/** Whole lines: from the start of the first, which stays in sight, to the end of the last, its line break included. */
	public record Region(int offset, int length, boolean comment) {
	}

	private Folding() {
	}

	/** Whether all braces, comments and strings of a text are closed, so that its regions are those that the author means. */
	public static boolean isWhole(String text) {
		return Literals.openBlocks(text) == 0 && Literals.of(text).stream().allMatch(s -> s.closed() || s.kind() == Literals.Kind.LINE_COMMENT);
	}

	/** The regions in the order of their places, at most one for each first line: the largest. The cluster itself is none. */
	public static List<Region> of(String text) {
		Lines lines = new Lines(text);
		List<int[]> found = new ArrayList<>();
		Deque<Integer> open = new ArrayDeque<>();
		int at = 0;
		int run = -1;
		int runEnd = -1;
		for (Literals.Span span : Literals.of(text)) {
			blocks(text, at, span.start(), open, found);
			at = span.end();
			if (span.kind() != Literals.Kind.LINE_COMMENT) {
				found.add(new int[] { span.start(), span.end() - 1, span.kind() == Literals.Kind.BLOCK_COMMENT ? 1 : 0 });
			} else if (!startsLine(text, span.start()) || run >= 0 && line(lines, span.start()) != line(lines, runEnd) + 1) {
				add(lines, run, runEnd, found);
				run = startsLine(text, span.start()) ? span.start() : -1;
				runEnd = span.end() - 1;
			} else {
				run = run < 0 ? span.start() : run;
				runEnd = span.end() - 1;
			}
		}
		blocks(text, at, text.length(), open, found);
		add(lines, run, runEnd, found);
		return regions(text, lines, found);
	}

	private static void add(Lines lines, int run, int end, List<int[]> found) {
		if (run >= 0 && line(lines, end) - line(lines, run) + 1 >= COMMENT_LINES) {
			found.add(new int[] { run, end, 1 });
		}
	}

	private static void blocks(String text, int from, int to, Deque<Integer> open, List<int[]> found) {
		for (int i = from; i < to; i++) {
			if (text.charAt(i) == '{') {
				open.push(i);
			} else if (text.charAt(i) == '}' && !open.isEmpty()) {
				int start = open.pop();
				if (!open.isEmpty()) {
					found.add(new int[] { start, i, 0 });
				}
			}
		}
	}

	private static List<Region> regions(String text, Lines lines, List<int[]> found) {
		List<Region> regions = new ArrayList<>();
		int previous = -1;
		found.sort(Comparator.<int[]> comparingInt(f -> line(lines, f[0])).thenComparing(Comparator.<int[]> comparingInt(f -> f[1]).reversed()));
		for (int[] f : found) {
			int first = line(lines, f[0]);
			if (first == line(lines, f[1]) || first == previous) {
				continue;
			}
			previous = first;
			int start = f[0] - lines.place(f[0], 0).column() + 1;
			int end = text.indexOf('\n', f[1]);
			regions.add(new Region(start, (end < 0 ? text.length() : end + 1) - start, f[2] == 1));
		}
		return regions;
	}

	private static boolean startsLine(String text, int at) {
		int i = at - 1;
		while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
			i--;
		}
		return i < 0 || text.charAt(i) == '\n';
	}

	private static int line(Lines lines, int offset) {
		return lines.place(offset, 0).line();
	}
}
