package org.clusterwright.ui.wizards;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.Optional;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignFiles;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
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
import org.eclipse.ui.ide.IDE;

/** Makes a project that holds the tutorial's cluster as a design. */
public final class TutorialWizard extends Wizard implements INewWizard {
	private static final String NAME = "an-clusterA";
	private static final String FILE = NAME + "." + DesignFiles.EXTENSION;

	private IWorkbench workbench;
	private WizardNewProjectCreationPage page;

	@Override
	public void init(IWorkbench theWorkbench, IStructuredSelection selection) {
		workbench = theWorkbench;
		setWindowTitle(Messages.tutorial_window);
		setNeedsProgressMonitor(true);
		page = new WizardNewProjectCreationPage("project");
		page.setTitle(Messages.tutorial_title);
		page.setDescription(Messages.tutorial_description);
		page.setInitialProjectName(NAME);
	}

	@Override
	public void addPages() {
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		IProject project = page.getProjectHandle();
		IFile file = project.getFile(FILE);
		Optional<URI> location = page.useDefaults() ? Optional.empty() : Optional.of(page.getLocationURI());
		try {
			getContainer().run(true, false, new WorkspaceModifyOperation() {
				@Override
				protected void execute(IProgressMonitor monitor) throws CoreException {
					create(file, location, monitor);
				}
			});
			IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), file, true);
			return true;
		} catch (InvocationTargetException e) {
			CoreException cause = e.getCause() instanceof CoreException core ? core : new CoreException(Status.error(e.getCause().getMessage(), e.getCause()));
			return failed(cause);
		} catch (CoreException e) {
			return failed(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private boolean failed(CoreException e) {
		ILog.of(getClass()).log(e.getStatus());
		ErrorDialog.openError(getShell(), Messages.tutorial_window, null, e.getStatus());
		return false;
	}

	/** Makes the file's project, if there is none yet, and writes the example into it. */
	public static void create(IFile file, Optional<URI> location, IProgressMonitor monitor) throws CoreException {
		if (!file.getProject().exists()) {
			DesignFiles.newProject(file.getProject(), location, monitor);
		}
		try (InputStream example = TutorialWizard.class.getResourceAsStream("/examples/" + FILE)) {
			file.create(example, IResource.NONE, monitor);
		} catch (IOException e) {
			throw new CoreException(Status.error(e.getMessage(), e));
		}
	}
}
