package org.clusterwright.ui.editor.forms;

import java.util.Optional;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.operations.OperationHistoryActionHandler;
import org.eclipse.ui.operations.RedoActionHandler;
import org.eclipse.ui.operations.UndoActionHandler;

/**
 * Undo or redo while a form page is in front: in the history of the document, the same that the source page has. What is typed in the focused field
 * and not applied yet comes first.
 */
public final class FormHistoryAction extends Action implements AutoCloseable {
	private final DesignFormPage page;
	private final boolean redo;
	private final OperationHistoryActionHandler history;
	private final IPropertyChangeListener historyChanged = e -> update();
	private final Runnable typing = this::update;

	private FormHistoryAction(DesignFormPage page, boolean redo, OperationHistoryActionHandler history) {
		this.page = page;
		this.redo = redo;
		this.history = history;
		history.addPropertyChangeListener(historyChanged);
		page.addTypingListener(typing);
		history.update();
		update();
	}

	/** Absent where the document has no history: no editor shows it any more. */
	public static Optional<FormHistoryAction> of(DesignFormPage page, boolean redo) {
		IDocument document = page.editor().source().document();
		var manager = document == null ? null : DocumentUndoManagerRegistry.getDocumentUndoManager(document);
		if (manager == null) {
			return Optional.empty();
		}
		IUndoContext context = manager.getUndoContext();
		IEditorSite site = page.editor().getEditorSite();
		return Optional.of(new FormHistoryAction(page, redo, redo ? new RedoActionHandler(site, context) : new UndoActionHandler(site, context)));
	}

	private boolean isTyping() {
		return page.focusedField().filter(f -> redo ? f.canRedoTyping() : f.hasTyping()).isPresent();
	}

	private void update() {
		boolean typed = isTyping();
		setEnabled(typed || history.isEnabled());
		setText(typed ? redo ? FormMessages.forms_redoTyping : FormMessages.forms_undoTyping : history.getText());
		setToolTipText(typed ? getText() : history.getToolTipText());
	}

	@Override
	public void run() {
		Optional<Field> field = page.focusedField().filter(f -> isTyping());
		if (field.isPresent()) {
			boolean done = redo ? field.get().redoTyping() : field.get().undoTyping();
			if (!done) {
				field.get().revert();
			}
		} else {
			history.run();
		}
	}

	@Override
	public void close() {
		page.removeTypingListener(typing);
		history.removePropertyChangeListener(historyChanged);
		history.dispose();
	}
}
