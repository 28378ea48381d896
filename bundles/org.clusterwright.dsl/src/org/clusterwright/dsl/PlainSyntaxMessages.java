package org.clusterwright.dsl;

import java.util.Map;
import org.antlr.runtime.Token;
import org.clusterwright.model.findings.Code;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;

/** Says syntax errors in the words of a design: "expected" and "found", no token names or grammar rules. */
public class PlainSyntaxMessages extends SyntaxErrorMessageProvider {
	private static final Map<String, String> TOKENS = Map.of("RULE_WORD", "a word", "RULE_STRING", "a quoted text", "RULE_PATH", "a path", "RULE_BLOCK_TEXT",
			"a ''' text", "EOF", "the end of the file");

	@Override
	public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
		var e = context.getRecognitionException();
		String found = e == null || e.token == null ? null : e.token.getType() == Token.EOF ? "the end of the file" : "'" + shorten(e.token.getText()) + "'";
		String[] names = context.getTokenNames();
		if (e instanceof org.antlr.runtime.MismatchedTokenException m && found != null && m.expecting > 0 && m.expecting < names.length) {
			return new SyntaxErrorMessage(found + " is not expected here; expected " + readable(names[m.expecting]), org.eclipse.xtext.diagnostics.Diagnostic.SYNTAX_DIAGNOSTIC);
		}
		if (e instanceof org.antlr.runtime.MismatchedTokenException m && m.expecting == Token.EOF && found != null) {
			return new SyntaxErrorMessage(found + " is not expected after the end of the cluster", org.eclipse.xtext.diagnostics.Diagnostic.SYNTAX_DIAGNOSTIC);
		}
		if (found != null) {
			return new SyntaxErrorMessage(found + " is not expected here", org.eclipse.xtext.diagnostics.Diagnostic.SYNTAX_DIAGNOSTIC);
		}
		return super.getSyntaxErrorMessage(context);
	}

	@Override
	public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
		return context.getValueConverterException() instanceof ClusterValueConverters.UnreadableValue
				? new SyntaxErrorMessage(context.getDefaultMessage(), Code.UNREADABLE_VALUE.id(), new String[] { context.getDefaultMessage() })
				: super.getSyntaxErrorMessage(context);
	}

	private static String readable(String token) {
		return TOKENS.getOrDefault(token, token);
	}

	private static String shorten(String text) {
		String line = text == null ? "" : text.lines().findFirst().orElse("");
		return line.length() > 40 ? line.substring(0, 40) + "…" : line;
	}
}
