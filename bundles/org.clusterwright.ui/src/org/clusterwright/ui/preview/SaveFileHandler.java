package org.clusterwright.ui.preview;

import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** "Save" while the focus is in a generated file: what was typed there is meant too, so it is led back to the design before that is saved. */
public final class SaveFileHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		Control focus = Display.getCurrent().getFocusControl();
		if (focus != null && focus.getData(GeneratedPane.WIDGET) instanceof GeneratedPane pane) {
			pane.design().filter(DesignEditor::isDirty).ifPresent(editor -> {
				if (pane.shown().map(s -> new UnappliedDrafts(editor).apply(s.ref())).orElse(true)) {
					editor.getSite().getPage().saveEditor(editor, false);
				}
			});
		}
		return null;
	}
}
