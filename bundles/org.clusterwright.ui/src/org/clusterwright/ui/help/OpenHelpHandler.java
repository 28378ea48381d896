package org.clusterwright.ui.help;

import org.clusterwright.core.help.HelpChapters;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Opens the help at the address that is the command's parameter. */
public final class OpenHelpHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		String address = event.getParameter("address");
		HelpView.open(address == null ? HelpChapters.FIRST : address);
		return null;
	}
}
