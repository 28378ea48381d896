package org.clusterwright.core.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clusterwright.core.document.Block.Heading;

/** The numbered headings of a document and their anchors, which are those that Markdown readers make. */
final class Contents {
	/** {@code title} has the number before it. */
	record Entry(Heading heading, String title, String anchor) {
	}

	private final List<Entry> entries = new ArrayList<>();

	Contents(Document document) {
		int chapter = 0;
		int section = 0;
		Set<String> anchors = new HashSet<>(List.of(anchor(document.title()), "contents"));
		for (Block block : document.blocks()) {
			if (block instanceof Heading heading) {
				chapter += heading.level() == 1 ? 1 : 0;
				section = heading.level() == 1 ? 0 : section + 1;
				String title = (section == 0 ? String.valueOf(chapter) : chapter + "." + section) + " " + Escapes.visible(heading.title());
				String anchor = anchor(title);
				while (!anchors.add(anchor)) {
					anchor += "-1";
				}
				entries.add(new Entry(heading, title, anchor));
			}
		}
	}

	private static String anchor(String title) {
		return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
	}

	List<Entry> entries() {
		return entries;
	}

	Entry of(Heading heading) {
		return entries.stream().filter(e -> e.heading() == heading).findFirst().orElseThrow();
	}

	/** Where a reference by title leads. */
	Entry named(String title) {
		return entries.stream().filter(e -> e.heading().title().equals(title)).findFirst()
				.orElseThrow(() -> new IllegalStateException("no heading \"" + title + "\" to refer to"));
	}
}
