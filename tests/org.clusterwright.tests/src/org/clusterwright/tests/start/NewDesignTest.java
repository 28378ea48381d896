package org.clusterwright.tests.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.Planner;
import org.clusterwright.core.plan.Planning;
import org.clusterwright.core.start.NewDesign;
import org.clusterwright.core.start.NewDesign.Disk;
import org.clusterwright.core.start.NewDesign.Fencing;
import org.clusterwright.core.start.NewDesign.Network;
import org.clusterwright.core.start.NewDesign.Node;
import org.clusterwright.core.start.NewDesign.Unit;
import org.clusterwright.core.start.NewDesign.Wiring;
import org.clusterwright.core.start.NewDesignReview;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

class NewDesignTest {

	private static NewDesignReview review(NewDesign answers) {
		return NewDesignReview.of(answers, Designs.LANGUAGE, () -> false);
	}

	private static List<String> errors(NewDesignReview review) {
		return review.design().findings().stream().filter(Finding::isError).map(f -> f.place().line() + ": " + f.code().id() + " " + f.message()).toList();
	}

	private static Plan plan(NewDesignReview review) {
		Planning planning = new Planner(NativeFormats.RHCS3).plan(new EffectiveCluster(review.design().root().orElseThrow()), review.design().findings());
		return assertIsPlan(planning, review);
	}

	private static Plan assertIsPlan(Planning planning, NewDesignReview review) {
		return switch (planning) {
			case Plan plan -> plan;
			case Planning.Refused refused -> throw new AssertionError(errors(review) + "\n" + review.text());
		};
	}

	/** Answers with an address for each NIC, all different. */
	private static NewDesign withMacs(NewDesign answers) {
		List<Node> nodes = new ArrayList<>();
		for (int n = 0; n < answers.nodes().size(); n++) {
			int node = n;
			Node old = answers.nodes().get(n);
			nodes.add(new Node(old.name(), old.shortName(), old.bmc(), old.outlet(), IntStream.range(0, 6).mapToObj(i -> "00:00:5E:00:%02X:%02X".formatted(node, i)).toList()));
		}
		return answers.withNodes(nodes);
	}

	private static NewDesign nodes(int count) {
		return withMacs(NewDesign.tutorial().withNodeCount(count));
	}

	private static NewDesign changed(NewDesign d, Wiring wiring, Network bcn, Disk disk, Fencing fencing) {
		return new NewDesign(d.name(), d.domain(), wiring, d.nodes(), bcn, d.sn(), d.ifn(), disk, fencing, d.rate());
	}

	@Test
	void theDefaultsAreTheTutorialsCluster() {
		NewDesignReview review = review(NewDesign.tutorial());
		assertEquals(List.of(), errors(review), review.text());
		Plan plan = plan(review);
		String conf = plan.trees().get(0).file("/etc/cluster/cluster.conf").orElseThrow().content().text();
		for (String fact : List.of("<cluster name=\"an-clusterA\" config_version=\"1\">", "<cman expected_votes=\"1\" two_node=\"1\"/>", "<clusternode name=\"an-node02.alteeve.com\" nodeid=\"2\">",
				"<device name=\"ipmi_an01\" action=\"reboot\" delay=\"15\"/>", "<device name=\"pdu2\" port=\"2\" action=\"reboot\"/>", "agent=\"fence_ipmilan\" ipaddr=\"an-node01.ipmi\" login=\"root\"",
				"<fence_daemon post_join_delay=\"30\"/>", "<totem rrp_mode=\"none\" secauth=\"off\"/>")) {
			assertTrue(conf.contains(fact), fact + "\n" + conf);
		}
		String ifcfg = plan.tree("an-node01").orElseThrow().file("/etc/sysconfig/network-scripts/ifcfg-eth3").orElseThrow().content().text();
		assertTrue(ifcfg.contains("Back-Channel Network - Link 2") && ifcfg.contains("00:1B:21:9D:59:FC"), ifcfg);
		String hosts = plan.tree("an-node01").orElseThrow().file("/etc/hosts").orElseThrow().content().text();
		assertTrue(hosts.contains("10.20.1.2") && hosts.contains("10.20.2.2") && hosts.contains("10.10.0.2"), hosts);
		String resource = plan.trees().get(0).file("/etc/drbd.d/r2.res").orElseThrow().content().text();
		assertTrue(resource.contains("10.10.0.1:7791") && resource.contains("/dev/sda7"), resource);
		EffectiveCluster effective = new EffectiveCluster(review.design().root().orElseThrow());
		assertEquals(555762816, effective.partitions().common().disks().get(0).partitions().stream().filter(p -> p.number() == 7).findFirst().orElseThrow().start().orElseThrow().value());
	}

