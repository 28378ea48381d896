package org.clusterwright.tests.clusterconf;

import static org.clusterwright.tests.clusterconf.Rules.PAIR;
import static org.clusterwright.tests.clusterconf.Rules.fails;
import static org.clusterwright.tests.clusterconf.Rules.passes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.Quorum;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

class QuorumTest {
	private static final String NODES = "node a { }\nnode b { }\n";

	private static Quorum quorum(String body) {
		return Designs.effective(Designs.cluster(body)).quorum();
	}

	@Test
	void tutorialHasTheNumbersOfCmanToolStatus() {
		Quorum quorum = Designs.effective(Designs.tutorial()).quorum();
		assertEquals(29382L, quorum.clusterId().value());
		assertEquals("239.192.114.57", quorum.multicast().orElseThrow().value().toString());
		assertEquals(Optional.of(1L), quorum.expectedVotes().map(Effective::value));
		assertEquals(2, quorum.totalVotes());
		assertEquals(1, quorum.quorum());
		assertEquals(5405L, quorum.port().value());
	}

	@Test
	void twoNodeFollowsFromTwoNodesOfOneVoteWithoutDisk() {
		assertTrue(quorum(NODES).twoNode().value());
		assertFalse(quorum("node a { }").twoNode().value());
		assertFalse(quorum(NODES + "node c { }").twoNode().value());
		assertFalse(quorum("node a votes 2 { }\nnode b { }").twoNode().value());
		assertFalse(quorum(NODES + "quorumd { label x }").twoNode().value());
		assertFalse(quorum(NODES + "quorum majority").twoNode().value());
		assertFalse(quorum(NODES + "cman { two-node no }").twoNode().value());
	}

	@Test
	void votesOfTheDiskAreOneLessThanTheNodes() {
		Quorum quorum = quorum(NODES + "node c { }\nquorumd { label x }");
		assertEquals(2L, quorum.diskVotes().orElseThrow().value());
		assertEquals(5L, quorum.expectedVotes().orElseThrow().value());
		assertEquals(3, quorum.quorum());
		assertEquals(Optional.empty(), quorum(NODES + "node c { }").expectedVotes());
		assertEquals(2, quorum(NODES + "node c { }").quorum());
		assertEquals(2, quorum(NODES + "quorum majority").quorum());
	}

	@Test
	void foretoldIdentityGivesWay() {
		assertEquals(4711L, quorum("cman { cluster-id 4711 }").clusterId().value());
		assertEquals("239.192.18.121", quorum("cman { cluster-id 4711 }").multicast().orElseThrow().value().toString());
		assertEquals("239.192.9.9", quorum("cman { multicast 239.192.9.9 }").multicast().orElseThrow().value().toString());
		assertTrue(quorum("cman { transport udpu }").multicast().isEmpty());
		assertTrue(quorum("cman { broadcast yes }").multicast().isEmpty());
	}

	@Test
	void identityOfTheCluster() {
		assertTrue(Designs.codes("cluster sixteen-letters0 { node a { } }").contains("cluster-name-too-long"));
		assertFalse(Designs.codes("cluster fifteen-letters { node a { } }").contains("cluster-name-too-long"));
		assertTrue(Designs.codes("cluster a.b { node a { } }").contains("cluster-name-characters"));
		assertFalse(Designs.codes("cluster a-b_1 { node a { } }").contains("cluster-name-characters"));
		assertTrue(Designs.codes("cluster a version 0 { node a { } }").contains("config-version"));
		assertFalse(Designs.codes("cluster a version 1 { node a { } }").contains("config-version"));
	}

	@Test
	void nodes() {
		fails("no-nodes", "");
		passes("no-nodes", "node a { }");
		fails("too-many-nodes", nodes(17));
		passes("too-many-nodes", nodes(16));
		fails("node-id-range", "node a id 0 { }");
		passes("node-id-range", "node a id 1 { }");
		fails("duplicate-node-id", "node a id 2 { }\nnode b { }");
		passes("duplicate-node-id", "node a id 2 { }\nnode b id 1 { }");
		fails("duplicate-host-name", "domain x.org\nnode a { }\nnode a.x.org { }");
		passes("duplicate-host-name", "domain x.org\nnode a { }\nnode a.y.org { }");
	}

	private static String nodes(int n) {
		StringBuilder body = new StringBuilder();
		for (int i = 1; i <= n; i++) {
			body.append("node n").append(i).append(" { }\n");
		}
		return body.toString();
	}

