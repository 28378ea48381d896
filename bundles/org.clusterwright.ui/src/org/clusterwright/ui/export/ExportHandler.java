package org.clusterwright.ui.export;

import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.generate.ReadyDesign;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks how the active design, as its text is now, is to be bundled, and writes the bundles. */
public final class ExportHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		Shell shell = HandlerUtil.getActiveShell(event);
		DesignEditor.of(HandlerUtil.getActiveEditor(event)).ifPresent(e -> export(e, shell));
		return null;
	}

	private static void export(DesignEditor editor, Shell shell) {
		ReadyDesign.orSay(editor, shell, Messages.export_window).ifPresent(ready -> {
			WizardDialog dialog = new WizardDialog(shell, ExportWizard.of(ready));
			dialog.setBlockOnOpen(false);
			dialog.open();
		});
	}
}
