package org.clusterwright.ui.export;

import java.util.function.Function;
import java.util.function.Supplier;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A row of three columns: a label, the path, and a button to look for it. */
final class PathField {
	private static final int WIDTH = 340;

	private PathField() {
	}

	static Text directory(Composite area, String label, String id, String value) {
		return row(area, label, id, value, text -> {
			DirectoryDialog dialog = new DirectoryDialog(area.getShell());
			dialog.setFilterPath(text.getText());
			return dialog::open;
		});
	}

	static Text file(Composite area, String label, String id, String value) {
		return row(area, label, id, value, text -> new FileDialog(area.getShell(), SWT.OPEN)::open);
	}

	private static Text row(Composite area, String label, String id, String value, Function<Text, Supplier<String>> dialog) {
		new Label(area, SWT.NONE).setText(label);
		Text text = new Text(area, SWT.BORDER | SWT.SINGLE);
		text.setText(value);
		text.setData("org.clusterwright.id", id);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(WIDTH, SWT.DEFAULT).applyTo(text);
		Button button = new Button(area, SWT.PUSH);
		button.setText(Messages.generate_browse);
		button.setData("org.clusterwright.id", id + ".browse");
		button.addListener(SWT.Selection, e -> {
			String found = dialog.apply(text).get();
			if (found != null) {
				text.setText(found);
			}
		});
		return text;
	}
}
