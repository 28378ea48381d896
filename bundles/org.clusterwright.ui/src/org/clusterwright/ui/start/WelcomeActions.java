package org.clusterwright.ui.start;

import java.util.Map;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/** The workbench's commands by name, with parameters. */
final class WelcomeActions {
	private WelcomeActions() {
	}

	static void command(String id, Map<String, String> parameters, IWorkbenchWindow window) {
		Command command = window.getService(ICommandService.class).getCommand(id);
		try {
			window.getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
		} catch (ExecutionException | NotDefinedException | NotEnabledException | NotHandledException e) {
			ILog.of(WelcomeActions.class).error("the command " + id + " failed", e);
		}
	}
}
