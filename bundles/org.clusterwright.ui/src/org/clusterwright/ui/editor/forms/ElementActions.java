package org.clusterwright.ui.editor.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.clusterwright.core.forms.Moves;
import org.clusterwright.core.forms.References;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.Statement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerDropAdapter;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The buttons beside an {@link ElementTree} with their keys: add (Insert), remove (Delete), up and down (Alt with the arrows, or by dragging). */
public final class ElementActions {
	/** A button, and when it can be pressed. */
	private record Action(Button button, Predicate<Optional<EObject>> enabled) {
	}

	private final ElementTree tree;
	private final Composite buttons;
	private final List<Action> actions = new ArrayList<>();
	private final List<Runnable> onInsert = new ArrayList<>();
	private boolean removable;
	private boolean movable;

	public ElementActions(ElementTree tree) {
		this.tree = tree;
		buttons = tree.section().toolkit().createComposite(tree.area());
		buttons.setLayoutData(new GridData(SWT.BEGINNING, SWT.BEGINNING, false, false));
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(buttons);
		tree.addRefreshListener(this::update);
		tree.control().addListener(SWT.KeyDown, e -> {
			boolean alt = (e.stateMask & SWT.MODIFIER_MASK) == SWT.ALT;
			if (e.keyCode == SWT.INSERT && !onInsert.isEmpty() && isWritable()) {
				onInsert.get(0).run();
			} else if (e.keyCode == SWT.DEL && removable && (e.stateMask & SWT.MODIFIER_MASK) == 0) {
				remove();
			} else if (movable && alt && (e.keyCode == SWT.ARROW_UP || e.keyCode == SWT.ARROW_DOWN)) {
				e.doit = false;
				step(e.keyCode == SWT.ARROW_UP ? -1 : 1);
			}
		});
	}

	private boolean isWritable() {
		return tree.page().isWritable();
	}

	/** Adds an element beside or in the selected one; {@code add} returns it, and it is selected. The first of several is also the Insert key's. */
	public ElementActions add(String id, String title, BiFunction<Cluster, Optional<EObject>, EObject> add) {
		return add(id, title, e -> true, add);
	}

	/** Adds an element in another that is selected elsewhere on the page. */
	public ElementActions addIn(String id, String title, Supplier<Optional<ElementPath>> owner, BiFunction<EObject, Optional<EObject>, EObject> add) {
		Runnable run = () -> owner.get()
				.ifPresent(path -> insert((cluster, beside) -> add.apply(path.find(cluster).orElseThrow(() -> new RefusedEdit(FormMessages.forms_gone)), beside)));
		onInsert.add(run);
		return button(id, title, e -> owner.get().isPresent(), run);
	}

	/** As {@link #add(String, String, BiFunction)}, where the selected element allows it. */
	public ElementActions add(String id, String title, Predicate<Optional<EObject>> enabled, BiFunction<Cluster, Optional<EObject>, EObject> add) {
		Runnable run = () -> insert(add);
		onInsert.add(run);
		button(id, title, enabled, run);
		return this;
	}

	/** A button of the page's own. */
	public ElementActions button(String id, String title, Predicate<Optional<EObject>> enabled, Runnable run) {
		Button button = tree.section().toolkit().createButton(buttons, title, SWT.PUSH);
		button.setData("org.clusterwright.id", tree.id() + "." + id);
		button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		button.addListener(SWT.Selection, e -> run.run());
		actions.add(new Action(button, enabled));
		return this;
	}

	/** A button that removes the selected element, after asking where others refer to it. */
	public ElementActions removable() {
		removable = true;
		return button("remove", FormMessages.forms_remove, Optional::isPresent, this::remove);
	}

	/** Buttons and dragging that change the author's order. */
	public ElementActions movable() {
		movable = true;
		button("up", FormMessages.forms_up, e -> e.flatMap(o -> Moves.neighbour(o, -1)).isPresent(), () -> step(-1));
		button("down", FormMessages.forms_down, e -> e.flatMap(o -> Moves.neighbour(o, 1)).isPresent(), () -> step(1));
		Transfer[] transfers = { LocalSelectionTransfer.getTransfer() };
		tree.viewer().addDragSupport(DND.DROP_MOVE, transfers, new Drag());
		tree.viewer().addDropSupport(DND.DROP_MOVE, transfers, new Drop());
		return this;
	}

	/** What the Insert key does, where a button asks before it adds. */
	public ElementActions onInsert(Runnable run) {
		onInsert.add(run);
		return this;
	}

	/** A button that puts the selected element elsewhere; it stays selected. */
	public ElementActions move(String id, String title, Predicate<Optional<EObject>> enabled, Consumer<EObject> move) {
		return button(id, title, enabled, () -> tree.selected().ifPresent(path -> {
			AtomicReference<ElementPath> moved = new AtomicReference<>();
			tree.page().edit(path, e -> {
				move.accept(e);
				moved.set(ElementPath.of(e));
			}, result -> follow(result, moved));
		}));
	}

	private void update() {
		Optional<EObject> selected = tree.selectedElement();
		actions.stream().filter(a -> !a.button().isDisposed()).forEach(a -> a.button().setEnabled(isWritable() && a.enabled().test(selected)));
	}

