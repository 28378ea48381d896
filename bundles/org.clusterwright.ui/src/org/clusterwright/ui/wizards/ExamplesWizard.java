package org.clusterwright.ui.wizards;

import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignFiles;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.ide.IDE;

/** Copies one of the examples into a project of its own and opens it. */
public final class ExamplesWizard extends Wizard implements INewWizard {
	private final ExamplesPage page = new ExamplesPage();
	private IWorkbench workbench;

	@Override
	public void init(IWorkbench theWorkbench, IStructuredSelection selection) {
		workbench = theWorkbench;
		setWindowTitle(Messages.example_window);
		setNeedsProgressMonitor(true);
	}

	@Override
	public void addPages() {
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(page.projectName());
		Example example = page.example();
		try {
			getContainer().run(true, false, new WorkspaceModifyOperation() {
				@Override
				protected void execute(IProgressMonitor monitor) throws CoreException {
					create(example, project, monitor);
				}
			});
			IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), project.getFile(example.fileName()), true);
			return true;
		} catch (InvocationTargetException e) {
			return failed(e.getCause() instanceof CoreException core ? core : new CoreException(Status.error(e.getCause().getMessage(), e.getCause())));
		} catch (CoreException e) {
			return failed(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static void create(Example example, IProject project, IProgressMonitor monitor) throws CoreException {
		DesignFiles.newProject(project, Optional.empty(), monitor);
		write(example, project.getFile(example.fileName()), monitor);
	}

	/** Writes an example into a file that is not there yet. */
	public static void write(Example example, IFile file, IProgressMonitor monitor) throws CoreException {
		file.create(example.text().getBytes(StandardCharsets.UTF_8), IResource.NONE, monitor);
	}

	/** Opens an example without asking: in its project, which is made where it is not there yet, or was closed. */
	public static void open(Example example, IWorkbenchPage workbenchPage) throws CoreException {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(example.id());
		if (!project.exists()) {
			create(example, project, null);
		} else if (!project.isOpen()) {
			project.open(null);
		}
		IFile file = project.getFile(example.fileName());
		if (!file.exists()) {
			write(example, file, null);
		}
		IDE.openEditor(workbenchPage, file, true);
	}

	private boolean failed(CoreException e) {
		ILog.of(getClass()).log(e.getStatus());
		ErrorDialog.openError(getShell(), getWindowTitle(), null, e.getStatus());
		return false;
	}
}
