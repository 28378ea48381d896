package org.clusterwright.ui.preview;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.Waiting;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** Asks what shall become of drafts of generated files before they would be lost, and leads them back to the design one after the other. */
public final class UnappliedDrafts {
	private static final int MOST_NAMED = 8;

	/** The three answers, in the order of their buttons. */
	private enum Choice {
		APPLY("drafts.apply"), DISCARD("drafts.discard"), CANCEL("drafts.cancel");

		private final String id;

		Choice(String id) {
			this.id = id;
		}
	}

	private final DesignEditor editor;

	public UnappliedDrafts(DesignEditor editor) {
		this.editor = editor;
	}

	/** Asks, where there are any; false when the editor must stay open. */
	public boolean settle() {
		if (drafts().isEmpty()) {
			return true;
		}
		return switch (choice()) {
			case APPLY -> applyAll(drafts().files());
			case DISCARD -> {
				drafts().clear();
				pane().ifPresent(GeneratedPane::showAgain);
				yield true;
			}
			case CANCEL -> false;
		};
	}

	private NativeDrafts drafts() {
		return editor.drafts();
	}

	private Optional<GeneratedPane> pane() {
		return GeneratedPane.of(editor);
	}

	private Shell shell() {
		return editor.getSite().getShell();
	}

	private Choice choice() {
		List<FileRef> files = drafts().files();
		String names = files.stream().limit(MOST_NAMED).map(f -> "\u2022 " + f.node() + "  " + f.path()).collect(Collectors.joining("\n")) + (files.size() > MOST_NAMED ? "\n\u2026" : "");
		String message = NLS.bind(files.size() == 1 ? Messages.drafts_one : Messages.drafts_several, files.size(), editor.getEditorInput().getName()) + "\n\n" + names + "\n\n" + Messages.drafts_what;
		MessageDialog dialog = new MessageDialog(shell(), Messages.drafts_title, null, message, MessageDialog.QUESTION, 0, Messages.drafts_apply, Messages.drafts_discard, Messages.drafts_cancel) {
			@Override
			protected Button createButton(Composite parent, int id, String label, boolean first) {
				Button button = super.createButton(parent, id, label, first);
				button.setData("org.clusterwright.id", Choice.values()[id].id);
				return button;
			}
		};
		int answer = dialog.open();
		return answer < 0 || answer >= Choice.values().length ? Choice.CANCEL : Choice.values()[answer];
	}

	private boolean applyAll(List<FileRef> files) {
		for (FileRef file : files) {
			if (!apply(file)) {
				return false;
			}
		}
		return true;
	}

	/** Shows what the draft of a file means and makes it; false when it came to nothing. */
	boolean apply(FileRef file) {
		Optional<ClusterSession> session = editor.session();
		Optional<NativeDrafts.Draft> draft = drafts().of(file);
		if (session.isEmpty() || draft.isEmpty()) {
			return draft.isEmpty();
		}
		pane().ifPresent(p -> p.select(file));
		String design = editor.source().document().get();
		Optional<DraftAnswer> answer = Waiting.on(Messages.native_working, cancelled -> DraftAnswer.of(design, file, draft.get()));
		return answer.isPresent() && switch (answer.get().ask(shell())) {
			case DraftAnswer.Next.Nothing nothing -> {
				drafts().remove(file);
				yield true;
			}
			case DraftAnswer.Next.Edit edit -> {
				answer.get().make(edit.proposal(), session.get(), r -> made(file, r));
				session.get().finishEdits();
				yield drafts().of(file).isEmpty();
			}
			case DraftAnswer.Next.Stay stay -> false;
			case DraftAnswer.Next.InFile in -> {
				pane().ifPresent(p -> p.reveal(in.place()));
				yield false;
			}
			case DraftAnswer.Next.InDesign in -> {
				editor.reveal(in.place());
				yield false;
			}
		};
	}

	private void made(FileRef file, EditResult result) {
		switch (result) {
			case EditResult.Edited edited -> drafts().remove(file);
			case EditResult.Rejected rejected -> editor.source().complain(rejected.reason());
		}
	}
}
