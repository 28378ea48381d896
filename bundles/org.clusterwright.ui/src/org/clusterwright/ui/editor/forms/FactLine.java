package org.clusterwright.ui.editor.forms;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.clusterwright.core.forms.Derivation;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.model.effective.Effective;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A value that is only shown; it can be selected and copied. */
final class FactLine implements Field {
	private final Derivation value;
	private final Supplier<Optional<ElementPath>> target;
	private final Text text;

	FactLine(FormSection section, String id, String title, Derivation value, Supplier<Optional<ElementPath>> target) {
		this.value = value;
		this.target = target;
		section.toolkit().createLabel(section.grid(), "");
		Label label = section.toolkit().createLabel(section.grid(), title);
		label.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
		// Without a border, to look like the label that it is.
		text = new Text(section.grid(), SWT.READ_ONLY);
		section.toolkit().adapt(text, true, false);
		text.setData("org.clusterwright.id", section.page().key() + "." + id);
		GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
		data.horizontalIndent = 10;
		data.widthHint = FormSection.characters(text, 20);
		text.setLayoutData(data);
	}

	@Override
	public Control control() {
		return text;
	}

	@Override
	public void refresh(FormState state) {
		Optional<? extends Effective<?>> now = target.get().flatMap(state::find).flatMap(o -> value.of(state.effective(), o));
		String shown = now.map(e -> Derivation.text(e.value())).orElse("–");
		if (!text.getText().equals(shown)) {
			text.setText(shown);
		}
		String why = now.map(e -> Elements.why(e.origin(), state.snapshot().design().text())).orElse(null);
		if (!Objects.equals(text.getToolTipText(), why)) {
			text.setToolTipText(why);
		}
	}

	@Override
	public boolean hasTyping() {
		return false;
	}

	@Override
	public void commit() {
		// Nothing is typed here.
	}

	@Override
	public void revert() {
		// Nothing is typed here.
	}

	@Override
	public void reset() {
		// Nothing is written here.
	}
}
