package org.clusterwright.ui.problems;

import org.clusterwright.ui.Messages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** Makes the selected projects ones whose designs are checked. */
public final class ConfigureProjectHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		IStructuredSelection selection = HandlerUtil.getCurrentStructuredSelection(event);
		for (Object element : selection) {
			IProject project = Adapters.adapt(element, IProject.class);
			if (project != null && project.isOpen()) {
				configure(project);
			}
		}
		return null;
	}

	private static void configure(IProject project) {
		WorkspaceJob job = new WorkspaceJob(Messages.problems_configuring) {
			@Override
			public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
				DesignNature.addTo(project, monitor);
				return Status.OK_STATUS;
			}
		};
		job.setRule(project.getWorkspace().getRoot());
		job.schedule();
	}
}
