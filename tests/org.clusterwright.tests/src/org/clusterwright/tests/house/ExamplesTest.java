package org.clusterwright.tests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every design in examples/ is one that a reader can take as it is: no error, written as the formatter writes, and all files of all formats come out of it. */
class ExamplesTest {

	/** Names, not paths, so that the reports read the same on every machine. */
	static Stream<String> examples() throws IOException {
		try (Stream<Path> files = Files.list(Designs.root().resolve("examples"))) {
			return files.map(p -> p.getFileName().toString()).filter(n -> n.endsWith(".cluster")).sorted().toList().stream();
		}
	}

	@Test
	void thereAreExamples() throws IOException {
		assertTrue(examples().toList().contains("an-clusterA.cluster"));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void hasNoErrors(String example) {
		assertEquals("", String.join("\n", Designs.LANGUAGE.validate(text(example)).findings().stream().filter(Finding::isError).map(f -> f.place().line() + ": " + f.message()).toList()));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void isFormatted(String example) {
		String text = text(example);
		assertEquals(text, Replacement.apply(text, new ClusterEditor(Designs.LANGUAGE).format(text)));
	}

	/** Golden.generate fails at a path that a node gets twice, from one format or from two, and at a character without a trace. */
	@ParameterizedTest
	@MethodSource("examples")
	void everyFormatGeneratesEachPathOnceAndTraced(String example) {
		EffectiveCluster cluster = Designs.effective(text(example));
		TreeMap<String, String> tree = Golden.generate(cluster, NativeFormats.RHCS3);
		for (Map.Entry<String, String> file : tree.entrySet()) {
			assertTrue(file.getValue().endsWith("\n"), file.getKey() + " does not end in a newline");
			String where = file.getKey().substring(0, file.getKey().indexOf('/'));
			if (!where.equals("all")) {
				assertEquals(null, tree.get("all" + file.getKey().substring(where.length())), file.getKey() + " is for all nodes and for one");
			}
		}
		for (EffectiveNode node : cluster.nodes()) {
			assertTrue(tree.keySet().stream().anyMatch(k -> k.startsWith(node.name().value() + "/")), "nothing for " + node.name().value());
		}
	}

	/** Other designs may lack what a format is about, a shared file system say. */
	@Test
	void theTutorialHasFilesOfEveryFormat() {
		EffectiveCluster cluster = Designs.effective(Designs.tutorial());
		NativeFormats.RHCS3.forEach(f -> assertTrue(!f.generate(cluster).isEmpty(), f.id()));
	}

	private static String text(String example) {
		return Designs.read("examples/" + example);
	}
}
