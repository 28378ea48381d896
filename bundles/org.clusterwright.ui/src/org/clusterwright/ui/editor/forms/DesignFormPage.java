package org.clusterwright.ui.editor.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clusterwright.core.forms.FormArea;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.findings.Place;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.text.Region;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.keys.IBindingService;

/**
 * A page of forms on the document of the source page. It shows the last state that could be read and asks the session for each change; a hidden
 * page is refreshed when it is shown. Subclasses make the widgets once, in {@link #fill}; values come by {@link Field#refresh}.
 */
public abstract class DesignFormPage extends FormPage {
	private final DesignEditor editor;
	private final FormArea area;
	private final List<Field> fields = new ArrayList<>();
	private final List<Control> writing = new ArrayList<>();
	private final List<Runnable> typingListeners = new ArrayList<>();
	private LocalResourceManager images;
	private ProblemBar problem;
	private FormState shown;
	private Field focused;
	private ElementTree lastTree;
	private boolean dirty;
	private boolean filled;

	protected DesignFormPage(DesignEditor editor, FormArea area, String title) {
		super(editor, "org.clusterwright.ui.page." + area.name().toLowerCase(Locale.ROOT), title.replace("&", "&&"));
		this.editor = editor;
		this.area = area;
	}

	/** Makes the widgets: sections in columns. The page's state may be absent then. */
	protected abstract void fill(Composite body);

	/** For what a page shows beside fields; called at each new state while the page is visible. */
	protected void refreshed(FormState state) {
		// Most pages have fields only.
	}

	public FormArea area() {
		return area;
	}

	/** The first part of the ids of the page's widgets. */
	public String key() {
		return area.name().toLowerCase(Locale.ROOT);
	}

	@Override
	protected void createFormContent(IManagedForm managed) {
		ScrolledForm form = managed.getForm();
		toolkit().setBorderStyle(SWT.BORDER);
		toolkit().decorateFormHeading(form.getForm());
		// A heading shows an ampersand once or twice, as the theme has it.
		form.setText(getTitle().replace("&&", FormMessages.forms_and));
		form.setData("org.clusterwright.id", key() + ".form");
		images = new LocalResourceManager(JFaceResources.getResources(), form);
		problem = new ProblemBar(form.getForm().getHead(), key());
		form.getBody().setLayout(new Columns());
		problem.control().setVisible(false);
		shown = editor.forms().state().orElse(null);
		fill(form.getBody());
		Control[] columns = form.getBody().getChildren();
		new NativeSection(this, (Composite) columns[columns.length - 1]);
		filled = true;
		refresh();
	}

	/** A column of the page; {@code weight} says how much of spare width it takes. */
	protected final Composite column(Composite body, int weight) {
		Composite column = toolkit().createComposite(body);
		GridLayoutFactory.fillDefaults().spacing(0, 10).applyTo(column);
		column.setLayoutData(weight);
		return column;
	}

	/** A section on the cluster itself. */
	final FormSection section(Composite column, String title) {
		return section(column, title, () -> Optional.of(ElementPath.ROOT));
	}

	/** A section on the element that {@code target} names at each refresh. */
	final FormSection section(Composite column, String title, Supplier<Optional<ElementPath>> target) {
		return new FormSection(this, column, title, target);
	}

	public final FormToolkit toolkit() {
		return getManagedForm().getToolkit();
	}

	public final LocalResourceManager images() {
		return images;
	}

	public final DesignEditor editor() {
		return editor;
	}

	/** What the page shows now. */
	public final Optional<FormState> state() {
		return Optional.ofNullable(shown);
	}

	public final boolean isWritable() {
		return shown != null && shown.isWritable();
	}

	final void add(Field field) {
		fields.add(field);
		field.control().addDisposeListener(e -> {
			fields.remove(field);
			if (focused == field) {
				focused = null;
			}
		});
		if (filled && shown != null) {
			field.refresh(shown);
		}
	}

	/** Greys a control while the text has syntax errors. */
	public final void onlyWritable(Control control) {
		writing.add(control);
		control.addDisposeListener(e -> writing.remove(control));
	}

	/** Shows the editor's state, where the page is visible; focus, caret, selection and what is being typed stay. */
	public final void refresh() {
		if (!filled || getManagedForm().getForm().isDisposed() || editor.formPage().filter(p -> p == this).isEmpty() && shown != null) {
			return;
		}
		shown = editor.forms().state().orElse(null);
		showProblem();
		if (shown == null) {
			return;
		}
		keepFocus();
		writing.forEach(c -> c.setEnabled(shown.isWritable()));
		List.copyOf(fields).forEach(f -> f.refresh(shown));
		refreshed(shown);
		tellPlace();
	}

	/** Shows the present state again, after a selection changed. */
	public final void rebind() {
		if (filled && shown != null) {
			List.copyOf(fields).forEach(f -> f.refresh(shown));
			refreshed(shown);
		}
	}

	/** As {@link #rebind()}, for a field whose selection changed while it was refreshed itself. */
	final void rebindOthers(Field but) {
		if (filled && shown != null) {
			List.copyOf(fields).stream().filter(f -> f != but).forEach(f -> f.refresh(shown));
			refreshed(shown);
		}
	}

