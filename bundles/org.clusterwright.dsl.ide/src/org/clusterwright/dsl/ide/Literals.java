package org.clusterwright.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The comments and strings of a text, found without a parse: what stands between them is code. Works on any text. */
public final class Literals {
	/** What a span is; the marks that begin and end it. A line comment is ended by its line. */
	public enum Kind {
		LINE_COMMENT("//", "\n"), BLOCK_COMMENT("/*", "*/"), STRING("\"", "\""), BLOCK_TEXT("'''", "'''");

		final String open;
		final String close;

		Kind(String open, String close) {
			this.open = open;
			this.close = close;
		}
	}

	/** From the first character of the opening mark to behind the closing one; {@code closed} is false where the text ends before. */
	public record Span(Kind kind, int start, int end, boolean closed) {
		/** Whether a caret at a place is between the marks. */
		public boolean holds(int caret) {
			boolean beforeEnd = switch (kind) {
				case LINE_COMMENT -> caret <= end;
				case BLOCK_COMMENT, STRING, BLOCK_TEXT -> closed ? caret <= end - kind.close.length() : caret <= end;
			};
			return caret >= start + kind.open.length() && beforeEnd;
		}
	}

	private Literals() {
	}

	public static List<Span> of(CharSequence text) {
		String all = text.toString();
		List<Span> spans = new ArrayList<>();
		for (int i = 0; i < all.length(); i++) {
			Optional<Kind> kind = at(all, i);
			if (kind.isPresent()) {
				Span span = span(all, i, kind.get());
				spans.add(span);
				i = span.end() - 1;
			}
		}
		return spans;
	}

	/** The span that a caret is in. */
	public static Optional<Span> around(CharSequence text, int caret) {
		return of(text).stream().filter(s -> s.holds(caret)).findFirst();
	}

	/** How many blocks are opened and not closed; negative where braces close too much. */
	public static int openBlocks(String text) {
		int open = 0;
		int at = 0;
		for (Span span : of(text)) {
			open += openBlocks(text, at, span.start());
			at = span.end();
		}
		return open + openBlocks(text, at, text.length());
	}

	private static int openBlocks(String text, int from, int to) {
		int open = 0;
		for (int i = from; i < to; i++) {
			open += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
		}
		return open;
	}

	private static Optional<Kind> at(String text, int i) {
		return switch (text.charAt(i)) {
			case '"' -> Optional.of(Kind.STRING);
			case '\'' -> text.startsWith("'''", i) ? Optional.of(Kind.BLOCK_TEXT) : Optional.empty();
			case '/' -> text.startsWith("//", i) ? Optional.of(Kind.LINE_COMMENT) : text.startsWith("/*", i) ? Optional.of(Kind.BLOCK_COMMENT) : Optional.empty();
			default -> Optional.empty();
		};
	}

	private static Span span(String text, int start, Kind kind) {
		int from = start + kind.open.length();
		int close = kind == Kind.STRING ? quote(text, from) : text.indexOf(kind.close, from);
		if (close < 0) {
			return new Span(kind, start, text.length(), false);
		}
		return new Span(kind, start, kind == Kind.LINE_COMMENT ? close : close + kind.close.length(), true);
	}

	private static int quote(String text, int from) {
		for (int i = from; i < text.length(); i++) {
			if (text.charAt(i) == '\\') {
				i++;
			} else if (text.charAt(i) == '"') {
				return i;
			}
		}
		return -1;
	}
}
