package org.clusterwright.ui.editor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.fixes.QuickFix;
import org.clusterwright.dsl.ide.fixes.QuickFixes;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;

/** The fixes at the caret, from the findings that are shown: nothing is checked anew. */
final class QuickAssist implements IQuickAssistProcessor {
	private final Supplier<Optional<ClusterSession>> session;
	private final LocalResourceManager images;

	QuickAssist(Supplier<Optional<ClusterSession>> session, LocalResourceManager images) {
		this.session = session;
		this.images = images;
	}

	/** For the findings at a place, best first; one more for all of a kind where there are several. */
	List<FixProposal> at(int offset) {
		ClusterSession open = session.get().orElse(null);
		ClusterSnapshot state = open == null ? null : open.current().filter(open::isUpToDate).orElse(null);
		return state == null ? List.of() : proposals(state.design(), QuickFixes.at(state.design(), offset), open);
	}

	private List<FixProposal> proposals(ParsedDesign design, List<QuickFix> fixes, ClusterSession open) {
		List<FixProposal> found = new ArrayList<>();
		List<String> rules = new ArrayList<>();
		fixes.forEach(f -> found.add(FixProposal.one(f, design.text(), open, images)));
		for (QuickFix fix : fixes) {
			if (!rules.contains(fix.rule())) {
				rules.add(fix.rule());
				long count = QuickFixes.count(design, fix);
				if (count > 1) {
					found.add(FixProposal.all(fix, count, design.text(), open, images));
				}
			}
		}
		return found;
	}

	/** The reason why nothing in the file can be fixed now. */
	private Optional<Finding> blocked() {
		return session.get().flatMap(open -> open.current().filter(open::isUpToDate)).flatMap(s -> s.design().syntaxError());
	}

	@Override
	public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
		List<FixProposal> found = at(context.getOffset());
		return found.isEmpty() ? blocked().map(f -> new ICompletionProposal[] { new MendProposal(f) }).orElse(null) : found.toArray(ICompletionProposal[]::new);
	}

	@Override
	public boolean canFix(Annotation annotation) {
		return annotation instanceof LiveProblems.Problem problem && problem.isQuickFixable();
	}

	@Override
	public boolean canAssist(IQuickAssistInvocationContext context) {
		return true;
	}

	@Override
	public String getErrorMessage() {
		return Messages.fix_none;
	}
}
