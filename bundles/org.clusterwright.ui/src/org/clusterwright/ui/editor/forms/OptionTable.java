package org.clusterwright.ui.editor.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clusterwright.core.forms.ParameterRow;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.Secrets;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

/**
 * All parameters that the catalogue has for an element, with the value that holds and where it comes from; a value is written by typing over it.
 * What is only a default is behind "More", unless the agent or program cannot work without it.
 */
public final class OptionTable implements Field {
	/** What was typed and refused. */
	record Refused(String text, String reason) {
	}

	private final FormSection section;
	private final Function<EObject, List<ParameterRow>> source;
	private final TableViewer viewer;
	private final Text filter;
	private final Button more;
	private final Button reset;
	private final Button secret;
	private final Map<String, Refused> refused = new HashMap<>();
	private List<ParameterRow> rows = List.of();
	private List<String> signature = List.of();
	private ElementPath path;

	/** @param secrets whether values may be secrets */
	OptionTable(FormSection section, String id, int lines, boolean secrets, Function<EObject, List<ParameterRow>> source) {
		this.section = section;
		this.source = source;
		String key = section.page().key() + "." + id;
		Composite area = section.toolkit().createComposite(section.grid());
		FormSection.wide(area);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
		filter = section.toolkit().createText(area, "", SWT.SINGLE | SWT.SEARCH);
		filter.setMessage(FormMessages.forms_optionFilter);
		filter.setData("org.clusterwright.id", key + ".filter");
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(filter);
		more = section.toolkit().createButton(area, FormMessages.forms_optionMore, SWT.CHECK);
		more.setToolTipText(FormMessages.forms_optionMoreTip);
		more.setData("org.clusterwright.id", key + ".more");
		Composite frame = section.toolkit().createComposite(area);
		Table table = new Table(frame, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
		section.toolkit().adapt(table, false, false);
		table.setHeaderVisible(true);
		table.setData("org.clusterwright.id", key);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(table, "org.clusterwright.ui." + key.replace('.', '_'));
		table.setData(HELP, (Supplier<String>) this::help);
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
		data.heightHint = (lines + 1) * table.getItemHeight() + 6;
		data.widthHint = FormSection.characters(table, 50);
		frame.setLayoutData(data);
		viewer = new TableViewer(table);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		ColumnViewerToolTipSupport.enableFor(viewer);
		editing();
		TableColumnLayout layout = new TableColumnLayout();
		frame.setLayout(layout);
		column(layout, FormMessages.forms_columnParameter, 22, OptionCells.Kind.NAME);
		column(layout, FormMessages.forms_columnValue, 17, OptionCells.Kind.VALUE);
		column(layout, FormMessages.forms_columnSource, 10, OptionCells.Kind.SOURCE);
		Composite buttons = section.toolkit().createComposite(area);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(buttons);
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(buttons);
		reset = button(buttons, key + ".reset", FormMessages.forms_optionReset, this::reset);
		secret = secrets ? button(buttons, key + ".secret", FormMessages.forms_optionSecret, this::useSecret) : null;
		filter.addListener(SWT.Modify, e -> refresh());
		more.addListener(SWT.Selection, e -> refresh());
		viewer.addSelectionChangedListener(e -> enable());
		table.addListener(SWT.Paint, e -> {
			if (table.getItemCount() == 0) {
				e.gc.setForeground(JFaceResources.getColorRegistry().get(JFacePreferences.QUALIFIER_COLOR));
				e.gc.drawText(owner().isEmpty() ? "" : FormMessages.forms_optionNone, 6, table.getHeaderHeight() + 6, true);
			}
		});
		table.addListener(SWT.FocusIn, e -> section.page().focused(this));
		table.addListener(SWT.KeyDown, e -> {
			if (e.keyCode == SWT.DEL && (e.stateMask & SWT.MODIFIER_MASK) == 0) {
				reset();
			} else if (e.keyCode == SWT.ESC) {
				revert();
			}
		});
		section.page().add(this);
	}

	private Button button(Composite parent, String id, String title, Runnable run) {
		Button button = section.toolkit().createButton(parent, title, SWT.PUSH);
		button.setData("org.clusterwright.id", id);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
		button.addListener(SWT.Selection, e -> run.run());
		return button;
	}

	private void editing() {
		ColumnViewerEditorActivationStrategy when = new ColumnViewerEditorActivationStrategy(viewer) {
			@Override
			protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
				return switch (event.eventType) {
					case ColumnViewerEditorActivationEvent.MOUSE_DOUBLE_CLICK_SELECTION, ColumnViewerEditorActivationEvent.TRAVERSAL, ColumnViewerEditorActivationEvent.PROGRAMMATIC -> true;
					default -> false;
				};
			}
		};
		TableViewerEditor.create(viewer, when, ColumnViewerEditor.TABBING_VERTICAL);
		// There is one column to edit, so no cell has to be chosen first.
		viewer.getTable().addListener(SWT.KeyDown, e -> {
			if (e.keyCode == SWT.F2 || e.keyCode == SWT.CR || e.keyCode == SWT.KEYPAD_CR) {
				selectedRow().ifPresent(r -> viewer.editElement(r, 1));
			}
		});
	}

	private void column(TableColumnLayout layout, String title, int characters, OptionCells.Kind kind) {
		TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
		column.getColumn().setText(title);
		column.setLabelProvider(new OptionCells(this, kind));
		if (kind == OptionCells.Kind.VALUE) {
			column.setEditingSupport(OptionCells.editing(this, viewer));
		}
		layout.setColumnData(column.getColumn(), new ColumnWeightData(characters, FormSection.characters(viewer.getTable(), characters), true));
	}

