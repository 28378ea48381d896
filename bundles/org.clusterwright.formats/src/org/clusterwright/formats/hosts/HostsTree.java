package org.clusterwright.formats.hosts;

import java.util.List;
import java.util.stream.Collectors;
import org.clusterwright.formats.NativeToken;

/** A line of /etc/hosts as it was read. */
public sealed interface HostsTree {
	/** The line byte for byte, with its end. */
	String source();

	/** An address and its names, at least one; {@code end} is the rest of the line: blanks, a comment, the line's end. */
	record Entry(List<NativeToken> words, String end) implements HostsTree {
		public Entry {
			words = List.copyOf(words);
		}

		public NativeToken address() {
			return words.get(0);
		}

		public List<NativeToken> names() {
			return words.subList(1, words.size());
		}

		@Override
		public String source() {
			return words.stream().map(NativeToken::source).collect(Collectors.joining()) + end;
		}
	}

	/** A line that is blank, a comment or not understood. */
	record Verbatim(int offset, String source) implements HostsTree {
	}
}
