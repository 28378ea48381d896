package org.clusterwright.ui.editor;

import org.clusterwright.ui.preview.GeneratedPane;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.ide.ResourceUtil;

/** The editor's pages on the left and the files that the design makes on the right. Whether the right side is there and how wide it is, is remembered for each design; a design never opened before gets what was last used. */
final class BesideSplit {
	private static final String BUNDLE = "org.clusterwright.ui";
	private static final QualifiedName OF_FILE = new QualifiedName(BUNDLE, "beside");
	private static final String LAST = "beside";
	private static final int WHOLE = 1000;
	private static final int DEFAULT_SHARE = 420;
	private static final int LEAST_SHARE = 100;
	private static final int SASH = 4;

	private final DesignEditor editor;
	private final SashForm split;
	private final Composite pages;
	private final IPartListener2 activation = new IPartListener2() {
		@Override
		public void partActivated(IWorkbenchPartReference part) {
			if (part.getPart(false) == editor) {
				ToggleBesideHandler.refresh();
			}
		}
	};
	private GeneratedPane pane;
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
		});
	}

	Composite pages() {
		return pages;
	}

	/** The right side; null while it is closed. */
	GeneratedPane pane() {
		return pane;
	}

	/** Opens the right side if it was open when the design was last edited. */
	void restore() {
		String[] words = remembered().split(" ");
		if (words.length == 2 && words[1].matches("\\d{1,4}")) {
			share = Math.max(LEAST_SHARE, Math.min(WHOLE - LEAST_SHARE, Integer.parseInt(words[1])));
		}
		setOpen(!words[0].equals("closed"));
	}

	void setOpen(boolean open) {
		if (open == (pane != null)) {
			return;
		}
		if (open) {
			pane = new GeneratedPane(split, editor.getSite());
			split.setWeights(WHOLE - share, share);
			pane.show(editor);
		} else {
			share = share();
			pane.control().dispose();
			pane = null;
		}
		split.layout();
	}

	/** Opens or closes it because the user said so. */
	void toggle() {
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

	private IFile file() {
		return ResourceUtil.getFile(editor.getEditorInput());
	}

	private static IEclipsePreferences preferences() {
		return InstanceScope.INSTANCE.getNode(BUNDLE);
	}

	private String remembered() {
		String last = preferences().get(LAST, "open " + DEFAULT_SHARE);
		IFile file = file();
		try {
			String own = file != null && file.exists() ? file.getPersistentProperty(OF_FILE) : null;
			return own == null ? last : own;
		} catch (CoreException e) {
			ILog.of(getClass()).log(e.getStatus());
			return last;
		}
	}

	private void remember() {
		String state = (pane == null ? "closed " : "open ") + share();
		preferences().put(LAST, state);
		IFile file = file();
		try {
			if (file != null && file.exists()) {
				file.setPersistentProperty(OF_FILE, state);
			}
		} catch (CoreException e) {
			ILog.of(getClass()).log(e.getStatus());
		}
	}
}
