package org.clusterwright.ui.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.clusterwright.core.export.BundleExport;
import org.clusterwright.core.export.BundleRequest;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignFiles;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;

/** Writes the bundles in the background and shows what was written. */
final class ExportJob extends Job {
	static final Object FAMILY = new Object();

	private final BundleRequest request;
	private final Shell shell;
	private final Consumer<Path> remember;

	ExportJob(BundleRequest request, Shell shell, Consumer<Path> remember) {
		super(NLS.bind(Messages.export_writing, request.directory()));
		this.request = request;
		this.shell = shell;
		this.remember = remember;
		setUser(true);
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == FAMILY;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			return switch (BundleExport.write(request, monitor)) {
				case BundleExport.Result.Written written -> finish(written);
				case BundleExport.Result.Refused refused -> Status.error(NLS.bind(Messages.generate_failed, refused.reason()));
			};
		} catch (IOException e) {
			return Status.error(NLS.bind(Messages.generate_failed, e.getMessage()), e);
		}
	}

	private IStatus finish(BundleExport.Result.Written written) {
		remember.accept(written.directory());
		try {
			DesignFiles.refresh(written.directory());
		} catch (CoreException e) {
			return e.getStatus();
		}
		if (!shell.isDisposed()) {
			shell.getDisplay().asyncExec(() -> {
				if (!shell.isDisposed()) {
					new ExportedDialog(shell, written, request.seal().isPresent()).open();
				}
			});
		}
		return Status.OK_STATUS;
	}
}
