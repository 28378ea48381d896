package org.clusterwright.dsl.ide;

import java.util.List;
import java.util.Optional;

/** Braces and quotes come in pairs: typing the first writes the second, typing the second steps over it, deleting the first from an empty pair deletes both. */
public final class AutoClose {
	/** {@code length} characters at {@code offset} become {@code text}, and the caret goes to {@code caret}. */
	public record Change(int offset, int length, String text, int caret) {
	}

	private AutoClose() {
	}

	/** What a character typed at a place does instead of just appearing. */
	public static Optional<Change> typed(String text, int at, char typed) {
		if (typed != '{' && typed != '}' && typed != '"' && typed != '\'') {
			return Optional.empty();
		}
		List<Literals.Span> spans = Literals.of(text);
		Optional<Literals.Span> around = spans.stream().filter(s -> s.holds(at)).findFirst();
		if (around.isPresent()) {
			return stepsOver(text, at, typed, around.get()) ? over(at, typed) : Optional.empty();
		}
		return switch (typed) {
			case '{' -> standsAlone(text, at) && Literals.openBlocks(text) >= 0 ? pair(at, "{", "}") : Optional.empty();
			case '}' -> next(text, at) == '}' && Literals.openBlocks(text) <= 0 ? over(at, typed) : Optional.empty();
			case '"' -> closesText(text, at, spans) ? over(at, typed) : standsAlone(text, at) && startsWord(text, at) ? pair(at, "\"", "\"") : Optional.empty();
			default -> closesText(text, at, spans) ? over(at, typed) : text.startsWith("''", at - 2) && standsAlone(text, at) && startsWord(text, at - 2) ? pair(at, "'", "'''") : Optional.empty();
		};
	}

	/** What deleting the character before a place deletes, where it is more than that character. */
	public static Optional<Change> deletedBefore(String text, int at) {
		if (at < 1) {
			return Optional.empty();
		}
		if (text.charAt(at - 1) == '{' && next(text, at) == '}' && Literals.around(text, at).isEmpty()) {
			return Optional.of(new Change(at - 1, 2, "", at - 1));
		}
		for (Literals.Kind kind : List.of(Literals.Kind.STRING, Literals.Kind.BLOCK_TEXT)) {
			int width = kind.open.length();
			if (text.startsWith(kind.open, at - width) && text.startsWith(kind.close, at) && Literals.of(text).contains(new Literals.Span(kind, at - width, at + width, true))) {
				return Optional.of(new Change(at - width, 2 * width, "", at - width));
			}
		}
		return Optional.empty();
	}

	/** At the end of a string its closing mark is typed, not doubled. */
	private static boolean stepsOver(String text, int at, char typed, Literals.Span around) {
		return switch (around.kind()) {
			case STRING, BLOCK_TEXT -> around.closed() && around.kind().close.charAt(0) == typed && at == around.end() - around.kind().close.length();
			case LINE_COMMENT, BLOCK_COMMENT -> false;
		};
	}

	/** Inside the closing mark of a block text. */
	private static boolean closesText(String text, int at, List<Literals.Span> spans) {
		return text.startsWith("'", at) && spans.stream().anyMatch(s -> s.kind() == Literals.Kind.BLOCK_TEXT && s.closed() && at > s.end() - 3 && at < s.end());
	}

	private static Optional<Change> pair(int at, String open, String close) {
		return Optional.of(new Change(at, 0, open + close, at + open.length()));
	}

	private static Optional<Change> over(int at, char typed) {
		return Optional.of(new Change(at, 1, String.valueOf(typed), at + 1));
	}

	private static char next(String text, int at) {
		return at < text.length() ? text.charAt(at) : '\n';
	}

	/** Nothing follows that the typed opening mark may be meant for. */
	private static boolean standsAlone(String text, int at) {
		char next = next(text, at);
		return Character.isWhitespace(next) || next == '}' || next == ',';
	}

	private static boolean startsWord(String text, int at) {
		char before = at > 0 ? text.charAt(at - 1) : ' ';
		return Character.isWhitespace(before) || before == '{' || before == '}' || before == ',';
	}
}
