package org.clusterwright.dsl;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.antlr.runtime.RecognitionException;
import org.clusterwright.dsl.parser.antlr.internal.InternalClusterDslLexer;
import org.eclipse.xtext.parser.antlr.ITokenDefProvider;

/**
 * The generated lexer with words and paths scanned by hand: a slash belongs to one only when a character of a word follows it, so that a comment may
 * stand right behind. The generated rule cannot look that far ahead.
 */
public class ClusterLexer extends InternalClusterDslLexer {

	/** The token types of the keywords, by their text. */
	@Singleton
	static final class Keywords {
		private final Map<String, Integer> types = new HashMap<>();

		@Inject
		Keywords(ITokenDefProvider tokens) {
			tokens.getTokenDefMap().forEach((type, name) -> {
				if (name.startsWith("'")) {
					types.put(name.substring(1, name.length() - 1), type);
				}
			});
		}
	}

	@Inject
	private Keywords keywords;

	@Override
	public void mTokens() throws RecognitionException {
		boolean path = input.LA(1) == '/' && isWordCharacter(input.LA(2));
		if (!path && !isLetterOrDigit(input.LA(1))) {
			super.mTokens();
			return;
		}
		do {
			input.consume();
		} while (isWordCharacter(input.LA(1)) || input.LA(1) == '/' && isWordCharacter(input.LA(2)));
		state.type = path ? RULE_PATH : keywords.types.getOrDefault(input.substring(state.tokenStartCharIndex, getCharIndex() - 1), RULE_WORD);
		state.channel = DEFAULT_TOKEN_CHANNEL;
	}

	private static boolean isLetterOrDigit(int c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
	}

	private static boolean isWordCharacter(int c) {
		return isLetterOrDigit(c) || c > 0 && "_-.:%+@".indexOf(c) >= 0;
	}
}
