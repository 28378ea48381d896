package org.clusterwright.ui.editor.source;

import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.ui.handlers.HandlerUtil;

/** The platform's folding commands for designs. */
public final class FoldingHandler extends AbstractHandler {
	private static final String PREFIX = "org.eclipse.ui.edit.text.folding.";
	private static final Map<String, Integer> OPERATIONS = Map.of("toggle", ProjectionViewer.TOGGLE, "collapse", ProjectionViewer.COLLAPSE, "expand", ProjectionViewer.EXPAND, "collapse_all",
			ProjectionViewer.COLLAPSE_ALL, "expand_all", ProjectionViewer.EXPAND_ALL);

	@Override
	public Object execute(ExecutionEvent event) {
		SourcePage page = HandlerUtil.getActiveEditor(event).getAdapter(SourcePage.class);
		if (page == null) {
			return null;
		}
		ProjectionViewer viewer = page.viewer();
		int operation = OPERATIONS.get(event.getCommand().getId().substring(PREFIX.length()));
		if (viewer.canDoOperation(operation)) {
			viewer.doOperation(operation);
		}
		return null;
	}
}
