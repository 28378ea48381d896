package org.clusterwright.ui.editor.source;

import org.clusterwright.dsl.ide.Outline;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the quick outline of the design being edited. */
public final class QuickOutlineHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		SourcePage page = HandlerUtil.getActiveEditor(event).getAdapter(SourcePage.class);
		if (page == null) {
			return null;
		}
		Question.ask(page, state -> Outline.of(state.design()), items -> new QuickOutline(page, items).open());
		return null;
	}
}
