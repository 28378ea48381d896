package org.clusterwright.tests.clusterconf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clusterwright.formats.clusterconf.ClusterConfStages;
import org.clusterwright.formats.clusterconf.ClusterConfStages.Stage;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

class ClusterConfStagesTest {
	private static final List<Stage> STAGES = ClusterConfStages.of(Designs.effective(Designs.tutorial()));

	private static Stage stage(int number) {
		return STAGES.stream().filter(s -> s.number() == number).findFirst().orElseThrow();
	}

	@Test
	void theyAreTheTutorials() {
		assertEquals(List.of(1, 2, 3, 4, 5, 7, 8, 9), STAGES.stream().map(Stage::number).toList());
		assertEquals("<?xml version=\"1.0\"?>\n<cluster name=\"an-clusterA\" config_version=\"1\"/>\n", stage(1).text());
		assertEquals("""
				<?xml version="1.0"?>
				<cluster name="an-clusterA" config_version="3">
				        <cman expected_votes="1" two_node="1"/>
				        <clusternodes>
				                <clusternode name="an-node01.alteeve.com" nodeid="1"/>
				                <clusternode name="an-node02.alteeve.com" nodeid="2"/>
				        </clusternodes>
				</cluster>
				""", stage(3).text());
		assertFalse(stage(4).text().contains("<fence>"));
		assertTrue(stage(5).text().contains("<fence>") && !stage(5).text().contains("fence_daemon"));
	}

	@Test
	void onlyWhatAStageAddsIsMarked() {
		assertTrue(stage(1).lines().stream().noneMatch(ClusterConfStages.Line::added));
		assertEquals(List.of("<fence_daemon post_join_delay=\"30\"/>"), stage(7).lines().stream().filter(ClusterConfStages.Line::added).map(l -> l.text().strip()).toList());
		assertEquals(16, stage(5).lines().stream().filter(ClusterConfStages.Line::added).count() - stage(5).lines().stream().filter(l -> l.added() && l.text().contains("clusternode")).count());
	}

	@Test
	void theLastIsTheWholeFileWithAnotherVersion() {
		assertEquals(ClusterConfTest.text(Designs.tutorial()).replace("config_version=\"8\"", "config_version=\"9\""), stage(9).text());
	}

	@Test
	void fromTheNodesOnEachFitsTheSchema() throws Exception {
		for (int number : new int[] {3, 4, 5, 7, 8, 9}) {
			ClusterConfTest.validate(stage(number).text(), List.of("schema/cluster-stable3-2011.rng", "schema/cluster-el6-assembled.rng"));
		}
	}
}
