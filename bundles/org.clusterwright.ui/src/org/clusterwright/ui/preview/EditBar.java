package org.clusterwright.ui.preview;

import org.clusterwright.ui.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** The line above a native file that says whether it can be edited, and has the buttons while it is. */
final class EditBar {
	private static final int NARROW = 80;

	private final Composite bar;
	private final Label text;
	private final Button apply;
	private final Button discard;

	EditBar(Composite parent) {
		bar = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(6, 2).applyTo(bar);
		text = new Label(bar, SWT.WRAP);
		text.setData("org.clusterwright.id", "native.state");
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(NARROW, SWT.DEFAULT).applyTo(text);
		apply = button(Messages.native_apply, Messages.native_applyTip, "native.apply");
		discard = button(Messages.native_discard, Messages.native_discardTip, "native.discard");
	}

	private Button button(String label, String tip, String id) {
		Button button = new Button(bar, SWT.PUSH);
		button.setText(label);
		button.setToolTipText(tip);
		button.setData("org.clusterwright.id", id);
		GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(button);
		return button;
	}

	void onApply(Runnable run) {
		apply.addListener(SWT.Selection, e -> run.run());
	}

	void onDiscard(Runnable run) {
		discard.addListener(SWT.Selection, e -> run.run());
	}

	void hide() {
		show(bar, false);
		bar.requestLayout();
	}

	/** Says something; with buttons while there is an edit, which can be pressed unless it is being worked on. */
	void show(String message, boolean buttons, boolean enabled) {
		show(bar, true);
		text.setText(message);
		for (Button button : new Button[] { apply, discard }) {
			show(button, buttons);
			button.setEnabled(enabled);
		}
		text.requestLayout();
	}

	private static void show(Control control, boolean visible) {
		control.setVisible(visible);
		((GridData) control.getLayoutData()).exclude = !visible;
	}
}
