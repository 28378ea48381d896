package org.clusterwright.tests.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule of networks and hardware: {@link #BASE} passes all of them, and one change of it breaks each. */
class NetworkRulesTest {
	static final String BASE = """
			cluster test version 1 {
			    domain example.com
			    network bcn 10.20.0.0/16 on bond0 bridge vbr0 cluster { bridge { multicast-snooping no } }
			    network sn 10.10.0.0/16 on bond1 replication
			    network ifn 10.255.0.0/16 on nic eth4 { gateway 10.255.255.254  dns 192.0.2.1, 192.0.2.2 }
			    bond bond0 { updelay 120s }
			    bond bond1 { updelay 120s  primary-link 1 }
			    switch switch1 address 10.20.3.1 { ports 24  stp no }
			    switch switch2 address 10.20.3.2 { ports 24  stp yes  port 3 { stp no }  port 4 { stp no }  port 13 { stp no }  port 14 { stp no }  port 24 uplink }
			    pdu pdu1 address 10.20.2.1 via switch2 port 20 { outlets 8 }
			    host gate 10.255.9.9 named door
			    node n1 id 1 {
			        bmc 10.20.1.1 via switch1 port 11
			        psu psu1 on pdu1 outlet 1
			        nic eth0 mac 00:00:5E:00:53:00 in bond0 link 1 via switch1 port 1 { card onboard }
			        nic eth1 mac 00:00:5E:00:53:01 in bond1 link 1 via switch1 port 2
			        nic eth2 mac 00:00:5E:00:53:02 in bond0 link 2 via switch2 port 3 { card slot1 }
			        nic eth3 mac 00:00:5E:00:53:03 in bond1 link 2 via switch2 port 4
			        nic eth4 mac 00:00:5E:00:53:04
			    }
			    node n2 id 2 {
			        bmc 10.20.1.2 via switch1 port 12
			        psu psu1 on pdu1 outlet 2
			        nic eth0 mac 00:00:5E:00:53:10 in bond0 link 1 via switch1 port 5
			        nic eth1 mac 00:00:5E:00:53:11 in bond1 link 1 via switch1 port 6
			        nic eth2 mac 00:00:5E:00:53:12 in bond0 link 2 via switch2 port 13
			        nic eth3 mac 00:00:5E:00:53:13 in bond1 link 2 via switch2 port 14
			        nic eth4 mac 00:00:5E:00:53:14
			    }
			}
			""";

	private record Case(String code, String from, String to) {
	}

	private static final List<Case> CASES = List.of(
			new Case("address-outside-subnet", "node n2 id 2 {", "node n2 id 2 { address sn 10.11.0.2"),
			new Case("address-not-a-host", "node n2 id 2 {", "node n2 id 2 { address sn 10.10.255.255"),
			new Case("address-not-a-host", "id 2 {", "id 0 {"),
			new Case("address-not-a-host", "bmc 10.20.1.2", "bmc 10.20.255.255"),
			new Case("address-not-a-host", "gateway 10.255.255.254", "gateway 10.255.255.255"),
			new Case("duplicate-address", "node n2 id 2 {", "node n2 id 2 { address sn 10.10.0.1"),
			new Case("duplicate-address", "bmc 10.20.1.2", "bmc 10.20.1.1"),
			new Case("duplicate-address", "pdu pdu1 address 10.20.2.1", "pdu pdu1 address 10.20.3.2"),
			new Case("duplicate-address", "host gate 10.255.9.9", "host gate 10.255.0.2"),
			new Case("duplicate-address", "gateway 10.255.255.254", "gateway 10.255.0.1"),
			new Case("no-node-address", "node n2 id 2 {", "node n2 id 70000 {"),
			new Case("no-node-address", "on bond1 replication", "on bond1 replication { addresses \"10.10.0.{nodeid}\" }"),
			new Case("subnets-overlap", "network sn 10.10.0.0/16", "network sn 10.20.128.0/17"),
			new Case("network-without-subnet", "network sn 10.10.0.0/16", "network sn unnumbered"),
			new Case("network-without-device", "10.10.0.0/16 on bond1", "10.10.0.0/16"),
			new Case("network-nic-missing", "nic eth4 mac 00:00:5E:00:53:14", ""),
			new Case("no-cluster-network", "vbr0 cluster {", "vbr0 {"),
			new Case("network-role-twice", "on bond1 replication", "on bond1 replication cluster"),
			new Case("gateway-outside-subnet", "gateway 10.255.255.254", "gateway 10.254.0.1"),
			new Case("gateway-outside-subnet", "gateway 10.255.255.254", "gateway 10.255.255.254  route 172.16.0.0/12 via 10.9.9.9"),
			new Case("two-default-routes", "on bond1 replication", "on bond1 replication { gateway 10.10.9.9 }"),
			new Case("default-route-without-gateway", "on bond1 replication", "on bond1 replication { default-route yes }"),
			new Case("gateway-on-inner-network", "on bond1 replication", "on bond1 replication { gateway 10.10.9.9 default-route no }"),
			new Case("too-many-name-servers", "dns 192.0.2.1,", "dns 192.0.2.1, 192.0.2.3, 192.0.2.4,"),
			new Case("bad-vlan", "10.10.0.0/16 on bond1", "10.10.0.0/16 vlan 4095 on bond1"),
			new Case("link-shared", "10.10.0.0/16 on bond1", "10.10.0.0/16 on bond0"),
			new Case("link-shared", "network ifn", "network v1 10.30.0.0/16 vlan 7 on bond1\n network v2 10.31.0.0/16 vlan 7 on bond1\n network ifn"),
			new Case("device-name-twice", "bridge vbr0", "bridge eth3"),
			new Case("device-name-too-long", "bridge vbr0", "bridge vbr0123456789012"),
			new Case("device-name-too-long", "network ifn", "network v1 10.30.0.0/16 vlan 4000 on bond123456789\n bond bond123456789\n network ifn"),
			new Case("device-name-unsafe", "bridge vbr0", "bridge vbr.0"),
			new Case("bridge-sorts-first", "bridge vbr0", "bridge abr0"),
			new Case("multicast-snooping", "multicast-snooping no", "multicast-snooping yes"),
			new Case("host-name-twice", "named door", "named n1.sn"),
			new Case("host-name-unsafe", "domain example.com", "domain \"example.com\\n10.0.0.1 evil\""),
			new Case("host-name-unsafe", "named door", "named \"door # \""),
			new Case("host-name-unsafe", "node n2 id 2 {", "node n2 id 2 { aliases \"a b\""),
			new Case("bmc-off-cluster-network", "bmc 10.20.1.2", "bmc 10.40.1.2"),
			new Case("duplicate-mac", "00:00:5E:00:53:14", "00:00:5e:00:53:04"),
			new Case("multicast-mac", "00:00:5E:00:53:14", "01:00:5E:00:53:14"),
			new Case("multicast-mac", "00:00:5E:00:53:14", "00:00:00:00:00:00"),
			new Case("nic-without-mac", "eth3 mac 00:00:5E:00:53:13", "eth3"),
			new Case("nic-without-mac", "eth4 mac 00:00:5E:00:53:14", "eth4"),
			new Case("nic-in-bond-and-network", "eth4 mac 00:00:5E:00:53:14", "eth4 mac 00:00:5E:00:53:14 in bond1 link 3"),
			new Case("bond-without-nics", "bond bond0 {", "network x unnumbered on bond9\n bond bond9\n bond bond0 {"),
			new Case("bond-with-one-nic", "nic eth3 mac 00:00:5E:00:53:13 in bond1 link 2 via switch2 port 14", ""),
			new Case("bond-on-one-switch", "via switch2 port 14", "via switch1 port 14"),
			new Case("bond-on-one-card", "card slot1", "card onboard"),
			new Case("duplicate-link", "00:00:5E:00:53:12 in bond0 link 2", "00:00:5E:00:53:12 in bond0 link 1"),
			new Case("bond-unused", "bond bond0 {", "bond bond9\n bond bond0 {"),
			new Case("cluster-bond-mode", "bond bond0 {", "bond bond0 { mode balance-rr"),
			new Case("cluster-bond-mode", "bond bond0 {", "bond bond0 { mode 4"),
			new Case("bond-updelay-zero", "bond bond0 { updelay 120s }", "bond bond0"),
			new Case("bond-delay-not-multiple", "bond bond0 { updelay 120s", "bond bond0 { updelay 150ms"),
			new Case("bond-unmonitored", "bond bond0 { updelay 120s", "bond bond0 { miimon 0ms"),
			new Case("bond-two-monitors", "bond bond0 {", "bond bond0 { miimon 100ms arp-interval 1s arp-ip-target 10.20.0.9"),
			new Case("bond-arp-without-target", "bond bond0 { updelay 120s", "bond bond0 { arp-interval 1s"),
			new Case("bond-primary-missing", "primary-link 1", "primary-link 3"),
			new Case("unsafe-option", "bond bond0 {", "bond bond0 { option \"a\" \"1 b=$(reboot)\""),
			new Case("unsafe-option", "on bond1 replication", "on bond1 replication { option \"A;reboot\" \"1\" }"),
			new Case("unsafe-option", "on bond1 replication", "on bond1 replication { option A \"x\\ny\" }"),
			new Case("switch-port-twice", "via switch2 port 14", "via switch2 port 13"),
			new Case("switch-port-twice", "via switch2 port 14", "via switch2 port 24"),
			new Case("switch-port-beyond-count", "via switch1 port 6", "via switch1 port 25"),
			new Case("switch-port-beyond-count", "port 24 uplink", "port 25 uplink"),
			new Case("switches-stacked", "switch switch2 address 10.20.3.2", "switch switch2 address 10.20.3.2 stacked switch1"),
			new Case("switch-stp", "ports 24  stp no", "ports 24  stp yes"),
			new Case("switch-stp", "port 14 { stp no }", "port 14 { stp yes }"),
			new Case("outlet-twice", "pdu1 outlet 2", "pdu1 outlet 1"),
			new Case("outlet-beyond-count", "pdu1 outlet 2", "pdu1 outlet 9"),
			new Case("bmc-and-pdu-on-one-switch", "bmc 10.20.1.2 via switch1 port 12", "bmc 10.20.1.2 via switch2 port 12"),
			new Case("bad-value", "bond bond0 {", "bond bond0 { mode fastest"),
			new Case("bad-value", "bond bond0 {", "firewall { allow-tcp 70000 }\n bond bond0 {"),
			new Case("bad-value", "bond bond0 {", "firewall { allow-tcp 90-80 }\n bond bond0 {"));

	@TestFactory
	Stream<DynamicTest> aChangeBreaksTheRule() {
		TreeSet<String> passing = new TreeSet<>(Designs.codes(BASE));
		return CASES.stream().map(c -> DynamicTest.dynamicTest(c.code() + ": " + c.to(), () -> {
			assertTrue(BASE.contains(c.from()), "the base has no " + c.from());
			assertFalse(passing.contains(c.code()), "the base breaks the rule");
			List<String> codes = Designs.codes(BASE.replace(c.from(), c.to()));
			assertFalse(codes.contains("syntax"), codes.toString());
			assertTrue(codes.contains(c.code()), codes.toString());
		}));
	}

	@Test
	void everyRuleHasAnExample() {
		TreeSet<String> tried = new TreeSet<>();
		CASES.forEach(c -> tried.add(c.code()));
		TreeSet<String> wanted = codesOfTheArea();
		wanted.removeAll(tried);
		assertEquals(new TreeSet<>(), wanted);
	}

	private static TreeSet<String> codesOfTheArea() {
		TreeSet<String> found = new TreeSet<>();
		String source = Designs.read("bundles/org.clusterwright.model/src/org/clusterwright/model/findings/Code.java");
		String area = source.substring(source.indexOf("// networks and hardware"), source.indexOf("// quorum and the cluster"));
		Pattern.compile("([A-Z_0-9]+)\\(Severity").matcher(area).results().forEach(m -> found.add(m.group(1).toLowerCase(Locale.ROOT).replace('_', '-')));
		return found;
	}

	@Test
	void untaggedAndTaggedNetworksShareABond() {
		String design = BASE.replace("network ifn", "network v1 10.30.0.0/16 vlan 7 on bond1\n network v2 10.31.0.0/16 vlan 8 on bond1\n network ifn");
		assertEquals(Designs.codes(BASE), Designs.codes(design));
	}

	@Test
	void networkThatIsTakenForCorosyncNeedsItsMode() {
		String design = BASE.replace("vbr0 cluster {", "vbr0 {");
		assertFalse(Designs.codes(design).contains("cluster-bond-mode"));
		assertTrue(Designs.codes(design.replace("bond bond0 {", "bond bond0 { mode 0")).contains("cluster-bond-mode"));
	}

	@Test
	void tutorialHasOnlyTheRemarksThatTheTutorialDeserves() {
		List<Finding> findings = Designs.LANGUAGE.validate(Designs.tutorial()).findings();
		TreeSet<String> codes = new TreeSet<>();
		findings.forEach(f -> codes.add(f.code().id()));
		codes.retainAll(codesOfTheArea());
		assertEquals(new TreeSet<>(List.of("bond-updelay-zero", "multicast-snooping")), codes);
	}
}
