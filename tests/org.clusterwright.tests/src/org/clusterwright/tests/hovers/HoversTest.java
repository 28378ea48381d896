package org.clusterwright.tests.hovers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.hovers.Card;
import org.clusterwright.dsl.ide.hovers.Hovers;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Golden;
import org.junit.jupiter.api.Test;

/** What is said of the words of a design. */
class HoversTest {
	private static final ParsedDesign TUTORIAL = Designs.LANGUAGE.validate(Designs.tutorial());

	private static Card hover(String where, String word) {
		int at = TUTORIAL.text().indexOf(where);
		assertTrue(at >= 0, where);
		return Hovers.at(TUTORIAL, at + where.indexOf(word) + 1).orElseThrow();
	}

	private static void says(Card card, String... lines) {
		for (String line : lines) {
			assertTrue(card.text().contains("\n" + line), () -> line + " is not in\n" + card.text());
		}
	}

	/** One card for each statement of the tutorial, as a whole, so that a change of a text is seen. */
	@Test
	void everyStatementOfTheTutorialHasACard() {
		Map<String, String> seen = new LinkedHashMap<>();
		for (int i = 0; i < TUTORIAL.text().length();) {
			Optional<Card> card = Hovers.at(TUTORIAL, i);
			card.ifPresent(c -> seen.putIfAbsent(c.title(), c.text()));
			i = card.map(c -> c.offset() + c.length()).orElse(i + 1);
		}
		TreeMap<String, String> tree = new TreeMap<>();
		tree.put("tutorial.txt", String.join("\n\n", seen.values()) + "\n");
		Golden.assertTree(Designs.root().resolve("testdata/hovers"), tree);
	}

	@Test
	void nodeShowsItsAddressesAndWhereTheyComeFrom() {
		Card card = hover("node an-node02 id", "an-node02");
		assertEquals("node an-node02", card.title());
		says(card, "Host name: an-node02.alteeve.com (from node name and domain)", "Id: 2\n", "Votes: 1 (default: cman(5): one vote for each node)",
				"On sn: 10.10.0.2 (from first address of the subnet plus the node's id)", "BMC: 10.20.1.2 (an-node02.ipmi)");
	}

	/** While an author types, names are missing and references lead nowhere. */
	@Test
	void whatIsNotThereIsLeftOut() {
		String text = Designs.tutorial().replace("pdu pdu2 address 10.20.2.2 via switch2", "pdu pdu2 address 10.20.2.2 via switch9");
		Card card = Hovers.at(Designs.LANGUAGE.validate(text), text.indexOf("pdu2 address")).orElseThrow();
		assertTrue(card.text().contains("Address: 10.20.2.2"), card.text());
	}

	@Test
	void referenceShowsWhatItMeans() {
		assertEquals("node an-node01", hover("prefers an-node01", "an-node01").title());
		assertEquals("volume group an1-vg0", hover("volume-group an1-vg0", "an1-vg0").title());
	}

	@Test
	void fenceCallShowsWhatTheAgentIsGivenButNoSecret() {
		Card card = hover("call pdu2 port 2", "call");
		says(card, "port: 2", "action: reboot", "nodename: an-node02.alteeve.com", "ipaddr: pdu2.alteeve.com", "passwd: @SECRET(pdu)@");
	}

	@Test
	void resourceShowsMinorPortSizeAndEnds() {
		says(hover("resource r1", "r1"), "Minor: 1", "Port: 7790", "an-node01: /dev/sda6 at 10.10.0.1:7790", "Usable: ");
	}

	@Test
	void parameterShowsTheManPagesFact() {
		says(hover("post-join-delay 30s", "post-join-delay"), "Value: 30s", "Default: ", "Source: ");
		says(hover("post-join-delay 30s", "30s"), "Takes: a duration");
		says(hover("passwd secret ipmi", "passwd"), "Value: the secret ipmi", "Source: fence_ipmilan -o metadata");
	}

	@Test
	void commentsAndBlanksHaveNone() {
		assertTrue(Hovers.at(TUTORIAL, 5).isEmpty());
		assertTrue(Hovers.at(TUTORIAL, TUTORIAL.text().length() - 1).isEmpty());
	}

	@Test
	void regionIsTheWord() {
		Card card = hover("network sn", "sn");
		assertEquals("sn", TUTORIAL.text().substring(card.offset(), card.offset() + card.length()));
	}

	@Test
	void everyPlaceOfBrokenTextsIsBorne() {
		String text = TUTORIAL.text();
		for (String broken : new String[] { text.substring(0, text.length() / 2), text.replace("bond1", "bond9"), text.replace("10.20.0.0/16", "x"), text.replace(" in bond0", " in"),
				text.replace("id 2", "id 1"), "cluster c { node a { method m { call x } } drbd { resource r } volume-group g on r { volume v rest gfs2 } guest x { volume v bridge b } }" }) {
			ParsedDesign design = Designs.LANGUAGE.validate(broken);
			for (int i = 0; i <= broken.length(); i += 31) {
				assertFalse(Hovers.at(design, i).filter(c -> c.title().isBlank()).isPresent());
			}
		}
	}
}
