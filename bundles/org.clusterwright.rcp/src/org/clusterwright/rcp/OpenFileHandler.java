package org.clusterwright.rcp;

import java.nio.file.Path;
import org.clusterwright.ui.editor.DesignFiles;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;

/** Opens a file of the disk; a design becomes part of the workspace by a link, anything else is just shown. */
public final class OpenFileHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN);
		dialog.setText(Messages.open_title);
		dialog.setFilterExtensions(new String[] { "*." + DesignFiles.EXTENSION, "*" });
		dialog.setFilterNames(new String[] { Messages.open_designs, Messages.open_all });
		String chosen = dialog.open();
		if (chosen != null) {
			open(Path.of(chosen), window);
		}
		return null;
	}

	private static void open(Path file, IWorkbenchWindow window) {
		try {
			if (file.toString().endsWith("." + DesignFiles.EXTENSION)) {
				DesignFiles.open(file, window.getActivePage());
			} else {
				IDE.openEditorOnFileStore(window.getActivePage(), EFS.getLocalFileSystem().getStore(file.toUri()));
			}
		} catch (CoreException e) {
			ErrorDialog.openError(window.getShell(), Messages.open_title, NLS.bind(Messages.start_cannotOpen, file), e.getStatus());
		}
	}
}
