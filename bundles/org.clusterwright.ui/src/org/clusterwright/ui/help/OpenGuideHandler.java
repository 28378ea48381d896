package org.clusterwright.ui.help;

import org.clusterwright.core.help.Guide;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the guide that is the command's parameter. */
public final class OpenGuideHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		String guide = event.getParameter("guide");
		GuideView.open(guide == null ? Guide.IDS.get(0) : guide, HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage());
		return null;
	}
}
