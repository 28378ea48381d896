package org.clusterwright.tests.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.Proposals;
import org.clusterwright.dsl.ide.Proposals.Proposal;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.dsl.ide.assist.Suggestion;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered at a place of the tutorial's design. */
class AssistTest {
	private static final Proposals PROPOSALS = new Proposals(Designs.LANGUAGE);
	private static final String TUTORIAL = Designs.tutorial();
	private static final String END = "    vm vm4 in primary_n02 { recovery restart }\n";

	/** The tutorial with a place written otherwise; the caret is where the new text has a bar. */
	private static List<Proposal> at(String place, String instead) {
		int at = TUTORIAL.indexOf(place);
		assertTrue(at >= 0, place);
		String text = TUTORIAL.substring(0, at) + instead + TUTORIAL.substring(at + place.length());
		int caret = text.indexOf('|');
		return PROPOSALS.at(text.replace("|", ""), caret);
	}

	private static List<String> labels(List<Proposal> proposals) {
		return proposals.stream().map(Proposal::label).toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
			"an-node02 id 2; an-node02 id |; 2",
			"bmc 10.20.1.2 via; bmc | via; 10.20.1.2",
			"switch switch2 address 10.20.3.2; switch switch2 address |; 10.20.3.2",
			"pdu pdu2 address 10.20.2.2; pdu pdu2 address |; 10.20.2.2",
			"in bond0 link 2 via switch2 port 4; in bond0 link |; 2",
			"via switch2 port 4; via switch2 port |; 1",
			"psu psu1 on pdu2 outlet 2; psu psu1 on pdu2 outlet |; 2",
			"mac 00:1B:21:BF:70:02; mac |; 00:1B:21:BF:6F:FF",
			"mac 00:1B:21:BF:70:02; mac |; 00:00:5E:00:53:00",
			"mac 52:54:00:00:00:04; mac |; 52:54:00:00:00:04",
			"10.10.0.0/16; |; 10.0.0.0/16",
			"agent fence_apc at; agent | at; fence_apc_snmp",
			"call pdu2 port 1 action reboot; call pdu2 |; port",
			"call pdu2 port 1 action reboot; call pdu2 port |; 1",
			"call pdu2 port 1 action reboot; call pdu2 port 1 action |; reboot",
			"passwd secret pdu; passwd |; secret pdu2",
			"passwd secret pdu; passwd secret |; ipmi",
			"on sda6; on |; sda6",
			"on sda6; on sda6 { minor | }; 3",
			"on sda6; on sda6 { port | }; 7792",
			"dual-primary; dual-primary net { | }; max-buffers",
			"dual-primary; dual-primary net { option | }; max-buffers",
			"member an-node02 priority 2; member an-node02 priority |; 2",
			"start clusterfs shared; start clusterfs |; shared",
			"start script drbd; start |; script",
			"start script drbd; start script |; clvmd",
			"gateway 10.255.255.254; gateway |; 10.255.255.254",
			"vm vm1 in primary_n01 { recovery restart }; vm vm1 in primary_n01 { depend | }; service:storage_n01",
			"partition 7 logical; partition |; 7",
			"partition 7 logical rest; partition 7 |; logical",
			"partition 7 logical rest; partition 7 |; 50% of rest",
			"vm0001_1 50% of group; vm0001_1 |; 50% of group",
			"on bond1 replication; on bond1 |; replication",
			"on bond1 replication; on bo|nd1 replication; bond1",
			"gfs2 shared; gfs2 |; shared",
			"prefers an-node02 {; prefers |; an-node01" })
	void offersWhatFits(String place, String instead, String expected) {
		List<String> found = labels(at(place, instead));
		assertTrue(found.contains(expected), found.toString());
	}

	@Test
	void nothingThatIsTakenIsOffered() {
		assertFalse(labels(at("an-node02 id 2", "an-node02 id |")).contains("1"));
		assertFalse(labels(at("on sda6", "on |")).stream().anyMatch(p -> List.of("sda5", "sda7", "sda1", "sda4").contains(p)));
	}

	@Test
	void aSecretIsOfferedWhereOneCanStand() {
		assertFalse(labels(at("post-join-delay 30s", "post-join-delay |")).contains("secret"));
		assertTrue(labels(at("passwd secret pdu", "passwd |")).contains("secret"));
	}

	@Test
	void aPartitionTemplateSuitsItsDisk() {
		List<String> texts = at("    drbd {\n", "    disk sdb size 4TB label gpt {\n        |\n    }\n    drbd {\n").stream().map(Proposal::text).filter(t -> t.startsWith("partition ")).toList();
		assertTrue(texts.contains("partition 1 20GiB align 64KiB"), texts.toString());
	}

	@Test
	void parametersAreThoseOfTheBlockAroundTheCaret() {
		List<String> found = labels(at("    pdu pdu2 address 10.20.2.2 via switch2\n", "    pdu pdu2 address 10.20.2.2 via switch2\n    |\n"));
		assertTrue(found.contains("stack") || found.contains("version") || found.contains("totem"), found.toString());
		assertFalse(found.contains("outlets"), found.toString());
		assertTrue(labels(at("    pdu pdu2 address 10.20.2.2 via switch2\n", "    pdu pdu2 address 10.20.2.2 via switch2 { | }\n")).contains("outlets"));
	}

	@Test
	void agentsSayWhatTheyNeed() {
		Proposal agent = at("agent fence_apc at", "agent | at").stream().filter(p -> p.label().equals("fence_ipmilan")).findFirst().orElseThrow();
		assertTrue(agent.documentation().contains("ipaddr") && agent.documentation().contains("fence_ipmilan -o metadata"), agent.documentation());
	}

	@Test
	void optionsShowDefaultAndRange() {
		Proposal option = at("dual-primary", "dual-primary net { | }").stream().filter(p -> p.label().equals("max-buffers")).findFirst().orElseThrow();
		assertTrue(option.description().matches(".*[0-9]+ to [0-9]+, default 2048"), option.description());
	}

	/** Templates are inserted into the tutorial; what comes out is readable, and formatting it changes nothing but what the author goes through. */
	@Test
	void templatesAreWholeStatements() {
		TreeMap<String, String> tree = new TreeMap<>();
		StringBuilder all = new StringBuilder();
		Stream.of("", "node-an-node02-", "drbd-", "disk-", "volume-group-").forEach(w -> templates(w, all));
		tree.put("templates.txt", all.toString());
		Golden.assertTree(Designs.root().resolve("testdata/assist"), tree);
	}

	private static void templates(String where, StringBuilder out) {
		String place = switch (where) {
			case "node-an-node02-" -> "        method ipmi { call ipmi action reboot }\n";
			case "drbd-" -> "        resource r0";
			case "disk-" -> "        partition 7";
			case "volume-group-" -> "        volume vm0001_1";
			default -> END;
		};
		int at = where.isEmpty() ? TUTORIAL.indexOf(place) + place.length() : TUTORIAL.indexOf(place);
		String indent = where.isEmpty() ? "    " : "        ";
		String text = TUTORIAL.substring(0, at) + indent + "\n" + TUTORIAL.substring(at);
		List<Proposal> templates = PROPOSALS.at(text, at + indent.length()).stream().filter(p -> p.kind() == Proposals.Kind.TEMPLATE).toList();
		for (Proposal template : templates) {
			String after = Replacement.apply(text, List.of(new Replacement(template.offset(), template.length(), template.text())));
			ParsedDesign design = Designs.LANGUAGE.validate(after);
			assertFalse(design.hasSyntaxErrors(), () -> template.text() + design.findings());
			assertEquals(after, Replacement.apply(after, new ClusterEditor(Designs.LANGUAGE).format(after)), template.label());
			out.append(where).append(template.label()).append(" : ").append(template.description()).append("\n    ").append(marked(template)).append("\n");
			design.findings().stream().filter(Finding::isError).forEach(f -> out.append("  ! ").append(f.message()).append('\n'));
		}
		assertFalse(templates.isEmpty(), where);
	}

	/** The text with its holes in brackets. */
	private static String marked(Proposal template) {
		StringBuilder text = new StringBuilder(template.text());
		template.holes().reversed().forEach((Suggestion.Hole h) -> text.insert(h.offset() + h.length(), "»" + h.group()).insert(h.offset(), "«"));
		return text.toString();
	}

	@Test
	void whatIsUsedOrThereAlreadyIsNotOffered() {
		List<String> members = labels(at("member an-node02 priority 2", "member |"));
		assertTrue(members.contains("an-node02") && !members.contains("an-node01"), members.toString());
		List<String> guests = labels(at(END, "    vm |\n"));
		assertTrue(guests.contains("vm4") && !guests.contains("vm1"), guests.toString());
		List<String> volumes = labels(at("guest vm1 { volume vm0001_1", "guest vm1 { volume |"));
		assertTrue(volumes.contains("vm0001_1") && !volumes.contains("vm0002_1"), volumes.toString());
		List<String> hosts = labels(at("on sda6", "on sda6 between an-node01, |"));
		assertTrue(hosts.contains("an-node02") && !hosts.contains("an-node01"), hosts.toString());
		List<Proposal> blocks = at(END, END + "    |\n");
		assertTrue(blocks.stream().noneMatch(p -> p.kind() == Proposals.Kind.SECTION && p.label().equals("totem")), labels(blocks).toString());
		assertFalse(labels(at("startup {", "startup { | ")).contains("heuristic"));
		assertFalse(labels(at("domain alteeve.com", "domain |")).contains("secret"));
	}

	@Test
	void halfAQualifiedNameIsCompleted() {
		Proposal volume = at("guest vm1 { volume vm0001_1", "guest vm1 { volume an1-vg0/|").stream().filter(p -> p.text().equals("an1-vg0/vm0001_1")).findFirst().orElseThrow();
		assertEquals("an1-vg0/".length(), volume.length());
	}

	@Test
	void wordsComeBeforeTheirNumbersAndWhatIsDefinedCanBeStarted() {
		List<String> modes = labels(at("mode active-backup", "mode |"));
		assertTrue(modes.contains("1") && modes.indexOf("802.3ad") < modes.indexOf("0"), modes.toString());
		assertTrue(labels(at("    service storage_n01", "    define ip 10.255.10.1\n    service x { start ip | }\n    service storage_n01")).contains("10.255.10.1"));
	}

	@Test
	void anEmptyFileCanBecomeADesign() {
		Proposal template = PROPOSALS.at("", 0).stream().filter(p -> p.kind() == Proposals.Kind.TEMPLATE).findFirst().orElseThrow();
		assertFalse(Designs.LANGUAGE.validate(template.text()).hasSyntaxErrors());
	}

	@Test
	void templatesFollowWhatIsTyped() {
		List<String> found = labels(at(END, END + "    no|\n"));
		assertTrue(found.contains("node") && found.stream().anyMatch(l -> l.startsWith("node an-node03")) && found.stream().noneMatch(l -> l.startsWith("guest")), found.toString());
	}

	@Test
	void isFast() {
		String text = TUTORIAL.replace(END, END + "    \n");
		int caret = text.indexOf(END) + END.length() + 4;
		for (int i = 0; i < 20; i++) {
			PROPOSALS.at(text, caret);
		}
		long best = Long.MAX_VALUE;
		for (int i = 0; i < 15; i++) {
			long start = System.nanoTime();
			PROPOSALS.at(text, caret);
			best = Math.min(best, System.nanoTime() - start);
		}
		assertTrue(best < 100_000_000L, best / 1_000_000 + " ms");
	}
}