	private void showProblem() {
		boolean trouble = shown == null || !shown.isWritable();
		if (shown == null) {
			editor.forms().obstacle().ifPresentOrElse(o -> problem.show(o, false, () -> editor.reveal(o.place())), problem::reading);
		} else {
			shown.obstacle().ifPresent(o -> problem.show(o, true, () -> editor.reveal(o.place())));
		}
		ScrolledForm form = getManagedForm().getForm();
		boolean visible = form.getForm().getHeadClient() != null;
		form.getBody().setVisible(shown != null);
		if (trouble != visible) {
			problem.control().setVisible(trouble);
			form.getForm().setHeadClient(trouble ? problem.control() : null);
			form.reflow(true);
		} else if (trouble) {
			problem.control().requestLayout();
		}
	}

	/** A control that is greyed loses the focus to anywhere; the bar that says why is the better place. */
	private void keepFocus() {
		if (!shown.isWritable() && focused != null && !focused.control().isDisposed() && focused.control().isFocusControl()) {
			problem.setFocus();
		}
	}

	/** Changes one element; {@code done} is told the result when the text has changed or the edit was refused. */
	public final void edit(ElementPath path, Consumer<EObject> change, Consumer<EditResult> done) {
		edit(cluster -> change.accept(path.find(cluster).orElseThrow(() -> new RefusedEdit(FormMessages.forms_gone))), done);
	}

	/** Changes the design; runs in the background, perhaps several times, and finds its elements by name. */
	public final void edit(Consumer<Cluster> change, Consumer<EditResult> done) {
		editor.session().ifPresent(s -> s.edit(change, done));
	}

	/** Opens the text at a place. */
	public final void reveal(Place place) {
		editor.reveal(place);
	}

	// ---- typing: what is in a field and not yet in the text -----------------------------------------------------------------

	final void focused(Field field) {
		focused = field;
		if (field instanceof ElementTree tree) {
			lastTree = tree;
		}
		typingChanged();
		tellPlace();
	}

	/** Lets those who show what the design makes follow the field and the row that the user is at. */
	final void tellPlace() {
		if (shown != null) {
			focusedField().flatMap(Field::place).ifPresent(p -> editor.selectedRegion().ifPresent(r -> r.set(new Region(p.offset(), p.length()))));
		}
	}

	/** Selects an element in all lists that have it, or what it is in. */
	public final void select(ElementPath path) {
		// Details of what is selected first come after it.
		List.copyOf(fields).stream().filter(ElementTree.class::isInstance).forEach(f -> ((ElementTree) f).selectAround(path));
	}

	/** The element that is selected in the table that was used last. */
	final Optional<EObject> lastSelected() {
		return Optional.ofNullable(lastTree).filter(t -> !t.control().isDisposed()).flatMap(ElementTree::selectedElement);
	}

	/** The field that has the focus. */
	public final Optional<Field> focusedField() {
		return Optional.ofNullable(focused).filter(f -> !f.control().isDisposed() && f.control().isFocusControl());
	}

	final void typingChanged() {
		boolean now = fields.stream().anyMatch(Field::hasTyping);
		if (now != dirty) {
			dirty = now;
			editor.editorDirtyStateChanged();
		}
		List.copyOf(typingListeners).forEach(Runnable::run);
	}

	/** Is run whenever a field is typed in, applied or entered. */
	public final void addTypingListener(Runnable listener) {
		typingListeners.add(listener);
	}

	public final void removeTypingListener(Runnable listener) {
		typingListeners.remove(listener);
	}

	/** Brings all that is typed into the text. */
	public final void commitTyping() {
		List.copyOf(fields).stream().filter(Field::hasTyping).forEach(Field::commit);
	}

	@Override
	public boolean isDirty() {
		return dirty;
	}

	@Override
	public void setFocus() {
		if (focused != null && !focused.control().isDisposed() && focused.control().isEnabled()) {
			focused.control().setFocus();
		} else if (filled) {
			fields.stream().filter(f -> !(f instanceof FactLine) && f.control().isEnabled()).findFirst().ifPresentOrElse(f -> f.control().setFocus(), problem::setFocus);
		}
	}

	/** The keys of "reset to default", as the user has them. */
	final String resetKey() {
		String key = getSite().getService(IBindingService.class).getBestActiveBindingFormattedFor("org.clusterwright.ui.resetField");
		return key == null ? "" : key;
	}

	/** Lets the mouse wheel scroll the page rather than change the value under the pointer. */
	final void passWheel(Control control) {
		control.addListener(SWT.MouseVerticalWheel, e -> {
			e.doit = false;
			ScrolledForm form = getManagedForm().getForm();
			Point origin = form.getOrigin();
			form.setOrigin(origin.x, origin.y - e.count * form.getVerticalBar().getIncrement());
		});
	}

	/** A composite over the whole width of a column, for tables beside buttons. */
	protected final Composite row(Composite column) {
		Composite row = toolkit().createComposite(column);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		return row;
	}
}
