package org.clusterwright.ui.diagram;

import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;

/** The picture as a page of the editor. */
public final class PicturePage extends FormPage {
	public static final String ID = "org.clusterwright.ui.picture";

	private final DesignEditor editor;
	private DiagramPanel panel;

	public PicturePage(DesignEditor editor) {
		super(editor, ID, Messages.diagram_page);
		this.editor = editor;
	}

	@Override
	protected void createFormContent(IManagedForm form) {
		form.getForm().getBody().setLayout(new FillLayout());
		panel = new DiagramPanel(form.getForm().getBody(), "page");
		panel.follow(editor);
	}

	@Override
	public void setFocus() {
		if (panel != null) {
			panel.setFocus();
		}
	}
}
