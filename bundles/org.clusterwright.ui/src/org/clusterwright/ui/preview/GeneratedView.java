package org.clusterwright.ui.preview;

import java.util.Optional;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.session.DesignState;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
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
import org.eclipse.swt.widgets.Display;
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
	private GeneratedFiles shown;
	private DesignState wanted;
	private Job generating;

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
		getSite().setSelectionProvider(tree);
		active = new ActiveDesign(getSite().getPage(), new ActiveDesign.Listener() {
			@Override
			public void editorChanged(DesignEditor next) {
				editor = next;
				showFiles(null);
				message.show(next == null ? Messages.generated_open : Messages.generated_reading);
			}

			@Override
			public void stateChanged(DesignState state) {
				changed(state);
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

	private void changed(DesignState state) {
		wanted = state;
		if (state == null) {
			return;
		}
		Optional<Finding> error = state.parsed().findings().stream().filter(Finding::isError).findFirst();
		if (error.isPresent()) {
			DesignEditor design = editor;
			message.show(error.get(), shown != null, () -> design.reveal(error.get().place()));
			return;
		}
		Display display = tree.getControl().getDisplay();
		if (generating != null) {
			generating.cancel();
		}
		generating = Job.createSystem(Messages.generated_generating, monitor -> {
			GeneratedFiles made = GeneratedFiles.of(state.parsed());
			display.asyncExec(() -> show(state, made));
			return Status.OK_STATUS;
		});
		generating.setPriority(Job.SHORT);
		generating.schedule();
	}

	private void show(DesignState state, GeneratedFiles made) {
		if (wanted == state && !tree.getControl().isDisposed()) {
			showFiles(made);
			message.hide();
		}
	}

	private void showFiles(GeneratedFiles next) {
		boolean first = shown == null;
		shown = next;
		contents.show(next);
		files.setVisible(next != null);
		((GridData) files.getLayoutData()).exclude = next == null;
		files.requestLayout();
		tree.refresh();
		if (next != null && first) {
			selectFirst(next);
		}
		showSelected();
	}

	private void selectFirst(GeneratedFiles next) {
		next.nodes().stream().findFirst().ifPresent(n -> {
			tree.expandToLevel(new GeneratedEntry.Node(n.node()), 1);
			n.files().stream().findFirst().ifPresent(f -> tree.setSelection(new StructuredSelection(new GeneratedEntry.File(n.node(), f.path().text())), false));
		});
	}

	private void showSelected() {
		Object selected = tree.getStructuredSelection().getFirstElement();
		text.show(shown != null && selected instanceof GeneratedEntry.File file ? shown.file(file).orElse(null) : null);
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
