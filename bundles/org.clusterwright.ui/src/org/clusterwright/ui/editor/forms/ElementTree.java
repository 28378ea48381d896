package org.clusterwright.ui.editor.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.dsl.ide.Regions;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.FocusCellOwnerDrawHighlighter;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.jface.viewers.TreeViewerEditor;
import org.eclipse.jface.viewers.TreeViewerFocusCellManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;

/**
 * Elements as a table or tree over the whole width of a section, with cells that are edited in place: Enter, F2, typing or a click into the selected
 * row. Buttons and keys come by {@link ElementActions}. Sections may show the selected element: {@code section(column, title, tree::selected)}.
 */
public final class ElementTree implements Field {
	/** In the first column: the picture and what opens a row. */
	private static final int ICON_ROOM = 24;
	/** What a tree takes at least; a wider one scrolls where there is no room. */
	private static final int LEAST_CHARACTERS = 30;

	private final FormSection section;
	private final Function<FormState, List<? extends EObject>> roots;
	private final Function<EObject, List<? extends EObject>> children;
	private final Composite area;
	private final Composite frame;
	private final TreeViewer viewer;
	private final TreeColumnLayout layout = new TreeColumnLayout();
	private final List<TreeViewerColumn> viewerColumns = new ArrayList<>();
	private final List<ElementCells> cells = new ArrayList<>();
	private final List<Runnable> selectionListeners = new ArrayList<>();
	private final List<Runnable> refreshListeners = new ArrayList<>();
	private final String id;
	private List<ElementColumn> columns = List.of();
	private Map<ElementPath, EObject> elements = Map.of();
	private List<ElementRow> rows = List.of();
	private List<String> signature = List.of();
	private Function<FormState, List<ElementColumn>> columnSource;
	private ElementPath selected;
	private ElementPath wanted;
	private int selectedIndex;
	private boolean refreshing;

	/** A table. */
	public static ElementTree table(FormSection section, String id, int lines, Function<FormState, List<? extends EObject>> roots, ElementColumn... columns) {
		return new ElementTree(section, id, lines, roots, e -> List.of(), List.of(columns));
	}

	public static ElementTree tree(FormSection section, String id, int lines, Function<FormState, List<? extends EObject>> roots,
			Function<EObject, List<? extends EObject>> children, ElementColumn... columns) {
		return new ElementTree(section, id, lines, roots, children, List.of(columns));
	}

