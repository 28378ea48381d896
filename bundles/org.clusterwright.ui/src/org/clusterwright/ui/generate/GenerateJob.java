package org.clusterwright.ui.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.SecretFile;
import org.clusterwright.core.plan.SecretSource;
import org.clusterwright.core.plan.TreeExport;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignFiles;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;

/** Writes the files of a plan in the background, remembers where, and says how it went. */
final class GenerateJob extends Job {
	static final Object FAMILY = new Object();

	private final Plan plan;
	private final IFile design;
	private final Path directory;
	private final Optional<Path> secrets;
	private final Shell shell;

	GenerateJob(Plan plan, IFile design, Path directory, Optional<Path> secrets, Shell shell) {
		super(NLS.bind(Messages.generate_writing, directory));
		this.plan = plan;
		this.design = design;
		this.directory = directory;
		this.secrets = secrets;
		this.shell = shell;
		setUser(true);
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == FAMILY;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			SecretSource environment = SecretSource.environment(System.getenv());
			SecretSource source = secrets.isEmpty() ? environment : SecretFile.read(secrets.get()).or(environment);
			return switch (TreeExport.write(plan, directory, source, monitor)) {
				case TreeExport.Result.Written written -> finish(written);
				case TreeExport.Result.Refused refused -> failed(refused.reason(), null);
			};
		} catch (IOException e) {
			return failed(e.getMessage(), e);
		}
	}

	private static IStatus failed(String reason, IOException cause) {
		return Status.error(NLS.bind(Messages.generate_failed, reason), cause);
	}

	private IStatus finish(TreeExport.Result.Written written) {
		LastExport.remember(design, written.directory(), secrets);
		try {
			DesignFiles.refresh(directory);
		} catch (CoreException e) {
			return e.getStatus();
		}
		if (!written.missing().isEmpty() && !shell.isDisposed()) {
			shell.getDisplay().asyncExec(() -> {
				if (!shell.isDisposed()) {
					MessageDialog.openWarning(shell, Messages.generate_window,
							NLS.bind(Messages.generate_missing, new Object[] {written.files(), written.directory(), String.join(", ", written.missing())}));
				}
			});
		}
		return new Status(IStatus.OK, "org.clusterwright.ui", NLS.bind(Messages.generate_written, written.files(), written.directory()));
	}
}
