package org.clusterwright.ui.editor.source;

import org.clusterwright.dsl.ide.Proposals.Proposal;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;

/** One line of the assist popup; stays while what is typed still leads to it. */
final class DesignProposal implements ICompletionProposal, ICompletionProposalExtension2, ICompletionProposalExtension6 {
	private final Proposal proposal;
	private final LocalResourceManager images;
	private final ImageDescriptor icon;
	/** The first hole, once the proposal is in the text. */
	private Point selected;

	DesignProposal(Proposal proposal, LocalResourceManager images, ImageDescriptor icon) {
		this.proposal = proposal;
		this.images = images;
		this.icon = icon;
	}

	@Override
	public void apply(IDocument document) {
		replace(document, proposal.offset() + proposal.length());
	}

	@Override
	public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
		replace(viewer.getDocument(), offset);
		if (!proposal.holes().isEmpty()) {
			try {
				selected = Holes.enter(viewer, proposal.offset(), proposal.text().length(), proposal.holes());
			} catch (BadLocationException e) {
				throw new IllegalStateException("the holes are of another text", e);
			}
		}
	}

	private void replace(IDocument document, int end) {
		try {
			String after = document.get(proposal.offset(), Math.min(proposal.text().length() + 1, document.getLength() - proposal.offset()));
			// What is there already is no change of the design.
			if (proposal.holes().isEmpty() && after.startsWith(proposal.text()) && (after.length() == proposal.text().length() || Character.isWhitespace(after.charAt(after.length() - 1)))) {
				return;
			}
			document.replace(proposal.offset(), end - proposal.offset(), proposal.text());
		} catch (BadLocationException e) {
			throw new IllegalStateException("the proposal is of another text", e);
		}
	}

	@Override
	public boolean validate(IDocument document, int offset, DocumentEvent event) {
		try {
			String typed = document.get(proposal.offset(), offset - proposal.offset());
			return proposal.text().regionMatches(true, 0, typed, 0, typed.length());
		} catch (BadLocationException e) {
			return false;
		}
	}

	@Override
	public void selected(ITextViewer viewer, boolean smartToggle) {
		// nothing is shown in the text before it is chosen
	}

	@Override
	public void unselected(ITextViewer viewer) {
		// as above
	}

	@Override
	public Point getSelection(IDocument document) {
		return selected != null ? selected : new Point(proposal.offset() + proposal.caret(), 0);
	}

	@Override
	public String getAdditionalProposalInfo() {
		return proposal.documentation().isEmpty() ? null : proposal.label() + "\n" + proposal.documentation();
	}

	@Override
	public String getDisplayString() {
		return getStyledDisplayString().getString();
	}

	@Override
	public StyledString getStyledDisplayString() {
		StyledString text = new StyledString(proposal.label());
		return proposal.description().isEmpty() ? text : text.append("  " + proposal.description(), StyledString.QUALIFIER_STYLER);
	}

	@Override
	public Image getImage() {
		return images.create(icon);
	}

	@Override
	public IContextInformation getContextInformation() {
		return null;
	}
}
