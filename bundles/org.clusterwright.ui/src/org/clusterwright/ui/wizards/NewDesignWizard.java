package org.clusterwright.ui.wizards;

import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.clusterwright.core.start.NewDesignReview;
import org.clusterwright.ui.DesignServices;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignFiles;
import org.clusterwright.ui.problems.DesignNature;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.ide.IDE;

/** Asks what differs from the tutorial's cluster and writes that as a short design. */
public final class NewDesignWizard extends Wizard implements INewWizard {
	private IWorkbench workbench;
	private NewDesignModel model;
	private IPath start = IPath.EMPTY;
	private ClusterPage cluster;

	@Override
	public void init(IWorkbench theWorkbench, IStructuredSelection selection) {
		workbench = theWorkbench;
		setWindowTitle(Messages.newDesign_window);
		setNeedsProgressMonitor(true);
		setHelpAvailable(true);
		IResource resource = Adapters.adapt(selection.getFirstElement(), IResource.class);
		IContainer container = resource instanceof IContainer c ? c : resource == null ? null : resource.getParent();
		if (container != null && container.getType() != IResource.ROOT && container.isAccessible()) {
			start = container.getFullPath();
		}
	}

	@Override
	public void addPages() {
		model = new NewDesignModel();
		cluster = new ClusterPage(model, start);
		addPage(cluster);
		addPage(new NetworkPage(model));
		addPage(new FencingPage(model));
		addPage(new StoragePage(model));
		addPage(new PreviewPage(model));
		model.onReview(() -> {
			if (getContainer() != null && getContainer().getCurrentPage() != null) {
				getContainer().updateButtons();
			}
		});
	}

	@Override
	public boolean canFinish() {
		return model.isSound() && cluster.isPageComplete();
	}

	@Override
	public boolean performFinish() {
		Optional<NewDesignReview> review = model.review().filter(r -> model.isUpToDate());
		if (review.isEmpty()) {
			return false;
		}
		IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(cluster.folder().append(cluster.fileName()));
		String text = review.get().formatted(DesignServices.language());
		try {
			getContainer().run(true, false, new WorkspaceModifyOperation() {
				@Override
				protected void execute(IProgressMonitor monitor) throws CoreException {
					write(file, text, monitor);
				}
			});
			IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), file, true);
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

	/** Makes project and folders where there are none, then the file. */
	private static void write(IFile file, String text, IProgressMonitor monitor) throws CoreException {
		IProject project = file.getProject();
		if (!project.exists()) {
			DesignFiles.newProject(project, Optional.empty(), monitor);
		} else if (!project.isOpen()) {
			project.open(monitor);
		}
		DesignNature.addTo(project, monitor);
		make(file.getParent(), monitor);
		file.create(text.getBytes(StandardCharsets.UTF_8), IResource.NONE, monitor);
	}

	private static void make(IContainer container, IProgressMonitor monitor) throws CoreException {
		if (container instanceof IFolder folder && !folder.exists()) {
			make(folder.getParent(), monitor);
			folder.create(false, true, monitor);
		}
	}

	private boolean failed(CoreException e) {
		ILog.of(getClass()).log(e.getStatus());
		ErrorDialog.openError(getShell(), getWindowTitle(), null, e.getStatus());
		return false;
	}

	@Override
	public void dispose() {
		if (model != null) {
			model.close();
		}
		super.dispose();
	}
}
