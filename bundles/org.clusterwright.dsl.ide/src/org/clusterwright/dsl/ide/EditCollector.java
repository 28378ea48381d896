package org.clusterwright.dsl.ide;

import java.util.Comparator;
import java.util.List;
import java.util.ArrayList;

/** Gathers the edits of one text. Insertions at one place are joined in the order in which they came. */
final class EditCollector {
	private final List<Replacement> edits = new ArrayList<>();

	void insert(int offset, String text) {
		replace(offset, 0, text);
	}

	void replace(int offset, int length, String text) {
		if (length == 0 && text.isEmpty()) {
			return;
		}
		for (int i = 0; i < edits.size(); i++) {
			Replacement e = edits.get(i);
			if (e.offset() == offset && (e.length() == 0 || length == 0)) {
				edits.set(i, new Replacement(offset, e.length() + length, e.text() + text));
				return;
			}
			// an insertion right behind a replaced region belongs to it
			if (length == 0 && e.length() > 0 && e.offset() + e.length() == offset && !e.text().isEmpty()) {
				edits.set(i, new Replacement(e.offset(), e.length(), e.text() + text));
				return;
			}
		}
		edits.add(new Replacement(offset, length, text));
	}

	List<Replacement> replacements() {
		return edits.stream().sorted(Comparator.comparingInt(Replacement::offset)).toList();
	}
}