	private ElementTree(FormSection section, String id, int lines, Function<FormState, List<? extends EObject>> roots, Function<EObject, List<? extends EObject>> children,
			List<ElementColumn> columns) {
		this.section = section;
		this.roots = roots;
		this.children = children;
		this.id = section.page().key() + "." + id;
		area = section.toolkit().createComposite(section.grid());
		FormSection.wide(area);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
		frame = section.toolkit().createComposite(area);
		Tree tree = new Tree(frame, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
		section.toolkit().adapt(tree, true, false);
		tree.setHeaderVisible(columns.size() > 1 || columns.isEmpty());
		tree.setData("org.clusterwright.id", this.id);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(tree, "org.clusterwright.ui." + this.id.replace('.', '_'));
		tree.setData(HELP, (Supplier<String>) this::help);
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
		data.heightHint = (lines + (tree.getHeaderVisible() ? 1 : 0)) * tree.getItemHeight() + 6;
		frame.setLayoutData(data);
		frame.setLayout(layout);
		viewer = new TreeViewer(tree);
		viewer.setUseHashlookup(true);
		viewer.setContentProvider(new Rows());
		ColumnViewerToolTipSupport.enableFor(viewer);
		keys();
		setColumns(columns);
		viewer.setInput(rows);
		viewer.addPostSelectionChangedListener(e -> selectionChanged());
		tree.addListener(SWT.FocusIn, e -> section.page().focused(this));
		tree.addListener(SWT.KeyDown, e -> {
			if (e.keyCode == SWT.ESC && selected != null) {
				revert();
			} else if (e.keyCode == SWT.F2 && !viewer.isCellEditorActive()) {
				// A row that was selected by an edit rather than by hand has no cell with the focus yet.
				editFirst();
			}
		});
		section.page().add(this);
	}

	private void editFirst() {
		selectedElement().ifPresent(element -> columns.stream().filter(c -> c.isEditable(element)).findFirst()
				.ifPresent(c -> viewer.editElement(new ElementRow(selected, List.of()), columns.indexOf(c))));
	}

	private void keys() {
		ColumnViewerEditorActivationStrategy when = new ColumnViewerEditorActivationStrategy(viewer) {
			@Override
			protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
				return switch (event.eventType) {
					case ColumnViewerEditorActivationEvent.MOUSE_DOUBLE_CLICK_SELECTION, ColumnViewerEditorActivationEvent.TRAVERSAL, ColumnViewerEditorActivationEvent.PROGRAMMATIC -> true;
					case ColumnViewerEditorActivationEvent.KEY_PRESSED -> event.keyCode == SWT.F2 || event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
					default -> false;
				};
			}
		};
		TreeViewerEditor.create(viewer, new TreeViewerFocusCellManager(viewer, new FocusCellOwnerDrawHighlighter(viewer, false)), when,
				ColumnViewerEditor.TABBING_HORIZONTAL | ColumnViewerEditor.TABBING_MOVE_TO_ROW_NEIGHBOR | ColumnViewerEditor.TABBING_VERTICAL | ColumnViewerEditor.KEYBOARD_ACTIVATION);
	}

	/** Lets the columns follow from the design. */
	public ElementTree columnsFrom(Function<FormState, List<ElementColumn>> source) {
		columnSource = source;
		return this;
	}

	private void setColumns(List<ElementColumn> next) {
		if (!viewerColumns.isEmpty() && next.stream().map(ElementColumn::title).toList().equals(columns.stream().map(ElementColumn::title).toList())) {
			return;
		}
		viewer.getTree().setRedraw(false);
		viewerColumns.forEach(c -> c.getColumn().dispose());
		viewerColumns.clear();
		cells.clear();
		columns = List.copyOf(next);
		for (ElementColumn column : columns) {
			TreeViewerColumn shown = new TreeViewerColumn(viewer, SWT.NONE);
			shown.getColumn().setText(column.title());
			shown.getColumn().setResizable(true);
			ElementCells made = new ElementCells(this, column, cells.isEmpty());
			cells.add(made);
			shown.setLabelProvider(made.labels());
			shown.setEditingSupport(made.editing(viewer));
			int least = FormSection.characters(viewer.getTree(), Math.max(column.characters(), column.title().length() + 3)) + 16 + (cells.size() == 1 ? ICON_ROOM : 0);
			layout.setColumnData(shown.getColumn(), new ColumnWeightData(column.characters(), least, true));
			viewerColumns.add(shown);
		}
		int width = columns.stream().mapToInt(c -> FormSection.characters(viewer.getTree(), c.characters()) + 16).sum();
		((GridData) frame.getLayoutData()).widthHint = Math.min(width + 24, FormSection.characters(viewer.getTree(), LEAST_CHARACTERS));
		signature = List.of();
		viewer.getTree().setRedraw(true);
		frame.layout(true);
	}

	/** Says in the empty tree what it is for and how to begin. */
	public ElementTree whenEmpty(String text) {
		viewer.getTree().addListener(SWT.Paint, e -> {
			if (viewer.getTree().getItemCount() == 0) {
				e.gc.setForeground(JFaceResources.getColorRegistry().get(JFacePreferences.QUALIFIER_COLOR));
				e.gc.drawText(text, 6, (viewer.getTree().getHeaderVisible() ? viewer.getTree().getHeaderHeight() : 0) + 6, true);
			}
		});
		return this;
	}

