package org.clusterwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.clusterwright.dsl.ide.Destination;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.Mention;
import org.clusterwright.dsl.ide.NameFilter;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.Renaming;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.dsl.ide.Symbol;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

class SymbolTest {
	private static final String TEXT = Designs.tutorial();
	private static final ParsedDesign DESIGN = Designs.LANGUAGE.parse(TEXT);

	private static Symbol symbol(String at) {
		return Symbol.at(DESIGN, TEXT.indexOf(at)).orElseThrow();
	}

	private static Renaming renaming(String text, String at) {
		ParsedDesign design = Designs.LANGUAGE.parse(text);
		return new Renaming(Designs.LANGUAGE, design, Symbol.at(design, text.indexOf(at)).orElseThrow());
	}

	private static String renamed(String text, String at, String name) {
		return switch (renaming(text, at).edit(text, name)) {
			case EditResult.Edited edited -> Replacement.apply(text, edited.replacements());
			case EditResult.Rejected rejected -> throw new AssertionError(rejected.reason());
		};
	}

	@Test
	void aNameAndItsReferencesAreOneSymbol() {
		Symbol bond = symbol("bond0, bond1");
		assertEquals("bond bond0", bond.title());
		assertEquals(5, bond.references().size());
		assertEquals(bond, symbol("bond0 bridge"));
		assertEquals(bond, Symbol.at(DESIGN, TEXT.indexOf("bond0 bridge") + 5).orElseThrow(), "right behind the word");
		assertTrue(bond.places().stream().allMatch(p -> TEXT.startsWith("bond0", p.offset()) && p.length() == 5));
		assertEquals(5, symbol("an-node01 id").places().size());
	}

	@Test
	void onlyNamesOfTheAuthorAreSymbols() {
		assertTrue(Symbol.at(DESIGN, TEXT.indexOf("totem {")).isEmpty());
		assertTrue(Symbol.at(DESIGN, TEXT.indexOf("stack rhcs3")).isEmpty());
		assertTrue(Symbol.at(DESIGN, TEXT.indexOf("// The two")).isEmpty());
		assertEquals("node an-node02", Symbol.ofStatement(DESIGN, TEXT.indexOf("node an-node02")).orElseThrow().title());
	}

	@Test
	void whatMayFollowANameIsMentioned() {
		List<Mention> disk = Mention.of(DESIGN, symbol("sda 976773168"));
		assertEquals(List.of("sda5", "sda6", "sda7"), disk.stream().filter(m -> m.kind() == Mention.Kind.DEVICE).map(m -> TEXT.substring(m.place().offset(), m.place().offset() + m.place().length())).toList());
		List<Mention> node = Mention.of(DESIGN, symbol("an-node01 id"));
		assertTrue(node.stream().anyMatch(m -> m.kind() == Mention.Kind.TEXT && m.line().startsWith("resource r1")), node.toString());
		assertTrue(node.stream().anyMatch(m -> m.kind() == Mention.Kind.PATTERN), node.toString());
		assertTrue(Mention.of(DESIGN, symbol("pdu2 address")).stream().anyMatch(m -> m.kind() == Mention.Kind.WORD && m.line().startsWith("fence-device pdu2")));
	}

	@Test
	void renamingChangesEveryReferenceAndNothingElse() {
		assertEquals(TEXT.replace("bond0", "trunk"), renamed(TEXT, "bond0, bond1", "trunk"));
		String node = renamed(TEXT, "an-node01 id", "alpha");
		assertEquals(TEXT.replace("an-node01", "alpha").replace("normally run on alpha", "normally run on an-node01"), node);
		assertEquals(TEXT.replace("vm0001_1", "root"), renamed(TEXT, "vm0001_1  bridge", "root"));
		assertTrue(renamed(TEXT, "vbr2 {", "node").contains("bridge \"node\" mac"), "a keyword is quoted");
	}

	@Test
	void aNicThatANetworkIsOnIsRenamedWhereverItIsMeant() {
		String text = "cluster c {\n    network a 10.1.0.0/16 on nic eth0\n    node x { nic eth0 mac 00:11:22:33:44:55  nic eth1 }\n    node y { nic eth0  nic eth1 }\n}\n";
		assertEquals(text.replace("eth0", "lan0"), renamed(text, "eth0 mac", "lan0"));
		assertEquals(text.replace("eth0", "lan0"), renamed(text, "eth0\n", "lan0"), "at the network");
		assertEquals(3, renaming(text, "eth0 mac").symbol().places().size());
		assertTrue(renaming(text, "eth0 mac").mentions().isEmpty());
		assertEquals(text.replaceFirst("eth1", "lan1"), renamed(text, "eth1 }", "lan1"), "another node's is another NIC where no network is on it");
	}

	@Test
	void aGroupIsRenamedInQualifiedNamesToo() {
		String text = "cluster c {\n    volume-group a on /dev/sdb1 { volume v 1GiB  volume w 1GiB }\n    guest g { volume a/v }\n    guest h { volume w }\n}\n";
		assertEquals(text.replace("group a ", "group b ").replace("a/v", "b/v"), renamed(text, "a on", "b"));
	}

