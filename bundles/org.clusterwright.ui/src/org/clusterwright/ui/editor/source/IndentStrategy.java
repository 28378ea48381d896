package org.clusterwright.ui.editor.source;

import org.clusterwright.dsl.ide.Literals;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.TextUtilities;

/** Indents a new line as the formatter would: one step in after a brace, and the brace's other half below when it was the last of its line. */
final class IndentStrategy implements IAutoEditStrategy {
	private static final String STEP = "    ";

	@Override
	public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
		if (command.text == null) {
			return;
		}
		try {
			if (command.length == 0 && TextUtilities.equals(document.getLegalLineDelimiters(), command.text) >= 0) {
				newLine(document, command);
			} else if (command.text.equals("}")) {
				closingBrace(document, command);
			}
		} catch (BadLocationException e) {
			command.doit = true; // the plain key then
		}
	}

	private static void newLine(IDocument document, DocumentCommand command) throws BadLocationException {
		IRegion line = document.getLineInformationOfOffset(command.offset);
		String before = document.get(line.getOffset(), command.offset - line.getOffset());
		String after = document.get(command.offset, line.getOffset() + line.getLength() - command.offset).strip();
		String indent = indent(before);
		if (!before.strip().endsWith("{")) {
			command.text += indent;
			return;
		}
		String end = command.text;
		command.text += indent + STEP;
		if (after.equals("}") || after.isEmpty() && Literals.openBlocks(document.get()) > 0) {
			command.caretOffset = command.offset + command.text.length();
			command.shiftsCaret = false;
			command.text += end + indent + (after.isEmpty() ? "}" : "");
		}
	}

	private static void closingBrace(IDocument document, DocumentCommand command) throws BadLocationException {
		IRegion line = document.getLineInformationOfOffset(command.offset);
		String before = document.get(line.getOffset(), command.offset - line.getOffset());
		if (before.isBlank() && before.endsWith(STEP)) {
			command.offset -= STEP.length();
			command.length += STEP.length();
		}
	}

	private static String indent(String line) {
		int end = 0;
		while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
			end++;
		}
		return line.substring(0, end);
	}
}
