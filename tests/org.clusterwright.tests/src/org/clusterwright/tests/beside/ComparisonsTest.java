package org.clusterwright.tests.beside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.clusterwright.core.compare.ExportState;
import org.clusterwright.core.compare.FolderComparison;
import org.clusterwright.core.compare.LineDiff;
import org.clusterwright.core.compare.LineDiff.Change;
import org.clusterwright.core.compare.NodeComparison;
import org.clusterwright.core.compare.NodeDifferences;
import org.clusterwright.core.compare.PlanChange;
import org.clusterwright.core.compare.WrittenPlace;
import org.clusterwright.core.compare.WrittenTree;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.Planner;
import org.clusterwright.core.plan.SecretSource;
import org.clusterwright.core.plan.TreeExport;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.tests.Designs;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonsTest {
	private static final String ETH5 = "/etc/sysconfig/network-scripts/ifcfg-eth5";
	private static final String CLUSTER = "/etc/cluster/cluster.conf";
	private static final SecretSource SECRETS = name -> Optional.of("v&1" + name);

	@TempDir
	private Path top;

	private static Plan plan(String text) {
		ParsedDesign design = Designs.LANGUAGE.validate(text);
		return (Plan) new Planner(NativeFormats.RHCS3).plan(new EffectiveCluster(design.root().orElseThrow()), design.findings());
	}

	private static String with(String after, String more) {
		String text = Designs.tutorial();
		int at = text.indexOf(after) + after.length();
		return text.substring(0, at) + more + text.substring(at);
	}

	private static FileRef on(int node, String path) {
		return new FileRef("an-node0" + node, path);
	}

	@Test
	void theExamplesDifferOnlyAsTheyShould() {
		for (String example : List.of("examples/an-clusterA.cluster", "examples/three-nodes.cluster")) {
			assertEquals(Map.of(), NodeDifferences.of(plan(Designs.read(example)), () -> false).lines(), example);
		}
	}

	@Test
	void whatOneNodeAloneSaysIsUnexpected() {
		Plan plan = plan(with("switch2 port 12", " { raw " + ETH5 + " \"ETHTOOL_OPTS=x\" }\n raw /etc/hosts \"10.9.9.9 odd\""));
		assertEquals(Map.of(on(1, ETH5), 1, on(2, ETH5), 1, on(1, "/etc/hosts"), 1, on(2, "/etc/hosts"), 1), NodeDifferences.of(plan, () -> false).lines());
		NodeComparison eth5 = NodeComparison.of(plan.trees().get(0), plan.trees().get(0).file(ETH5).orElseThrow(), plan.trees().get(1), plan.trees().get(1).file(ETH5).orElseThrow());
		assertEquals(2, eth5.differing());
		assertEquals(1, eth5.unexpected());
		assertEquals(List.of(), eth5.unexpectedLeft());
		assertEquals("ETHTOOL_OPTS=x", LineDiff.lines(eth5.right().content().text()).get(eth5.unexpectedRight().get(0)));
	}

	@Test
	void aNicInAnotherBondIsUnexpected() {
		Plan plan = plan(Designs.tutorial().replace("00:00:5E:00:53:25 in bond2 link 2", "00:00:5E:00:53:25 in bond1 link 2").replace("00:00:5E:00:53:24 in bond1 link 2", "00:00:5E:00:53:24 in bond2 link 2"));
		NodeDifferences odd = NodeDifferences.of(plan, () -> false);
		assertTrue(odd.of(on(2, ETH5)) > 0, odd.toString());
		assertEquals(0, odd.of(on(2, "/etc/sysconfig/network-scripts/ifcfg-eth3")), odd.toString());
	}

	@Test
	void anAddressOfTheNodesOwnIsExpected() {
		assertEquals(0, NodeDifferences.of(plan(with("switch2 port 12", "\n address sn 10.10.0.77")), () -> false).of(on(2, "/etc/sysconfig/network-scripts/ifcfg-bond1")));
	}

	@Test
	void statesFollowTheDisk() throws IOException {
		Plan plan = plan(Designs.tutorial());
		Path directory = top.resolve("out");
		WrittenTree tree = new WrittenTree(new WrittenPlace(directory, WrittenPlace.Shape.TREES));
		assertFalse(tree.states(plan, () -> false).exists());
		TreeExport.Result.Written written = (TreeExport.Result.Written) TreeExport.write(plan, directory, SecretSource.NONE, new NullProgressMonitor());
		assertEquals(Set.of("ipmi", "pdu"), written.missing());
		WrittenTree.States states = tree.states(plan, () -> false);
		assertEquals(written.files(), states.count(ExportState.SAME));
		Plan next = plan(Designs.tutorial().replace("version 8", "version 9"));
		states = tree.states(next, () -> false);
		assertEquals(ExportState.CHANGED, states.of(on(1, CLUSTER)).orElseThrow());
		assertEquals(ExportState.SAME, states.of(on(1, "/etc/hosts")).orElseThrow());
		Files.delete(directory.resolve("an-node01/etc/hosts"));
		Files.delete(directory.resolve("an-node02/etc/hosts"));
		Files.createDirectory(directory.resolve("an-node02/etc/hosts"));
		states = tree.states(next, () -> false);
		assertEquals(ExportState.NEW, states.of(on(1, "/etc/hosts")).orElseThrow());
		assertEquals(ExportState.ERROR, states.of(on(2, "/etc/hosts")).orElseThrow());
	}

	@Test
	void theValuesOfSecretsNeitherCountNorShow() throws IOException {
		Plan plan = plan(Designs.tutorial());
		Path directory = top.resolve("out");
		TreeExport.write(plan, directory, SECRETS, new NullProgressMonitor());
		Path file = directory.resolve("an-node01" + CLUSTER);
		assertTrue(Files.readString(file).contains("v&amp;1ipmi"));
		assertEquals(ExportState.SAME, new WrittenTree(new WrittenPlace(directory, WrittenPlace.Shape.TREES)).states(plan, () -> false).of(on(1, CLUSTER)).orElseThrow());
		String generated = plan.trees().get(0).file(CLUSTER).orElseThrow().content().text();
		assertEquals(generated, WrittenTree.shown(file, generated).orElseThrow());
		// In a line that has changed otherwise too.
		Files.writeString(file, Files.readString(file).replace("login=\"root\"", "login=\"admin\""));
		String shown = WrittenTree.shown(file, generated).orElseThrow();
		assertTrue(shown.contains("login=\"admin\""), shown);
		assertFalse(shown.contains("v&amp;1"), shown);
		assertEquals(ExportState.CHANGED, new WrittenTree(new WrittenPlace(directory, WrittenPlace.Shape.TREES)).states(plan, () -> false).of(on(1, CLUSTER)).orElseThrow());
	}

	@Test
	void cancelledNothingIsWritten() throws IOException {
		NullProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		assertThrows(OperationCanceledException.class, () -> TreeExport.write(plan(Designs.tutorial()), top.resolve("out"), SecretSource.NONE, monitor));
		try (var left = Files.list(top)) {
			assertEquals(List.of(), left.toList());
		}
	}

	@Test
	void foldersArePairedByPath() throws IOException {
		Plan plan = plan(Designs.tutorial());
		Path directory = top.resolve("out");
		TreeExport.write(plan, directory, SecretSource.NONE, new NullProgressMonitor());
		assertEquals(List.of(), FolderComparison.of(plan, "an-node01", directory, () -> false).differences());
		Plan next = plan(Designs.tutorial().replace("version 8", "version 9").replaceAll("eth5", "eth9"));
		FolderComparison whole = FolderComparison.of(next, "an-node01", directory, () -> false);
		assertTrue(whole.wholeCluster());
		List<String> paths = whole.differences().stream().map(FolderComparison.Pair::path).toList();
		assertTrue(paths.containsAll(List.of("an-node01" + CLUSTER, "an-node02" + CLUSTER, "an-node01" + ETH5, "an-node01" + ETH5.replace("eth5", "eth9"))), paths.toString());
		// A copy of one node's root: only what can be there is compared.
		FolderComparison root = FolderComparison.of(next, "an-node02", Files.createDirectory(top.resolve("root")), () -> false);
		assertFalse(root.wholeCluster());
		assertTrue(root.pairs().stream().noneMatch(p -> p.path().startsWith("/.clusterwright")) && root.pairs().stream().anyMatch(p -> p.path().equals(CLUSTER)));
	}

	@Test
	void aPlanKnowsWhatChangedSinceTheLast() {
		Plan before = plan(Designs.tutorial());
		assertTrue(PlanChange.between(before, plan(Designs.tutorial())).isEmpty());
		PlanChange change = PlanChange.between(before, plan(Designs.tutorial().replace("version 8", "version 9")));
		assertEquals(Set.of(on(1, CLUSTER), on(2, CLUSTER)), change.changed().keySet());
		assertEquals(1, change.in(on(1, CLUSTER)).size());
		assertEquals(Set.of(on(1, ETH5.replace("eth5", "eth9"))), PlanChange.between(before, plan(Designs.tutorial().replaceFirst("nic eth5", "nic eth9"))).added());
	}

	/** Applying the changes to the left gives the right, whatever the two are. */
	@Test
	void differencesAreRight() {
		Random random = new Random(1);
		for (int round = 0; round < 400; round++) {
			List<String> left = random.ints(random.nextInt(40), 0, 4).mapToObj(String::valueOf).toList();
			List<String> right = random.ints(random.nextInt(40), 0, 4).mapToObj(String::valueOf).toList();
			ArrayList<String> made = new ArrayList<>(left);
			List<Change> changes = LineDiff.of(left, right, String::equals);
			for (Change c : changes.reversed()) {
				made.subList(c.leftStart(), c.leftEnd()).clear();
				made.addAll(c.leftStart(), right.subList(c.rightStart(), c.rightEnd()));
			}
			assertEquals(right, made, left + " " + changes);
		}
		assertEquals(List.of(new Change(1, 2, 1, 1)), LineDiff.of("a\nb\nc\n", "a\nc\n"));
		assertEquals(List.of("a", "b"), LineDiff.lines("a\nb"));
	}
}
