package org.clusterwright.ui.problems;

import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** Marks a project whose designs are checked whenever they are saved. */
public final class DesignNature implements IProjectNature {
	public static final String ID = "org.clusterwright.ui.designNature";

	private IProject project;

	public static boolean isOn(IProject project) throws CoreException {
		return project.isOpen() && project.hasNature(ID);
	}

	public static void addTo(IProject project, IProgressMonitor monitor) throws CoreException {
		if (!isOn(project)) {
			IProjectDescription description = project.getDescription();
			description.setNatureIds(Stream.concat(Stream.of(ID), Arrays.stream(description.getNatureIds())).toArray(String[]::new));
			project.setDescription(description, monitor);
		}
	}

	@Override
	public void configure() throws CoreException {
		IProjectDescription description = project.getDescription();
		if (Arrays.stream(description.getBuildSpec()).noneMatch(c -> c.getBuilderName().equals(DesignBuilder.ID))) {
			ICommand command = description.newCommand();
			command.setBuilderName(DesignBuilder.ID);
			description.setBuildSpec(Stream.concat(Arrays.stream(description.getBuildSpec()), Stream.of(command)).toArray(ICommand[]::new));
			project.setDescription(description, null);
		}
	}

	@Override
	public void deconfigure() throws CoreException {
		IProjectDescription description = project.getDescription();
		description.setBuildSpec(Arrays.stream(description.getBuildSpec()).filter(c -> !c.getBuilderName().equals(DesignBuilder.ID)).toArray(ICommand[]::new));
		project.setDescription(description, null);
		DesignBuilder.clear(project);
	}

	@Override
	public IProject getProject() {
		return project;
	}

	@Override
	public void setProject(IProject project) {
		this.project = project;
	}
}
