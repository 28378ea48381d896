package org.clusterwright.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** What was done to a file, line by line: lines that stayed are found first, those between them are paired by what they are about. */
public sealed interface NativeDiff {

	record Changed(NativeLine before, NativeLine after) implements NativeDiff {
	}

	/** {@code at} is where the line would be in the edited text. */
	record Removed(NativeLine before, int at) implements NativeDiff {
	}

	/** {@code previous} is the generated line that it follows; {@code last} says that no generated line follows but those that {@link #of} was told of. */
	record Added(NativeLine after, Optional<NativeLine> previous, boolean last) implements NativeDiff {
	}

	/**
	 * @param akin pairs a removed and an added line that are about different things: a renamed one
	 * @param tail says of a generated line that it is part of the file's tail, behind which a text may be appended
	 */
	static List<NativeDiff> of(List<NativeLine> before, List<NativeLine> after, BiPredicate<NativeLine, NativeLine> akin, Predicate<NativeLine> tail) {
		return new Comparison(before, after, akin, tail).differences();
	}

	/** One comparison of two texts. */
	final class Comparison {
		private static final int NONE = -1;

		private final List<NativeLine> before;
		private final List<NativeLine> after;
		private final BiPredicate<NativeLine, NativeLine> akin;
		private final int[] partner;
		private final boolean[] taken;
		private final int tail;

		private Comparison(List<NativeLine> before, List<NativeLine> after, BiPredicate<NativeLine, NativeLine> akin, Predicate<NativeLine> isTail) {
			this.before = before;
			this.after = after;
			this.akin = akin;
			partner = new int[after.size()];
			Arrays.fill(partner, NONE);
			taken = new boolean[before.size()];
			int end = before.size();
			while (end > 0 && isTail.test(before.get(end - 1))) {
				end--;
			}
			tail = end;
			matchEqual();
		}

		private List<NativeDiff> differences() {
			int from = 0;
			int start = 0;
			for (int i = 0; i <= after.size(); i++) {
				if (i == after.size() || partner[i] != NONE) {
					int to = i == after.size() ? before.size() : partner[i];
					pair(from, to, start, i);
					from = to + 1;
					start = i + 1;
				}
			}
			return inOrder();
		}

		/** Pairs the lines of one gap between lines that stayed. */
		private void pair(int from, int to, int start, int end) {
			pair(from, to, start, end, (b, a) -> !b.key().isEmpty() && b.key().equals(a.key()));
			pair(from, to, start, end, akin);
			pair(from, to, start, end, (b, a) -> b.key().isEmpty() && a.key().isEmpty() && b.source().isBlank() == a.source().isBlank());
		}

		private void pair(int from, int to, int start, int end, BiPredicate<NativeLine, NativeLine> same) {
			for (int i = start; i < end; i++) {
				for (int j = from; j < to && partner[i] == NONE; j++) {
					if (!taken[j] && same.test(before.get(j), after.get(i))) {
						partner[i] = j;
						taken[j] = true;
					}
				}
			}
		}

		private List<NativeDiff> inOrder() {
			List<NativeDiff> found = new ArrayList<>();
			int lastFixed = NONE;
			for (int i = 0; i < after.size(); i++) {
				lastFixed = partner[i] != NONE && partner[i] < tail ? i : lastFixed;
			}
			int next = 0;
			NativeLine previous = null;
			for (int i = 0; i < after.size(); i++) {
				NativeLine line = after.get(i);
				if (partner[i] == NONE) {
					found.add(new Added(line, Optional.ofNullable(previous), i > lastFixed));
					continue;
				}
				for (; next < partner[i]; next++) {
					removed(next, line.offset(), found);
				}
				next = Math.max(next, partner[i] + 1);
				previous = before.get(partner[i]);
				if (!previous.source().equals(line.source())) {
					found.add(new Changed(previous, line));
				}
			}
			int end = after.isEmpty() ? 0 : after.get(after.size() - 1).offset() + after.get(after.size() - 1).source().length();
			for (; next < before.size(); next++) {
				removed(next, end, found);
			}
			return found;
		}

		private void removed(int index, int at, List<NativeDiff> found) {
			if (!taken[index]) {
				found.add(new Removed(before.get(index), at));
			}
		}

		/** The longest common subsequence; equal beginnings and ends are taken off first, so that a long paste costs little. */
		private void matchEqual() {
			int start = 0;
			int endB = before.size();
			int endA = after.size();
			while (start < Math.min(endB, endA) && equal(start, start)) {
				match(start, start);
				start++;
			}
			while (endB > start && endA > start && equal(endB - 1, endA - 1)) {
				match(--endB, --endA);
			}
			int[][] longest = new int[endB - start + 1][endA - start + 1];
			for (int j = endB - 1; j >= start; j--) {
				for (int i = endA - 1; i >= start; i--) {
					int[] row = longest[j - start];
					row[i - start] = equal(j, i) ? longest[j - start + 1][i - start + 1] + 1 : Math.max(longest[j - start + 1][i - start], row[i - start + 1]);
				}
			}
			int j = start;
			int i = start;
			while (j < endB && i < endA) {
				if (equal(j, i)) {
					match(j++, i++);
				} else if (longest[j - start + 1][i - start] >= longest[j - start][i - start + 1]) {
					j++;
				} else {
					i++;
				}
			}
		}

		private void match(int j, int i) {
			partner[i] = j;
			taken[j] = true;
		}

		private boolean equal(int j, int i) {
			return Objects.equals(before.get(j).source(), after.get(i).source()) && before.get(j).key().equals(after.get(i).key());
		}
	}
}
