package org.clusterwright.ui.help;

import java.util.Optional;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.ui.preview.GeneratedPane;
import org.clusterwright.ui.preview.GeneratedView;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** A native file of the open design, shown in the Generated view: that of the first node that has it. Where none has, the view says why. */
final class GeneratedFile {
	private GeneratedFile() {
	}

	static void show(String path, IWorkbenchPage page) throws PartInitException {
		GeneratedPane.of(page.showView(GeneratedView.ID)).ifPresent(pane -> node(pane, path).ifPresent(n -> pane.select(new FileRef(n, path))));
	}

	private static Optional<String> node(GeneratedPane pane, String path) {
		return pane.plan().map(Plan::trees).flatMap(t -> t.stream().filter(n -> n.file(path).isPresent()).map(NodeTree::name).findFirst());
	}
}
