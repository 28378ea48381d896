package org.clusterwright.ui;

import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** The frame of our dialogs: a name for the window, a title with a message, a grid below that, and edges that can be dragged. */
public abstract class AreaDialog extends TitleAreaDialog {
	private static final int MARGIN = 10;
	private static final int SPACING = 8;

	private final String window;
	private final int columns;

	/** {@code window} is the name of the window, {@code columns} those of the grid. */
	protected AreaDialog(Shell parent, String window, int columns) {
		super(parent);
		this.window = window;
		this.columns = columns;
		setHelpAvailable(false);
	}

	/** Says title and message and fills the grid. */
	protected abstract void fill(Composite area);

	@Override
	protected final boolean isResizable() {
		return true;
	}

	@Override
	protected final void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(window);
	}

	@Override
	protected final Control createDialogArea(Composite parent) {
		Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().numColumns(columns).margins(MARGIN, MARGIN).spacing(SPACING, SPACING).applyTo(area);
		fill(area);
		return area;
	}
}
