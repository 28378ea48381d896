package org.clusterwright.ui.help;

import org.clusterwright.ui.preview.GeneratedView;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;

/** What links of the help do beside leading to pages. */
final class HelpCommands {
	static final String PREFIX = "command:";

	private HelpCommands() {
	}

	static void run(String target, IWorkbenchPage page) {
		switch (target.substring(PREFIX.length())) {
			case "generated" -> show(GeneratedView.ID, page);
			case "problems" -> show(IPageLayout.ID_PROBLEM_VIEW, page);
			case "generate" -> execute("org.clusterwright.ui.generate", page);
			default -> ILog.of(HelpCommands.class).warn("no such command in the help: " + target);
		}
	}

	private static void show(String view, IWorkbenchPage page) {
		try {
			page.showView(view);
		} catch (PartInitException e) {
			ILog.of(HelpCommands.class).log(e.getStatus());
		}
	}

	/** Where the command is not possible now, as without an open design, nothing happens but a beep. */
	private static void execute(String command, IWorkbenchPage page) {
		try {
			page.getWorkbenchWindow().getService(IHandlerService.class).executeCommand(command, null);
		} catch (NotEnabledException | NotHandledException e) {
			page.getWorkbenchWindow().getShell().getDisplay().beep();
		} catch (ExecutionException | NotDefinedException e) {
			ILog.of(HelpCommands.class).error("the help's command failed: " + command, e);
		}
	}
}
