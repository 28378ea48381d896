package org.clusterwright.ui.editor.source;

import org.clusterwright.model.findings.Finding;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;

/** What the quick fix popup says while the text cannot be read whole: where it must be mended first. Choosing it goes there. */
record MendProposal(Finding syntax) implements ICompletionProposal {

	@Override
	public void apply(IDocument document) {
		// Nothing is changed; the selection leads to the place.
	}

	@Override
	public Point getSelection(IDocument document) {
		int start = Math.min(syntax.place().offset(), document.getLength());
		return new Point(start, Math.min(syntax.place().length(), document.getLength() - start));
	}

	@Override
	public String getAdditionalProposalInfo() {
		return Messages.fix_mendWhy;
	}

	@Override
	public String getDisplayString() {
		return NLS.bind(Messages.fix_mend, syntax.place().line(), syntax.message());
	}

	@Override
	public Image getImage() {
		return null;
	}

	@Override
	public IContextInformation getContextInformation() {
		return null;
	}
}
