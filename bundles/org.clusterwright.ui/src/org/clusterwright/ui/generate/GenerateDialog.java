package org.clusterwright.ui.generate;

import java.nio.file.Path;
import java.util.Optional;
import org.clusterwright.ui.AreaDialog;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.PathField;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Asks where to write the files and where the values of secrets are. */
final class GenerateDialog extends AreaDialog {
	private static final int WIDTH = 420;

	private final String design;
	private PathField directory;
	private PathField secrets;
	private Path chosenDirectory;
	private Optional<Path> chosenSecrets;

	GenerateDialog(Shell parent, String design, Path directory, Optional<Path> secrets) {
		super(parent, Messages.generate_window, 3);
		this.design = design;
		this.chosenDirectory = directory;
		this.chosenSecrets = secrets;
	}

	@Override
	protected void fill(Composite area) {
		directory = PathField.directory(area, Messages.generate_directory, "generate.directory", chosenDirectory.toString());
		secrets = PathField.file(area, Messages.generate_secrets, "generate.secrets", chosenSecrets.map(Path::toString).orElse(""));
		directory.text().addListener(SWT.Modify, e -> check());
		secrets.text().addListener(SWT.Modify, e -> check());
		Label note = new Label(area, SWT.WRAP);
		note.setText(Messages.generate_secretsNote);
		GridDataFactory.fillDefaults().span(3, 1).hint(WIDTH, SWT.DEFAULT).applyTo(note);
		setTitle(NLS.bind(Messages.generate_title, design));
		setMessage(Messages.generate_message);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.generate_ok, true).setData("org.clusterwright.id", "generate.ok");
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		check();
	}

	private void check() {
		String problem = directory.complaintOfTarget().or(secrets::complaintOfFile).orElse(null);
		if (problem == null) {
			setMessage(Messages.generate_message);
		} else {
			setMessage(problem, IMessageProvider.ERROR);
		}
		if (getButton(IDialogConstants.OK_ID) != null) {
			getButton(IDialogConstants.OK_ID).setEnabled(problem == null);
		}
	}

	@Override
	protected void okPressed() {
		chosenDirectory = directory.path().orElseThrow();
		chosenSecrets = secrets.path();
		super.okPressed();
	}

	Path directory() {
		return chosenDirectory;
	}

	Optional<Path> secrets() {
		return chosenSecrets;
	}
}
