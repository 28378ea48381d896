package org.clusterwright.ui.wizards;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignFiles;
import org.clusterwright.ui.problems.DesignNature;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.ide.IDE;

/** Makes a file with the frame of a two-node cluster, to be filled in. */
public final class NewDesignWizard extends Wizard implements INewWizard {
	private IWorkbench workbench;
	private WizardNewFileCreationPage page;

	@Override
	public void init(IWorkbench theWorkbench, IStructuredSelection selection) {
		workbench = theWorkbench;
		setWindowTitle(Messages.newDesign_window);
		page = new NewFilePage(selection);
		page.setTitle(Messages.newDesign_title);
		page.setDescription(Messages.newDesign_description);
		page.setFileExtension(DesignFiles.EXTENSION);
		page.setFileName("my-cluster." + DesignFiles.EXTENSION);
	}

	@Override
	public void addPages() {
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		IFile file = page.createNewFile();
		if (file == null) {
			return false;
		}
		try {
			DesignNature.addTo(file.getProject(), null);
			IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), file, true);
		} catch (CoreException e) {
			ILog.of(getClass()).log(e.getStatus());
		}
		return true;
	}

	private static final class NewFilePage extends WizardNewFileCreationPage {
		NewFilePage(IStructuredSelection selection) {
			super("design", selection);
		}

		@Override
		protected InputStream getInitialContents() {
			String file = getFileName();
			String name = file.endsWith("." + DesignFiles.EXTENSION) ? file.substring(0, file.length() - DesignFiles.EXTENSION.length() - 1) : file;
			return new ByteArrayInputStream(frame(name).getBytes(StandardCharsets.UTF_8));
		}

		private static String frame(String name) {
			String safe = name.replaceAll("[^A-Za-z0-9-]", "-").replaceAll("^-+", "");
			return """
					// Press Ctrl+Space for what can stand at a place.
					cluster %s version 1 {
					    quorum two-node

					    network cluster-net 10.20.0.0/16 on bond0 cluster
					    bond bond0 { mode active-backup }

					    node node1
					    node node2
					}
					""".formatted(safe.isEmpty() ? "my-cluster" : safe);
		}
	}
}