	@Test
	void aFileSystemIsRenamedInServicesToo() {
		for (int place : List.of(TEXT.indexOf("gfs2 shared") + 5, TEXT.indexOf("clusterfs shared") + 10, TEXT.lastIndexOf("clusterfs shared") + 12)) {
			Symbol symbol = Symbol.at(DESIGN, place).orElseThrow();
			assertEquals("Gfs2", symbol.kind());
			assertEquals(3, symbol.places().size(), symbol.places().toString());
			Renaming renaming = new Renaming(Designs.LANGUAGE, DESIGN, symbol);
			String after = Replacement.apply(TEXT, ((EditResult.Edited) renaming.edit(TEXT, "common")).replacements());
			assertEquals(TEXT.replace("gfs2 shared", "gfs2 common").replace("clusterfs shared", "clusterfs common"), after);
			assertEquals(List.of(), renaming.newFindings("common"));
		}
	}

	@Test
	void aScriptIsRenamedInEveryServiceAndNotIntoAnother() {
		assertEquals(TEXT.replace("script clvmd", "script lvm"), renamed(TEXT, "clvmd {", "lvm"));
		assertEquals(Optional.of(Renaming.Problem.DUPLICATE), renaming(TEXT, "clvmd {").problem("drbd"));
	}

	@Test
	void valuesThatNameAThingFollowIt() {
		String text = """
				cluster c {
				    node a
				    node b
				    drbd {
				        startup { become-primary-on a, b }
				        resource r0
				        resource r1 { syncer { after r0 } }
				    }
				    guest g
				    guest h
				    service s
				    vm h { depend service:s }
				    service t { depend vm:g }
				}
				""";
		assertEquals(text.replace("node a", "node x").replace("on a,", "on x,"), renamed(text, "a\n", "x"));
		assertEquals(text.replace("r0", "x"), renamed(text, "r0\n", "x"));
		assertEquals(text.replace("guest g", "guest x").replace("vm:g", "vm:x"), renamed(text, "g\n", "x"));
		assertEquals(text.replace("service s", "service x").replace("service:s", "service:x"), renamed(text, "s\n", "x"));
		ParsedDesign design = Designs.LANGUAGE.parse(text);
		assertTrue(Symbol.at(design, text.indexOf("service s") + 8).orElseThrow().places().stream().allMatch(p -> text.startsWith("s", p.offset()) && p.length() == 1));
	}

	@Test
	void namesThatCannotBeAreRefused() {
		Renaming node = renaming(TEXT, "an-node01 id");
		assertEquals(Optional.of(Renaming.Problem.EMPTY), node.problem(""));
		assertEquals(Optional.of(Renaming.Problem.SAME), node.problem("an-node01"));
		assertEquals(Optional.of(Renaming.Problem.INVALID), node.problem("a b"));
		assertEquals(Optional.of(Renaming.Problem.DUPLICATE), node.problem("an-node02"));
		assertEquals(Optional.empty(), node.problem("alpha"));
		assertEquals(Optional.of(Renaming.Problem.DUPLICATE), renaming(TEXT, "eth0 mac").problem("eth1"));
		assertEquals(Optional.of(Renaming.Problem.DUPLICATE), renaming(TEXT, "bond0 bridge").problem("bond2"));
	}

	@Test
	void findingsThatANameWouldMakeAreToldBefore() {
		assertEquals(List.of(), renaming(TEXT, "an-node01 id").newFindings("alpha"));
		assertFalse(renaming(TEXT, "bond0 bridge").newFindings("a-name-longer-than-the-kernel-takes").isEmpty());
	}

	@Test
	void aFindingLeadsToTheOtherPlaceItSpeaksOf() {
		String text = "cluster c {\n    node a\n    node b\n    node a\n}\n";
		ParsedDesign design = Designs.LANGUAGE.validate(text);
		int first = text.indexOf("a\n");
		int second = text.lastIndexOf("a\n");
		assertEquals(second, Destination.from(design, first).orElseThrow().offset());
		assertEquals(first, Destination.from(design, second).orElseThrow().offset());
		assertTrue(Destination.from(design, text.indexOf("b\n")).isEmpty());
		assertEquals(TEXT.indexOf("bond0, bond1"), Destination.from(DESIGN, TEXT.indexOf("bond0 bridge") + 2).orElseThrow().offset());
	}

	@Test
	void filterFindsPartsAndBeginningsOfWords() {
		assertTrue(NameFilter.of("nn02").matches("node an-node02"));
		assertTrue(NameFilter.of("NODE02").matches("node an-node02"));
		assertTrue(NameFilter.of("fdip").matches("fence-device ipmi"));
		assertFalse(NameFilter.of("xyz").matches("node an-node02"));
		assertFalse(NameFilter.of("2n").matches("node an-node02"));
		assertTrue(NameFilter.of("").matches("anything"));
	}
}
