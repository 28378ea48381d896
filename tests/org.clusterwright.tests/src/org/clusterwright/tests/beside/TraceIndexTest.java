package org.clusterwright.tests.beside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clusterwright.core.compare.LineDiff;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.Planner;
import org.clusterwright.core.trace.Made;
import org.clusterwright.core.trace.Reason;
import org.clusterwright.core.trace.TraceIndex;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

class TraceIndexTest {
	private static final String BRIDGE = "/etc/sysconfig/network-scripts/ifcfg-vbr2";

	private final String text = Designs.tutorial();
	private final ParsedDesign design = Designs.LANGUAGE.validate(text);
	private final Plan plan = (Plan) new Planner(NativeFormats.RHCS3).plan(new EffectiveCluster(design.root().orElseThrow()), design.findings());
	private final TraceIndex index = TraceIndex.of(design, plan);

	private NativeFile file(String node, String path) {
		return plan.tree(node).orElseThrow().file(path).orElseThrow();
	}

	private Made at(String words) {
		return index.made(text.indexOf(words) + words.length(), 0);
	}

	private static List<String> lines(Made made, NativeFile file, boolean direct) {
		List<String> all = LineDiff.lines(file.content().text());
		return made.lines(file).stream().filter(l -> l.direct() == direct).map(l -> all.get(l.number())).toList();
	}

	@Test
	void aStatementMakesItsLineAndHasAShareInWhatFollows() {
		Made made = at("gateway 10.255.255.254");
		NativeFile bridge = file("an-node01", BRIDGE);
		assertEquals(List.of("GATEWAY=\"10.255.255.254\""), lines(made, bridge, true));
		assertEquals(List.of("DEFROUTE=\"yes\""), lines(made, bridge, false));
		assertTrue(made.lines(file("an-node01", "/etc/cluster/cluster.conf")).isEmpty());
	}

	@Test
	void theMarginsOfALineMeanTheLine() {
		int line = text.indexOf("        gateway");
		NativeFile bridge = file("an-node02", BRIDGE);
		assertEquals(lines(at("gateway 10.255.255.254"), bridge, true), lines(index.made(line, 0), bridge, true));
		assertTrue(index.made(text.indexOf("// Node N is"), 0).isEmpty());
		assertTrue(index.made(text.indexOf("\n\n") + 1, 0).isEmpty());
	}

	@Test
	void aBlockMakesWhatIsInItAndTheClustersHeadOnlyItsOwn() {
		NativeFile rules = file("an-node01", "/etc/udev/rules.d/70-persistent-net.rules");
		assertTrue(lines(at("node an-node01 id 1 short an0"), rules, true).size() >= 6);
		assertTrue(at("node an-node02 id 2 short an0").lines(rules).isEmpty());
		assertTrue(at("cluster an-clusterA versio").lines(rules).isEmpty());
		assertEquals(1, lines(at("cluster an-clusterA versio"), file("an-node01", "/etc/cluster/cluster.conf"), true).stream().filter(l -> l.contains("config_version=\"8\"")).count());
	}

	@Test
	void aSelectionMakesWhatItsStatementsMake() {
		int from = text.indexOf("nic eth0 mac");
		int to = text.indexOf("nic eth2 mac");
		Made made = index.made(from, to - from);
		List<String> direct = lines(made, file("an-node01", "/etc/udev/rules.d/70-persistent-net.rules"), true);
		assertTrue(direct.stream().anyMatch(l -> l.contains("00:e0:81:c7:ec:49")) && direct.stream().anyMatch(l -> l.contains("00:e0:81:c7:ec:48")), direct.toString());
		assertTrue(direct.stream().noneMatch(l -> l.contains("00:e0:81:c7:ec:47")), direct.toString());
	}

	@Test
	void aNativeLineSaysWhyItIsThere() {
		NativeFile bridge = file("an-node01", BRIDGE);
		Reason written = index.why(bridge, bridge.content().text().indexOf("10.255.255.254")).orElseThrow();
		assertEquals(Reason.Kind.WRITTEN, written.kind());
		assertEquals("10.255.255.254", text.substring(written.element().place().orElseThrow().offset()).lines().findFirst().orElseThrow().replaceAll("^gateway\\s+", ""));
		Reason derived = index.why(bridge, bridge.content().text().indexOf("10.255.0.1\"")).orElseThrow();
		assertEquals(Reason.Kind.DERIVED, derived.kind());
		assertTrue(derived.sentence().startsWith("Follows from first address of the subnet plus the node's id; node an-node01, line "), derived.sentence());
		assertEquals(List.of("network ifn", "node an-node01"), derived.inputs().stream().map(Reason.Link::title).toList());
		assertTrue(index.why(bridge, bridge.content().text().length()).isEmpty());
	}

	/** Every piece of every file that is written in the design or derived lights up when its place is selected. */
	@Test
	void thereAndBackAgain() {
		for (NativeFile file : plan.trees().get(0).files()) {
			List<String> all = LineDiff.lines(file.content().text());
			file.content().spans().stream().filter(s -> s.origin() instanceof org.clusterwright.model.effective.Origin.Set).forEach(s -> index.place(s.origin()).ifPresent(p -> {
				Made made = index.made(p.offset(), p.length());
				int line = (int) file.content().text().substring(0, s.start()).chars().filter(c -> c == '\n').count();
				assertTrue(made.lines(file).stream().anyMatch(l -> l.number() == line && l.direct()), () -> file.path() + ": " + all.get(line) + " of " + p);
			}));
		}
	}
}
