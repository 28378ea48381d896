package org.clusterwright.dsl.ide;

import java.util.List;
import org.clusterwright.model.findings.Finding;

/** What became of a model edit: text edits that say it, or the reason why there are none. */
public sealed interface EditResult {
	record Edited(List<Replacement> replacements) implements EditResult {
		public Edited {
			replacements = List.copyOf(replacements);
		}
	}

	/** The text cannot be edited as a model now: its structure is broken, or the edited element was ambiguous. */
	record Rejected(List<Finding> findings, String reason) implements EditResult {
		public Rejected {
			findings = List.copyOf(findings);
		}
	}
}
