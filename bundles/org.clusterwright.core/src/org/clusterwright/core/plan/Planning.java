package org.clusterwright.core.plan;

import java.util.List;
import org.clusterwright.model.findings.Finding;

/** What planning came to: a plan, or the errors of the design that keep it from having one. */
public sealed interface Planning permits Plan, Planning.Refused {

	/** The design has errors; {@code findings} are all its findings. */
	record Refused(List<Finding> findings) implements Planning {
		public Refused {
			findings = List.copyOf(findings);
		}
	}
}
