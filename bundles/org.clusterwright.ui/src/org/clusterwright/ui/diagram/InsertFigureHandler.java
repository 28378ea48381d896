package org.clusterwright.ui.diagram;

import org.clusterwright.core.diagram.FigureComment;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.ui.DesignServices;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.source.SourcePage;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Puts the storage figure at the top of the design as a comment, or brings the one that is there up to date, as one undoable change. */
public final class InsertFigureHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		SourcePage page = HandlerUtil.getActiveEditor(event).getAdapter(SourcePage.class);
		if (page == null) {
			return null;
		}
		page.session().ifPresent(session -> session.rewrite(text -> FigureComment.edit(text, DesignServices.language()), result -> {
			if (result instanceof EditResult.Rejected) {
				page.complain(Messages.diagram_figureSyntaxErrors);
			}
		}));
		return null;
	}
}
