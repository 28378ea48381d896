package org.clusterwright.ui.editor.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.model.effective.Effective;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;

/** A value that is chosen: a word of a fixed set or the name of another element. The first choice writes nothing and says what holds then. */
final class ChoiceField implements Field {
	private final FieldFrame frame;
	private final Supplier<Optional<ElementPath>> target;
	private final Combo combo;
	/** Behind the combo's entries; the first is empty where the property may be left out. */
	private List<String> values = List.of();
	private String shown = "";
	private boolean waiting;
	private boolean refused;

	ChoiceField(FieldFrame frame, Supplier<Optional<ElementPath>> target) {
		this.frame = frame;
		this.target = target;
		combo = new Combo(frame.section().grid(), SWT.READ_ONLY | SWT.DROP_DOWN);
		frame.section().toolkit().adapt(combo, true, false);
		frame.hold(combo, this);
		combo.addListener(SWT.Selection, e -> commit());
		combo.addListener(SWT.Traverse, e -> {
			if (e.detail == SWT.TRAVERSE_ESCAPE && refused) {
				e.doit = false;
				revert();
			}
		});
		frame.section().page().passWheel(combo);
	}

	@Override
	public Control control() {
		return combo;
	}

	@Override
	public void refresh(FormState state) {
		if (frame.turn(target)) {
			waiting = false;
			refused = false;
			frame.complain(Optional.empty());
		}
		Optional<EObject> owner = frame.owner();
		Optional<Effective<String>> effective = frame.show(state);
		boolean usable = state.isWritable() && owner.isPresent();
		if (combo.getEnabled() != usable) {
			combo.setEnabled(usable);
		}
		if (waiting || refused) {
			return;
		}
		shown = owner.flatMap(frame.property()::written).orElse("");
		List<String> next = new ArrayList<>();
		if (frame.property().isOptional() || shown.isEmpty()) {
			next.add("");
		}
		owner.ifPresent(o -> next.addAll(frame.property().choices(o)));
		if (!next.contains(shown)) {
			next.add(shown);
		}
		values = next;
		String otherwise = owner.isEmpty() ? "" : unset(effective);
		String[] items = next.stream().map(v -> v.isEmpty() ? otherwise : v).toArray(String[]::new);
		if (!Arrays.equals(items, combo.getItems())) {
			combo.setItems(items);
		}
		int index = next.indexOf(shown);
		if (combo.getSelectionIndex() != index) {
			combo.select(index);
		}
	}

	private static String unset(Optional<Effective<String>> effective) {
		return effective.map(e -> NLS.bind(FormMessages.forms_unsetChoice, e.value())).orElse(FormMessages.forms_unsetNothing);
	}

	private String chosen() {
		int index = combo.getSelectionIndex();
		return index < 0 ? shown : values.get(index);
	}

	@Override
	public Optional<Regions.Region> place() {
		return frame.place();
	}

	@Override
	public boolean hasTyping() {
		return refused && !combo.isDisposed();
	}

	@Override
	public void commit() {
		String value = chosen();
		if (value.equals(shown)) {
			refused = false;
			frame.complain(Optional.empty());
			return;
		}
		waiting = true;
		ElementPath path = frame.path();
		frame.section().page().edit(path, e -> {
			if (value.isEmpty()) {
				frame.property().erase(e);
			} else {
				frame.property().write(e, value);
			}
		}, result -> {
			if (!combo.isDisposed() && path.equals(frame.path())) {
				waiting = false;
				refused = result instanceof EditResult.Rejected;
				if (!refused) {
					shown = value;
				}
				frame.complain(result instanceof EditResult.Rejected rejected ? Optional.of(rejected.reason()) : Optional.empty());
				frame.section().page().typingChanged();
			}
		});
	}

	@Override
	public void revert() {
		refused = false;
		frame.complain(Optional.empty());
		combo.select(values.indexOf(shown));
		frame.section().page().typingChanged();
	}

	@Override
	public void reset() {
		if (frame.property().isOptional() && values.indexOf("") >= 0) {
			combo.select(values.indexOf(""));
			commit();
		}
	}
}
