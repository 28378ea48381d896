package org.clusterwright.ui.start;

import java.util.Optional;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.ui.preview.GeneratedPane;
import org.clusterwright.ui.preview.GeneratedView;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows one native file of the first node that has it in the Generated view; the view alone where there is no such file yet. */
public final class ShowFileHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		try {
			IViewPart view = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().showView(GeneratedView.ID);
			String path = event.getParameter("path");
			GeneratedPane.of(view).ifPresent(pane -> node(pane, path).ifPresent(n -> pane.select(new FileRef(n, path))));
		} catch (PartInitException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
		return null;
	}

	private static Optional<String> node(GeneratedPane pane, String path) {
		return pane.plan().map(Plan::trees).flatMap(t -> t.stream().filter(n -> n.file(path).isPresent()).map(NodeTree::name).findFirst());
	}
}
