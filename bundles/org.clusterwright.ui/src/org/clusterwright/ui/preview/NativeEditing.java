package org.clusterwright.ui.preview;

import java.util.Optional;
import org.clusterwright.core.nativeedit.EditableDesign;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.model.findings.Place;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.VerifyEvent;

/**
 * Editing of the native file that a pane shows. What is typed is a draft of the file until it is applied: then the design edit that it means is worked out
 * in the background, shown, and made as one step of the design's history, or the reason why there is none is shown and the draft stays.
 */
final class NativeEditing {
	private final GeneratedPane pane;
	private final EditBar bar;
	private final NativeText text;
	private boolean working;
	/** Said until the next key: why an applied draft came to nothing. */
	private String note;

	NativeEditing(GeneratedPane pane, EditBar bar, NativeText text) {
		this.pane = pane;
		this.bar = bar;
		this.text = text;
		bar.onApply(this::apply);
		bar.onDiscard(this::discard);
		bar.hide();
		text.onTyping(this::typed);
		text.viewer().appendVerifyKeyListener(this::key);
	}

	/** What the user made of the shown file and did not apply. */
	Optional<String> draft() {
		return current().map(NativeDrafts.Draft::text);
	}

	/** Says what can be done with the shown file. */
	void refresh() {
		Optional<GeneratedPane.Shown> shown = pane.shown();
		boolean editable = shown.filter(s -> EditableDesign.isEditable(NativeFormats.RHCS3, s.file().path())).isPresent();
		text.viewer().setEditable(editable && !working);
		if (shown.isEmpty()) {
			bar.hide();
			return;
		}
		Optional<NativeDrafts.Draft> draft = current();
		String generated = shown.get().file().content().text();
		String state = draft.map(d -> d.base().equals(generated) ? Messages.native_edited : Messages.native_editedOld).orElse(editable ? Messages.native_hint : Messages.native_readOnly);
		bar.show(working ? Messages.native_working : note != null && draft.isPresent() ? note : state, draft.isPresent(), !working);
	}

	private void typed() {
		Optional<GeneratedPane.Shown> shown = pane.shown();
		if (shown.isPresent() && drafts().isPresent()) {
			note = null;
			drafts().get().put(shown.get().ref(), shown.get().file().content().text(), text.content());
			text.setEdited(current().isPresent());
			refresh();
		}
	}

	private void key(VerifyEvent event) {
		if (current().isEmpty() || working) {
			return;
		}
		if (event.keyCode == SWT.ESC && event.stateMask == 0) {
			event.doit = false;
			discard();
		} else if ((event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) && event.stateMask == SWT.MOD1) {
			event.doit = false;
			apply();
		}
	}

	private void discard() {
		pane.shown().ifPresent(s -> drafts().ifPresent(d -> d.remove(s.ref())));
		pane.showAgain();
		text.widget().setFocus();
	}

	private void apply() {
		Optional<NativeDrafts.Draft> draft = current();
		Optional<ClusterSession> session = pane.session();
		Optional<DesignEditor> design = pane.design();
		if (draft.isEmpty() || session.isEmpty() || design.isEmpty() || working) {
			return;
		}
		FileRef file = pane.shown().orElseThrow().ref();
		working = true;
		note = null;
		refresh();
		session.get().ask(now -> DraftAnswer.of(now, file, draft.get()), answer -> {
			working = false;
			if (!text.widget().isDisposed()) {
				refresh();
				show(answer, session.get(), design.get());
			}
		});
	}

	private void show(DraftAnswer answer, ClusterSession session, DesignEditor design) {
		switch (answer.ask(text.widget().getShell())) {
			case DraftAnswer.Next.Nothing nothing -> discard();
			case DraftAnswer.Next.Edit edit -> answer.make(edit.proposal(), session, r -> made(answer.file(), r, design));
			case DraftAnswer.Next.Stay stay -> text.widget().setFocus();
			case DraftAnswer.Next.InFile in -> reveal(in.place());
			case DraftAnswer.Next.InDesign in -> design.reveal(in.place());
		}
	}

	void reveal(Place place) {
		int length = text.content().length();
		int offset = Math.min(place.offset(), length);
		text.viewer().setSelectedRange(offset, Math.min(place.length(), length - offset));
		text.viewer().revealRange(offset, 0);
		text.widget().setFocus();
	}

	private void made(FileRef file, EditResult result, DesignEditor design) {
		switch (result) {
			case EditResult.Edited edited -> design.drafts().remove(file);
			case EditResult.Rejected rejected -> note = rejected.reason();
		}
		if (!text.widget().isDisposed()) {
			refresh();
			text.widget().setFocus();
		}
	}

	private Optional<NativeDrafts> drafts() {
		return pane.design().map(DesignEditor::drafts);
	}

	private Optional<NativeDrafts.Draft> current() {
		return pane.shown().flatMap(s -> drafts().flatMap(d -> d.of(s.ref())));
	}
}
