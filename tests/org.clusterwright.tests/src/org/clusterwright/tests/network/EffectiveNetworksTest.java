package org.clusterwright.tests.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.clusterwright.model.effective.EffectiveBond;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.values.PortRange;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

class EffectiveNetworksTest {

	@Test
	void bondOptionsAreThoseOfTheTutorial() {
		assertEquals("mode=1 miimon=100 use_carrier=1 updelay=0 downdelay=0", options("bond bond0"));
		assertEquals("mode=1 miimon=100 use_carrier=1 updelay=0 downdelay=0", options("bond bond0 { mode active-backup }"));
	}

	@Test
	void bondOptionsAreSaidInTheDriversWords() {
		assertEquals("mode=4 miimon=50 use_carrier=0 updelay=120000 downdelay=200 lacp_rate=fast xmit_hash_policy=layer2+3",
				options("bond bond0 { mode 802.3ad  miimon 50ms  use-carrier no  updelay 2min  downdelay 200ms  xmit-hash-policy layer2+3  lacp-rate fast }"));
	}

	@Test
	void watchingByArpLeavesOutTheOtherWay() {
		assertEquals("mode=1 arp_interval=1000 arp_ip_target=10.0.0.1,10.0.0.2", options("bond bond0 { arp-interval 1s  arp-ip-target 10.0.0.1, 10.0.0.2 }"));
	}

	@Test
	void nativeOptionReplacesOurs() {
		assertEquals("mode=1 use_carrier=1 updelay=0 downdelay=0 miimon=7", options("bond bond0 { option miimon 7 }"));
	}

	private static String options(String bond) {
		EffectiveCluster cluster = Designs.effective(Designs.cluster(bond + "\nnode a { nic eth0 in bond0 }"));
		EffectiveBond effective = cluster.bonding().all().get(0);
		return cluster.bonding().options(effective, cluster.nodes().get(0)).stream().map(o -> o.name() + "=" + o.value().value()).collect(Collectors.joining(" "));
	}

	/** Rules and previews ask while the user types. */
	@Test
	void halfWrittenDesignsHaveEffectiveValues() {
		for (String text : List.of(NetworkRulesTest.BASE, Designs.tutorial(), Designs.read("testdata/network/vlans/input.cluster"))) {
			for (int end = 0; end < text.length(); end += 3) {
				Designs.LANGUAGE.parse(text.substring(0, end)).root().ifPresent(root -> askEverything(new EffectiveCluster(root)));
			}
		}
	}

	@Test
	void absurdValuesHaveEffectiveValuesToo() {
		for (String absurd : List.of("node a id 9223372036854775807", "drbd { resource r port 99999999999 { } }", "drbd { resource r { port 0 } }", "cman { port 0 }",
				"firewall { allow-tcp x, 0, 9-1 manage maybe }", "network n 0.0.0.0/0 on bond0 { mtu x gateway y addresses \"{id}{id}\" }", "bond b { mode x miimon y }")) {
			Designs.LANGUAGE.parse(Designs.cluster(absurd + "\nnode z id 1")).root().ifPresent(root -> askEverything(new EffectiveCluster(root)));
		}
	}

	private static void askEverything(EffectiveCluster cluster) {
		cluster.hostNames().groups();
		cluster.firewall().managed();
		for (EffectiveNode node : cluster.nodes()) {
			cluster.interfaces().of(node);
			cluster.firewall().openings(node);
			cluster.hardware().pdus(node);
			cluster.networks().all().forEach(n -> cluster.networks().address(node, n));
			for (EffectiveBond bond : cluster.bonding().all()) {
				cluster.bonding().options(bond, node);
				cluster.bonding().monitorMillis(bond);
			}
		}
	}

	@Test
	void portsInARowAreARange() {
		assertEquals("[80, 90-92, 94]", PortRange.of(List.of(92, 80, 90, 94, 91, 80)).toString());
		assertEquals(new PortRange(5900, 5999), PortRange.parse("5900-5999"));
		for (String bad : List.of("", "0", "65536", "9-8", "1-", "-1", "07", "1-2-3", "http")) {
			assertThrows(IllegalArgumentException.class, () -> PortRange.parse(bad), bad);
		}
		assertTrue(PortRange.of(List.of()).isEmpty());
	}
}
