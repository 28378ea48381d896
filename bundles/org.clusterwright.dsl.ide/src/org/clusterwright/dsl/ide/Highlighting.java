package org.clusterwright.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.clusterwright.dsl.parser.antlr.internal.InternalClusterDslLexer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

/** What the words of a design are, for colouring: at once by the lexer alone, and exactly by the parse. Which colours they get is the workbench's matter. */
public final class Highlighting {
	/** A number, size, duration, rate, address or MAC, as far as spelling tells. */
	private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.:/]*([A-Za-z%]{0,4}(/s)?)|([0-9A-Fa-f]{2}:){2,}[0-9A-Fa-f]{2}");

	private Highlighting() {
	}

	public enum Kind {
		KEYWORD, KEY, NAME, REFERENCE, NUMBER, TEXT, STRING, COMMENT
	}

	/** A region of the text that is of one kind; regions never overlap and come in order. */
	public record Region(int offset, int length, Kind kind) {
	}

	/** By the lexer: works on any part of a text that does not begin inside a comment or string. */
	public static List<Region> lexical(String text) {
		InternalClusterDslLexer lexer = new InternalClusterDslLexer(new ANTLRStringStream(text));
		List<Region> regions = new ArrayList<>();
		for (CommonToken token = (CommonToken) lexer.nextToken(); token.getType() != Token.EOF; token = (CommonToken) lexer.nextToken()) {
			int length = token.getStopIndex() - token.getStartIndex() + 1;
			Kind kind = kind(token);
			if (kind != null && length > 0) {
				regions.add(new Region(token.getStartIndex(), length, kind));
			}
		}
		return regions;
	}

	private static Kind kind(CommonToken token) {
		return switch (token.getType()) {
			case InternalClusterDslLexer.RULE_ML_COMMENT, InternalClusterDslLexer.RULE_SL_COMMENT -> Kind.COMMENT;
			case InternalClusterDslLexer.RULE_STRING, InternalClusterDslLexer.RULE_BLOCK_TEXT -> Kind.STRING;
			case InternalClusterDslLexer.RULE_WORD -> word(token.getText());
			case InternalClusterDslLexer.RULE_PATH -> Kind.TEXT;
			case InternalClusterDslLexer.RULE_WS, InternalClusterDslLexer.RULE_ANY_OTHER, Token.INVALID_TOKEN_TYPE -> null;
			default -> Character.isLetter(token.getText().charAt(0)) ? Kind.KEYWORD : null;
		};
	}

	private static Kind word(String text) {
		return NUMBER.matcher(text).matches() ? Kind.NUMBER : Kind.TEXT;
	}

	/** By the parse: tells names, references and parameters apart, and words that are names here though keywords elsewhere. */
	public static List<Region> semantic(ParsedDesign design, BooleanSupplier cancelled) {
		List<Region> regions = new ArrayList<>();
		if (design.resource().isEmpty() || design.resource().get().getParseResult() == null) {
			return regions;
		}
		for (ILeafNode leaf : design.resource().get().getParseResult().getRootNode().getLeafNodes()) {
			if (cancelled.getAsBoolean()) {
				return regions;
			}
			Kind kind = leaf.isHidden() || leaf.getLength() == 0 ? null : kind(leaf);
			if (kind != null) {
				regions.add(new Region(leaf.getOffset(), leaf.getLength(), kind));
			}
		}
		return regions;
	}

	private static Kind kind(ILeafNode leaf) {
		char first = leaf.getText().charAt(0);
		if (first == '{' || first == '}' || first == ',') {
			return null;
		}
		for (INode node = leaf; node != null; node = node.getParent()) {
			EObject grammar = node.getGrammarElement();
			if (grammar instanceof EnumLiteralDeclaration || grammar instanceof Keyword && !isDatatype(grammar) && GrammarUtil.containingAssignment(grammar) == null) {
				return Kind.KEYWORD;
			}
			Assignment assignment = grammar == null ? null : GrammarUtil.containingAssignment(grammar);
			if (assignment != null) {
				return kind(leaf, assignment);
			}
		}
		return null;
	}

	private static boolean isDatatype(EObject grammar) {
		return GrammarUtil.containingRule(grammar) instanceof ParserRule rule && GrammarUtil.isDatatypeRule(rule);
	}

	private static Kind kind(ILeafNode leaf, Assignment assignment) {
		if (assignment.getTerminal() instanceof Keyword) {
			return Kind.KEYWORD;
		}
		if (GrammarUtil.containedCrossReferences(assignment).stream().anyMatch(CrossReference.class::isInstance)) {
			return Kind.REFERENCE;
		}
		String text = leaf.getText();
		return switch (assignment.getFeature()) {
			case "key" -> Kind.KEY;
			case "name" -> GrammarUtil.containingRule(assignment).getName().equals("Section") ? Kind.KEYWORD : Kind.NAME;
			default -> text.startsWith("\"") || text.startsWith("'''") ? Kind.STRING : word(text);
		};
	}
}
