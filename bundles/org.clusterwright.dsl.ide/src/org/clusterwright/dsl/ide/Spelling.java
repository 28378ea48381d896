package org.clusterwright.dsl.ide;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody probably meant: the words nearest to one that is none. */
public final class Spelling {
	private Spelling() {
	}

	/** At most {@code most} of the words, nearest first; those too far away to be meant are left out. */
	public static List<String> nearest(String word, Collection<String> words, int most) {
		int reach = word.length() < 5 ? 1 : Math.max(2, word.length() / 3);
		return words.stream().distinct().filter(w -> distance(word, w) <= reach || resembles(word, w))
				.sorted(Comparator.comparingInt((String w) -> distance(word, w)).thenComparing(Comparator.naturalOrder())).limit(most).toList();
	}

	/** The nearest words, and where none is near all of a short list. */
	public static List<String> nearestOrAny(String word, Collection<String> words, int most) {
		List<String> near = nearest(word, words, most);
		return near.isEmpty() && words.size() <= most ? words.stream().distinct().sorted().toList() : near;
	}

	/** One is the beginning or the end of the other. */
	private static boolean resembles(String one, String other) {
		String a = plain(one);
		String b = plain(other);
		return a.length() > 2 && b.length() > 2 && (a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a));
	}

	private static String plain(String word) {
		return word.toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** How many letters are changed, left out, added or swapped with their neighbour; case and the kind of hyphen do not count. */
	static int distance(String one, String other) {
		String a = plain(one);
		String b = plain(other);
		int[][] cost = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++) {
			for (int j = 0; j <= b.length(); j++) {
				if (i == 0 || j == 0) {
					cost[i][j] = i + j;
					continue;
				}
				int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
				cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
				if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
					cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
				}
			}
		}
		return cost[a.length()][b.length()];
	}
}
