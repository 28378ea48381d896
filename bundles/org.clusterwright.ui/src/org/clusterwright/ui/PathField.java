package org.clusterwright.ui;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A row of three columns: a label, the path of something on the disk, and a button to look for it. */
public final class PathField {
	private static final int WIDTH = 380;

	private final Text text;

	private PathField(Composite area, String label, String id, String value, UnaryOperator<String> browse) {
		new Label(area, SWT.NONE).setText(label);
		text = new Text(area, SWT.BORDER | SWT.SINGLE);
		text.setText(value);
		text.setData("org.clusterwright.id", id);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(WIDTH, SWT.DEFAULT).applyTo(text);
		Button button = new Button(area, SWT.PUSH);
		button.setText(Messages.generate_browse);
		button.setData("org.clusterwright.id", id + ".browse");
		button.addListener(SWT.Selection, e -> {
			String found = browse.apply(text.getText());
			if (found != null) {
				text.setText(found);
			}
		});
	}

	public static PathField directory(Composite area, String label, String id, String value) {
		return new PathField(area, label, id, value, now -> {
			DirectoryDialog dialog = new DirectoryDialog(area.getShell());
			dialog.setFilterPath(now);
			return dialog.open();
		});
	}

	public static PathField file(Composite area, String label, String id, String value) {
		return new PathField(area, label, id, value, now -> new FileDialog(area.getShell(), SWT.OPEN).open());
	}

	public Text text() {
		return text;
	}

	/** What is written; absent where nothing is. @throws InvalidPathException when it cannot be a path */
	public Optional<Path> path() {
		String path = text.getText().strip();
		return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path).normalize());
	}

	/** Why no directory can be written there: only what can be told at once, the rest is found when writing. */
	public Optional<String> complaintOfTarget() {
		try {
			Path path = path().filter(p -> p.isAbsolute() && p.getParent() != null).orElse(null);
			if (path == null) {
				return Optional.of(Messages.generate_notAbsolute);
			}
			if (!Files.isDirectory(path.getParent())) {
				return Optional.of(NLS.bind(Messages.generate_noParent, path.getParent()));
			}
			return Files.exists(path) && !Files.isDirectory(path) ? Optional.of(NLS.bind(Messages.generate_notDirectory, path)) : Optional.empty();
		} catch (InvalidPathException e) {
			return Optional.of(e.getReason());
		}
	}

	/** Why what is written, if anything is, names no file that can be read. */
	public Optional<String> complaintOfFile() {
		try {
			return path().filter(p -> !Files.isRegularFile(p)).map(p -> NLS.bind(Messages.generate_noSecrets, p));
		} catch (InvalidPathException e) {
			return Optional.of(e.getReason());
		}
	}

	/** Why what is written, if anything is, names no directory that is there. */
	public Optional<String> complaintOfDirectory() {
		try {
			return path().filter(p -> !Files.isDirectory(p)).map(p -> NLS.bind(Messages.generate_noParent, p));
		} catch (InvalidPathException e) {
			return Optional.of(e.getReason());
		}
	}
}
