package org.clusterwright.ui.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.clusterwright.core.export.BundleRequest;
import org.clusterwright.core.export.BundleTime;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.generate.LastExport;
import org.clusterwright.ui.generate.ReadyDesign;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IExportWizard;
import org.eclipse.ui.IWorkbench;

/** Asks where bundles go, of which nodes, in which format, and what becomes of secrets; writes the plan that was shown when it was opened. */
public final class ExportWizard extends Wizard implements IExportWizard {
	private Optional<ReadyDesign.Ready> design = Optional.empty();
	private String complaint = Messages.export_noDesign;
	private TargetPage target;
	private SecretsPage secrets;

	public ExportWizard() {
		setWindowTitle(Messages.export_window);
		setHelpAvailable(false);
	}

	static ExportWizard of(ReadyDesign design) {
		ExportWizard wizard = new ExportWizard();
		wizard.use(design);
		return wizard;
	}

	/** From File &gt; Export: the active design is meant. */
	@Override
	public void init(IWorkbench workbench, IStructuredSelection selection) {
		if (workbench.getActiveWorkbenchWindow() != null) {
			DesignEditor.of(workbench.getActiveWorkbenchWindow().getActivePage().getActiveEditor()).ifPresent(e -> use(ReadyDesign.of(e)));
		}
	}

	private void use(ReadyDesign found) {
		switch (found) {
			case ReadyDesign.Ready ready -> design = Optional.of(ready);
			case ReadyDesign.NotReady not -> complaint = not.reason();
		}
	}

	@Override
	public void addPages() {
		if (design.isEmpty()) {
			addPage(new NothingPage(complaint));
			return;
		}
		target = new TargetPage(design.get());
		secrets = new SecretsPage(design.get());
		addPage(target);
		addPage(secrets);
	}

	@Override
	public boolean canFinish() {
		return design.isPresent() && super.canFinish();
	}

	@Override
	public boolean performFinish() {
		ReadyDesign.Ready ready = design.orElseThrow();
		BundleRequest request;
		try {
			long version = ready.snapshot().effective().orElseThrow().version().value();
			request = new BundleRequest(ready.file().getName(), ready.snapshot().design(), ready.plan(), target.nodes(), target.format(), target.directory(), target.packages(),
					secrets.seal(), BundleTime.of(System.getenv(), version));
		} catch (IOException | IllegalArgumentException e) {
			secrets.setErrorMessage(e.getMessage());
			getContainer().showPage(secrets);
			return false;
		}
		Optional<Path> used = secrets.file();
		new ExportJob(request, getShell().getParent().getShell(), written -> LastExport.rememberBundles(ready.file(), written, request.format(), request.packages(), used)).schedule();
		return true;
	}
}
