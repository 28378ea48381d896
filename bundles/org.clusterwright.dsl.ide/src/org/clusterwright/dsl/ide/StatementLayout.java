package org.clusterwright.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;

/** Where statements stand in a text: their lines, braces and comments. Knows nothing of what they say. */
final class StatementLayout {
	private static final Pattern TAB_INDENT = Pattern.compile("^\\t", Pattern.MULTILINE);
	private static final Pattern BARE_LINE_FEED = Pattern.compile("(?<!\r)\n");

	/** The words of a statement's head, its braces if it has any (-1 if not), and its end. */
	record Region(int start, List<WordDiff.Word> head, int open, int close, int end) {
		boolean hasBraces() {
			return open >= 0;
		}

		int headEnd() {
			return head.get(head.size() - 1).end();
		}
	}

	/** The statements before and after one in its block. */
	record Neighbours(Optional<Region> previous, Optional<Region> next) {
	}

	private final String text;

	StatementLayout(String text) {
		this.text = text;
	}

	String text() {
		return text;
	}

	Region region(ICompositeNode node) {
		List<WordDiff.Word> head = new ArrayList<>();
		int open = -1;
		int close = -1;
		int end = node.getOffset();
		for (ILeafNode leaf : node.getLeafNodes()) {
			if (leaf.isHidden() || leaf.getLength() == 0) {
				continue;
			}
			end = leaf.getEndOffset();
			boolean keyword = leaf.getGrammarElement() instanceof Keyword;
			if (open < 0 && keyword && leaf.getText().equals("{")) {
				open = leaf.getOffset();
			} else if (open < 0) {
				head.add(new WordDiff.Word(leaf.getOffset(), leaf.getEndOffset()));
			} else if (keyword && leaf.getText().equals("}")) {
				close = leaf.getOffset();
			}
		}
		return new Region(node.getOffset(), head, open, close, end);
	}

	/** One step of indenting, as the text does it. */
	String step() {
		return TAB_INDENT.matcher(text).find() ? "\t" : "    ";
	}

	/** Whole lines that are inserted end as the text's first line does. */
	List<Replacement> inItsLineEnds(List<Replacement> edits) {
		int eol = text.indexOf('\n');
		return eol < 1 || text.charAt(eol - 1) != '\r' ? edits
				: edits.stream().map(e -> new Replacement(e.offset(), e.length(), BARE_LINE_FEED.matcher(e.text()).replaceAll("\r\n"))).toList();
	}

	boolean isOneLine(Region block) {
		return block.hasBraces() && text.substring(block.open(), block.close()).indexOf('\n') < 0;
	}

	/** Whether a statement's line begins with another: it stands in a block of one line. */
	boolean isAmongOthers(Region statement) {
		return !text.substring(lineStart(statement.start()), statement.start()).isBlank();
	}

	/** The white space that the line of an offset begins with. */
	String indentAt(int offset) {
		int start = lineStart(offset);
		int end = start;
		while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
			end++;
		}
		return text.substring(start, Math.min(end, Math.max(offset, start)));
	}

	/** Where the first statement of a block is inserted: behind the brace and a comment on its line. */
	int afterOpening(Region block) {
		return isOneLine(block) ? block.open() + 1 : behindComment(block.open() + 1);
	}

	/** Where a statement is inserted behind another of the same block. */
	int afterStatement(Region statement, Region block) {
		return isOneLine(block) ? statement.end() : behindComment(statement.end());
	}

	/**
	 * Removes a statement: its lines where it has them for itself, with a comment behind it. Comments above stay, except with a statement that is
	 * only moved: it takes them along.
	 */
	void remove(Region statement, boolean moved, Neighbours neighbours, Region block, EditCollector out) {
		int start = lineStart(moved ? startWithComments(statement) : statement.start());
		int end = behindComment(statement.end());
		boolean ownLines = text.substring(lineStart(statement.start()), statement.start()).isBlank() && (end == text.length() || text.charAt(end) == '\n' || text.charAt(end) == '\r');
		if (ownLines && start > 0) {
			int from = start - 1;
			if (isBlankLineBefore(start) && (isBlankLineAfter(end) || closesAfter(end))) {
				from = lineStart(from) - 1;
			}
			out.replace(from, end - from, "");
			return;
		}
		int from = statement.start();
		int to = statement.end();
		if (neighbours.previous().isEmpty() && neighbours.next().isPresent() && text.substring(to, neighbours.next().get().start()).isBlank()) {
			to = neighbours.next().get().start();
		} else {
			int before = neighbours.previous().map(Region::end).orElse(block.open() + 1);
			from = text.substring(before, from).isBlank() ? before : from;
		}
		out.replace(from, to - from, "");
	}

	/** The start of the comment lines right above a statement, or of the statement itself. */
	int startWithComments(Region statement) {
		int start = statement.start();
		int line = lineStart(start);
		if (!text.substring(line, start).isBlank()) {
			return start;
		}
		while (line > 0) {
			int above = lineStart(line - 1);
			String content = text.substring(above, line - 1).strip();
			if (!content.startsWith("//") && !(content.startsWith("/*") && content.endsWith("*/"))) {
				break;
			}
			line = above;
			start = firstNonBlank(above);
		}
		return start;
	}

	int endWithComment(Region statement) {
		return behindComment(statement.end());
	}

	private int firstNonBlank(int offset) {
		int i = offset;
		while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
			i++;
		}
		return i;
	}

	/** Behind a comment that ends the line of an offset, else the offset itself. */
	private int behindComment(int offset) {
		int i = firstNonBlank(offset);
		if (text.startsWith("//", i)) {
			int eol = text.indexOf('\n', i);
			int end = eol < 0 ? text.length() : eol;
			return end > i && text.charAt(end - 1) == '\r' ? end - 1 : end;
		}
		if (text.startsWith("/*", i)) {
			int end = text.indexOf("*/", i + 2);
			int eol = text.indexOf('\n', i);
			if (end >= 0 && (eol < 0 || end < eol) && text.substring(end + 2, eol < 0 ? text.length() : eol).isBlank()) {
				return end + 2;
			}
		}
		return offset;
	}

	private boolean isBlankLineBefore(int lineStart) {
		return lineStart > 0 && text.substring(lineStart(lineStart - 1), lineStart - 1).isBlank();
	}

	private boolean isBlankLineAfter(int lineEnd) {
		int next = text.indexOf('\n', lineEnd);
		if (next < 0) {
			return true;
		}
		int after = text.indexOf('\n', next + 1);
		return text.substring(next + 1, after < 0 ? text.length() : after).isBlank();
	}

	private boolean closesAfter(int lineEnd) {
		return text.substring(lineEnd).stripLeading().startsWith("}");
	}

	private int lineStart(int offset) {
		return text.lastIndexOf('\n', offset - 1) + 1;
	}
}
