package org.clusterwright.ui.editor.forms;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** A text to read and to copy, over the whole width of a section. */
final class CopyText {
	private final Text text;
	private final Button copy;

	/** @param lines the height; longer texts scroll */
	CopyText(FormSection section, String id, int lines) {
		String key = section.page().key() + "." + id;
		Composite area = section.toolkit().createComposite(section.grid());
		FormSection.wide(area);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
		text = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP);
		section.toolkit().adapt(text, true, false);
		text.setFont(JFaceResources.getTextFont());
		text.setData("org.clusterwright.id", key);
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
		data.heightHint = lines * text.getLineHeight();
		data.widthHint = FormSection.characters(text, 40);
		text.setLayoutData(data);
		copy = section.toolkit().createButton(area, FormMessages.forms_copy, SWT.PUSH);
		copy.setData("org.clusterwright.id", key + ".copy");
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(copy);
		copy.addListener(SWT.Selection, e -> copy());
	}

	private void copy() {
		Clipboard clipboard = new Clipboard(text.getDisplay());
		try {
			clipboard.setContents(new Object[] { text.getText() }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}

	void show(String shown) {
		if (!text.getText().equals(shown)) {
			text.setText(shown);
		}
		copy.setEnabled(!shown.isEmpty());
	}
}
