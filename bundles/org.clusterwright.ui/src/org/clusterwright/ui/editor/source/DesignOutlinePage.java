package org.clusterwright.ui.editor.source;

import java.util.List;
import java.util.function.Consumer;
import org.clusterwright.dsl.ide.Outline;
import org.clusterwright.dsl.ide.Outline.Item;
import org.clusterwright.ui.Icons;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.custom.CaretListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The statements as a tree. Its selection and the caret follow each other. */
final class DesignOutlinePage extends ContentOutlinePage {
	private final SourcePage page;
	private final CaretListener caret = event -> selectAt(event.caretOffset);
	private final Consumer<ClusterSnapshot> checked = this::show;
	private ClusterSession session;
	private List<Item> roots = List.of();
	private boolean following;

	DesignOutlinePage(SourcePage page) {
		this.page = page;
	}

	boolean isDisposed() {
		return getControl() != null && getControl().isDisposed();
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		TreeViewer tree = getTreeViewer();
		tree.getTree().setData("org.clusterwright.id", "outline.tree");
		LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), tree.getControl());
		tree.setUseHashlookup(true);
		tree.setContentProvider(new Statements());
		tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels(images)));
		page.viewer().getTextWidget().addCaretListener(caret);
		page.session().ifPresent(this::show);
	}

	void show(ClusterSession next) {
		if (session != null) {
			session.removeListener(checked);
		}
		session = next;
		if (getControl() != null && !isDisposed()) {
			next.addListener(checked);
			next.current().ifPresent(checked);
		}
	}

	private void show(ClusterSnapshot state) {
		if (isDisposed() || state.root().isEmpty() && !roots.isEmpty()) {
			return;
		}
		boolean first = roots.isEmpty();
		roots = Outline.of(state.design());
		TreeViewer tree = getTreeViewer();
		tree.getTree().setRedraw(false);
		try {
			following = true;
			Object[] expanded = tree.getExpandedElements();
			tree.setInput(roots);
			if (first) {
				tree.expandToLevel(2);
			} else {
				tree.setExpandedElements(expanded);
			}
			selectAt(page.caret());
		} finally {
			following = false;
			tree.getTree().setRedraw(true);
		}
	}

	private void selectAt(int offset) {
		if (isDisposed() || roots.isEmpty() || getTreeViewer().getTree().isFocusControl()) {
			return;
		}
		boolean before = following;
		following = true;
		getTreeViewer().setSelection(new StructuredSelection(roots.get(0).at(offset)), true);
		following = before;
	}

	@Override
	public void selectionChanged(SelectionChangedEvent event) {
		super.selectionChanged(event);
		if (!following && event.getStructuredSelection().getFirstElement() instanceof Item item) {
			page.selectAndReveal(item.offset(), Math.min(item.length(), item.label().length()));
		}
	}

	@Override
	public void dispose() {
		if (session != null) {
			session.removeListener(checked);
		}
		if (page.viewer() != null && page.viewer().getTextWidget() != null && !page.viewer().getTextWidget().isDisposed()) {
			page.viewer().getTextWidget().removeCaretListener(caret);
		}
		super.dispose();
	}

	private static final class Statements implements ITreeContentProvider {
		@Override
		public Object[] getElements(Object input) {
			return ((List<?>) input).toArray();
		}

		@Override
		public Object[] getChildren(Object parent) {
			return ((Item) parent).children().toArray();
		}

		@Override
		public Object getParent(Object element) {
			return null;
		}

		@Override
		public boolean hasChildren(Object element) {
			return !((Item) element).children().isEmpty();
		}
	}

	private static final class Labels extends LabelProvider implements IStyledLabelProvider {
		private final LocalResourceManager images;

		Labels(LocalResourceManager images) {
			this.images = images;
		}

		@Override
		public StyledString getStyledText(Object element) {
			Item item = (Item) element;
			StyledString text = new StyledString(item.label());
			return item.detail().isEmpty() ? text : text.append("  " + item.detail(), StyledString.QUALIFIER_STYLER);
		}

		@Override
		public Image getImage(Object element) {
			return Icons.ofKind(((Item) element).kind(), images);
		}
	}
}
