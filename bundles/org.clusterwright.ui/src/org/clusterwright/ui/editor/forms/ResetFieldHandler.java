package org.clusterwright.ui.editor.forms;

import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Removes from the text what the focused field of a form page says, so that the default or derived value holds. */
public final class ResetFieldHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		DesignEditor.of(HandlerUtil.getActiveEditor(event)).flatMap(DesignEditor::formPage).filter(DesignFormPage::isWritable).flatMap(DesignFormPage::focusedField).ifPresent(Field::reset);
		return null;
	}
}
