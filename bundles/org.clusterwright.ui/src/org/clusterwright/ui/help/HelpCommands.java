package org.clusterwright.ui.help;

import java.util.Map;
import org.clusterwright.ui.preview.GeneratedView;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/** What links of the help do beside leading to pages. */
final class HelpCommands {
	static final String PREFIX = "command:";
	private static final String FILE = "file:";

	private HelpCommands() {
	}

	/** A link that leads to a page, a native file or a command. */
	static void follow(String target, IWorkbenchPage page) {
		if (target.startsWith(PREFIX)) {
			run(target, page);
		} else if (target.startsWith(FILE)) {
			try {
				GeneratedFile.show(target.substring(FILE.length()), page);
			} catch (PartInitException e) {
				ILog.of(HelpCommands.class).log(e.getStatus());
			}
		} else {
			HelpView.open(target);
		}
	}

	static void run(String target, IWorkbenchPage page) {
		switch (target.substring(PREFIX.length())) {
			case "generated" -> show(GeneratedView.ID, page);
			case "problems" -> show(IPageLayout.ID_PROBLEM_VIEW, page);
			case "newDesign" -> execute("org.eclipse.ui.newWizard", Map.of("newWizardId", "org.clusterwright.ui.newDesign"), page);
			case "generate" -> execute("org.clusterwright.ui.generate", Map.of(), page);
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
	private static void execute(String id, Map<String, String> parameters, IWorkbenchPage page) {
		Command command = page.getWorkbenchWindow().getService(ICommandService.class).getCommand(id);
		try {
			page.getWorkbenchWindow().getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
		} catch (NotEnabledException | NotHandledException e) {
			page.getWorkbenchWindow().getShell().getDisplay().beep();
		} catch (ExecutionException | NotDefinedException e) {
			ILog.of(HelpCommands.class).error("the help's command failed: " + id, e);
		}
	}
}
