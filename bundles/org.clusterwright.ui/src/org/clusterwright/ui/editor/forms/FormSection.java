package org.clusterwright.ui.editor.forms;

import java.util.Optional;
import java.util.function.Supplier;
import org.clusterwright.core.forms.Property;
import org.clusterwright.dsl.ide.ElementPath;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;

/**
 * A titled part of a page: fields of one element below each other, tables over the whole width. The element is told by {@code target}; it may be
 * another one at each refresh, as in the details of a list.
 */
public final class FormSection {
	/** Mark, label, control, reset. */
	static final int COLUMNS = 4;

	private final DesignFormPage page;
	private final Supplier<Optional<ElementPath>> target;
	private final Section section;
	private final Composite grid;

	FormSection(DesignFormPage page, Composite column, String title, Supplier<Optional<ElementPath>> target) {
		this.page = page;
		this.target = target;
		section = toolkit().createSection(column, ExpandableComposite.TITLE_BAR | ExpandableComposite.TWISTIE | ExpandableComposite.EXPANDED);
		section.setText(title);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
		grid = toolkit().createComposite(section);
		GridLayoutFactory.fillDefaults().numColumns(COLUMNS).spacing(4, 5).extendedMargins(2, 2, 4, 8).applyTo(grid);
		section.setClient(grid);
	}

	/** Lets the section take what height is left in its column. */
	public FormSection tall() {
		((GridData) section.getLayoutData()).grabExcessVerticalSpace = true;
		((GridData) section.getLayoutData()).verticalAlignment = SWT.FILL;
		return this;
	}

	void setExpanded(boolean expanded) {
		section.setExpanded(expanded);
	}

	/** Shows or hides the whole section; true where that changes something, and the page has to be laid out anew. */
	boolean setShown(boolean shown) {
		GridData data = (GridData) section.getLayoutData();
		boolean changed = data.exclude == shown;
		data.exclude = !shown;
		section.setVisible(shown);
		return changed;
	}

	/** A typed value, or one of a fixed set where the property has choices now. */
	public void field(String id, String title, Property property) {
		boolean chosen = page.state().flatMap(s -> target.get().flatMap(s::find)).map(o -> !property.choices(o).isEmpty()).orElse(false);
		if (chosen) {
			choice(id, title, property);
		} else {
			text(id, title, property);
		}
	}

	public void text(String id, String title, Property property) {
		new TextField(new FieldFrame(this, id, title, property), target, 1);
	}

	/** A typed text of several lines. */
	public void lines(String id, String title, int lines, Property property) {
		new TextField(new FieldFrame(this, id, title, property), target, lines);
	}

	/** A word of a fixed set, or a reference to another element. */
	public void choice(String id, String title, Property property) {
		new ChoiceField(new FieldFrame(this, id, title, property), target);
	}

	/** A word that is written or not. */
	public void check(String id, String title, Property property) {
		new CheckField(new FieldFrame(this, id, "", property), title, target);
	}

	/** A value that follows from the rest and cannot be written. */
	public void fact(String id, String title, org.clusterwright.core.forms.Derivation value) {
		page.add(new FactLine(this, id, title, value, target));
	}

	/** A button below the fields. */
	public Button button(String id, String title, Runnable run) {
		toolkit().createLabel(grid, "");
		toolkit().createLabel(grid, "");
		Button button = toolkit().createButton(grid, title, SWT.PUSH);
		button.setData("org.clusterwright.id", page.key() + "." + id);
		GridData data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 2, 1);
		data.horizontalIndent = 10;
		button.setLayoutData(data);
		button.addListener(SWT.Selection, e -> run.run());
		page.onlyWritable(button);
		return button;
	}

	/** A line of explanation over the whole width. */
	public Label note(String text) {
		Label note = toolkit().createLabel(grid, text, SWT.WRAP);
		GridData data = new GridData(SWT.FILL, SWT.BEGINNING, true, false, COLUMNS, 1);
		data.widthHint = characters(note, 30);
		note.setLayoutData(data);
		return note;
	}

	/** The section's grid, for controls of a page's own; {@link #wide} lays one over the whole width. */
	public Composite grid() {
		return grid;
	}

	public static void wide(Control control) {
		control.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, COLUMNS, 1));
	}

	public Supplier<Optional<ElementPath>> target() {
		return target;
	}

	public DesignFormPage page() {
		return page;
	}

	public FormToolkit toolkit() {
		return page.toolkit();
	}

	public void setTitle(String title) {
		if (!section.getText().equals(title)) {
			section.setText(title);
			section.layout();
		}
	}

	/** The width of a number of characters in a control's font. */
	public static int characters(Control control, int count) {
		GC gc = new GC(control);
		try {
			gc.setFont(control.getFont());
			return (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth() * count);
		} finally {
			gc.dispose();
		}
	}
}
