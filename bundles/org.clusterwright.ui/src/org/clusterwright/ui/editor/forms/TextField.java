package org.clusterwright.ui.editor.forms;

import java.util.Optional;
import java.util.function.Supplier;
import org.clusterwright.core.forms.TypingHistory;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.model.effective.Effective;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** A value that is typed. Enter or leaving the field applies it, Escape takes it back; empty means "not written". */
final class TextField implements Field {
	private static final int WIDTH_IN_CHARACTERS = 20;

	private final FieldFrame frame;
	private final Supplier<Optional<ElementPath>> target;
	private final TypingHistory history = new TypingHistory();
	private final Text text;
	/** What the text says, as shown before anything was typed. */
	private String shown = "";
	private boolean showing;
	private boolean waiting;
	private boolean noting;

	/** @param lines the height; in a field of several lines Enter begins another, and Ctrl+Enter applies */
	TextField(FieldFrame frame, Supplier<Optional<ElementPath>> target, int lines) {
		this.frame = frame;
		this.target = target;
		boolean several = lines > 1;
		text = frame.section().toolkit().createText(frame.section().grid(), "", several ? SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL : SWT.SINGLE);
		frame.hold(text, this);
		if (several) {
			text.setFont(JFaceResources.getTextFont());
			frame.tall(lines * text.getLineHeight());
			text.addListener(SWT.KeyDown, e -> {
				if ((e.keyCode == SWT.CR || e.keyCode == SWT.KEYPAD_CR) && (e.stateMask & SWT.MODIFIER_MASK) == SWT.CTRL) {
					e.doit = false;
					commit();
				}
			});
		}
		((GridData) text.getLayoutData()).widthHint = FormSection.characters(text, WIDTH_IN_CHARACTERS);
		text.addListener(SWT.Modify, e -> typed());
		text.addListener(SWT.FocusOut, e -> commit());
		text.addListener(SWT.DefaultSelection, e -> commit());
		text.addListener(SWT.Traverse, e -> {
			if (e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
				e.doit = true;
			}
			if (e.detail == SWT.TRAVERSE_ESCAPE && hasTyping()) {
				e.doit = false;
				revert();
			}
		});
	}

	@Override
	public Control control() {
		return text;
	}

	@Override
	public void refresh(FormState state) {
		if (frame.turn(target)) {
			waiting = false;
			shown = text.getText();
			frame.complain(Optional.empty());
		}
		boolean typing = hasTyping();
		Optional<EObject> owner = frame.owner();
		Optional<Effective<String>> effective = frame.show(state);
		String message = owner.isEmpty() ? "" : effective.map(Effective::value).orElse("");
		if (!text.getMessage().equals(message)) {
			text.setMessage(message);
		}
		boolean usable = state.isWritable() && owner.filter(frame.property()::appliesTo).isPresent();
		if (text.getEnabled() != usable) {
			text.setEnabled(usable);
		}
		if (!typing && !waiting) {
			put(owner.flatMap(frame.property()::written).orElse(""));
		}
	}

	private void put(String value) {
		shown = value;
		if (!text.getText().equals(value)) {
			showing = true;
			int caret = text.getCaretPosition();
			text.setText(value);
			if (text.isFocusControl()) {
				text.setSelection(Math.min(caret, value.length()));
			}
			showing = false;
		}
		noting = false;
		history.start(value);
		frame.complain(Optional.empty());
		frame.section().page().typingChanged();
	}

	private void typed() {
		if (!showing) {
			note();
			frame.complain(hasTyping() ? complaint() : Optional.empty());
			frame.section().page().typingChanged();
		}
	}

	/** Typing over a selection is two changes, a removal and an insertion, but one step for undo: notes what is there when both are done. */
	private void note() {
		if (!noting) {
			noting = true;
			text.getDisplay().asyncExec(this::noteNow);
		}
	}

	private void noteNow() {
		if (noting && !text.isDisposed()) {
			noting = false;
			history.typed(text.getText());
			frame.section().page().typingChanged();
		}
	}

	/** What is typed, without blanks around; those at the beginning of several lines are meant. */
	private String value() {
		return (text.getStyle() & SWT.MULTI) != 0 ? text.getText().replace("\r\n", "\n").stripTrailing() : text.getText().strip();
	}

	private Optional<String> complaint() {
		String value = value();
		if (value.isEmpty()) {
			return frame.property().isOptional() ? Optional.empty() : Optional.of(FormMessages.forms_required);
		}
		return frame.owner().flatMap(o -> frame.property().complaint(o, value));
	}

	@Override
	public Optional<Regions.Region> place() {
		return frame.place();
	}

	@Override
	public boolean hasTyping() {
		return !text.isDisposed() && !text.getText().equals(shown);
	}

	@Override
	public void commit() {
		if (!hasTyping() || waiting) {
			return;
		}
		Optional<String> complaint = complaint();
		frame.complain(complaint);
		if (complaint.isEmpty()) {
			apply(value());
		}
	}

	private void apply(String value) {
		waiting = true;
		ElementPath path = frame.path();
		frame.section().page().edit(path, e -> {
			if (value.isEmpty()) {
				frame.property().erase(e);
			} else {
				frame.property().write(e, value);
			}
		}, result -> {
			if (!text.isDisposed() && path.equals(frame.path())) {
				applied(value, result);
			}
		});
	}

	private void applied(String value, EditResult result) {
		waiting = false;
		switch (result) {
			case EditResult.Edited edited -> {
				// What was typed meanwhile stays typing.
				shown = value().equals(value) ? text.getText() : value;
				noting = false;
				history.start(text.getText());
				frame.complain(Optional.empty());
				if (edited.replacements().isEmpty()) {
					frame.section().page().state().ifPresent(this::refresh);
				}
			}
			case EditResult.Rejected rejected -> frame.complain(Optional.of(rejected.reason()));
		}
		frame.section().page().typingChanged();
	}

	@Override
	public void revert() {
		if (!text.isDisposed()) {
			put(shown);
			text.selectAll();
		}
	}

	@Override
	public void reset() {
		if (!shown.isEmpty() && frame.property().isOptional()) {
			showing = true;
			text.setText("");
			showing = false;
			apply("");
		} else {
			revert();
		}
	}

	@Override
	public boolean undoTyping() {
		noteNow();
		return hasTyping() && step(history.undo());
	}

	@Override
	public boolean redoTyping() {
		return step(history.redo());
	}

	@Override
	public boolean canRedoTyping() {
		return history.canRedo();
	}

	private boolean step(Optional<String> to) {
		to.ifPresent(value -> {
			showing = true;
			text.setText(value);
			text.setSelection(value.length());
			showing = false;
			frame.complain(hasTyping() ? complaint() : Optional.empty());
			frame.section().page().typingChanged();
		});
		return to.isPresent();
	}
}
