package org.clusterwright.ui.editor.source;

import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.ui.DesignServices;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** Formats the selected lines, or without a selection the whole design, as one undoable change; leaves a text with syntax errors alone and says so. */
public final class FormatHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		SourcePage page = HandlerUtil.getActiveEditor(event).getAdapter(SourcePage.class);
		if (page == null) {
			return null;
		}
		ITextSelection selection = (ITextSelection) page.getSelectionProvider().getSelection();
		page.session().ifPresent(session -> session.rewrite(text -> new ClusterEditor(DesignServices.language()).formatted(text, selection.getOffset(), selection.getLength()), result -> {
			if (result instanceof EditResult.Rejected rejected) {
				page.complain(rejected.reason());
			}
		}));
		return null;
	}
}
