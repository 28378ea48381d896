package org.clusterwright.core.cli;

import java.util.List;
import java.util.Optional;
import org.clusterwright.core.plan.Draft;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.Planner;
import org.clusterwright.core.plan.Planning;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.model.effective.EffectiveCluster;

/** A design read, checked and planned: what the verbs that make files begin with. */
record PlannedDesign(ParsedDesign design, Planning planning) {

	/** A second processor plans while the rules run; what it made of a design with errors is thrown away. */
	static PlannedDesign of(Source source, ClusterLanguage language) {
		ParsedDesign parsed = source.parse(language);
		Draft<Planning> draft = Draft.of(() -> new Planner(NativeFormats.RHCS3).plan(new EffectiveCluster(parsed.root().orElseThrow()), List.of()));
		if (parsed.isWhole()) {
			draft.start();
		}
		ParsedDesign design = language.check(parsed, () -> false);
		return new PlannedDesign(design, design.hasErrors() || design.root().isEmpty() ? new Planning.Refused(design.findings()) : draft.result());
	}

	/** The plan, of one node where that is asked for; absent when the design has errors. */
	Optional<Plan> plan(Optional<String> node) throws UsageException {
		return switch (planning) {
			case Planning.Refused refused -> Optional.empty();
			case Plan plan -> Optional.of(node.isEmpty() ? plan : ofNode(plan, node.get()));
		};
	}

	private static Plan ofNode(Plan plan, String node) throws UsageException {
		return new Plan(List.of(plan.tree(node).orElseThrow(
				() -> new UsageException("there is no node " + node + "; the nodes are " + String.join(", ", plan.trees().stream().map(t -> t.name()).toList())))));
	}
}
