package org.clusterwright.ui.export;

import org.clusterwright.ui.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Says why there is nothing to export. */
final class NothingPage extends WizardPage {
	private static final int WIDTH = 420;

	private final String why;

	NothingPage(String why) {
		super("nothing");
		this.why = why;
		setTitle(Messages.export_title);
	}

	@Override
	public void createControl(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(10, 10).applyTo(page);
		Label label = new Label(page, SWT.WRAP);
		label.setText(why);
		label.setData("org.clusterwright.id", "export.nothing");
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
		setPageComplete(false);
		setControl(page);
	}
}
