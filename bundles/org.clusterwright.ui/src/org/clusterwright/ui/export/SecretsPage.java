package org.clusterwright.ui.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.clusterwright.core.export.SecretSeal;
import org.clusterwright.core.plan.SecretFile;
import org.clusterwright.core.plan.SecretSource;
import org.clusterwright.model.effective.Secrets;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.PathField;
import org.clusterwright.ui.generate.LastExport;
import org.clusterwright.ui.generate.ReadyDesign;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Whether values of secrets travel, sealed, or are asked for on the node. */
final class SecretsPage extends WizardPage {
	private static final int WIDTH = 440;
	private static final int INDENT = 20;

	private final Set<String> names = new TreeSet<>();
	private final Optional<Path> remembered;
	private Button seal;
	private Composite fields;
	private PathField file;
	private Text passphrase;
	private Text again;

	SecretsPage(ReadyDesign.Ready design) {
		super("secrets");
		design.plan().trees().forEach(t -> t.files().forEach(f -> names.addAll(Secrets.namesIn(f.content().text()))));
		remembered = LastExport.secrets(design.file());
		setTitle(Messages.export_secretsTitle);
		setDescription(names.isEmpty() ? Messages.export_secretsNone : NLS.bind(Messages.export_secretsDescription, String.join(", ", names)));
	}

	@Override
	public void createControl(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(10, 10).applyTo(page);
		choice(page, Messages.export_secretsOut, "export.secrets.out", Messages.export_secretsOutNote).setSelection(true);
		seal = choice(page, Messages.export_secretsSeal, "export.secrets.seal", Messages.export_secretsSealNote);
		seal.setEnabled(!names.isEmpty());
		fields = new Composite(page, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(INDENT, 0).applyTo(fields);
		GridLayoutFactory.fillDefaults().numColumns(3).applyTo(fields);
		file = PathField.file(fields, Messages.generate_secrets, "export.secrets.file", remembered.map(Path::toString).orElse(""));
		file.text().setMessage(Messages.export_secretsFileHint);
		passphrase = word(Messages.export_passphrase, "export.passphrase");
		again = word(Messages.export_passphraseAgain, "export.passphraseAgain");
		for (Text text : new Text[] {file.text(), passphrase, again}) {
			text.addListener(SWT.Modify, e -> check());
		}
		seal.addListener(SWT.Selection, e -> check());
		setControl(page);
		check();
	}

	private static Button choice(Composite page, String title, String id, String note) {
		Button button = new Button(page, SWT.RADIO);
		button.setText(title);
		button.setData("org.clusterwright.id", id);
		Label label = new Label(page, SWT.WRAP);
		label.setText(note);
		GridDataFactory.fillDefaults().grab(true, false).indent(INDENT, 0).hint(WIDTH, SWT.DEFAULT).applyTo(label);
		return button;
	}

	private Text word(String label, String id) {
		new Label(fields, SWT.NONE).setText(label);
		Text text = new Text(fields, SWT.BORDER | SWT.PASSWORD);
		text.setData("org.clusterwright.id", id);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(text);
		return text;
	}

	private void check() {
		for (var control : fields.getChildren()) {
			control.setEnabled(seal.getSelection());
		}
		String problem = seal.getSelection() ? problem() : null;
		setErrorMessage(problem);
		setPageComplete(problem == null);
	}

	private String problem() {
		Optional<String> complaint = file.complaintOfFile();
		if (complaint.isPresent()) {
			return complaint.get();
		}
		if (passphrase.getText().isEmpty()) {
			return Messages.export_passphraseEmpty;
		}
		return passphrase.getText().equals(again.getText()) ? null : Messages.export_passphrasesDiffer;
	}

	/** The file of secrets that is used; absent where none is. */
	Optional<Path> file() {
		return seal.getSelection() ? file.path() : Optional.empty();
	}

	/**
	 * What seals the values; absent where they stay out.
	 *
	 * @throws IOException with a message for the user when the file of secrets is not as it must be, or lacks a value
	 */
	Optional<SecretSeal> seal() throws IOException {
		if (!seal.getSelection()) {
			return Optional.empty();
		}
		SecretSource environment = SecretSource.environment(System.getenv());
		Optional<Path> values = file.path();
		SecretSource source = values.isEmpty() ? environment : SecretFile.read(values.get()).or(environment);
		Set<String> missing = new TreeSet<>(names);
		missing.removeIf(n -> source.value(n).isPresent());
		if (!missing.isEmpty()) {
			throw new IOException(NLS.bind(Messages.export_secretsMissing, String.join(", ", missing)));
		}
		return Optional.of(SecretSeal.of(source, passphrase.getText()));
	}
}