	private void insert(BiFunction<Cluster, Optional<EObject>, EObject> add) {
		Optional<ElementPath> beside = tree.selected();
		AtomicReference<ElementPath> made = new AtomicReference<>();
		tree.page().edit((Cluster cluster) -> made.set(ElementPath.of(add.apply(cluster, beside.flatMap(p -> p.find(cluster))))), result -> {
			if (told(result) && made.get() != null) {
				tree.select(made.get());
				// F2 and the arrows go on from here.
				tree.control().setFocus();
			}
		});
	}

	private void remove() {
		tree.selectedElement().filter(e -> isWritable()).ifPresent(element -> {
			String text = tree.page().state().orElseThrow().snapshot().design().text();
			List<String> others = References.describe(element, text);
			if (others.isEmpty() || confirmed(Elements.title(element), others)) {
				tree.page().edit(ElementPath.of(element), References::remove, result -> {
					if (told(result)) {
						tree.control().setFocus();
					}
				});
			}
		});
	}

	private boolean confirmed(String title, List<String> others) {
		int shown = Math.min(others.size(), 12);
		String list = String.join("\n", others.subList(0, shown)) + (shown < others.size() ? "\n" + NLS.bind(FormMessages.forms_removeMore, others.size() - shown) : "");
		return MessageDialog.open(MessageDialog.QUESTION, tree.control().getShell(), FormMessages.forms_removeTitle, NLS.bind(FormMessages.forms_removeAsk, title, list), SWT.NONE,
				FormMessages.forms_removeAll, FormMessages.forms_removeCancel) == 0;
	}

	private void step(int step) {
		tree.selectedElement().filter(e -> isWritable() && Moves.neighbour(e, step).isPresent()).ifPresent(element -> {
			ElementPath path = ElementPath.of(element);
			AtomicReference<ElementPath> moved = new AtomicReference<>();
			tree.page().edit(path, e -> {
				Moves.step(e, step);
				moved.set(ElementPath.of(e));
			}, result -> follow(result, moved));
		});
	}

	private void follow(EditResult result, AtomicReference<ElementPath> moved) {
		if (told(result) && moved.get() != null) {
			tree.select(moved.get());
			Control focus = tree.control().getDisplay().getFocusControl();
			if (focus == null || !focus.isEnabled()) {
				tree.control().setFocus();
			}
		}
	}

	/** Says why an edit was refused; true where it was not. */
	private boolean told(EditResult result) {
		if (result instanceof EditResult.Rejected rejected && !tree.control().isDisposed()) {
			MessageDialog.openInformation(tree.control().getShell(), FormMessages.forms_refusedTitle, rejected.reason());
		}
		return result instanceof EditResult.Edited && !tree.control().isDisposed();
	}

	private final class Drag extends DragSourceAdapter {
		@Override
		public void dragStart(DragSourceEvent event) {
			event.doit = isWritable() && tree.selected().isPresent();
			LocalSelectionTransfer.getTransfer().setSelection(tree.selected().map(StructuredSelection::new).orElse(StructuredSelection.EMPTY));
		}

		@Override
		public void dragSetData(DragSourceEvent event) {
			event.data = LocalSelectionTransfer.getTransfer().getSelection();
		}

		@Override
		public void dragFinished(DragSourceEvent event) {
			LocalSelectionTransfer.getTransfer().setSelection(null);
		}
	}

	/** Takes rows of the same tree: between others of the same parent, or, in trees, onto a block that may hold them. */
	private final class Drop extends ViewerDropAdapter {
		Drop() {
			super(tree.viewer());
			setFeedbackEnabled(true);
		}

		private Optional<ElementPath> dragged() {
			return LocalSelectionTransfer.getTransfer().getSelection() instanceof StructuredSelection s && s.getFirstElement() instanceof ElementPath path
					&& tree.element(path).isPresent() ? Optional.of(path) : Optional.empty();
		}

		@Override
		public boolean validateDrop(Object target, int operation, TransferData type) {
			Optional<EObject> from = dragged().flatMap(tree::element);
			Optional<EObject> to = target instanceof ElementRow row ? tree.element(row.path()) : Optional.empty();
			return isWritable() && from.isPresent() && to.isPresent() && from.get() != to.get() && from.get().eClass() == to.get().eClass();
		}

		@Override
		public boolean performDrop(Object data) {
			if (!(getCurrentTarget() instanceof ElementRow row) || dragged().isEmpty()) {
				return false;
			}
			ElementPath from = dragged().get();
			ElementPath to = row.path();
			boolean before = getCurrentLocation() == LOCATION_BEFORE;
			AtomicReference<ElementPath> moved = new AtomicReference<>();
			tree.page().edit((Cluster cluster) -> {
				EObject element = from.find(cluster).orElseThrow(() -> new RefusedEdit(FormMessages.forms_gone));
				EObject other = to.find(cluster).orElseThrow(() -> new RefusedEdit(FormMessages.forms_gone));
				if (element.eContainer() != other.eContainer() && element instanceof Statement s && other.eContainer() instanceof Block parent) {
					Moves.into(s, parent);
				}
				Moves.beside(element, other, before);
				moved.set(ElementPath.of(element));
			}, result -> follow(result, moved));
			return true;
		}
	}
}
