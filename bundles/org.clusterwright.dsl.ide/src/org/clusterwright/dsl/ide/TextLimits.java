package org.clusterwright.dsl.ide;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.clusterwright.dsl.parser.antlr.internal.InternalClusterDslLexer;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Place;

/** What a text must be before the lexer and the recursive parser may see it. */
public final class TextLimits {
	/** Largest design, in bytes of UTF-8. */
	public static final int MAX_BYTES = 2 * 1024 * 1024;
	/** Deepest nesting of blocks; the parser recurses once for each. */
	public static final int MAX_DEPTH = 64;
	/** Most words, braces and commas, comments not counted: the rules compare statements with each other, and nobody could use the result. */
	public static final int MAX_WORDS = 40_000;

	private TextLimits() {
	}

	/** The text of a file, or the finding that says why it is none. */
	public sealed interface Decoded {
		record Text(String text) implements Decoded {
		}

		record Refused(Finding finding) implements Decoded {
		}
	}

	public static Decoded decode(byte[] bytes) {
		if (bytes.length > MAX_BYTES) {
			return new Decoded.Refused(tooLarge(bytes.length));
		}
		try {
			String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
					.decode(ByteBuffer.wrap(bytes)).toString();
			return new Decoded.Text(text.startsWith("\uFEFF") ? text.substring(1) : text);
		} catch (CharacterCodingException e) {
			return new Decoded.Refused(new Finding(Code.TEXT_NOT_UTF8, Code.TEXT_NOT_UTF8.severity(), Place.START, List.of()));
		}
	}

	/** The one finding that keeps the text from being parsed, if there is one. */
	public static Optional<Finding> check(String text) {
		if (text.length() > MAX_BYTES / 4) {
			int bytes = text.getBytes(StandardCharsets.UTF_8).length;
			if (bytes > MAX_BYTES) {
				return Optional.of(tooLarge(bytes));
			}
		}
		int nul = text.indexOf('\0');
		if (nul >= 0) {
			return Optional.of(new Finding(Code.TEXT_NUL, Code.TEXT_NUL.severity(), Place.in(text, nul, 1), List.of()));
		}
		int deep = firstTooDeep(text);
		if (deep >= 0) {
			return Optional.of(new Finding(Code.NESTED_TOO_DEEP, Code.NESTED_TOO_DEEP.severity(), Place.in(text, deep, 1), List.of(String.valueOf(MAX_DEPTH))));
		}
		return tooManyWords(text);
	}

	private static Optional<Finding> tooManyWords(String text) {
		if (text.length() <= MAX_WORDS) {
			return Optional.empty();
		}
		InternalClusterDslLexer lexer = new InternalClusterDslLexer(new ANTLRStringStream(text));
		int words = 0;
		for (CommonToken token = (CommonToken) lexer.nextToken(); token.getType() != Token.EOF; token = (CommonToken) lexer.nextToken()) {
			if (!isHidden(token) && ++words > MAX_WORDS) {
				return Optional.of(new Finding(Code.TOO_MANY_WORDS, Code.TOO_MANY_WORDS.severity(), Place.in(text, token.getStartIndex(), 1), List.of(String.valueOf(MAX_WORDS))));
			}
		}
		return Optional.empty();
	}

	private static boolean isHidden(Token token) {
		return switch (token.getType()) {
			case InternalClusterDslLexer.RULE_WS, InternalClusterDslLexer.RULE_SL_COMMENT, InternalClusterDslLexer.RULE_ML_COMMENT -> true;
			default -> false;
		};
	}

	private static Finding tooLarge(int bytes) {
		return new Finding(Code.TEXT_TOO_LARGE, Code.TEXT_TOO_LARGE.severity(), Place.START, List.of(String.valueOf(bytes), String.valueOf(MAX_BYTES)));
	}

	/** Offset of the first opening brace below {@link #MAX_DEPTH} others, outside comments and strings; -1 where there is none. */
	private static int firstTooDeep(String text) {
		int depth = 0;
		for (int i = 0; i < text.length(); i++) {
			switch (text.charAt(i)) {
				case '{' -> {
					if (++depth > MAX_DEPTH) {
						return i;
					}
				}
				case '}' -> depth = Math.max(0, depth - 1);
				case '"' -> {
					for (i++; i < text.length() && text.charAt(i) != '"'; i++) {
						if (text.charAt(i) == '\\') {
							i++;
						}
					}
				}
				case '\'' -> i = text.startsWith("'''", i) ? skipTo(text, "'''", i + 3) : i;
				case '/' -> {
					if (text.startsWith("//", i)) {
						i = skipTo(text, "\n", i + 2);
					} else if (text.startsWith("/*", i)) {
						i = skipTo(text, "*/", i + 2);
					}
				}
				default -> {
				}
			}
		}
		return -1;
	}

	private static int skipTo(String text, String end, int from) {
		int at = text.indexOf(end, from);
		return at < 0 ? text.length() : at + end.length() - 1;
	}
}