	@Override
	public Table control() {
		return viewer.getTable();
	}

	FormSection section() {
		return section;
	}

	Optional<EObject> owner() {
		return path == null ? Optional.empty() : section.page().state().flatMap(s -> s.find(path));
	}

	Optional<Refused> refused(ParameterRow row) {
		return Optional.ofNullable(refused.get(row.id()));
	}

	Optional<Effective<String>> effective(ParameterRow row) {
		return owner().flatMap(o -> section.page().state().flatMap(s -> row.property().effective(s.effective(), o)));
	}

	private void refresh() {
		section.page().state().ifPresent(this::refresh);
	}

	@Override
	public void refresh(FormState state) {
		ElementPath next = section.target().get().filter(p -> state.find(p).isPresent()).orElse(null);
		if (!Objects.equals(next, path)) {
			path = next;
			refused.clear();
		}
		List<ParameterRow> shown = owner().map(o -> source.apply(o).stream().filter(r -> isShown(r, o)).toList()).orElse(List.of());
		List<String> seen = new ArrayList<>(List.of(String.valueOf(state.isWritable())));
		shown.forEach(r -> seen.add(OptionCells.signature(this, r)));
		if (!seen.equals(signature) && !viewer.isCellEditorActive()) {
			signature = seen;
			String selected = selectedRow().map(ParameterRow::id).orElse("");
			int top = viewer.getTable().getTopIndex();
			rows = shown;
			viewer.setInput(rows);
			rows.stream().filter(r -> r.id().equals(selected)).findFirst().ifPresent(r -> viewer.setSelection(new StructuredSelection(r)));
			viewer.getTable().setTopIndex(top);
		}
		enable();
	}

	private boolean isShown(ParameterRow row, EObject owner) {
		String typed = filter.getText().strip().toLowerCase(Locale.ROOT);
		if (!typed.isEmpty()) {
			return row.id().toLowerCase(Locale.ROOT).contains(typed);
		}
		return more.getSelection() || row.common() || refused.containsKey(row.id()) || row.property().written(owner).isPresent()
				|| effective(row).filter(e -> !(e.origin() instanceof Origin.Default)).isPresent();
	}

	private Optional<ParameterRow> selectedRow() {
		return viewer.getStructuredSelection().getFirstElement() instanceof ParameterRow row ? Optional.of(row) : Optional.empty();
	}

	/** What the selected parameter is, what holds now and why. */
	private String help() {
		return selectedRow().flatMap(r -> section.page().state().flatMap(s -> owner().map(o -> r.property().explain(o, s.effective(), s.snapshot().design().text())))).orElse("");
	}

	private void enable() {
		boolean writable = section.page().isWritable() && owner().isPresent();
		reset.setEnabled(writable && selectedRow().filter(r -> owner().flatMap(r.property()::written).isPresent()).isPresent());
		if (secret != null) {
			secret.setEnabled(writable && selectedRow().isPresent());
		}
	}

	/** Brings a text into the design; refused, it stays in its row with the reason. */
	void apply(ParameterRow row, String text) {
		EObject element = owner().orElse(null);
		if (element == null || text.equals(row.property().written(element).orElse(""))) {
			refused.remove(row.id());
			refresh();
			return;
		}
		Optional<String> complaint = text.isEmpty() ? Optional.empty() : row.property().complaint(element, text);
		if (complaint.isPresent()) {
			refuse(row, text, complaint.get());
			return;
		}
		ElementPath to = path;
		section.page().edit(to, e -> {
			if (text.isEmpty()) {
				row.property().erase(e);
			} else {
				row.property().write(e, text);
			}
		}, result -> {
			if (viewer.getTable().isDisposed() || !to.equals(path)) {
				return;
			}
			if (result instanceof EditResult.Rejected rejected) {
				refuse(row, text, rejected.reason());
			} else {
				refused.remove(row.id());
				section.page().typingChanged();
			}
		});
	}

	private void refuse(ParameterRow row, String text, String reason) {
		refused.put(row.id(), new Refused(text, reason));
		section.page().typingChanged();
		refresh();
	}

	private void useSecret() {
		ParameterRow row = selectedRow().orElse(null);
		EObject element = owner().orElse(null);
		if (row == null || element == null) {
			return;
		}
		String now = row.property().written(element).filter(w -> w.startsWith("secret ")).map(w -> w.substring("secret ".length()))
				.orElseGet(() -> element instanceof org.clusterwright.model.design.Named n && n.getName() != null ? n.getName() : row.key());
		InputDialog ask = new InputDialog(viewer.getTable().getShell(), FormMessages.forms_secretTitle, FormMessages.forms_secretAsk, now,
				name -> Secrets.NAME.matcher(name.strip()).matches() ? null : FormMessages.forms_secretName);
		if (ask.open() == Window.OK) {
			apply(row, "secret " + ask.getValue().strip());
		}
	}

	@Override
	public Optional<Regions.Region> place() {
		return owner().flatMap(FieldFrame::placeOf);
	}

	@Override
	public boolean hasTyping() {
		return !viewer.getTable().isDisposed() && !refused.isEmpty();
	}

	@Override
	public void commit() {
		if (viewer.isCellEditorActive()) {
			viewer.getTable().setFocus();
		}
	}

	@Override
	public void revert() {
		selectedRow().ifPresent(r -> refused.remove(r.id()));
		section.page().typingChanged();
		refresh();
	}

	@Override
	public void reset() {
		if (section.page().isWritable()) {
			selectedRow().ifPresent(r -> apply(r, ""));
		}
	}
}