	@Test
	void votes() {
		fails("two-node-count", "quorum two-node\nnode a { }");
		fails("two-node-count", "cman { two-node yes }\n" + NODES + "node c { }");
		passes("two-node-count", "quorum two-node\n" + NODES);
		fails("two-node-votes", "quorum two-node\nnode a votes 2 { }\nnode b { }");
		passes("two-node-votes", "quorum two-node\n" + NODES);
		fails("two-node-disk", "quorum two-node\nquorumd { label x }\n" + NODES);
		passes("two-node-disk", "quorum with-disk\nquorumd { label x }\n" + NODES);
		fails("two-node-expected", "cman { expected-votes 2 }\n" + NODES);
		passes("two-node-expected", "cman { expected-votes 1 }\n" + NODES);
		fails("two-node-lost", "quorum majority\n" + NODES);
		passes("two-node-lost", NODES);
		fails("expected-votes-sum", "cman { expected-votes 2 }\nnode c { }\n" + NODES);
		passes("expected-votes-sum", "cman { expected-votes 3 }\nnode c { }\n" + NODES);
	}

	@Test
	void quorumDisk() {
		fails("quorum-disk-missing", "quorum with-disk\n" + NODES);
		passes("quorum-disk-missing", "quorum with-disk\nquorumd { label x }\n" + NODES);
		fails("quorum-disk-unnamed", "quorumd { tko 5 }\n" + NODES);
		passes("quorum-disk-unnamed", "quorumd { device /dev/sdb }\n" + NODES);
		fails("quorum-disk-both", "quorumd { device /dev/sdb  label x }\n" + NODES);
		passes("quorum-disk-both", "quorumd { label x }\n" + NODES);
		fails("quorum-disk-on-drbd", "quorumd { device /dev/drbd3 }\n" + NODES);
		fails("quorum-disk-on-drbd", "quorumd { device /dev/sda5 }\ndrbd { resource r0 on sda5 }\n" + NODES);
		fails("quorum-disk-on-drbd", "quorumd { device /dev/vg/q }\ndrbd { resource r0 on sda5 }\nvolume-group vg on r0 { }\n" + NODES);
		passes("quorum-disk-on-drbd", "quorumd { device /dev/sdb }\ndrbd { resource r0 on sda5 }\n" + NODES);
		fails("quorum-disk-votes", "quorumd { label x  votes 3 }\n" + NODES);
		passes("quorum-disk-votes", "quorumd { label x  votes 1 }\n" + NODES);
		fails("quorum-disk-no-heuristic", "quorumd { label x }\n" + NODES);
		passes("quorum-disk-no-heuristic", "quorumd { label x  heuristic \"true\" }\n" + NODES);
		passes("quorum-disk-no-heuristic", "quorumd { label x  master-wins yes }\n" + NODES);
		fails("quorum-disk-slow", "quorumd { label x }\n" + NODES);
		passes("quorum-disk-slow", "quorumd { label x }\ntotem { token 21s }\n" + NODES);
	}

	@Test
	void totem() {
		fails("secauth-off", "totem { secauth off }");
		passes("secauth-off", "totem { secauth yes }");
		fails("token-default", "totem { secauth off }");
		passes("token-default", "totem { token 10s }");
		fails("token-short", "totem { token 500ms }");
		passes("token-short", "totem { token 5s }");
		fails("ring-missing", "totem { rrp passive }");
		fails("ring-conflict", "totem { rrp none }\nnetwork sn 10.10.0.0/16 on nic eth1 ring1");
		passes("ring-conflict", "totem { rrp none }\nnetwork sn 10.10.0.0/16 on nic eth1");
		passes("ring-missing", "totem { rrp passive }\nnetwork sn 10.10.0.0/16 on nic eth1 ring1");
		fails("multicast-address", "cman { multicast 10.1.1.1 }");
		fails("multicast-scope", "cman { multicast 224.1.1.1 }");
		passes("multicast-scope", "cman { multicast 239.192.1.1 }");
		passes("multicast-address", "cman { multicast 239.192.1.1 }");
	}

	@Test
	void parametersHaveTypes() {
		fails("bad-value", "totem { token 10 }");
		fails("bad-value", "totem { token 1500ms  consensus 1ns }");
		fails("bad-value", "fencing { post-join-delay 1500ms }");
		fails("bad-value", "quorumd { interval 0s }");
		passes("bad-value", "fencing { post-join-delay 1min }\ntotem { token 1500ms }\nboot-services { cman off }");
		fails("unknown-parameter", "totem { tokn 10s }");
	}

	@Test
	void aPlainPairHasNothingToComplainAbout() {
		assertEquals(List.of(), Designs.codes(Designs.cluster(PAIR)));
	}

	@Test
	void daemonsKnowTheirDefaults() {
		var daemons = Designs.effective(Designs.tutorial()).daemons();
		assertEquals("10000ms", daemons.value("totem", "token").orElseThrow().value());
		assertEquals("30s", daemons.value("fencing", "post-join-delay").orElseThrow().value());
		assertFalse(daemons.startsAtBoot("cman"));
		assertTrue(Designs.effective(Designs.cluster("boot-services { cman yes }")).daemons().startsAtBoot("cman"));
	}
}
