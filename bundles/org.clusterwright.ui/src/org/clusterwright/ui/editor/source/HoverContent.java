package org.clusterwright.ui.editor.source;

import java.util.List;
import java.util.Optional;
import org.clusterwright.dsl.ide.hovers.Card;
import org.clusterwright.model.findings.Finding;

/** What a hover shows: what is wrong there with its fixes, and what the word is. */
record HoverContent(List<Finding> findings, List<FixProposal> fixes, Optional<Card> card) {
	HoverContent {
		findings = List.copyOf(findings);
		fixes = List.copyOf(fixes);
	}

	boolean isEmpty() {
		return findings.isEmpty() && card.isEmpty();
	}
}
