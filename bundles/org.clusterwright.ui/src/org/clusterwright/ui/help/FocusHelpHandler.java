package org.clusterwright.ui.help;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;

/** F1: asks the widget with the focus, and those around it, for help. GTK sends no help event for the plain key. */
public final class FocusHelpHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		for (Control control = Display.getCurrent().getFocusControl(); control != null; control = control.getParent()) {
			if (control.isListening(SWT.Help)) {
				control.notifyListeners(SWT.Help, new Event());
				return null;
			}
		}
		PlatformUI.getWorkbench().getHelpSystem().displayHelp();
		return null;
	}
}
