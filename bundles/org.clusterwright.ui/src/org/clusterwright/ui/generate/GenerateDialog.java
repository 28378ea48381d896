package org.clusterwright.ui.generate;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.clusterwright.ui.AreaDialog;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks where to write the files and where the values of secrets are. */
final class GenerateDialog extends AreaDialog {
	private static final int WIDTH = 420;

	private final String design;
	private Text directory;
	private Text secrets;
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
		directory = field(area, Messages.generate_directory, "generate.directory", chosenDirectory.toString(), this::askDirectory);
		secrets = field(area, Messages.generate_secrets, "generate.secrets", chosenSecrets.map(Path::toString).orElse(""), () -> new FileDialog(getShell(), SWT.OPEN).open());
		Label note = new Label(area, SWT.WRAP);
		note.setText(Messages.generate_secretsNote);
		GridDataFactory.fillDefaults().span(3, 1).hint(WIDTH, SWT.DEFAULT).applyTo(note);
		setTitle(NLS.bind(Messages.generate_title, design));
		setMessage(Messages.generate_message);
	}

	private String askDirectory() {
		DirectoryDialog dialog = new DirectoryDialog(getShell());
		dialog.setFilterPath(directory.getText());
		return dialog.open();
	}

	private Text field(Composite area, String label, String id, String value, Supplier<String> browse) {
		new Label(area, SWT.NONE).setText(label);
		Text text = new Text(area, SWT.BORDER | SWT.SINGLE);
		text.setText(value);
		text.setData("org.clusterwright.id", id);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(WIDTH, SWT.DEFAULT).applyTo(text);
		text.addListener(SWT.Modify, e -> check());
		Button button = new Button(area, SWT.PUSH);
		button.setText(Messages.generate_browse);
		button.addListener(SWT.Selection, e -> {
			String found = browse.get();
			if (found != null) {
				text.setText(found);
			}
		});
		setButtonLayoutData(button);
		return text;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.generate_ok, true).setData("org.clusterwright.id", "generate.ok");
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		check();
	}

	private void check() {
		String problem = problem();
		if (problem == null) {
			setMessage(Messages.generate_message);
		} else {
			setMessage(problem, IMessageProvider.ERROR);
		}
		if (getButton(IDialogConstants.OK_ID) != null) {
			getButton(IDialogConstants.OK_ID).setEnabled(problem == null);
		}
	}

	/** Only what can be told at once; the rest is found when writing. */
	private String problem() {
		if (directory == null || secrets == null) {
			return null;
		}
		try {
			Path path = Path.of(directory.getText().strip());
			if (!path.isAbsolute() || path.getParent() == null) {
				return Messages.generate_notAbsolute;
			}
			if (!Files.isDirectory(path.getParent())) {
				return NLS.bind(Messages.generate_noParent, path.getParent());
			}
			if (Files.exists(path) && !Files.isDirectory(path)) {
				return NLS.bind(Messages.generate_notDirectory, path);
			}
			String file = secrets.getText().strip();
			return file.isEmpty() || Files.isRegularFile(Path.of(file)) ? null : NLS.bind(Messages.generate_noSecrets, file);
		} catch (InvalidPathException e) {
			return e.getReason();
		}
	}

	@Override
	protected void okPressed() {
		chosenDirectory = Path.of(directory.getText().strip()).normalize();
		String file = secrets.getText().strip();
		chosenSecrets = file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file));
		super.okPressed();
	}

	Path directory() {
		return chosenDirectory;
	}

	Optional<Path> secrets() {
		return chosenSecrets;
	}
}
