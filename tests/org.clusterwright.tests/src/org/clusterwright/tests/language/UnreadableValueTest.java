package org.clusterwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.dsl.ide.fixes.QuickFix;
import org.clusterwright.dsl.ide.fixes.QuickFixes;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.values.Mac;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

/** One value that is none of its kind takes nothing away but itself; a broken structure makes the rules about absence silent. */
class UnreadableValueTest {
	private static final QuickFixes FIXES = new QuickFixes(Designs.LANGUAGE);
	private static final ClusterEditor EDITOR = new ClusterEditor(Designs.LANGUAGE);
	/** What a word becomes that must not convert, whatever its kind. */
	private static final String SPOILT = "ZZ::";
	private static final Pattern VALUES = Pattern.compile("(?<=version |id |mac |link |outlet |priority |address |member-count |partition )[0-9A-F][0-9A-F:.]*\\b|[0-9]+(?=GiB|MiB)|[0-9.]+/[0-9]+");

	private static String bad() {
		return Designs.tutorial().replaceFirst("mac [0-9A-Fa-f:]{15}[0-9A-Fa-f]{2}", "mac 00:00:5E:00:53:ZZ").replace("post-join-delay 30s", "post-join-delay 3s");
	}

	@Test
	void fixesAndEditsElsewhereGoOn() {
		ParsedDesign design = Designs.LANGUAGE.validate(bad());
		assertFalse(design.hasSyntaxErrors());
		assertTrue(design.hasErrors());
		assertTrue(Designs.codes(bad()).contains("unreadable-value"));
		assertFalse(Designs.codes(bad()).contains("nic-without-mac"));
		QuickFix fix = design.findings().stream().filter(f -> f.code() == Code.POST_JOIN_DELAY_SHORT).flatMap(f -> QuickFixes.of(design, f).stream()).findFirst().orElseThrow();
		assertEquals(bad().replace("post-join-delay 3s", "post-join-delay 60s"), apply(bad(), FIXES.edit(bad(), fix)));
	}

	@Test
	void theStatementOfTheValueCanBeEditedToo() {
		assertEquals(bad().replaceFirst("(mac 00:00:5E:00:53:ZZ in bond[0-9] link )[0-9]", "$19"), apply(bad(), EDITOR.edit(bad(), c -> nic(c).setLink(9L))));
		assertEquals(bad().replace("00:00:5E:00:53:ZZ", "00:00:5E:00:53:77"), apply(bad(), EDITOR.edit(bad(), c -> nic(c).setMac(Mac.parse("00:00:5E:00:53:77")))));
		assertEquals(bad(), apply(bad(), EDITOR.edit(bad(), c -> {
			// no change
		})));
	}

	private static Nic nic(org.clusterwright.model.design.Cluster cluster) {
		return Statements.all(Statements.all(cluster, Node.class).get(0), Nic.class).stream().filter(n -> n.getMac() == null).findFirst().orElseThrow();
	}

	@Test
	void aMovedStatementKeepsItsWord() {
		String after = apply(bad(), EDITOR.edit(bad(), c -> {
			List<Statement> all = Statements.all(c, Node.class).get(0).getStatements();
			all.add(all.remove(all.indexOf(nic(c))));
		}));
		assertTrue(after.contains("mac 00:00:5E:00:53:ZZ in bond"), after);
		assertTrue(after.indexOf("00:00:5E:00:53:ZZ") > after.indexOf("method ipmi"), after);
	}

	/** Each value of the tutorial spoilt in turn: whatever is done elsewhere, its text stays. */
	@Test
	void noEditLosesTheWord() {
		String text = Designs.tutorial().replace("post-join-delay 30s", "post-join-delay 3s").replace("passwd secret ipmi", "passwd one");
		Matcher value = VALUES.matcher(text);
		List<String> lost = new ArrayList<>();
		int spoilt = 0;
		while (value.find()) {
			String bad = text.substring(0, value.start()) + SPOILT + value.group() + text.substring(value.end());
			ParsedDesign design = Designs.LANGUAGE.validate(bad);
			if (design.hasSyntaxErrors() || design.findings().stream().noneMatch(f -> f.code() == Code.UNREADABLE_VALUE)) {
				continue;
			}
			spoilt++;
			for (Finding finding : design.findings()) {
				for (QuickFix fix : QuickFixes.of(design, finding)) {
					if (FIXES.edit(bad, fix) instanceof EditResult.Edited edited && !Replacement.apply(bad, edited.replacements()).contains(SPOILT + value.group())
							&& finding.place().line() != design.findings().stream().filter(f -> f.code() == Code.UNREADABLE_VALUE).findFirst().orElseThrow().place().line()) {
						lost.add(fix.title() + " at " + bad.substring(bad.lastIndexOf('\n', value.start()) + 1, bad.indexOf('\n', value.end())).strip());
					}
				}
			}
			assertInstanceOf(EditResult.Edited.class, EDITOR.edit(bad, c -> c.setName("other")));
		}
		assertTrue(spoilt > 40, "only " + spoilt);
		assertEquals(List.of(), lost);
	}

	@Test
	void formattingIsPossible() {
		String ragged = bad().replace("    domain", "  domain");
		assertEquals(bad(), Replacement.apply(ragged, EDITOR.format(ragged)));
	}

	@Test
	void aBrokenStructureSaysWhichLineToMend() {
		String text = Designs.tutorial().replace("quorum two-node", "quorum two-node }");
		EditResult.Rejected rejected = assertInstanceOf(EditResult.Rejected.class, EDITOR.edit(text, c -> c.setName("other")));
		Finding first = Designs.LANGUAGE.validate(text).syntaxError().orElseThrow();
		assertEquals("Mend line " + first.place().line() + " first: " + first.message() + ".", rejected.reason());
	}

	@Test
	void whatSeemsMissingMayStandInWhatIsNotRead() {
		String three = Designs.read("examples/three-nodes.cluster");
		String text = three.replaceFirst("version 1 \\{", "version 1 {\n    quorum disk label x");
		List<String> codes = Designs.codes(text);
		assertTrue(codes.contains("syntax"), codes.toString());
		for (String absent : List.of("no-nodes", "unused-fence-device", "unresolved-reference", "not-fenced", "bond-unused", "no-node-address")) {
			assertFalse(codes.contains(absent), absent + " " + codes);
		}
	}

	@Test
	void anUnreadableValueHasOneFinding() {
		String text = Designs.tutorial().replace("post-join-delay 30s", "post-join-delay 3");
		int line = text.substring(0, text.indexOf("post-join-delay")).split("\n", -1).length;
		assertEquals(List.of(Code.BAD_VALUE), Designs.LANGUAGE.validate(text).findings().stream().filter(f -> f.place().line() == line).map(Finding::code).toList());
	}

	private static String apply(String text, EditResult result) {
		return Replacement.apply(text, assertInstanceOf(EditResult.Edited.class, result).replacements());
	}
}
