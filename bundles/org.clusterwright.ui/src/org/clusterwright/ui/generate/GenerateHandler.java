package org.clusterwright.ui.generate;

import java.nio.file.Path;
import java.util.Optional;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Writes the files of the active design, as its text is now, into a directory of the user's choice. */
public final class GenerateHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		Shell shell = HandlerUtil.getActiveShell(event);
		DesignEditor.of(HandlerUtil.getActiveEditor(event)).ifPresent(e -> generate(e, shell));
		return null;
	}

	private static void generate(DesignEditor editor, Shell shell) {
		ReadyDesign.orSay(editor, shell, Messages.generate_window).ifPresent(ready -> {
			IFile file = ready.file();
			Path proposed = file.getProject().getLocation().toPath().resolve("generated");
			GenerateDialog dialog = new GenerateDialog(shell, file.getName(), LastExport.directory(file).orElse(proposed), LastExport.secrets(file));
			if (dialog.open() == Window.OK) {
				start(editor, ready.plan(), file, dialog.directory(), dialog.secrets(), shell);
			}
		});
	}

	private static void start(DesignEditor editor, Plan plan, IFile file, Path directory, Optional<Path> secrets, Shell shell) {
		GenerateJob job = new GenerateJob(plan, file, directory, secrets, shell);
		IStatusLineManager status = editor.getEditorSite().getActionBars().getStatusLineManager();
		job.addJobChangeListener(new JobChangeAdapter() {
			@Override
			public void done(IJobChangeEvent done) {
				if (done.getResult().isOK() && !shell.isDisposed()) {
					shell.getDisplay().asyncExec(() -> status.setMessage(done.getResult().getMessage()));
				}
			}
		});
		job.schedule();
	}
}
