package org.clusterwright.ui.diagram;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.clusterwright.core.diagram.Palette;
import org.clusterwright.ui.AreaDialog;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for the form of an exported picture and for its file; asks before a file is replaced. */
final class ExportDialog extends AreaDialog {
	/** What is to be written where. */
	record Target(Path file, String format, Palette palette) {
	}

	private static final List<String> FORMATS = List.of("svg", "png", "txt");

	private final String title;
	private final Path file;
	private Combo format;
	private Combo ground;
	private Text name;
	private Target target;

	/** @param file what is proposed, with an ending */
	ExportDialog(Shell parent, String title, Path file) {
		super(parent, Messages.diagram_exportTitle, 3);
		this.title = title;
		this.file = file;
	}

	Target target() {
		return target;
	}

	@Override
	protected void fill(Composite area) {
		setTitle(title);
		setMessage(Messages.diagram_exportMessage);
		format = combo(area, Messages.diagram_exportFormat, "diagram.export.format", Messages.diagram_svg, Messages.diagram_png, Messages.diagram_text);
		format.select(Math.max(0, FORMATS.indexOf(ending(file.toString()))));
		format.addListener(SWT.Selection, e -> formatChosen());
		ground = combo(area, Messages.diagram_exportGround, "diagram.export.ground", Messages.diagram_light, Messages.diagram_dark);
		ground.select(0);
		new Label(area, SWT.NONE).setText(Messages.diagram_exportFile);
		name = new Text(area, SWT.BORDER);
		name.setData("org.clusterwright.id", "diagram.export.file");
		name.setText(file.toString());
		name.addListener(SWT.Modify, e -> check());
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(convertWidthInCharsToPixels(50), SWT.DEFAULT).applyTo(name);
		Button browse = new Button(area, SWT.PUSH);
		browse.setText(Messages.diagram_exportBrowse);
		browse.addListener(SWT.Selection, e -> browse());
		setButtonLayoutData(browse);
	}

	private static Combo combo(Composite area, String label, String id, String... choices) {
		new Label(area, SWT.NONE).setText(label);
		Combo combo = new Combo(area, SWT.READ_ONLY);
		combo.setData("org.clusterwright.id", id);
		combo.setItems(choices);
		GridDataFactory.fillDefaults().span(2, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(combo);
		return combo;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.diagram_exportDo, true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		check();
	}

	/** The file's ending follows the format, text has no ground. */
	private void formatChosen() {
		String chosen = FORMATS.get(format.getSelectionIndex());
		String text = name.getText();
		if (FORMATS.contains(ending(text))) {
			name.setText(text.substring(0, text.length() - ending(text).length()) + chosen);
		}
		ground.setEnabled(!chosen.equals("txt"));
	}

	private void browse() {
		FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
		dialog.setText(Messages.diagram_exportTitle);
		dialog.setFilterExtensions(new String[] { "*." + FORMATS.get(format.getSelectionIndex()), "*" });
		dialog.setFileName(name.getText());
		String chosen = dialog.open();
		if (chosen != null) {
			name.setText(FORMATS.contains(ending(chosen)) ? chosen : chosen + "." + FORMATS.get(format.getSelectionIndex()));
		}
	}

	private void check() {
		String problem = problem();
		setErrorMessage(problem);
		if (getButton(IDialogConstants.OK_ID) != null) {
			getButton(IDialogConstants.OK_ID).setEnabled(problem == null);
		}
	}

	private String problem() {
		try {
			Path path = Path.of(name.getText().strip());
			if (name.getText().isBlank() || !path.isAbsolute()) {
				return Messages.diagram_exportWhere;
			}
			if (Files.isDirectory(path)) {
				return NLS.bind(Messages.diagram_exportFolder, path);
			}
			return path.getParent() != null && Files.isDirectory(path.getParent()) ? null : NLS.bind(Messages.diagram_exportNoFolder, path.getParent());
		} catch (InvalidPathException e) {
			return Messages.diagram_exportWhere;
		}
	}

	@Override
	protected void okPressed() {
		Path chosen = Path.of(name.getText().strip());
		if (Files.exists(chosen) && !MessageDialog.openQuestion(getShell(), Messages.diagram_exportTitle, NLS.bind(Messages.diagram_exportReplace, chosen.getFileName()))) {
			return;
		}
		target = new Target(chosen, FORMATS.get(format.getSelectionIndex()), ground.getSelectionIndex() == 1 ? Palette.DARK : Palette.LIGHT);
		super.okPressed();
	}

	private static String ending(String name) {
		return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
	}
}
