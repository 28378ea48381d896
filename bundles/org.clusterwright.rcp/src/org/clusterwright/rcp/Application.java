package org.clusterwright.rcp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/** Starts the workbench on the workspace, which no other instance may have open. */
public final class Application implements IApplication {
	static final String NAME = "Clusterwright";

	@Override
	public Object start(IApplicationContext context) {
		// Java's own painting makes our pictures and icons and nothing on the screen; with a connection to the display of its own it can crash when that goes.
		System.setProperty("java.awt.headless", "true");
		Display.setAppName(NAME);
		Display display = PlatformUI.createDisplay();
		try {
			Location workspace = Platform.getInstanceLocation();
			if (!locked(workspace)) {
				context.applicationRunning();
				MessageDialog.openError(null, NAME, NLS.bind(Messages.start_workspaceInUse, workspace.getURL()));
				return EXIT_OK;
			}
			List<Path> files = StartFiles.of((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
			int result = PlatformUI.createAndRunWorkbench(display, new Advisor(files));
			return result == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
		} finally {
			display.dispose();
		}
	}

	private static boolean locked(Location workspace) {
		try {
			return workspace.lock();
		} catch (IOException e) {
			ILog.of(Application.class).error("The workspace cannot be locked: " + workspace.getURL(), e);
			return false;
		}
	}

	@Override
	public void stop() {
		if (PlatformUI.isWorkbenchRunning()) {
			IWorkbench workbench = PlatformUI.getWorkbench();
			workbench.getDisplay().syncExec(workbench::close);
		}
	}
}
