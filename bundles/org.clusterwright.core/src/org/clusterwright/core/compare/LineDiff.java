package org.clusterwright.core.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** The shortest way from one list of lines to another (E. Myers, "An O(ND) Difference Algorithm", 1986); far-apart texts come out as one change. */
public final class LineDiff {
	/** Beyond so many lines put in and taken out nobody reads a difference line by line. */
	private static final int MOST_STEPS = 600;

	private LineDiff() {
	}

	/** Lines {@code leftStart} to before {@code leftEnd} have become lines {@code rightStart} to before {@code rightEnd}; one of the two may be none. Lines count from 0. */
	public record Change(int leftStart, int leftEnd, int rightStart, int rightEnd) {
		public boolean onlyRemoves() {
			return rightStart == rightEnd;
		}
	}

	/** The lines of a text without their ends; a text that ends in a line's end has no empty line behind it. */
	public static List<String> lines(String text) {
		List<String> lines = new ArrayList<>();
		int start = 0;
		for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
			lines.add(text.substring(start, end));
			start = end + 1;
		}
		if (start < text.length()) {
			lines.add(text.substring(start));
		}
		return lines;
	}

	public static List<Change> of(String left, String right) {
		return of(lines(left), lines(right), String::equals);
	}

	public static <T> List<Change> of(List<T> left, List<T> right, BiPredicate<T, T> same) {
		int shorter = Math.min(left.size(), right.size());
		int head = 0;
		while (head < shorter && same.test(left.get(head), right.get(head))) {
			head++;
		}
		int tail = 0;
		while (tail < shorter - head && same.test(left.get(left.size() - 1 - tail), right.get(right.size() - 1 - tail))) {
			tail++;
		}
		if (head + tail == left.size() && head + tail == right.size()) {
			return List.of();
		}
		return middle(left.subList(head, left.size() - tail), right.subList(head, right.size() - tail), same, head);
	}

	private static <T> List<Change> middle(List<T> left, List<T> right, BiPredicate<T, T> same, int shift) {
		List<int[]> rounds = new ArrayList<>();
		int most = Math.min(MOST_STEPS, left.size() + right.size());
		int[] furthest = new int[2 * most + 3];
		for (int steps = 0; steps <= most; steps++) {
			for (int k = -steps; k <= steps; k += 2) {
				int at = k + most + 1;
				int x = k == -steps || k != steps && furthest[at - 1] < furthest[at + 1] ? furthest[at + 1] : furthest[at - 1] + 1;
				while (x < left.size() && x - k < right.size() && same.test(left.get(x), right.get(x - k))) {
					x++;
				}
				furthest[at] = x;
				if (x >= left.size() && x - k >= right.size()) {
					return back(rounds, left.size(), right.size(), most, shift);
				}
			}
			rounds.add(furthest.clone());
		}
		return List.of(new Change(shift, shift + left.size(), shift, shift + right.size()));
	}

	/** From the end to the beginning along the rounds; single steps that touch become one change. */
	private static List<Change> back(List<int[]> rounds, int leftSize, int rightSize, int most, int shift) {
		List<Change> changes = new ArrayList<>();
		int x = leftSize;
		int y = rightSize;
		for (int steps = rounds.size(); steps > 0; steps--) {
			int[] furthest = rounds.get(steps - 1);
			int k = x - y;
			int at = k + most + 1;
			boolean down = k == -steps || k != steps && furthest[at - 1] < furthest[at + 1];
			int fromX = down ? furthest[at + 1] : furthest[at - 1];
			int fromY = fromX - (down ? k + 1 : k - 1);
			int toX = down ? fromX : fromX + 1;
			int toY = down ? fromY + 1 : fromY;
			Change last = changes.isEmpty() ? null : changes.get(0);
			if (last != null && last.leftStart() == toX + shift && last.rightStart() == toY + shift) {
				changes.set(0, new Change(fromX + shift, last.leftEnd(), fromY + shift, last.rightEnd()));
			} else {
				changes.add(0, new Change(fromX + shift, toX + shift, fromY + shift, toY + shift));
			}
			x = fromX;
			y = fromY;
		}
		return changes;
	}
}
