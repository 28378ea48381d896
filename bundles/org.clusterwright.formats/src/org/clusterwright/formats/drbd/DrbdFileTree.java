package org.clusterwright.formats.drbd;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.formats.NativeToken;

/** A piece of a DRBD file as it was read. {@link DrbdTree} is what is written, with origins; this one holds every character and no origin. */
public sealed interface DrbdFileTree {
	/** The piece byte for byte. */
	String source();

	/** {@code words { body }}; without {@code close} where the file ends before it. */
	record Section(List<NativeToken> words, NativeToken open, List<DrbdFileTree> body, Optional<NativeToken> close) implements DrbdFileTree {
		public Section {
			words = List.copyOf(words);
			body = List.copyOf(body);
		}

		/** The words without quotes, by one blank: {@code on an-node01.alteeve.com}. */
		public String name() {
			return text(words);
		}

		@Override
		public String source() {
			return join(words) + open.source() + body.stream().map(DrbdFileTree::source).collect(Collectors.joining()) + close.map(NativeToken::source).orElse("");
		}
	}

	/** {@code key words;}; without {@code end} where the semicolon is missing. At least one word. */
	record Entry(List<NativeToken> words, Optional<NativeToken> end) implements DrbdFileTree {
		public Entry {
			words = List.copyOf(words);
		}

		public String key() {
			return words.get(0).unquoted();
		}

		public List<NativeToken> values() {
			return words.subList(1, words.size());
		}

		@Override
		public String source() {
			return join(words) + end.map(NativeToken::source).orElse("");
		}
	}

	/** What belongs to nothing: a brace too many, a semicolon alone, the blanks and comments at the end. */
	record Stray(NativeToken token) implements DrbdFileTree {
		@Override
		public String source() {
			return token.source();
		}
	}

	static String text(List<NativeToken> words) {
		return words.stream().map(NativeToken::unquoted).collect(Collectors.joining(" "));
	}

	private static String join(List<NativeToken> words) {
		return words.stream().map(NativeToken::source).collect(Collectors.joining());
	}
}
