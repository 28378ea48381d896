package org.clusterwright.ui.wizards;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.Optional;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignFiles;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;

/** Makes an empty project whose designs are checked. */
public class NewProjectWizard extends Wizard implements INewWizard {
	private final WizardNewProjectCreationPage page = new WizardNewProjectCreationPage("project");
	private IWorkbench workbench;

	@Override
	public void init(IWorkbench theWorkbench, IStructuredSelection selection) {
		workbench = theWorkbench;
		setWindowTitle(Messages.newProject_window);
		setNeedsProgressMonitor(true);
		describe(page);
	}

	/** Titles the only page. */
	void describe(WizardNewProjectCreationPage projectPage) {
		projectPage.setTitle(Messages.newProject_title);
		projectPage.setDescription(Messages.newProject_description);
	}

	/** Makes the project; runs in the background with the workspace locked. */
	void create(IProject project, Optional<URI> location, IProgressMonitor monitor) throws CoreException {
		DesignFiles.newProject(project, location, monitor);
	}

	/** Shows what was made. */
	void open(IProject project, IWorkbench theWorkbench) throws CoreException {
		// an empty project has nothing to open
	}

	@Override
	public void addPages() {
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		IProject project = page.getProjectHandle();
		Optional<URI> location = page.useDefaults() ? Optional.empty() : Optional.of(page.getLocationURI());
		try {
			getContainer().run(true, false, new WorkspaceModifyOperation() {
				@Override
				protected void execute(IProgressMonitor monitor) throws CoreException {
					create(project, location, monitor);
				}
			});
			open(project, workbench);
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

	private boolean failed(CoreException e) {
		ILog.of(getClass()).log(e.getStatus());
		ErrorDialog.openError(getShell(), getWindowTitle(), null, e.getStatus());
		return false;
	}
}
