package org.clusterwright.ui.preview;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.clusterwright.core.nativeedit.EditableDesign;
import org.clusterwright.core.nativeedit.NativeEdit;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.formats.NativePath;
import org.clusterwright.model.findings.Place;
import org.clusterwright.ui.DesignServices;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;

/** What becomes of the draft of a file in one state of the design's text, and the dialogs in which the author decides about it. */
record DraftAnswer(FileRef file, String design, NativeEdit edit) {
	/** What the author wants then. */
	sealed interface Next {
		/** The edit was agreed to. */
		record Edit(NativeEdit.Proposal proposal) implements Next {
		}

		/** The draft says nothing else than the file. */
		record Nothing() implements Next {
		}

		record Stay() implements Next {
		}

		record InFile(Place place) implements Next {
		}

		record InDesign(Place place) implements Next {
		}
	}

	DraftAnswer {
		Objects.requireNonNull(file);
		Objects.requireNonNull(design);
		Objects.requireNonNull(edit);
	}

	/** Works it out; that takes a while. */
	static DraftAnswer of(String design, FileRef file, NativeDrafts.Draft draft) {
		return new DraftAnswer(file, design,
				new EditableDesign(DesignServices.language(), NativeFormats.RHCS3, design).propose(file.node(), new NativePath(file.path()), draft.base(), draft.text()));
	}

	/** Shows the design edit, or why there is none. */
	Next ask(Shell shell) {
		return switch (edit) {
			case NativeEdit.Unchanged unchanged -> new Next.Nothing();
			case NativeEdit.Proposal proposal -> offer(shell, proposal, Optional.empty());
			case NativeEdit.Refused refused -> {
				RefusalDialog dialog = new RefusalDialog(shell, file, refused);
				dialog.open();
				yield switch (dialog.next()) {
					case RefusalDialog.Next.Stay stay -> new Next.Stay();
					case RefusalDialog.Next.InFile inFile -> new Next.InFile(refused.place());
					case RefusalDialog.Next.InDesign inDesign -> new Next.InDesign(inDesign.place());
					case RefusalDialog.Next.Take take -> offer(shell, take.offer().proposal(), Optional.of(take.offer()));
				};
			}
		};
	}

	private Next offer(Shell shell, NativeEdit.Proposal proposal, Optional<NativeEdit.Offer> offer) {
		return new ProposalDialog(shell, file, design, proposal, offer).open() == Window.OK ? new Next.Edit(proposal) : new Next.Stay();
	}

	/** The edit as the session makes it: only on the text that it was worked out for. */
	void make(NativeEdit.Proposal proposal, ClusterSession session, Consumer<EditResult> done) {
		session.rewrite(now -> now.equals(design) ? new EditResult.Edited(proposal.replacements()) : new EditResult.Rejected(List.of(), Messages.native_changedMeanwhile), done);
	}
}
