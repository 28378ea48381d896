package org.clusterwright.ui.wizards;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignFiles;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.eclipse.ui.ide.IDE;

/** Makes a project that holds the tutorial's cluster as a design, and opens that. */
public final class TutorialWizard extends NewProjectWizard {
	private static final String NAME = "an-clusterA";
	private static final String FILE = NAME + "." + DesignFiles.EXTENSION;

	@Override
	public void init(IWorkbench workbench, IStructuredSelection selection) {
		super.init(workbench, selection);
		setWindowTitle(Messages.tutorial_window);
	}

	@Override
	void describe(WizardNewProjectCreationPage page) {
		page.setTitle(Messages.tutorial_title);
		page.setDescription(Messages.tutorial_description);
		page.setInitialProjectName(NAME);
	}

	@Override
	void create(IProject project, Optional<URI> location, IProgressMonitor monitor) throws CoreException {
		super.create(project, location, monitor);
		write(project.getFile(FILE), monitor);
	}

	@Override
	void open(IProject project, IWorkbench workbench) throws CoreException {
		IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), project.getFile(FILE), true);
	}

	/** Writes the example into a file that is not there yet. */
	public static void write(IFile file, IProgressMonitor monitor) throws CoreException {
		try (InputStream example = TutorialWizard.class.getResourceAsStream("/examples/" + FILE)) {
			file.create(example, IResource.NONE, monitor);
		} catch (IOException e) {
			throw new CoreException(Status.error(e.getMessage(), e));
		}
	}
}
