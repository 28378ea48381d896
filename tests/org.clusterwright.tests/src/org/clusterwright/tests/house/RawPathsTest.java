package org.clusterwright.tests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.RawPaths;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

/** A raw text goes into the file that it names, or a finding says that it goes nowhere: never neither. */
class RawPathsTest {
	private static final String MARK = "here-it-is";

	private static String inCluster(String path) {
		return "raw " + path + " '''" + (path.endsWith("cluster.conf") ? "<!-- " + MARK + " -->" : "# " + MARK) + "'''\n";
	}

	private static String tutorial(String raw) {
		String text = Designs.tutorial();
		return text.substring(0, text.lastIndexOf('}')) + raw + "}\n";
	}

	private static String inFirstNode(String raw) {
		return Designs.tutorial().replaceFirst("(node an-node01\\S* [^\\n]*\\{\\n)", "$1" + raw.replace("$", "\\$"));
	}

	private static boolean isWritten(String design) {
		EffectiveCluster cluster = Designs.effective(design);
		return files(cluster).anyMatch(f -> f.content().text().contains(MARK));
	}

	private static Stream<NativeFile> files(EffectiveCluster cluster) {
		return NativeFormats.RHCS3.stream().flatMap(f -> f.generate(cluster).stream());
	}

	private static boolean isReported(String design) {
		return Designs.codes(design).contains(Code.RAW_WRITTEN_NOWHERE.id());
	}

	private static Set<String> paths(EffectiveCluster cluster, List<Raw> raws) {
		return RawPaths.of(cluster, raws.get(raws.size() - 1));
	}

	@Test
	void everyPathThatIsSaidToTakeTextDoes() {
		EffectiveCluster cluster = Designs.effective(tutorial(inCluster("/x")));
		Set<String> paths = paths(cluster, Statements.all(cluster.design(), Raw.class));
		assertTrue(paths.size() > 15, paths.toString());
		assertEquals(List.of(), paths.stream().filter(p -> !isWritten(tutorial(inCluster(p))) || isReported(tutorial(inCluster(p)))).toList());
	}

	@Test
	void everyOtherGeneratedFileTakesNone() {
		EffectiveCluster cluster = Designs.effective(tutorial(inCluster("/x")));
		Set<String> others = new TreeSet<>();
		files(cluster).filter(NativeFile.Whole.class::isInstance).forEach(f -> others.add(f.path().text()));
		others.removeAll(paths(cluster, Statements.all(cluster.design(), Raw.class)));
		assertTrue(others.contains("/sbin/obliterate-peer.sh"), others.toString());
		assertEquals(List.of(), others.stream().filter(p -> isWritten(tutorial(inCluster(p))) || !isReported(tutorial(inCluster(p)))).toList());
	}

	@Test
	void aNodeHasFilesOfItsOwn() {
		EffectiveCluster cluster = Designs.effective(inFirstNode(inCluster("/x")));
		Set<String> paths = paths(cluster, Statements.all(Statements.all(cluster.design(), Node.class).get(0), Raw.class));
		assertTrue(!paths.isEmpty() && !paths.contains("/etc/drbd.conf"), paths.toString());
		assertEquals(List.of(), paths.stream().filter(p -> !isWritten(inFirstNode(inCluster(p))) || isReported(inFirstNode(inCluster(p)))).toList());
		assertTrue(isReported(inFirstNode(inCluster("/etc/drbd.conf"))));
	}

	@Test
	void theNearestPathsAreNamed() {
		List<Finding> findings = Designs.LANGUAGE.validate(tutorial(inCluster("/etc/sysconfig/network-scripts/ifcfg-bond9"))).findings().stream().filter(f -> f.code() == Code.RAW_WRITTEN_NOWHERE).toList();
		assertEquals(1, findings.size());
		assertTrue(findings.get(0).message().contains("/etc/sysconfig/network-scripts/ifcfg-bond0, "), findings.get(0).message());
		assertEquals("raw /etc", tutorial(inCluster("/etc/motd")).substring(findings.get(0).place().offset() - 4, findings.get(0).place().offset() + 4));
	}
}
