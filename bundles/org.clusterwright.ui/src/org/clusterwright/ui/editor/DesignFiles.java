package org.clusterwright.ui.editor;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.clusterwright.ui.problems.DesignNature;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;

/** Files of the disk as files of the workspace. A design elsewhere is linked into a project named after its folder, so that it has problems and a place in the explorer. */
public final class DesignFiles {
	public static final String EXTENSION = "cluster";

	private DesignFiles() {
	}

	/** The workspace's file for a file of the disk; makes project and link where there are none. */
	public static IFile inWorkspace(Path path, IProgressMonitor monitor) throws CoreException {
		URI location = path.toAbsolutePath().normalize().toUri();
		IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
		for (IFile known : root.findFilesForLocationURI(location)) {
			if (known.getProject().isOpen()) {
				known.refreshLocal(IResource.DEPTH_ZERO, monitor);
				return known;
			}
		}
		Path folder = path.toAbsolutePath().normalize().getParent();
		String folderName = folder == null || folder.getFileName() == null ? EXTENSION : folder.getFileName().toString();
		String fileName = path.getFileName().toString();
		for (int i = 1;; i++) {
			IProject project = root.getProject(i == 1 ? folderName : folderName + "-" + i);
			if (!project.exists()) {
				newProject(project, Optional.empty(), monitor);
			} else if (!project.isOpen()) {
				project.open(monitor);
			}
			IFile link = project.getFile(fileName);
			if (location.equals(link.getLocationURI()) && link.exists()) {
				return link;
			}
			if (!link.exists() && DesignNature.isOn(project)) {
				link.createLink(location, IResource.NONE, monitor);
				remember(project, monitor);
				return link;
			}
		}
	}

	/** Makes an empty project whose designs are checked, in the workspace where {@code location} is absent. */
	public static void newProject(IProject project, Optional<URI> location, IProgressMonitor monitor) throws CoreException {
		IProjectDescription description = project.getWorkspace().newProjectDescription(project.getName());
		description.setLocationURI(location.orElse(null));
		project.create(description, monitor);
		project.open(monitor);
		project.setDefaultCharset("UTF-8", monitor);
		DesignNature.addTo(project, monitor);
		remember(project, monitor);
	}

	/** Asks for the workspace's tree to be noted on the disk, so that not even a kill loses a project. */
	private static void remember(IProject project, IProgressMonitor monitor) throws CoreException {
		project.getWorkspace().save(false, monitor);
	}

	public static IEditorPart open(Path path, IWorkbenchPage page) throws CoreException {
		return IDE.openEditor(page, inWorkspace(path, null), true);
	}

	/** Lets the workspace see what was written into a directory of the disk, where that lies in one of its projects. */
	public static void refresh(Path directory) throws CoreException {
		for (IContainer container : ResourcesPlugin.getWorkspace().getRoot().findContainersForLocationURI(directory.toUri())) {
			(container.exists() ? container : container.getParent()).refreshLocal(IResource.DEPTH_INFINITE, null);
		}
	}
}