	@Override
	public Tree control() {
		return viewer.getTree();
	}

	public DesignFormPage page() {
		return section.page();
	}

	FormSection section() {
		return section;
	}

	/** Where buttons stand: beside the tree. */
	Composite area() {
		return area;
	}

	String id() {
		return id;
	}

	TreeViewer viewer() {
		return viewer;
	}

	/** The element of a row in the state that is shown. */
	Optional<EObject> element(ElementPath path) {
		return Optional.ofNullable(elements.get(path));
	}

	/** The selected element; the first is selected where the user selected none. */
	public Optional<ElementPath> selected() {
		return Optional.ofNullable(selected);
	}

	public Optional<EObject> selectedElement() {
		return selected().flatMap(this::element);
	}

	public void addSelectionListener(Runnable listener) {
		selectionListeners.add(listener);
	}

	/** Is told each new state and each selection. */
	void addRefreshListener(Runnable listener) {
		refreshListeners.add(listener);
		selectionListeners.add(listener);
	}

	/** Selects an element now, or when a state comes that has it. */
	public void select(ElementPath path) {
		wanted = path;
		if (elements.containsKey(path)) {
			choose();
		}
	}

	private void selectionChanged() {
		if (refreshing) {
			return;
		}
		IStructuredSelection selection = viewer.getStructuredSelection();
		ElementPath next = selection.getFirstElement() instanceof ElementRow row ? row.path() : null;
		if (!Objects.equals(next, selected)) {
			selected = next;
			selectedIndex = order(rows, new ArrayList<>()).indexOf(next);
			page().rebind();
			selectionListeners.forEach(Runnable::run);
			page().tellPlace();
		}
	}

	/** Selects the element, or the innermost around it that is a row. */
	void selectAround(ElementPath path) {
		for (int steps = path.steps().size(); steps > 0; steps--) {
			ElementPath around = new ElementPath(path.steps().subList(0, steps));
			if (elements.containsKey(around)) {
				select(around);
				return;
			}
		}
	}

	@Override
	public Optional<Regions.Region> place() {
		return selectedElement().flatMap(FieldFrame::placeOf);
	}

	@Override
	public void refresh(FormState state) {
		if (columnSource != null) {
			setColumns(columnSource.apply(state));
		}
		Map<ElementPath, EObject> found = new HashMap<>();
		List<ElementRow> next = rows(roots.apply(state), found);
		elements = found;
		cells.forEach(c -> c.forgetOthers(found.keySet()));
		List<String> seen = new ArrayList<>(List.of(String.valueOf(state.isWritable())));
		sign(next, seen);
		boolean same = seen.equals(signature) && order(next, new ArrayList<>()).equals(order(rows, new ArrayList<>()));
		if (!same && !viewer.isCellEditorActive()) {
			signature = seen;
			rows = next;
			show();
		}
		choose();
		refreshListeners.forEach(Runnable::run);
	}

	private List<ElementRow> rows(List<? extends EObject> of, Map<ElementPath, EObject> found) {
		List<ElementRow> made = new ArrayList<>();
		for (EObject element : of) {
			ElementPath path = ElementPath.of(element);
			// Two elements of one name cannot be told apart; the second is not shown, and a finding says why.
			if (found.putIfAbsent(path, element) == null) {
				made.add(new ElementRow(path, rows(children.apply(element), found)));
			}
		}
		return made;
	}

	private void sign(List<ElementRow> of, List<String> seen) {
		for (ElementRow row : of) {
			cells.forEach(c -> seen.add(c.signature(row)));
			sign(row.children(), seen);
		}
	}

	private static List<ElementPath> order(List<ElementRow> of, List<ElementPath> into) {
		for (ElementRow row : of) {
			into.add(row.path());
			order(row.children(), into);
		}
		return into;
	}

