package org.clusterwright.tests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.clusterwright.core.help.CaretHelp;
import org.clusterwright.core.help.FieldHelp;
import org.clusterwright.core.help.Guide;
import org.clusterwright.core.help.HelpChapters;
import org.clusterwright.core.help.HelpPage;
import org.clusterwright.core.help.HelpPage.Shape;
import org.clusterwright.core.help.HelpPage.Style;
import org.clusterwright.core.help.HelpValues;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Explanations;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

class HelpTest {
	private static final HelpValues TUTORIAL = HelpValues.of(Designs.effective(Designs.tutorial()), true);
	/** Words in braces that a reader shall see. */
	private static final Set<String> LITERAL = Set.of();

	private static List<HelpValues> designs() {
		List<HelpValues> designs = new ArrayList<>(List.of(TUTORIAL, HelpValues.of(Designs.effective(Designs.read("examples/three-nodes.cluster")), true)));
		designs.add(HelpValues.of(Designs.effective("cluster empty { }"), true));
		designs.add(HelpValues.of(Designs.effective("cluster one {\n    network a 10.0.0.0/24 on nic eth0\n    node n\n    drbd { resource r0 }\n    volume-group v on r0\n}"), false));
		return designs;
	}

	private static HelpPage page(String address) {
		return HelpChapters.page(address, TUTORIAL).orElseThrow(() -> new AssertionError("no page " + address));
	}

	@Test
	void chaptersHaveNoUnknownValuesWhateverTheDesign() {
		for (HelpValues values : designs()) {
			for (HelpChapters.Chapter chapter : HelpChapters.all()) {
				if (!chapter.id().equals(HelpChapters.FINDINGS)) {
					Set<String> unknown = new TreeSet<>(HelpChapters.unknownKeys(chapter.id(), values));
					unknown.removeAll(LITERAL);
					assertEquals(Set.of(), unknown, chapter.id());
				}
				HelpPage page = HelpChapters.page(chapter.id(), values).orElseThrow();
				assertFalse(page.text().contains("\n%") || page.text().contains("**") || page.text().contains("]("), chapter.id() + page.text());
			}
		}
	}

	@Test
	void theOpenDesignsValuesAreSubstituted() {
		String bare = page("bare").text();
		for (String fact : List.of("an-node01", "10.20.0.2", "10.10.0.1", "vbr0", "555762816", "/dev/drbd2", "7791", "an-clusterA:shared", "fence_apc -a pdu2.alteeve.com -l apc -p PASSWORD -n 1 -o off",
				"within 30 seconds", "29382", "239.192.114.57", "storage_n01", "vm4")) {
			assertTrue(bare.contains(fact), fact);
		}
		String other = HelpChapters.page("bare", designs().get(1)).orElseThrow().text();
		assertTrue(other.contains("hv3") && !other.contains("an-node01") && !other.contains("within 30 seconds of each other"), other);
		assertTrue(HelpChapters.page("bare", designs().get(3)).orElseThrow().text().contains("no design is open"));
	}

	@Test
	void everyLinkLeadsSomewhere() {
		List<String> pages = new ArrayList<>(HelpChapters.all().stream().map(HelpChapters.Chapter::id).toList());
		for (Code code : Code.values()) {
			pages.add(HelpChapters.address(code));
			Explanations.of(code).chapter().ifPresent(c -> assertLeads(c, code.id()));
		}
		for (String id : pages) {
			for (HelpPage.Run link : page(id).links()) {
				if (!link.target().startsWith("command:")) {
					assertLeads(link.target(), id);
				}
			}
		}
	}

	private static void assertLeads(String address, String from) {
		Optional<HelpPage> page = HelpChapters.page(address, TUTORIAL);
		assertTrue(page.isPresent(), from + " -> " + address);
		if (address.contains("#")) {
			assertTrue(page.get().anchor(address.substring(address.indexOf('#') + 1)).isPresent(), from + " -> " + address);
		}
	}

	@Test
	void regionsLieInTheText() {
		for (HelpChapters.Chapter chapter : HelpChapters.all()) {
			HelpPage page = page(chapter.id());
			page.runs().forEach(r -> assertTrue(r.length() > 0 && r.offset() + r.length() <= page.text().length(), r.toString()));
			page.blocks().forEach(b -> assertTrue(b.offset() + b.length() <= page.text().length() && (b.offset() == 0 || page.text().charAt(b.offset() - 1) == '\n'), b.toString()));
			assertEquals(Style.TITLE, page.runs().get(0).style());
			assertTrue(chapter.headings().stream().allMatch(h -> page.anchor(h).isPresent()) || page.id().equals("stages"), chapter.id());
		}
	}

