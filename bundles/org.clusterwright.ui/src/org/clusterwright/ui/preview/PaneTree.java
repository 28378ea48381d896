package org.clusterwright.ui.preview;

import java.util.Optional;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.dsl.ide.Highlighting.Kind;
import org.clusterwright.ui.editor.source.Colours;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;

/** The tree of nodes and files. It is built anew only when there are other nodes or files; else its labels change. */
final class PaneTree {
	private final TreeViewer tree;
	private final GeneratedTree contents;
	private final PaneFilter filter;
	private GeneratedEntry.File preferred;
	/** The colour of the labels, while they are grey. */
	private Color fresh;

	PaneTree(Composite parent, Runnable selected) {
		tree = new TreeViewer(parent, SWT.V_SCROLL | SWT.H_SCROLL | SWT.SINGLE);
		tree.getTree().setData("org.clusterwright.id", "generated.tree");
		contents = new GeneratedTree(new LocalResourceManager(JFaceResources.getResources(), tree.getControl()));
		filter = new PaneFilter(contents);
		tree.setUseHashlookup(true);
		tree.setContentProvider(contents);
		tree.setLabelProvider(new DelegatingStyledCellLabelProvider(contents));
		tree.addFilter(filter);
		tree.setInput(contents);
		tree.addSelectionChangedListener(e -> selected.run());
		tree.addDoubleClickListener(e -> {
			Object element = tree.getStructuredSelection().getFirstElement();
			if (element instanceof GeneratedEntry.Node) {
				tree.setExpandedState(element, !tree.getExpandedState(element));
			}
		});
	}

	TreeViewer viewer() {
		return tree;
	}

	Tree control() {
		return tree.getTree();
	}

	GeneratedTree contents() {
		return contents;
	}

	Optional<GeneratedEntry.File> selected() {
		return tree.getStructuredSelection().getFirstElement() instanceof GeneratedEntry.File file ? Optional.of(file) : Optional.empty();
	}

	/** Selects a file, if there is one, when the first files come. */
	void prefer(GeneratedEntry.File file) {
		preferred = file;
	}

	/** Null shows none. Where the file that was chosen (null: none) is gone, the one in its place is. */
	void show(Plan plan, Marks marks, GeneratedEntry.File chosen) {
		boolean empty = contents.files().isEmpty();
		contents.mark(marks);
		boolean other = contents.show(plan);
		if (other) {
			tree.refresh();
		} else if (plan != null) {
			update();
		}
		if (plan != null && empty && preferred != null && contents.file(preferred).isPresent()) {
			select(preferred);
		} else if (plan != null && empty) {
			plan.trees().stream().findFirst().ifPresent(t -> {
				tree.expandToLevel(new GeneratedEntry.Node(t.name()), 1);
				contents.files(t.name()).stream().findFirst().ifPresent(f -> tree.setSelection(new StructuredSelection(f), false));
			});
		} else if (plan != null && chosen != null) {
			contents.inPlaceOf(chosen).ifPresent(this::select);
		}
	}

	void mark(Marks marks) {
		contents.mark(marks);
		if (filter.isOnlyMade()) {
			refilter();
		} else {
			update();
		}
	}

	private void update() {
		for (Object node : contents.getElements(null)) {
			tree.update(node, null);
			tree.update(contents.getChildren(node), null);
		}
	}

	void filter(String words) {
		filter.setWords(words);
		refilter();
	}

	boolean isOnlyMade() {
		return filter.isOnlyMade();
	}

	void setOnlyMade(boolean only) {
		filter.setOnlyMade(only);
		refilter();
	}

	private void refilter() {
		tree.getTree().setRedraw(false);
		try {
			tree.refresh();
			if (filter.isActive()) {
				tree.expandAll();
			}
		} finally {
			tree.getTree().setRedraw(true);
		}
	}

	void select(GeneratedEntry.File file) {
		tree.setSelection(new StructuredSelection(file), true);
	}

	/** Grey, because the design has moved on and has errors. The theme's own colour comes back after that. */
	void setOld(boolean old) {
		if (old && fresh == null) {
			fresh = tree.getTree().getForeground();
			tree.getTree().setForeground(Colours.of(Kind.COMMENT));
		} else if (!old && fresh != null) {
			tree.getTree().setForeground(fresh);
			fresh = null;
		}
	}
}
