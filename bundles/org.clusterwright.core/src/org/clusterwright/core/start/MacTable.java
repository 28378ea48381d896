package org.clusterwright.core.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MAC addresses out of pasted text: of {@code ip link}, of a spreadsheet, of a label; with colons, hyphens, dots or nothing between. */
public final class MacTable {
	private static final Pattern MAC = Pattern.compile("(?<![0-9A-Fa-f:.-])(?:[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}|[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}|[0-9A-Fa-f]{12})(?![0-9A-Fa-f:-])");
	private static final String BROADCAST = "FF:FF:FF:FF:FF:FF";
	private static final String LOOPBACK = "00:00:00:00:00:00";

	private MacTable() {
	}

	/** All addresses of a text in order, written with colons; the ones that are no card's (broadcast, loopback) are left out. */
	public static List<String> addresses(String text) {
		List<String> found = new ArrayList<>();
		for (Matcher m = MAC.matcher(text); m.find();) {
			String digits = m.group().replaceAll("[:.-]", "").toUpperCase(Locale.ROOT);
			String mac = digits.replaceAll("(..)(?!$)", "$1:");
			if (!mac.equals(BROADCAST) && !mac.equals(LOOPBACK)) {
				found.add(mac);
			}
		}
		return found;
	}

	/** The rows of a text: one for each line with several addresses; else all addresses one after the other, so many to a row. */
	public static List<List<String>> rows(String text, int width) {
		List<List<String>> lines = text.lines().map(MacTable::addresses).filter(l -> !l.isEmpty()).toList();
		if (lines.stream().anyMatch(l -> l.size() > 1)) {
			return lines;
		}
		List<String> all = lines.stream().flatMap(List::stream).toList();
		List<List<String>> rows = new ArrayList<>();
		for (int i = 0; i < all.size(); i += width) {
			rows.add(all.subList(i, Math.min(all.size(), i + width)));
		}
		return rows;
	}
}
