package org.clusterwright.ui.editor;

import java.util.Optional;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.ui.preview.GeneratedPane;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;

/** The editor's pages on the left and the files that the design makes on the right. Whether the right side is there and how wide it is, is remembered for each design; a design never opened before gets what was last used. */
final class BesideSplit {
	private static final String BUNDLE = "org.clusterwright.ui";
	private static final String LAST = "beside";
	private static final int WHOLE = 1000;
	private static final int DEFAULT_SHARE = 395;
	private static final int LEAST_SHARE = 100;
	private static final int SASH = 4;

	private final DesignEditor editor;
	private final SashForm split;
	private final Composite pages;
	private final IPartListener2 activation = new IPartListener2() {
		@Override
		public void partActivated(IWorkbenchPartReference part) {
			turned(part);
		}

		@Override
		public void partBroughtToTop(IWorkbenchPartReference part) {
			turned(part);
		}

		private void turned(IWorkbenchPartReference part) {
			if (part.getPart(false) == editor) {
				ToggleBesideHandler.refresh();
			}
		}
	};
	private GeneratedPane pane;
	/** Before that the state is not the user's. */
	private boolean restored;
	/** The right side's share in thousandths. */
	private int share = DEFAULT_SHARE;

	BesideSplit(DesignEditor editor, Composite parent) {
		this.editor = editor;
		parent.setLayout(new FillLayout());
		split = new SashForm(parent, SWT.HORIZONTAL);
		split.setSashWidth(SASH);
		split.setData("org.clusterwright.id", "beside.split");
		pages = new Composite(split, SWT.NONE);
		pages.setLayout(new FillLayout());
		editor.getSite().getPage().addPartListener(activation);
		split.addDisposeListener(e -> {
			editor.getSite().getPage().removePartListener(activation);
			remember();
			split.getDisplay().asyncExec(ToggleBesideHandler::refresh);
		});
	}

	Composite pages() {
		return pages;
	}

	/** The right side; null while it is closed. */
	GeneratedPane pane() {
		return pane;
	}

	/** Opens the right side if it was open when the design was last edited; done once. */
	void restore() {
		if (restored) {
			return;
		}
		String[] words = remembered().split(" ");
		if (words.length == 2 && words[1].matches("\\d{1,4}")) {
			share = Math.max(LEAST_SHARE, Math.min(WHOLE - LEAST_SHARE, Integer.parseInt(words[1])));
		}
		restored = true;
		setOpen(!words[0].equals("closed"));
	}

	void setOpen(boolean open) {
		if (open == (pane != null)) {
			return;
		}
		if (open) {
			pane = new GeneratedPane(split, editor.getSite());
			split.setWeights(WHOLE - share, share);
			lastShown().ifPresent(pane::prefer);
			pane.show(editor);
		} else {
			remember();
			share = share();
			pane.control().dispose();
			pane = null;
		}
		split.layout();
		ToggleBesideHandler.refresh();
	}

	/** Opens or closes it because the user said so. */
	void toggle() {
		restore();
		boolean hadFocus = pane != null && isIn(split.getDisplay().getFocusControl());
		setOpen(pane == null);
		remember();
		if (hadFocus) {
			editor.setFocus();
		}
	}

	private boolean isIn(Control control) {
		for (Control c = control; c != null; c = c.getParent()) {
			if (c == pane.control()) {
				return true;
			}
		}
		return false;
	}

	private int share() {
		int[] weights = split.getWeights();
		return pane == null || weights.length < 2 ? share : Math.round((float) WHOLE * weights[1] / (weights[0] + weights[1]));
	}

	private static IEclipsePreferences preferences() {
		return InstanceScope.INSTANCE.getNode(BUNDLE);
	}

	private String remembered() {
		return Remembered.BESIDE.of(editor.getEditorInput()).orElseGet(() -> preferences().get(LAST, "open " + DEFAULT_SHARE));
	}

	/** Keeps the state for the next time that the file is opened. */
	void remember() {
		if (!restored) {
			return;
		}
		String state = (pane == null ? "closed " : "open ") + share();
		preferences().put(LAST, state);
		Remembered.BESIDE.put(editor.getEditorInput(), state);
		if (pane != null) {
			pane.chosen().ifPresent(f -> Remembered.SHOWN.put(editor.getEditorInput(), f.node() + "\n" + f.path()));
		}
	}

	private Optional<FileRef> lastShown() {
		return Remembered.SHOWN.of(editor.getEditorInput()).map(s -> s.split("\n")).filter(w -> w.length == 2).map(w -> new FileRef(w[0], w[1]));
	}
}
