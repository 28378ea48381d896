package org.clusterwright.tests.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clusterwright.core.plan.PathGlob;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.Planner;
import org.clusterwright.core.plan.Planning;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.Syntax;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Place;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.tests.Plans;
import org.junit.jupiter.api.Test;

class PlannerTest {
	private final Plan plan = Plans.plan(c -> List.of(Plans.whole(c, "/etc/hosts", Syntax.HOSTS, "all\n"), Plans.whole(c, c.nodes().get(1), "/etc/drbd.d/r0.res", "two\n"),
			Plans.patch(c, "/etc/lvm/lvm.conf", "{ print }\n")));

	@Test
	void givesClusterWideFilesToEveryNodeInTheOrderOfPaths() {
		assertEquals(List.of("one", "two"), plan.trees().stream().map(t -> t.name()).toList());
		assertEquals(List.of("/.clusterwright/patches/etc-lvm-lvm.conf.awk", "/etc/hosts"), paths(plan, 0));
		assertEquals(List.of("/.clusterwright/patches/etc-lvm-lvm.conf.awk", "/etc/drbd.d/r0.res", "/etc/hosts"), paths(plan, 1));
	}

	@Test
	void refusesDesignsWithErrorsButNotWithWarnings() {
		Finding error = new Finding(Code.BAD_VALUE, Severity.ERROR, Place.START, List.of("a", "b"));
		Finding warning = new Finding(Code.BAD_VALUE, Severity.WARNING, Place.START, List.of("a", "b"));
		assertEquals(new Planning.Refused(List.of(warning, error)), new Planner(List.of()).plan(Plans.pair(), List.of(warning, error)));
		assertInstanceOf(Plan.class, new Planner(List.of()).plan(Plans.pair(), List.of(warning)));
	}

	@Test
	void twoFilesAtOnePathAreAProgrammingError() {
		assertThrows(IllegalStateException.class, () -> Plans.plan(c -> List.of(Plans.whole(c, "/a", Syntax.PLAIN, "1"), Plans.whole(c, c.nodes().get(0), "/a", "2"))));
	}

	@Test
	void findsANodeByEachOfItsNames() {
		for (String name : List.of("two", "n2", "two.example.com")) {
			assertEquals("two", plan.tree(name).orElseThrow().name());
		}
		assertTrue(plan.tree("three").isEmpty());
	}

	@Test
	void filtersByThePathOrThePatchedFile() {
		assertEquals(List.of("/etc/drbd.d/r0.res"), paths(plan.only(PathGlob.of("*.res")), 0));
		assertEquals(List.of("/.clusterwright/patches/etc-lvm-lvm.conf.awk"), paths(plan.only(PathGlob.of("/etc/lvm/*")), 1));
		assertEquals(List.of(), plan.only(PathGlob.of("/hosts")).trees());
	}

	@Test
	void globsMatchWholePathsOrTheirEnds() {
		NativePath path = new NativePath("/etc/drbd.d/r0.res");
		for (String pattern : List.of("r0.res", "drbd.d/*", "/etc/drbd.d/*", "/etc/**", "**/drbd.d/**", "{r0,r1}.res", "r[0-9].res", "r?.res")) {
			assertTrue(PathGlob.of(pattern).matches(path), pattern);
		}
		for (String pattern : List.of("/r0.res", "/etc/*", "0.res", "drbd.d")) {
			assertTrue(!PathGlob.of(pattern).matches(path), pattern);
		}
		assertTrue(PathGlob.of("*").matches(new NativePath("/top")));
		assertThrows(IllegalArgumentException.class, () -> PathGlob.of("[a"));
	}

	private static List<String> paths(Plan plan, int tree) {
		return plan.trees().get(tree).files().stream().map(f -> f.path().text()).toList();
	}
}
