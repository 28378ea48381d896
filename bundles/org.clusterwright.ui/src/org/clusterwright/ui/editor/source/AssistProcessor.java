package org.clusterwright.ui.editor.source;

import org.clusterwright.dsl.ide.Proposals;
import org.clusterwright.dsl.ide.Proposals.Proposal;
import org.clusterwright.ui.DesignServices;
import org.clusterwright.ui.Icons;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.jface.resource.ImageDescriptor;

/** Content assist over {@link Proposals}. The assistant asks it in the background. */
final class AssistProcessor implements IContentAssistProcessor {
	private final LocalResourceManager images;

	AssistProcessor(LocalResourceManager images) {
		this.images = images;
	}

	@Override
	public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
		return DesignServices.proposals().at(viewer.getDocument().get(), offset).stream().map(this::proposal).toArray(ICompletionProposal[]::new);
	}

	private ICompletionProposal proposal(Proposal proposal) {
		return new DesignProposal(proposal, images, icon(proposal.kind()));
	}

	private static ImageDescriptor icon(Proposals.Kind kind) {
		return Icons.named(switch (kind) {
			case KEYWORD -> "keyword";
			case REFERENCE -> "reference";
			case PARAMETER, VALUE -> "setting";
			case SECTION -> "section";
			case TEMPLATE -> "template";
		});
	}

	@Override
	public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
		return new IContextInformation[0];
	}

	@Override
	public char[] getCompletionProposalAutoActivationCharacters() {
		return new char[0];
	}

	@Override
	public char[] getContextInformationAutoActivationCharacters() {
		return new char[0];
	}

	@Override
	public String getErrorMessage() {
		return Messages.assist_nothing;
	}

	@Override
	public IContextInformationValidator getContextInformationValidator() {
		return null;
	}
}
