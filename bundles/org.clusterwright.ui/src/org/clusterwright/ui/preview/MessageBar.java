package org.clusterwright.ui.preview;

import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.ui.Icons;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** The line above the files that says why there are none or why they are old. */
final class MessageBar {
	private static final int NARROW = 120;

	private final Composite bar;
	private final Label icon;
	private final Link text;
	private Runnable follow = () -> {
	};

	MessageBar(Composite parent) {
		bar = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 6).applyTo(bar);
		icon = new Label(bar, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
		text = new Link(bar, SWT.WRAP);
		text.setData("org.clusterwright.id", "generated.message");
		GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(text);
		text.addListener(SWT.Selection, e -> follow.run());
	}

	void show(String message) {
		set(Severity.INFO, message, () -> {
		});
	}

	/** A text that cannot be read at all has no line to go to. */
	void show(Finding error, boolean filesAreOld, Runnable go) {
		if (isAboutTheWhole(error)) {
			set(Severity.ERROR, NLS.bind(filesAreOld ? Messages.generated_oldUnreadable : Messages.generated_unreadableDesign, escaped(error.message())), () -> {
			});
			return;
		}
		String what = escaped(error.message());
		String line = String.valueOf(error.place().line());
		set(Severity.ERROR, NLS.bind(filesAreOld ? Messages.generated_oldFiles : Messages.generated_errors, what, line), go);
	}

	private static boolean isAboutTheWhole(Finding error) {
		return switch (error.code()) {
			case TEXT_TOO_LARGE, TEXT_NOT_UTF8, EMPTY_DESIGN -> true;
			default -> false;
		};
	}

	private static String escaped(String message) {
		return message.replace("&", "&&").replace("<", "‹").replace(">", "›");
	}

	private void set(Severity severity, String message, Runnable go) {
		follow = go;
		icon.setImage(Icons.of(severity));
		text.setText(message);
		setVisible(true);
	}

	void hide() {
		setVisible(false);
	}

	private void setVisible(boolean visible) {
		bar.setVisible(visible);
		((GridData) bar.getLayoutData()).exclude = !visible;
		text.requestLayout();
	}

	void setFocus() {
		text.setFocus();
	}
}
