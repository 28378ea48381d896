package org.clusterwright.dsl.ide.fixes;

import static org.clusterwright.dsl.ide.fixes.FixRule.also;
import static org.clusterwright.dsl.ide.fixes.FixRule.of;
import static org.clusterwright.dsl.ide.fixes.FixRule.removing;

import java.util.List;
import java.util.stream.Stream;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.findings.Code;

/** The cluster's identity, its nodes' ids, and votes. */
final class QuorumFixes {
	private static final int MAX_NAME = 15;

	static final List<FixRule> RULES = List.of(
			of(Code.CLUSTER_NAME_TOO_LONG, p -> name(p, p.cluster().getName())),
			of(Code.CLUSTER_NAME_CHARACTERS, p -> name(p, p.cluster().getName())),
			of(Code.CONFIG_VERSION, p -> p.change(p.cluster(), "Change to version 1", c -> c.setVersion(1L))),
			of(Code.NODE_ID_RANGE, QuorumFixes::nodeId),
			of(Code.DUPLICATE_NODE_ID, QuorumFixes::nodeId),
			of(Code.TWO_NODE_COUNT, p -> p.change(p.cluster(), "Count votes: write 'quorum majority'", QuorumFixes::majority)),
			of(Code.TWO_NODE_VOTES, p -> p.change(Node.class, "Give the node one vote", n -> n.setVotes(null))),
			of(Code.TWO_NODE_DISK, p -> p.change(p.cluster(), "Write 'quorum with-disk'", c -> {
				ModelChanges.set(c, "quorum", "with-disk");
				c.getStatements().stream().filter(s -> s instanceof Section x && "cman".equals(x.getName())).forEach(s -> ModelChanges.unset((Section) s, "two-node"));
			})),
			also(Code.TWO_NODE_DISK, "no-disk", p -> p.change(p.cluster(), "Use no quorum disk: remove 'quorumd'",
					c -> c.getStatements().stream().filter(s -> s instanceof Section x && "quorumd".equals(x.getName())).toList().forEach(ModelChanges::remove))),
			removing(Code.TWO_NODE_EXPECTED, "Remove 'expected-votes'; it is then 1"),
			of(Code.TWO_NODE_LOST, p -> p.change(p.cluster(), "Write 'quorum two-node'", c -> ModelChanges.set(c, "quorum", "two-node"))),
			removing(Code.EXPECTED_VOTES_SUM, "Remove 'expected-votes'; cman then takes the sum"),
			also(Code.EXPECTED_VOTES_SUM, "sum", p -> p.change(Setting.class, "Change to " + p.arg(1), s -> ModelChanges.setValue(s, p.arg(1)))),
			of(Code.QUORUM_DISK_MISSING, p -> p.change(p.cluster(), "Add a section 'quorumd' with the label qdisk", QuorumFixes::disk)),
			also(Code.QUORUM_DISK_MISSING, "no-disk", p -> p.effective().nodes().size() == 2 ? p.change(p.cluster(), "Write 'quorum two-node'", c -> ModelChanges.set(c, "quorum", "two-node"))
					: p.change(p.cluster(), "Write 'quorum majority'", QuorumFixes::majority)),
			of(Code.QUORUM_DISK_UNNAMED, p -> p.change(Section.class, "Look for the disk by its label: write 'label qdisk'", s -> ModelChanges.set(s, "label", "qdisk"))),
			removing(Code.QUORUM_DISK_BOTH, "Remove 'device'; the label is enough"),
			also(Code.QUORUM_DISK_BOTH, "device", p -> p.change(Section.class, "Remove 'label'; use the device", s -> ModelChanges.unset(s, "label"))),
			of(Code.QUORUM_DISK_VOTES, p -> p.change(Setting.class, "Change to " + p.arg(2), s -> ModelChanges.setValue(s, p.arg(2)))),
			of(Code.QUORUM_DISK_NO_HEURISTIC, p -> p.change(Section.class, "Write 'master-wins yes'", s -> ModelChanges.set(s, "master-wins", "yes"))),
			of(Code.QUORUM_DISK_SLOW, p -> token(p, 2 * Long.parseLong(p.arg(0)))));

	private QuorumFixes() {
	}

	private static void majority(Cluster cluster) {
		ModelChanges.set(cluster, "quorum", "majority");
		cluster.getStatements().stream().filter(s -> s instanceof Section x && "cman".equals(x.getName())).forEach(s -> ModelChanges.unset((Section) s, "two-node"));
	}

	private static void disk(Cluster cluster) {
		Section section = ModelChanges.section(cluster, "quorumd");
		ModelChanges.set(section, "label", "qdisk");
		ModelChanges.set(section, "master-wins", "yes");
	}

	private static Stream<Cure> name(Problem problem, String name) {
		String plain = name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceFirst("^[^A-Za-z0-9]+", "");
		String fitting = plain.substring(0, Math.min(MAX_NAME, plain.length())).replaceFirst("[_-]+$", "");
		return fitting.isEmpty() ? Stream.empty() : problem.change(problem.cluster(), "Call the cluster '" + fitting + "'", c -> c.setName(fitting));
	}

	private static Stream<Cure> nodeId(Problem problem) {
		long id = problem.free().nodeId();
		return problem.change(Node.class, "Change to id " + id, n -> n.setNodeId(id));
	}

	private static Stream<Cure> token(Problem problem, long millis) {
		String text = millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
		return problem.change(problem.cluster(), "Let totem's token be " + text, c -> ModelChanges.set(ModelChanges.section(c, "totem"), "token", text));
	}
}
