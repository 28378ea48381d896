package org.clusterwright.core.session;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.core.compare.PlanChange;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.Planning;
import org.clusterwright.core.trace.TraceIndex;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Finding;

/**
 * Everything that follows from one state of a design's text, computed together. {@code stamp} is the document's modification stamp of that state.
 * Model and effective values are read-only and, once published, for the UI thread alone. {@code trace} is there with the plan; {@code change} is what became
 * of the files since the last snapshot that had a plan.
 */
public record ClusterSnapshot(long stamp, ParsedDesign design, Optional<EffectiveCluster> effective, Planning planning, Optional<TraceIndex> trace, PlanChange change) {
	public ClusterSnapshot {
		Objects.requireNonNull(design);
		Objects.requireNonNull(effective);
		Objects.requireNonNull(planning);
		Objects.requireNonNull(trace);
		Objects.requireNonNull(change);
	}

	public Optional<Cluster> root() {
		return design.root();
	}

	public List<Finding> findings() {
		return design.findings();
	}

	/** Whether the text could be read whole, so that the model says all that the author wrote. */
	public boolean isReadable() {
		return root().isPresent() && !design.hasSyntaxErrors();
	}

	/** The plan, when the design has no errors. */
	public Optional<Plan> plan() {
		return switch (planning) {
			case Plan plan -> Optional.of(plan);
			case Planning.Refused refused -> Optional.empty();
		};
	}
}
