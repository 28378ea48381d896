package org.clusterwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.dsl.ide.Highlighting;
import org.clusterwright.dsl.ide.Highlighting.Kind;
import org.clusterwright.dsl.ide.Outline;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.Proposals;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.dsl.ide.hovers.Hovers;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

/** The services behind the editor, without a display. */
class EditorServicesTest {
	private static final Proposals PROPOSALS = new Proposals(Designs.LANGUAGE);

	private static List<String> proposed(String textWithCaret) {
		int caret = textWithCaret.indexOf('|');
		return PROPOSALS.at(textWithCaret.replace("|", ""), caret).stream().map(Proposals.Proposal::label).toList();
	}

	private static Kind kindOf(List<Highlighting.Region> regions, String text, String word) {
		int at = text.indexOf(word);
		return regions.stream().filter(r -> r.offset() == at).map(Highlighting.Region::kind).findFirst().orElse(null);
	}

	@Test
	void proposesKeywordsOfTheBlockAndNotNamesThatAreKeywords() {
		List<String> found = proposed("cluster c {\n    |\n}\n");
		assertTrue(found.containsAll(List.of("network", "node", "fence-device", "drbd", "failover-domain")), found.toString());
		assertFalse(found.contains("{"), found.toString());
	}

	@Test
	void proposesWhatIsInScopeForAReference() {
		List<String> found = proposed("cluster c {\n    bond bond0, bond1\n    network n 10.0.0.0/24 on |\n}\n");
		assertTrue(found.containsAll(List.of("bond0", "bond1", "nic")), found.toString());
		assertEquals(List.of("pdu2"), proposed("cluster c {\n    pdu pdu2 address 10.0.0.1\n    node a { psu p on pd| }\n}\n").stream().filter(p -> p.startsWith("pd")).toList());
	}

	@Test
	void proposalsReplaceThePrefix() {
		String text = "cluster c {\n    fail";
		Proposals.Proposal proposal = PROPOSALS.at(text, text.length()).stream().filter(p -> p.label().equals("failover-domain")).findFirst().orElseThrow();
		assertEquals(text.length() - 4, proposal.offset());
		assertEquals(4, proposal.length());
	}

	@Test
	void lexerColoursAnything() {
		String text = "/* a */ node \"x\" 12 // b\n ''' raw ''' $ \"open";
		List<Highlighting.Region> regions = Highlighting.lexical(text);
		assertEquals(Kind.COMMENT, kindOf(regions, text, "/* a"));
		assertEquals(Kind.KEYWORD, kindOf(regions, text, "node"));
		assertEquals(Kind.STRING, kindOf(regions, text, "\"x\""));
		assertEquals(Kind.NUMBER, kindOf(regions, text, "12"));
		assertEquals(Kind.STRING, kindOf(regions, text, "''' raw"));
	}

	@Test
	void parseTellsNamesReferencesAndParameters() {
		String text = Designs.tutorial();
		List<Highlighting.Region> regions = Highlighting.semantic(Designs.LANGUAGE.parse(text), () -> false);
		assertEquals(Kind.NAME, kindOf(regions, text, "an-clusterA version"));
		assertEquals(Kind.KEY, kindOf(regions, text, "stack rhcs3"));
		assertEquals(Kind.REFERENCE, kindOf(regions, text, "bond0 bridge"));
		assertEquals(Kind.KEYWORD, kindOf(regions, text, "replication"));
		assertEquals(Kind.NUMBER, kindOf(regions, text, "10.20.0.0/16"));
		assertEquals(Kind.KEYWORD, kindOf(regions, text, "dual-primary"));
		int end = 0;
		for (Highlighting.Region region : regions) {
			assertTrue(region.offset() >= end, region.toString());
			end = region.offset() + region.length();
		}
	}

	@Test
	void outlineFollowsTheText() {
		String text = Designs.tutorial();
		Outline.Item cluster = Outline.of(Designs.LANGUAGE.parse(text)).get(0);
		assertEquals("cluster an-clusterA", cluster.label());
		Outline.Item node = cluster.at(text.indexOf("an-node02 id"));
		assertEquals("node an-node02", node.label());
		assertEquals("nic eth3", cluster.at(text.indexOf("eth3 mac 00:00:5E")).label());
	}

	@Test
	void definitionOfAReferenceIsItsName() {
		String text = Designs.tutorial();
		ParsedDesign design = Designs.LANGUAGE.parse(text);
		assertEquals(text.indexOf("pdu2 address 10.20.2.2"), Elements.definition(design, text.indexOf("pdu2 outlet") + 1).orElseThrow().offset());
		assertTrue(Elements.definition(design, text.indexOf("version")).isEmpty());
		assertEquals("pdu pdu2", Hovers.at(design, text.indexOf("pdu2 outlet") + 1).orElseThrow().title());
	}

	@Test
	void servicesBearBrokenText() {
		for (String text : List.of("", "cluster", "cluster c {", "}", "cluster c { node { nic ", "\u0000", "cluster c { network x on }")) {
			ParsedDesign design = Designs.LANGUAGE.parse(text);
			for (int i = 0; i <= text.length(); i++) {
				PROPOSALS.at(text, i);
				Hovers.at(design, i);
				Elements.definition(design, i);
			}
			Outline.of(design);
			Highlighting.lexical(text);
			Highlighting.semantic(design, () -> false);
		}
	}

	@Test
	void formatsTheSelectedLinesOnly() {
		String text = "cluster c {\n  node   a\n   node  b\n  node   d\n}\n";
		ClusterEditor editor = new ClusterEditor(Designs.LANGUAGE);
		int at = text.indexOf("node  b");
		assertEquals(text.replace("   node  b", "    node b"), Replacement.apply(text, editor.format(text, at, 3)));
		int lines = text.indexOf("  node   a");
		assertEquals(text.replace("  node   a", "    node a").replace("   node  b", "    node b"), Replacement.apply(text, editor.format(text, lines, text.indexOf("  node   d") - lines)));
		assertEquals(Replacement.apply(text, editor.format(text)), Replacement.apply(text, editor.format(text, 0, text.length())));
	}

	@Test
	void formattingKeepsTheLineEnds() {
		ClusterEditor editor = new ClusterEditor(Designs.LANGUAGE);
		String tidy = Designs.tutorial().replace("\n", "\r\n");
		assertEquals(List.of(), editor.format(tidy));
		String untidy = tidy.replace("    stack", "stack").replace("stack rhcs3\r\n", "stack rhcs3 ");
		assertEquals(tidy, Replacement.apply(untidy, editor.format(untidy)));
	}
}
