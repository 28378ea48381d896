package org.clusterwright.ui.editor.source;

import java.util.List;
import java.util.function.Function;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.dsl.ide.fixes.QuickFix;
import org.clusterwright.ui.DesignServices;
import org.clusterwright.ui.Icons;
import org.clusterwright.ui.Messages;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension5;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;

/** One line of the quick fix popup: a fix for one finding, or for all that the same rule can cure. Worked out in the background, undone in one step. */
final class FixProposal implements ICompletionProposal, ICompletionProposalExtension5 {
	private final String title;
	private final QuickFix fix;
	private final String text;
	private final Function<String, EditResult> edit;
	private final ClusterSession session;
	private final LocalResourceManager images;

	private FixProposal(String title, QuickFix fix, String text, Function<String, EditResult> edit, ClusterSession session, LocalResourceManager images) {
		this.title = title;
		this.fix = fix;
		this.text = text;
		this.edit = edit;
		this.session = session;
		this.images = images;
	}

	/** @param text the text that the fix was found for */
	static FixProposal one(QuickFix fix, String text, ClusterSession session, LocalResourceManager images) {
		return new FixProposal(fix.title(), fix, text, t -> DesignServices.fixes().edit(t, fix), session, images);
	}

	static FixProposal all(QuickFix fix, long count, String text, ClusterSession session, LocalResourceManager images) {
		return new FixProposal(NLS.bind(Messages.fix_all, count, fix.finding().code().id()), fix, text,
				t -> DesignServices.fixes().editAll(t, fix, () -> false).orElseThrow(), session, images);
	}

	@Override
	public void apply(IDocument document) {
		session.rewrite(t -> t.equals(text) ? edit.apply(t) : new EditResult.Rejected(List.of(), Messages.fix_stale), result -> {
			// A text that changed meanwhile has findings of its own, with fixes of their own.
		});
	}

	@Override
	public Object getAdditionalProposalInfo(IProgressMonitor monitor) {
		return switch (edit.apply(text)) {
			case EditResult.Edited edited -> fix.finding().message() + "\n" + preview(edited.replacements());
			case EditResult.Rejected rejected -> rejected.reason();
		};
	}

	/** The lines that the fix makes, those that differ only. */
	private String preview(List<Replacement> replacements) {
		List<String> before = text.lines().toList();
		StringBuilder shown = new StringBuilder();
		Replacement.apply(text, replacements).lines().filter(l -> !before.contains(l)).limit(12).forEach(l -> shown.append(l.strip()).append('\n'));
		return shown.isEmpty() ? Messages.fix_removes : shown.toString();
	}

	@Override
	public String getAdditionalProposalInfo() {
		return fix.finding().message();
	}

	@Override
	public String getDisplayString() {
		return title;
	}

	@Override
	public Image getImage() {
		return images.create(Icons.named("fix"));
	}

	@Override
	public Point getSelection(IDocument document) {
		return null;
	}

	@Override
	public IContextInformation getContextInformation() {
		return null;
	}
}
