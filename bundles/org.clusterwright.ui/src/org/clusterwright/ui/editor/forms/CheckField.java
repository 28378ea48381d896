package org.clusterwright.ui.editor.forms;

import java.util.Optional;
import java.util.function.Supplier;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.dsl.ide.Regions;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;

/** A word that is written or not. */
final class CheckField implements Field {
	private final FieldFrame frame;
	private final Supplier<Optional<ElementPath>> target;
	private final Button button;
	private boolean waiting;

	CheckField(FieldFrame frame, String title, Supplier<Optional<ElementPath>> target) {
		this.frame = frame;
		this.target = target;
		button = frame.section().toolkit().createButton(frame.section().grid(), title, SWT.CHECK);
		frame.hold(button, this);
		button.addListener(SWT.Selection, e -> commit());
	}

	@Override
	public Control control() {
		return button;
	}

	@Override
	public void refresh(FormState state) {
		if (frame.turn(target)) {
			waiting = false;
			frame.complain(Optional.empty());
		}
		Optional<EObject> owner = frame.owner();
		frame.show(state);
		boolean usable = state.isWritable() && owner.isPresent();
		if (button.getEnabled() != usable) {
			button.setEnabled(usable);
		}
		boolean written = owner.flatMap(frame.property()::written).isPresent();
		if (!waiting && button.getSelection() != written) {
			button.setSelection(written);
		}
	}

	@Override
	public Optional<Regions.Region> place() {
		return frame.place();
	}

	@Override
	public boolean hasTyping() {
		return false;
	}

	@Override
	public void commit() {
		boolean wanted = button.getSelection();
		if (wanted == frame.owner().flatMap(frame.property()::written).isPresent()) {
			return;
		}
		waiting = true;
		ElementPath path = frame.path();
		frame.section().page().edit(path, e -> {
			if (wanted) {
				frame.property().write(e, "yes");
			} else {
				frame.property().erase(e);
			}
		}, result -> {
			if (!button.isDisposed() && path.equals(frame.path())) {
				waiting = false;
				if (result instanceof EditResult.Rejected rejected) {
					button.setSelection(!wanted);
					frame.complain(Optional.of(rejected.reason()));
				} else {
					frame.complain(Optional.empty());
				}
			}
		});
	}

	@Override
	public void revert() {
		frame.complain(Optional.empty());
	}

	@Override
	public void reset() {
		if (button.getSelection()) {
			button.setSelection(false);
			commit();
		}
	}
}
