package org.clusterwright.tests.fixes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.dsl.ide.fixes.QuickFix;
import org.clusterwright.dsl.ide.fixes.QuickFixes;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every fix cures its finding, makes no new error and leaves comments alone. */
class QuickFixTest {
	private static final QuickFixes FIXES = new QuickFixes(Designs.LANGUAGE);
	private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*.*?\\*/|\"[^\"]*\"");

	@Test
	void everyRuleHasACase() {
		assertEquals(new TreeSet<>(QuickFixes.rules()), new TreeSet<>(FixCase.all().stream().map(FixCase::rule).toList()));
		assertEquals(QuickFixes.rules().size(), new TreeSet<>(QuickFixes.rules()).size(), "two rules of one name");
	}

	@TestFactory
	Stream<DynamicTest> fixCures() {
		return FixCase.all().stream().map(c -> dynamicTest(c.rule(), () -> check(c)));
	}

	private static void check(FixCase c) {
		ParsedDesign before = Designs.LANGUAGE.validate(c.text());
		Code code = Code.of(c.rule().replaceFirst("/.*", "")).orElseThrow();
		List<QuickFix> fixes = before.findings().stream().filter(f -> f.code() == code).flatMap(f -> QuickFixes.of(before, f).stream()).filter(f -> f.rule().equals(c.rule())).toList();
		assertFalse(fixes.isEmpty(), () -> "no fix offered; findings: " + before.findings().stream().map(f -> f.code().id() + f.args()).distinct().toList());
		boolean expected = false;
		for (QuickFix fix : fixes) {
			EditResult.Edited edited = assertInstanceOf(EditResult.Edited.class, FIXES.edit(c.text(), fix), fix.title());
			String after = Replacement.apply(c.text(), edited.replacements());
			expected |= after.contains(c.expected());
			ParsedDesign mended = Designs.LANGUAGE.validate(after);
			assertTrue(count(mended, code) < count(before, code), () -> fix.title() + ": the finding stays\n" + difference(c.text(), after));
			Map<Code, Long> errors = errors(before);
			boolean best = QuickFixes.of(before, fix.finding()).stream().filter(f -> f.rule().equals(c.rule())).findFirst().orElseThrow().title().equals(fix.title());
			// Where one of several words can be chosen, only the first is likely to be meant.
			Map<Code, Long> now = best ? errors(mended) : Map.of();
			now.forEach((k, n) -> assertTrue(n <= errors.getOrDefault(k, 0L), () -> fix.title() + ": new error " + mended.findings().stream().filter(f -> f.code() == k)
					.map(Finding::message).toList() + "\n" + difference(c.text(), after)));
			assertEquals(comments(c.text()), comments(after), fix.title());
		}
		assertTrue(expected, () -> "none of the fixes gives: " + c.expected() + "\n" + fixes.stream()
				.map(f -> f.title() + "\n" + difference(c.text(), Replacement.apply(c.text(), ((EditResult.Edited) FIXES.edit(c.text(), f)).replacements()))).collect(Collectors.joining("\n")));
	}

	private static long count(ParsedDesign design, Code code) {
		return design.findings().stream().filter(f -> f.code() == code).count();
	}

	private static Map<Code, Long> errors(ParsedDesign design) {
		return design.findings().stream().filter(Finding::isError).collect(Collectors.groupingBy(Finding::code, Collectors.counting()));
	}

	private static List<String> comments(String text) {
		return COMMENT.matcher(text).results().map(r -> r.group()).filter(r -> r.startsWith("/")).toList();
	}

	/** The lines that differ, for whoever reads a failure. */
	private static String difference(String before, String after) {
		Function<String, List<String>> lines = t -> t.lines().toList();
		List<String> old = lines.apply(before);
		List<String> now = lines.apply(after);
		return Stream.concat(old.stream().filter(l -> !now.contains(l)).map(l -> "- " + l), now.stream().filter(l -> !old.contains(l)).map(l -> "+ " + l)).collect(Collectors.joining("\n"));
	}

	@Test
	void allOfAKindAreCuredTogether() {
		String text = Designs.tutorial().replace("passwd secret ipmi", "passwd one // a").replace("passwd secret pdu", "passwd two // b");
		QuickFix fix = fix(text, "literal-password");
		assertEquals(2, QuickFixes.count(Designs.LANGUAGE.validate(text), fix));
		String after = Replacement.apply(text, ((EditResult.Edited) FIXES.editAll(text, fix, () -> false).orElseThrow()).replacements());
		assertTrue(after.contains("passwd secret ipmi // a") && after.contains("passwd secret pdu2 // b"), after);
	}

	@Test
	void ofThoseThatClashTheFirstKeepsWhatItHas() {
		String text = Designs.read("examples/three-nodes.cluster").replaceAll("(hv[123]) id [123]", "$1 id 1");
		String after = Replacement.apply(text, ((EditResult.Edited) FIXES.editAll(text, fix(text, "duplicate-node-id"), () -> false).orElseThrow()).replacements());
		assertFalse(Designs.codes(after).contains("duplicate-node-id"), after);
		assertTrue(after.contains("hv1 id 1"), after);
	}

	@Test
	void cancelledMeansNothingIsChanged() {
		String text = Designs.tutorial().replace("passwd secret ipmi", "passwd one");
		assertTrue(FIXES.editAll(text, fix(text, "literal-password"), () -> true).isEmpty());
	}

	private static QuickFix fix(String text, String rule) {
		ParsedDesign design = Designs.LANGUAGE.validate(text);
		return design.findings().stream().flatMap(f -> QuickFixes.of(design, f).stream()).filter(f -> f.rule().equals(rule)).findFirst().orElseThrow();
	}

	@Test
	void fixesOfAPlaceAreThoseOfItsLineWhereItHasNone() {
		String text = Designs.tutorial().replace("in bond0 link 1 via switch1 port 1\n", "in bnod0 link 1 via switch1 port 1\n");
		ParsedDesign design = Designs.LANGUAGE.validate(text);
		int there = text.indexOf("bnod0");
		assertEquals("Change to 'bond0'", QuickFixes.at(design, there + 2).get(0).title());
		assertEquals("Change to 'bond0'", QuickFixes.at(design, text.lastIndexOf("nic", there)).get(0).title());
		assertTrue(QuickFixes.at(design, text.indexOf("stack rhcs3")).isEmpty());
	}

	@Test
	void aLimitIsNotOfferedForAUnitThatWasGuessed() {
		assertEquals(List.of("Change to '20MiB/s'", "Change to '20KiB/s'"), titles(Designs.tutorial().replace("rate 20MiB/s", "rate 20"), "bad-value"));
	}

	@Test
	void whatTakesTheRestIsNotMovedBeforeWhatTakesTheRest() {
		assertEquals(List.of(), titles(Designs.tutorial().replace("volume vm0001_1 50% of group", "volume vm0001_1 rest"), "volume-after-rest"));
	}

	private static List<String> titles(String text, String rule) {
		ParsedDesign design = Designs.LANGUAGE.validate(text);
		return design.findings().stream().flatMap(f -> QuickFixes.of(design, f).stream()).filter(f -> f.rule().equals(rule)).map(QuickFix::title).toList();
	}

	@Test
	void whatANameStandsForIsCreated() {
		created("in bond0 link 1 via switch1 port 1\n", "in bond9 link 1 via switch1 port 1\n", "Create the bond 'bond9'", "bond bond0, bond1, bond2, bond9 {");
		created("member an-node02 priority 2", "member an-node03 priority 2", "Create the node 'an-node03'", "    node an-node03 id 3\n");
		created("vm vm4 in", "vm vm9 in", "Create the guest 'vm9'", "    guest vm9\n");
		created("an2-vg0 on r2", "an2-vg0 on r9", "Create the DRBD resource 'r9'", "        resource r9\n");
		created("bridge vbr2 mac 52:54:00:00:00:01", "bridge vbr9 mac 52:54:00:00:00:01", "Put the bridge 'vbr9' on the network 'sn'", "10.10.0.0/16 on bond1 bridge vbr9 replication");
	}

	private static void created(String there, String wrong, String title, String expected) {
		String text = Designs.tutorial().replaceFirst(Pattern.quote(there), wrong);
		ParsedDesign design = Designs.LANGUAGE.validate(text);
		QuickFix fix = design.findings().stream().flatMap(f -> QuickFixes.of(design, f).stream()).filter(f -> f.title().equals(title)).findFirst()
				.orElseThrow(() -> new AssertionError(design.findings().stream().flatMap(f -> QuickFixes.of(design, f).stream()).map(QuickFix::title).toList().toString()));
		String after = Replacement.apply(text, assertInstanceOf(EditResult.Edited.class, FIXES.edit(text, fix)).replacements());
		assertTrue(after.contains(expected), difference(text, after));
		assertFalse(Designs.codes(after).contains("unresolved-reference"), difference(text, after));
	}

	@Test
	void aBlockOfOneLineStaysOnIt() {
		String text = "cluster c version 1 {\n    drbd { resource r on sda5 }\n    volume-group vg on r { volume lv 10GiB gfs2 sh mount /shared  volume big 90GiB }\n}\n";
		String after = Replacement.apply(text, ((EditResult.Edited) FIXES.edit(text, fix(text, "gfs2-unmounted"))).replacements());
		assertTrue(after.contains("{ volume lv 10GiB gfs2 sh mount /shared { mounted-by init }  volume big 90GiB }\n"), after);
	}

	@Test
	void anUnknownDeviceIsTheNearestWhereNoneIsFree() {
		String text = Designs.tutorial().replace("        resource r2", "        resource r9 on sda9\n        resource r2");
		assertEquals("Change to 'sda5'", titles(text, "device-unknown").getFirst());
	}

	@Test
	void ofZeroOneSpellingIsEnough() {
		assertEquals(List.of("Change to '0ms'"), titles(Designs.tutorial().replace("miimon 100ms", "miimon 0"), "bad-value"));
	}

	@Test
	void shortWordsResembleNotEverything() {
		assertEquals(List.of("Change to 'token'"), titles(Designs.tutorial().replace("totem { ", "totem { tokn 10s  "), "unknown-parameter"));
	}

	@Test
	void newLinesAreAsThoseOfTheText() {
		String text = Designs.tutorial().replace("    ", "\t").replace("method ipmi { call ipmi action reboot }\n\t\tmethod pdu { call pdu2 port 2 action reboot }\n", "").replace("\n", "\r\n");
		String after = Replacement.apply(text, ((EditResult.Edited) FIXES.edit(text, fix(text, "not-fenced"))).replacements());
		assertTrue(after.contains("\r\n\t\tmethod pdu {\r\n\t\t\tcall pdu2 port 2 action reboot\r\n\t\t}\r\n"), after);
		assertFalse(after.replace("\r\n", "").contains("\n"));
	}

	@Test
	void brokenTextHasNoFixes() {
		String text = Designs.tutorial().replace("in bond0 link 1 via switch1 port 1\n", "in bnod0 link 1 via switch1 port 1 {\n");
		ParsedDesign design = Designs.LANGUAGE.validate(text);
		design.findings().forEach(f -> assertTrue(QuickFixes.of(design, f).isEmpty()));
	}
}