	@Test
	void theTextIsShortFormattedAndSaysNothingThatIsDerived() {
		NewDesignReview review = review(NewDesign.tutorial());
		assertEquals(review.text(), review.formatted(Designs.LANGUAGE));
		assertTrue(review.text().lines().count() < 90, review.text());
		for (String derived : List.of("quorum", " id 1", "stack", "version", "miimon", "mode active-backup", " link ", "protocol", "port 77", "minor")) {
			assertFalse(review.text().contains(derived), derived);
		}
	}

	@Test
	void oneTwoThreeAndSixteenNodes() {
		for (int count : new int[] {1, 2, 3, 4, 5, 16}) {
			NewDesignReview review = review(nodes(count));
			assertEquals(List.of(), errors(review), review.text());
			assertEquals(count, plan(review).trees().size());
			assertEquals(review.text(), review.formatted(Designs.LANGUAGE));
		}
		assertEquals(List.of("an-node01", "an-node02", "an-node03"), NewDesign.tutorial().withNodeCount(3).nodes().stream().map(Node::name).toList());
		assertEquals("an16", nodes(16).shortName(15));
	}

	@Test
	void everyChoiceGenerates() {
		Network small = new Network("Inner", "192.168.7.0/24", "", "");
		Network odd = new Network("Inner \"quoted\"", "172.16.16.0/20", "", "");
		int tried = 0;
		for (Wiring wiring : Wiring.values()) {
			for (int count : new int[] {1, 2, 3, 6}) {
				for (Network bcn : List.of(NewDesign.tutorial().bcn(), small, odd)) {
					for (int pdus = 0; pdus <= 2; pdus++) {
						for (boolean ipmi : new boolean[] {true, false}) {
							if (!ipmi && pdus == 0) {
								continue;
							}
							Unit unit = Unit.values()[tried % 3];
							Disk disk = new Disk(tried % 2 == 0 ? "sda" : "/dev/vda", unit == Unit.BYTES ? "1TB" : unit == Unit.SECTORS_512 ? "976 773 168" : "122096646", unit, "256MiB", "40GiB", "4GiB", "20GiB");
							Fencing fencing = new Fencing(ipmi, "root", IntStream.range(0, pdus).mapToObj(NewDesign::pdu).toList(), tried % 2 == 0);
							NewDesignReview review = review(changed(nodes(count), wiring, bcn, disk, fencing));
							assertEquals(List.of(), errors(review), review.text());
							assertEquals(count, plan(review).trees().size());
							assertEquals(review.text(), review.formatted(Designs.LANGUAGE));
							tried++;
						}
					}
				}
			}
		}
		assertEquals(2 * 4 * 3 * 5, tried);
	}

	@Test
	void namesThatAreKeywordsOrHoldBlanksAreQuoted() {
		List<Node> nodes = List.of(new Node("node", "", "", "", List.of()), new Node("disk", "", "", "", List.of()));
		NewDesign answers = withMacs(NewDesign.tutorial().withNodes(nodes));
		NewDesignReview review = review(answers);
		assertTrue(review.text().contains("node \"node\" {"), review.text());
		assertEquals(List.of(), errors(review), review.text());
		plan(review);
	}

	@Test
	void unknownMacsAreAClearFindingAtTheirNode() {
		NewDesignReview review = review(NewDesign.tutorial().withoutSampleMacs());
		assertEquals(List.of("nic-without-mac"), errors(review).stream().map(e -> e.split(" ")[1]).distinct().toList());
		assertEquals(Optional.of("node.1.mac.5"), review.remarks().stream().filter(r -> r.finding().isError()).reduce((a, b) -> b).orElseThrow().field());
	}

