package org.clusterwright.ui.editor.forms;

import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.ui.Icons;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** The line under a page's title that says why nothing can be changed now, with a link to the place in the text. */
final class ProblemBar {
	private static final int NARROW = 120;

	private final Composite bar;
	private final Label icon;
	private final Link text;
	private Runnable follow = () -> {
	};

	ProblemBar(Composite parent, String page) {
		bar = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 4).applyTo(bar);
		icon = new Label(bar, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
		text = new Link(bar, SWT.WRAP);
		text.setData("org.clusterwright.id", page + ".problem");
		GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(text);
		text.addListener(SWT.Selection, e -> follow.run());
	}

	Control control() {
		return bar;
	}

	void reading() {
		icon.setImage(Icons.of(Severity.INFO));
		text.setText(FormMessages.forms_reading);
	}

	/** @param shown whether the page shows an older state of the design, rather than nothing */
	void show(Finding error, boolean shown, Runnable go) {
		follow = go;
		icon.setImage(Icons.of(Severity.ERROR));
		text.setText(NLS.bind(shown ? FormMessages.forms_syntaxErrors : FormMessages.forms_neverRead, escaped(error.message()), error.place().line()));
	}

	private static String escaped(String message) {
		return message.replace("&", "&&").replace("<", "‹").replace(">", "›");
	}

	void setFocus() {
		text.setFocus();
	}
}
