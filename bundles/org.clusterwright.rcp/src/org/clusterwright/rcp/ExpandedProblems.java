package org.clusterwright.rcp;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;

/** Opens the groups of the Problems view, which the platform begins with closed, so that a finding is one click away. A group that the user closes stays closed. */
final class ExpandedProblems implements IPartListener2 {
	private static final String FOLLOWED = "org.clusterwright.expanded";

	private ExpandedProblems() {
	}

	static void keep(IWorkbenchWindow window) {
		window.getPartService().addPartListener(new ExpandedProblems());
		for (IWorkbenchPage page : window.getPages()) {
			follow(page.findView(IPageLayout.ID_PROBLEM_VIEW));
		}
	}

	@Override
	public void partOpened(IWorkbenchPartReference part) {
		if (part.getId().equals(IPageLayout.ID_PROBLEM_VIEW) && part.getPart(false) instanceof IViewPart view) {
			follow(view);
		}
	}

	private static void follow(IViewPart view) {
		if (view == null || !(view.getSite().getSelectionProvider() instanceof TreeViewer viewer) || viewer.getTree().getData(FOLLOWED) != null) {
			return;
		}
		Tree tree = viewer.getTree();
		Set<String> closed = new HashSet<>();
		tree.setData(FOLLOWED, closed);
		tree.addListener(SWT.Collapse, e -> closed.add(group((Item) e.item)));
		tree.addListener(SWT.Expand, e -> closed.remove(group((Item) e.item)));
		// The view makes its groups anew whenever a marker changes, and tells nobody.
		tree.addListener(SWT.Paint, e -> {
			for (TreeItem item : tree.getItems()) {
				if (item.getItemCount() > 0 && !item.getExpanded() && !closed.contains(group(item))) {
					tree.getDisplay().asyncExec(() -> expand(viewer, item, closed));
				}
			}
		});
	}

	private static void expand(TreeViewer viewer, TreeItem item, Set<String> closed) {
		if (!item.isDisposed() && !item.getExpanded() && !closed.contains(group(item))) {
			viewer.expandToLevel(item.getData(), 1);
			// As if the user had done it, so that the view keeps it.
			Event event = new Event();
			event.item = item;
			viewer.getTree().notifyListeners(SWT.Expand, event);
		}
	}

	/** "Warnings" of "Warnings (3 items)". */
	private static String group(Item item) {
		int count = item.getText().indexOf(" (");
		return count < 0 ? item.getText() : item.getText().substring(0, count);
	}
}