	@Test
	void stagesShowWhatEachAdds() {
		HelpPage page = page("stages");
		List<String> added = page.blocks().stream().filter(b -> b.shape() == Shape.ADDED).map(b -> page.text().substring(b.offset(), b.offset() + b.length()).strip()).toList();
		for (String line : List.of("<cman expected_votes=\"1\" two_node=\"1\"/>", "<clusternodes>", "<fencedevices>", "<device name=\"pdu2\" port=\"2\" action=\"reboot\"/>", "<fence_daemon post_join_delay=\"30\"/>",
				"<totem secauth=\"off\" rrp_mode=\"none\"/>".replace("secauth=\"off\" rrp_mode=\"none\"", "rrp_mode=\"none\" secauth=\"off\""))) {
			assertEquals(1, added.stream().filter(line::equals).count(), line);
		}
		assertTrue(page.text().contains("config_version=\"7\"") && !page.text().contains("config_version=\"6\""));
		assertTrue(page.text().contains("ipaddr=pdu2.alteeve.com"), page.text());
	}

	@Test
	void helpAtTheCaretExplainsFindingAndWord() {
		String text = Designs.tutorial().replace("method pdu { call pdu2 port 2 action reboot }", "method pdu { }");
		HelpPage page = CaretHelp.at(Designs.LANGUAGE.validate(text), text.indexOf("method pdu { }") + 8).orElseThrow();
		assertTrue(page.text().contains("method-empty (error)") && page.text().contains("Why it matters.") && page.text().contains("What it is"), page.text());
		HelpPage plain = CaretHelp.at(Designs.LANGUAGE.validate(text), text.indexOf("post-join-delay") + 3).orElseThrow();
		assertTrue(plain.text().contains("post-join-delay"), plain.text());
		HelpPage node = CaretHelp.at(Designs.LANGUAGE.validate(text), text.indexOf("node an-node01") + 7).orElseThrow();
		assertTrue(node.text().contains("an-node01.alteeve.com"), node.text());
		assertTrue(CaretHelp.at(Designs.LANGUAGE.validate("cluster c {\n\n\n}"), 12).isEmpty());
	}

	@Test
	void fieldsAreExplainedByTheCatalogue() {
		HelpPage page = FieldHelp.of("overview_post-join-delay").orElseThrow();
		assertTrue(page.text().contains("Takes a duration"), page.text());
		assertTrue(FieldHelp.of("wizard_node_0_macs").orElseThrow().text().contains("Paste"));
		assertTrue(FieldHelp.of("somewhere_else").isEmpty());
		assertTrue(FieldHelp.of("plain").isEmpty());
	}

	@Test
	void searchFindsChaptersAndFindings() {
		List<String> found = HelpChapters.search("split brain", TUTORIAL);
		assertTrue(found.stream().anyMatch(f -> f.startsWith("drbd#")) && found.contains("code/dual-primary-policy"), found.toString());
		assertEquals(List.of(), HelpChapters.search("  ", TUTORIAL));
		assertEquals(List.of(), HelpChapters.search("no such words anywhere (", TUTORIAL));
	}

	@Test
	void guidesHaveNoUnknownValuesAndTheirStepsLeadSomewhere() {
		for (HelpValues values : designs()) {
			for (String id : Guide.IDS) {
				Set<String> unknown = new TreeSet<>();
				Guide guide = Guide.of(id, values, unknown);
				assertEquals(Set.of(), unknown, id);
				assertTrue(guide.steps().size() >= 9 && !guide.intro().isEmpty(), id);
				for (Guide.Step step : guide.steps()) {
					assertFalse(step.text().isBlank() || step.actions().isEmpty(), step.title());
					step.actions().stream().map(Guide.Action::target).filter(t -> !t.startsWith("command:") && !t.startsWith("file:")).forEach(t -> assertLeads(t, step.title()));
				}
			}
		}
		assertTrue(Guide.of("servers", TUTORIAL).steps().stream().anyMatch(s -> s.text().contains("within 30 seconds") && s.text().contains("239.192.114.57")));
	}

	@Test
	void valuesCannotBecomeMarkup() {
		HelpValues hostile = HelpValues.of(Designs.effective("cluster \"a`b*c[d](e)\" {\n    node \"x | y\"\n}"), true);
		HelpPage page = HelpChapters.page("bare", hostile).orElseThrow();
		assertTrue(page.links().stream().noneMatch(l -> l.target().equals("e")), page.links().toString());
	}
}
