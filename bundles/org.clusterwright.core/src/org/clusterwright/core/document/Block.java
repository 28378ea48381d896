package org.clusterwright.core.document;

import java.util.List;

/** A piece of a document, one below the other. */
public sealed interface Block {
	/** A chapter (level 1) or a section of it (level 2). */
	record Heading(int level, String title) implements Block {
		public Heading {
			if (level < 1 || level > 2) {
				throw new IllegalArgumentException("level " + level);
			}
		}
	}

	record Paragraph(Words words) implements Block {
	}

	record Items(List<Words> items) implements Block {
		public Items {
			items = List.copyOf(items);
		}
	}

	/** Lines to type; {@code where} says on which nodes, or in which program. */
	record Commands(Words where, String lines) implements Block {
	}

	/** A file or a part of it. */
	record Listing(Words caption, String text) implements Block {
	}

	/** What the screen or a log must show. */
	record Expected(Words caption, String text) implements Block {
	}

	enum Weight {
		NOTE, WARNING
	}

	record Note(Weight weight, Words words) implements Block {
	}

	/** Rows have as many cells as the head. */
	record Table(List<Words> head, List<List<Words>> rows) implements Block {
		public Table {
			head = List.copyOf(head);
			rows = rows.stream().map(List::copyOf).toList();
			int columns = head.size();
			if (rows.stream().anyMatch(r -> r.size() != columns)) {
				throw new IllegalArgumentException("a row does not have " + columns + " cells");
			}
		}
	}

	/** Something to tick off, with a box for each name. */
	record Check(List<Words> boxes, Words what) {
		public Check {
			boxes = List.copyOf(boxes);
		}
	}

	record Checks(List<Check> checks) implements Block {
		public Checks {
			checks = List.copyOf(checks);
		}
	}

	/** Blanks to fill in by hand. */
	record Fields(List<Words> names) implements Block {
		public Fields {
			names = List.copyOf(names);
		}
	}

	/** A drawing made of characters. */
	record Figure(Words caption, String text) implements Block {
	}
}
