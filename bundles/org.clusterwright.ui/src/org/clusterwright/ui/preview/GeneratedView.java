package org.clusterwright.ui.preview;

import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.session.ClusterSnapshot;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The native files that the active design makes, node by node, fresh while it is typed. While the design has errors the last good files stay and a line says why. */
public final class GeneratedView extends ViewPart {
	public static final String ID = "org.clusterwright.ui.generated";

	private MessageBar message;
	private SashForm files;
	private TreeViewer tree;
	private GeneratedTree contents;
	private NativeText text;
	private ActiveDesign active;
	private DesignEditor editor;
	/** The last state with files; null when none are shown. */
	private ClusterSnapshot shown;
	/** The file in the text below; it stays while a node is selected. */
	private GeneratedEntry.File chosen;

	@Override
	public void createPartControl(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		message = new MessageBar(parent);
		files = new SashForm(parent, SWT.VERTICAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(files);
		createTree();
		text = new NativeText(files);
		text.widget().addCaretListener(e -> showWhy());
		files.setWeights(38, 62);
		files.setSashWidth(4);
		getSite().setSelectionProvider(tree);
		active = new ActiveDesign(getSite().getPage(), new ActiveDesign.Listener() {
			@Override
			public void editorChanged(DesignEditor next) {
				editor = next;
				showFiles(null);
				message.show(next == null ? Messages.generated_open : Messages.generated_reading);
			}

			@Override
			public void snapshotChanged(ClusterSnapshot next) {
				changed(next);
			}
		});
	}

	private void createTree() {
		tree = new TreeViewer(files, SWT.V_SCROLL | SWT.H_SCROLL | SWT.SINGLE);
		tree.getTree().setData("org.clusterwright.id", "generated.tree");
		contents = new GeneratedTree(new LocalResourceManager(JFaceResources.getResources(), tree.getControl()));
		tree.setUseHashlookup(true);
		tree.setContentProvider(contents);
		tree.setLabelProvider(new DelegatingStyledCellLabelProvider(contents));
		tree.setInput(contents);
		tree.addSelectionChangedListener(e -> showSelected());
		tree.addDoubleClickListener(e -> {
			Object element = tree.getStructuredSelection().getFirstElement();
			if (element instanceof GeneratedEntry.Node) {
				tree.setExpandedState(element, !tree.getExpandedState(element));
			}
		});
	}

	private void changed(ClusterSnapshot snapshot) {
		if (snapshot == null) {
			return;
		}
		if (snapshot.plan().isPresent()) {
			showFiles(snapshot);
			message.hide();
			return;
		}
		DesignEditor design = editor;
		snapshot.findings().stream().filter(Finding::isError).findFirst().ifPresent(e -> message.show(e, shown != null, () -> design.reveal(e.place())));
	}

	/** Null shows none. */
	private void showFiles(ClusterSnapshot next) {
		boolean first = shown == null;
		shown = next;
		Plan plan = next == null ? null : next.plan().orElseThrow();
		contents.show(plan);
		files.setVisible(next != null);
		((GridData) files.getLayoutData()).exclude = next == null;
		files.requestLayout();
		tree.refresh();
		if (plan != null && first) {
			selectFirst(plan);
		}
		showSelected();
	}

	private void selectFirst(Plan plan) {
		plan.trees().stream().findFirst().ifPresent(t -> {
			tree.expandToLevel(new GeneratedEntry.Node(t.name()), 1);
			contents.files(t.name()).stream().findFirst().ifPresent(f -> tree.setSelection(new StructuredSelection(f), false));
		});
	}

	private void showSelected() {
		if (tree.getStructuredSelection().getFirstElement() instanceof GeneratedEntry.File file) {
			chosen = file;
		}
		text.show(shown == null || chosen == null ? null : contents.file(chosen).orElse(null));
	}

	private void showWhy() {
		String why = shown == null ? null : text.originAtCaret().map(o -> Elements.why(o, shown.design().text())).orElse(null);
		getViewSite().getActionBars().getStatusLineManager().setMessage(why);
	}

	@Override
	public void setFocus() {
		if (files.isVisible()) {
			tree.getControl().setFocus();
		} else {
			message.setFocus();
		}
	}

	@Override
	public void dispose() {
		if (active != null) {
			active.close();
		}
		super.dispose();
	}
}
