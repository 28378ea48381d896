package org.clusterwright.dsl.ide;

import java.util.ArrayList;
import java.util.List;

/** Puts a part of a text between the marks of a block comment, and takes them away. Block comments do not nest, so the marks of those inside go. */
public final class BlockComments {
	private static final String OPEN = Literals.Kind.BLOCK_COMMENT.open;
	private static final String CLOSE = Literals.Kind.BLOCK_COMMENT.close;

	private BlockComments() {
	}

	/** The edits that make a selection one comment; without a selection its line. None where the selection would break a text or a comment apart, or says nothing. */
	public static List<Replacement> add(String text, int offset, int length) {
		int start = offset;
		int end = offset + length;
		if (length == 0) {
			start = text.lastIndexOf('\n', offset - 1) + 1;
			end = text.indexOf('\n', offset) < 0 ? text.length() : text.indexOf('\n', offset);
		}
		while (start < end && Character.isWhitespace(text.charAt(start))) {
			start++;
		}
		while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
			end--;
		}
		List<Replacement> edits = new ArrayList<>();
		for (Literals.Span span : Literals.of(text)) {
			boolean touched = span.start() < end && span.end() > start;
			boolean inside = span.start() >= start && (span.end() <= end || span.kind() == Literals.Kind.LINE_COMMENT && text.substring(end, span.end()).isBlank());
			if (touched && !inside || inside && span.kind() != Literals.Kind.BLOCK_COMMENT && text.substring(span.start(), span.end()).contains(CLOSE)) {
				return List.of();
			}
			if (inside && span.kind() == Literals.Kind.BLOCK_COMMENT) {
				edits.addAll(marks(span));
			}
		}
		if (start == end) {
			return List.of();
		}
		edits.add(0, new Replacement(start, 0, OPEN + " "));
		edits.add(new Replacement(end, 0, " " + CLOSE));
		return merged(edits);
	}

	/** The edits that take the marks of all comments away that a selection touches, or a caret is in; with the blank that {@link #add} puts behind and before them. */
	public static List<Replacement> remove(String text, int offset, int length) {
		List<Replacement> edits = new ArrayList<>();
		for (Literals.Span span : Literals.of(text)) {
			boolean touched = length == 0 ? span.start() <= offset && span.end() >= offset : span.start() < offset + length && span.end() > offset;
			if (span.kind() == Literals.Kind.BLOCK_COMMENT && touched) {
				int inner = span.closed() ? span.end() - CLOSE.length() : span.end();
				boolean before = text.startsWith(OPEN + " ", span.start()) && span.start() + OPEN.length() + 1 <= inner;
				boolean after = span.closed() && inner > span.start() + OPEN.length() + 1 && text.charAt(inner - 1) == ' ';
				edits.add(new Replacement(span.start(), OPEN.length() + (before ? 1 : 0), ""));
				if (span.closed()) {
					edits.add(new Replacement(inner - (after ? 1 : 0), CLOSE.length() + (after ? 1 : 0), ""));
				}
			}
		}
		return edits;
	}

	private static List<Replacement> marks(Literals.Span span) {
		List<Replacement> marks = new ArrayList<>(List.of(new Replacement(span.start(), OPEN.length(), "")));
		if (span.closed()) {
			marks.add(new Replacement(span.end() - CLOSE.length(), CLOSE.length(), ""));
		}
		return marks;
	}

	/** Two edits that meet at one place are one. */
	private static List<Replacement> merged(List<Replacement> edits) {
		List<Replacement> merged = new ArrayList<>();
		for (Replacement edit : edits) {
			Replacement last = merged.isEmpty() ? null : merged.getLast();
			if (last != null && last.offset() + last.length() == edit.offset()) {
				merged.set(merged.size() - 1, new Replacement(last.offset(), last.length() + edit.length(), last.text() + edit.text()));
			} else {
				merged.add(edit);
			}
		}
		return merged;
	}
}
