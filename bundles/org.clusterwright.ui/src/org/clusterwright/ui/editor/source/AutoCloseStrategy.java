package org.clusterwright.ui.editor.source;

import java.util.Optional;
import org.clusterwright.dsl.ide.AutoClose;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;

/** Writes, steps over and deletes the second half of pairs while typing. */
final class AutoCloseStrategy implements IAutoEditStrategy {
	private final ITextViewer viewer;

	AutoCloseStrategy(ITextViewer viewer) {
		this.viewer = viewer;
	}

	@Override
	public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
		if (command.text == null || viewer.getSelectedRange().y > 0) {
			return;
		}
		Optional<AutoClose.Change> change = Optional.empty();
		if (command.length == 0 && command.text.length() == 1) {
			change = AutoClose.typed(document.get(), command.offset, command.text.charAt(0));
		} else if (command.length == 1 && command.text.isEmpty() && viewer.getSelectedRange().x == command.offset + 1) {
			change = AutoClose.deletedBefore(document.get(), command.offset + 1);
		}
		change.ifPresent(c -> {
			command.offset = c.offset();
			command.length = c.length();
			command.text = c.text();
			command.caretOffset = c.caret();
			command.shiftsCaret = false;
		});
	}
}