	@Test
	void wrongAnswersAreFoundAtTheirFields() {
		NewDesign t = NewDesign.tutorial();
		assertField("bcn.subnet", changed(t, t.wiring(), new Network("x", "10.20.0.1/16", "", ""), t.disk(), t.fencing()));
		assertField("bcn.subnet", changed(t, t.wiring(), new Network("x", "not a subnet { }", "", ""), t.disk(), t.fencing()));
		assertField("bcn.subnet", changed(t, t.wiring(), new Network("x", "", "", ""), t.disk(), t.fencing()));
		assertField("disk.size", changed(t, t.wiring(), t.bcn(), new Disk("sda", "many", Unit.SECTORS_512, "256MiB", "40GiB", "4GiB", "20GiB"), t.fencing()));
		assertField("disk.root", changed(t, t.wiring(), t.bcn(), new Disk("sda", "976773168", Unit.SECTORS_512, "256MiB", "40G", "4GiB", "20GiB"), t.fencing()));
		assertField("name", new NewDesign("a-name-that-is-too-long", "", t.wiring(), t.nodes(), t.bcn(), t.sn(), t.ifn(), t.disk(), t.fencing(), t.rate()));
		assertField("rate", new NewDesign("c", "", t.wiring(), t.nodes(), t.bcn(), t.sn(), t.ifn(), t.disk(), t.fencing(), "fast"));
		assertField("node.1.mac.2", t.withNodes(List.of(t.nodes().get(0), new Node("b", "", "", "", List.of("00:00:5E:00:53:20", "00:00:5E:00:53:21", "zz")))));
		assertField("node.0.name", t.withNodes(List.of(new Node("$(id)", "", "", "", List.of()), t.nodes().get(1))));
		assertField("node.1.bmc", t.withNodes(List.of(t.nodes().get(0), new Node("b", "", "10.20.1.1", "", List.of()))));
		assertField("node.0.name", changed(t, t.wiring(), t.bcn(), t.disk(), new Fencing(false, "", List.of(), false)));
	}

	@Test
	void aClusterWithoutANameIsAskedForOne() {
		NewDesign t = NewDesign.tutorial();
		for (String name : List.of("", "  ")) {
			NewDesignReview review = review(new NewDesign(name, "", t.wiring(), t.nodes(), t.bcn(), t.sn(), t.ifn(), t.disk(), t.fencing(), t.rate()));
			assertEquals(List.of("Give the cluster a name."), review.about("name").stream().filter(r -> r.finding().isError()).map(r -> r.finding().message()).toList());
		}
		assertTrue(review(new NewDesign("kse ", "", t.wiring(), t.nodes(), t.bcn(), t.sn(), t.ifn(), t.disk(), t.fencing(), t.rate())).text().contains("\ncluster kse {"));
	}

	private static void assertField(String field, NewDesign answers) {
		NewDesignReview review = review(answers);
		assertTrue(review.remarks().stream().anyMatch(r -> r.finding().isError() && r.field().equals(Optional.of(field))),
				() -> field + " has no error in\n" + review.text() + "\n" + review.remarks().stream().filter(r -> r.finding().isError()).toList());
	}

	@Test
	void hostileAnswersStayInsideTheirWords() {
		String evil = "x\" }\n// */ ''' {";
		NewDesign t = NewDesign.tutorial();
		NewDesign answers = new NewDesign(evil, evil, t.wiring(), List.of(new Node(evil, evil, evil, evil, List.of(evil))), new Network(evil, evil, evil, evil), t.sn(), t.ifn(),
				new Disk(evil, evil, Unit.BYTES, evil, evil, evil, evil), new Fencing(true, evil, List.of(new NewDesign.Pdu(evil, evil, evil, evil)), true), evil);
		NewDesignReview review = review(answers);
		assertFalse(errors(review).isEmpty());
		assertEquals(review.text().indexOf("cluster \""), review.text().indexOf('\n') + 1, review.text());
	}
}
