package org.clusterwright.ui.editor.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.core.forms.FormArea;
import org.clusterwright.core.forms.NativeStatements;
import org.clusterwright.core.forms.NativeStatements.Kind;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.model.design.Block;
import org.clusterwright.ui.AreaDialog;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for a native option, a flag or a raw text: in which element, its name or file, its text. */
final class NativeDialog extends AreaDialog {
	/** What was asked for. */
	record Answer(ElementPath owner, Kind kind, String name, String text) {
	}

	private static final int LINES = 6;
	private static final int CHARACTERS = 44;

	private final FormState state;
	private final FormArea area;
	private final Optional<EObject> preferred;
	private final List<Block> owners = new ArrayList<>();
	private Combo kind;
	private Combo owner;
	private Label nameLabel;
	private Combo name;
	private Text text;
	private Answer answer;

	NativeDialog(Shell parent, FormState state, FormArea area, Optional<EObject> preferred) {
		super(parent, FormMessages.native_addTitle, 2);
		this.state = state;
		this.area = area;
		this.preferred = preferred;
	}

	Answer answer() {
		return answer;
	}

	@Override
	protected void fill(Composite fields) {
		setTitle(FormMessages.native_addTitle);
		setMessage(FormMessages.native_note);
		kind = combo(fields, FormMessages.native_addKind, "native.kind", SWT.READ_ONLY);
		kind.setItems(FormMessages.native_kindOption, FormMessages.native_kindFlag, FormMessages.native_kindRaw);
		kind.select(0);
		owner = combo(fields, FormMessages.native_addWhere, "native.owner", SWT.READ_ONLY);
		nameLabel = new Label(fields, SWT.NONE);
		name = combo(fields, "native.name", SWT.NONE);
		Label textLabel = new Label(fields, SWT.NONE);
		textLabel.setText(FormMessages.native_text);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(textLabel);
		text = new Text(fields, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
		text.setFont(JFaceResources.getTextFont());
		text.setData("org.clusterwright.id", "native.text");
		text.addListener(SWT.Traverse, e -> e.doit = true);
		GridDataFactory.fillDefaults().grab(true, true).hint(FormSection.characters(text, CHARACTERS), LINES * text.getLineHeight()).applyTo(text);
		kind.addListener(SWT.Selection, e -> turn());
		owner.addListener(SWT.Selection, e -> offer());
		name.addListener(SWT.Modify, e -> check());
		text.addListener(SWT.Modify, e -> check());
		turn();
	}

	private static Combo combo(Composite parent, String title, String id, int style) {
		new Label(parent, SWT.NONE).setText(title);
		return combo(parent, id, style);
	}

	private static Combo combo(Composite parent, String id, int style) {
		Combo combo = new Combo(parent, SWT.DROP_DOWN | style);
		combo.setData("org.clusterwright.id", id);
		combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		return combo;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		super.createButtonsForButtonBar(parent);
		check();
		name.setFocus();
	}

	private Kind chosen() {
		return Kind.values()[kind.getSelectionIndex()];
	}

	/** Shows the elements that may have the kind; the one that was chosen stays, else the one selected on the page. */
	private void turn() {
		Optional<EObject> before = owner.getSelectionIndex() < 0 ? preferred : Optional.of(owners.get(owner.getSelectionIndex()));
		owners.clear();
		owners.addAll(NativeStatements.owners(state.cluster(), area, chosen()));
		owner.setItems(owners.stream().map(NativeStatements::where).toArray(String[]::new));
		owner.select(Math.max(0, before.map(this::nearest).orElse(0)));
		boolean raw = chosen() == Kind.RAW;
		nameLabel.setText(raw ? FormMessages.native_path : FormMessages.native_option);
		nameLabel.requestLayout();
		text.setEnabled(chosen() != Kind.FLAG);
		offer();
	}

	private int nearest(EObject element) {
		for (EObject e = element; e != null; e = e.eContainer()) {
			if (owners.contains(e)) {
				return owners.indexOf(e);
			}
		}
		return 0;
	}

	private void offer() {
		String typed = name.getText();
		name.setItems(owner.getSelectionIndex() < 0 ? new String[0]
				: NativeStatements.names(state.effective(), owners.get(owner.getSelectionIndex()), chosen()).toArray(String[]::new));
		name.setText(typed);
		check();
	}

	private void check() {
		if (getButton(IDialogConstants.OK_ID) == null) {
			return;
		}
		boolean needsText = chosen() != Kind.FLAG;
		boolean quotes = chosen() == Kind.RAW && text.getText().contains("'''");
		setErrorMessage(owners.isEmpty() ? FormMessages.native_noOwner : quotes ? FormMessages.native_quotes : null);
		getButton(IDialogConstants.OK_ID).setEnabled(!owners.isEmpty() && !quotes && !name.getText().isBlank() && (!needsText || !text.getText().isBlank()));
	}

	@Override
	protected void okPressed() {
		answer = new Answer(ElementPath.of(owners.get(owner.getSelectionIndex())), chosen(), name.getText().strip(), text.getText().stripTrailing());
		super.okPressed();
	}
}
