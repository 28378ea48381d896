package org.clusterwright.formats.drbd;

import java.util.List;
import java.util.Objects;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.Origin;

/** A piece of a drbd.conf, with what made it. Values are plain text: only the {@link DrbdPrinter} quotes. */
public sealed interface DrbdTree {
	Origin origin();

	/** How a word may be written. Addresses, devices and meta-disks have a syntax of their own that takes no quotes. */
	enum Quotes {
		NEEDED, ALWAYS, NEVER
	}

	/** {@code words { body }}. */
	record Section(Origin origin, List<String> words, List<DrbdTree> body) implements DrbdTree {
		public Section {
			words = List.copyOf(words);
			body = List.copyOf(body);
		}
	}

	/** {@code key word word;}. A word is made of pieces, each with its origin: an address and its port. */
	record Entry(Origin origin, String key, List<Word> words) implements DrbdTree {
		public Entry {
			Objects.requireNonNull(key);
			words = List.copyOf(words);
		}
	}

	record Word(Quotes quotes, List<Effective<String>> pieces) {
		public Word {
			pieces = List.copyOf(pieces);
		}
	}

	/** One line of comment, without its {@code #}. */
	record Comment(Origin origin, String text) implements DrbdTree {
	}

	record Blank(Origin origin) implements DrbdTree {
	}

	/** Lines that are kept as they are. */
	record Verbatim(Origin origin, String text) implements DrbdTree {
	}
}
