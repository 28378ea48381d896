package org.clusterwright.dsl.ide;

import java.util.List;

/** The words of a head before and after an edit, as replacements of those words only. */
final class WordDiff {
	/** One word as it stands in the text. */
	record Word(int start, int end) {
	}

	private WordDiff() {
	}

	/** {@code places} are where the words of {@code old} stand; where the counts differ the text says it in another way and is replaced whole. */
	static void compare(String text, List<Word> places, List<String> old, List<String> now, EditCollector out) {
		if (old.equals(now)) {
			return;
		}
		if (places.size() != old.size()) {
			out.replace(places.get(0).start(), places.get(places.size() - 1).end() - places.get(0).start(), GrammarPrinter.join(now));
			return;
		}
		boolean[][] same = common(old, now);
		int i = 0;
		int j = 0;
		while (i < old.size() || j < now.size()) {
			if (i < old.size() && j < now.size() && same[i][j]) {
				i++;
				j++;
				continue;
			}
			int fromOld = i;
			int fromNow = j;
			while (i < old.size() && !hasPartner(same[i], j)) {
				i++;
			}
			while (j < now.size() && (i >= old.size() || !same[i][j])) {
				j++;
			}
			change(text, places, fromOld, i, now.subList(fromNow, j), out);
		}
	}

	private static boolean hasPartner(boolean[] row, int from) {
		for (int j = from; j < row.length; j++) {
			if (row[j]) {
				return true;
			}
		}
		return false;
	}

	private static void change(String text, List<Word> places, int from, int to, List<String> words, EditCollector out) {
		int removed = to - from;
		if (removed == words.size()) {
			for (int k = 0; k < removed; k++) {
				out.replace(places.get(from + k).start(), places.get(from + k).end() - places.get(from + k).start(), words.get(k));
			}
			return;
		}
		if (removed == 0) {
			int at = from == 0 ? places.get(0).start() : places.get(from - 1).end();
			out.insert(at, from == 0 ? GrammarPrinter.join(words) + " " : gap(words) + GrammarPrinter.join(words));
			return;
		}
		int start = places.get(from).start();
		int end = places.get(to - 1).end();
		if (words.isEmpty()) {
			int before = from == 0 ? start : places.get(from - 1).end();
			out.replace(text.substring(before, start).isBlank() ? before : start, end - (text.substring(before, start).isBlank() ? before : start), "");
		} else {
			out.replace(start, end - start, GrammarPrinter.join(words));
		}
	}

	private static String gap(List<String> words) {
		return words.get(0).equals(",") ? "" : " ";
	}

	/** The cells of a longest common subsequence. */
	private static boolean[][] common(List<String> old, List<String> now) {
		int[][] length = new int[old.size() + 1][now.size() + 1];
		for (int i = old.size() - 1; i >= 0; i--) {
			for (int j = now.size() - 1; j >= 0; j--) {
				length[i][j] = old.get(i).equals(now.get(j)) ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
			}
		}
		boolean[][] same = new boolean[old.size()][now.size()];
		for (int i = 0, j = 0; i < old.size() && j < now.size();) {
			if (old.get(i).equals(now.get(j)) && length[i][j] == length[i + 1][j + 1] + 1) {
				same[i++][j++] = true;
			} else if (length[i + 1][j] >= length[i][j + 1]) {
				i++;
			} else {
				j++;
			}
		}
		return same;
	}
}
