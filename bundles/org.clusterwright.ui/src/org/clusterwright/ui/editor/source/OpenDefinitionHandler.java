package org.clusterwright.ui.editor.source;

import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.ui.DesignServices;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Goes from a reference to what it names. */
public final class OpenDefinitionHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		SourcePage page = HandlerUtil.getActiveEditor(event).getAdapter(SourcePage.class);
		Elements.definition(DesignServices.language().parse(page.document().get()), page.caret()).ifPresentOrElse(place -> {
			page.getSite().getPage().getNavigationHistory().markLocation(HandlerUtil.getActiveEditor(event));
			page.reveal(place);
		}, () -> page.getSite().getShell().getDisplay().beep());
		return null;
	}
}