	private void show() {
		refreshing = true;
		viewer.getTree().setRedraw(false);
		try {
			Object[] expanded = viewer.getExpandedElements();
			boolean first = viewer.getTree().getItemCount() == 0;
			viewer.setInput(rows);
			if (first) {
				viewer.expandAll();
			} else {
				viewer.setExpandedElements(expanded);
			}
		} finally {
			viewer.getTree().setRedraw(true);
			refreshing = false;
		}
	}

	/** Keeps the selection: the wanted element, the one selected before, or what took its place. */
	private void choose() {
		List<ElementPath> all = order(rows, new ArrayList<>());
		if (wanted != null && all.contains(wanted)) {
			selected = wanted;
			wanted = null;
		} else if (selected == null || !all.contains(selected)) {
			selected = all.isEmpty() ? null : all.get(Math.max(0, Math.min(selectedIndex, all.size() - 1)));
		}
		selectedIndex = all.indexOf(selected);
		ElementRow shown = viewer.getStructuredSelection().getFirstElement() instanceof ElementRow row ? row : null;
		if (selected != null && (shown == null || !shown.path().equals(selected))) {
			refreshing = true;
			viewer.setSelection(new StructuredSelection(new ElementRow(selected, List.of())), true);
			refreshing = false;
			page().rebindOthers(this);
			selectionListeners.forEach(Runnable::run);
		}
	}

	/** Paints a row anew, after what was typed into it was refused or taken back. */
	void repaint(ElementRow row) {
		if (!viewer.getTree().isDisposed()) {
			viewer.update(row, null);
			page().typingChanged();
		}
	}

	// ---- as a field: what was refused stays ---------------------------------------------------------------------------------

	@Override
	public boolean hasTyping() {
		return !viewer.getTree().isDisposed() && elements.keySet().stream().anyMatch(p -> cells.stream().anyMatch(c -> c.isRefused(p)));
	}

	@Override
	public void commit() {
		// What is typed in a cell is applied when its editor closes; what was refused would be refused again.
		if (viewer.isCellEditorActive()) {
			viewer.getTree().setFocus();
		}
	}

	@Override
	public void revert() {
		selected().ifPresent(path -> {
			cells.forEach(c -> c.takeBack(path));
			repaint(new ElementRow(path, List.of()));
		});
	}

	@Override
	public void reset() {
		var cell = viewer.getColumnViewerEditor().getFocusCell();
		if (cell != null && cell.getElement() instanceof ElementRow row && cell.getColumnIndex() < cells.size()) {
			ElementColumn column = columns.get(cell.getColumnIndex());
			if (column.property().filter(p -> p.isOptional()).isPresent()) {
				cells.get(cell.getColumnIndex()).apply(row, "");
			}
		}
	}

	/** What the columns of the selected row are, that with the focus first. */
	private String help() {
		EObject element = selectedElement().orElse(null);
		FormState state = page().state().orElse(null);
		if (element == null || state == null) {
			return "";
		}
		var cell = viewer.getColumnViewerEditor().getFocusCell();
		List<ElementColumn> ordered = new ArrayList<>(columns);
		if (cell != null && cell.getColumnIndex() < columns.size()) {
			ordered.add(0, ordered.remove(cell.getColumnIndex()));
		}
		return ordered.stream().flatMap(c -> c.property().stream().map(p -> c.title() + ": " + p.explain(element, state.effective(), state.snapshot().design().text())))
				.collect(Collectors.joining("\n\n"));
	}

	private static final class Rows implements ITreeContentProvider {
		@Override
		public Object[] getElements(Object input) {
			return ((List<?>) input).toArray();
		}

		@Override
		public Object[] getChildren(Object parent) {
			return ((ElementRow) parent).children().toArray();
		}

		@Override
		public Object getParent(Object element) {
			return null;
		}

		@Override
		public boolean hasChildren(Object element) {
			return !((ElementRow) element).children().isEmpty();
		}
	}
}
