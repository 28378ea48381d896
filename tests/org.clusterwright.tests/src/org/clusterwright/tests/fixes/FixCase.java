package org.clusterwright.tests.fixes;

import java.util.ArrayList;
import java.util.List;
import org.clusterwright.tests.Designs;

/** For each rule of the quick fixes a design that is wrong in the way it cures: an example with something changed, and what must be in the mended text. */
record FixCase(String rule, String text, String expected) {
	private static final String TWO = Designs.tutorial();
	private static final String THREE = Designs.read("examples/three-nodes.cluster");
	private static final String END = "    vm vm4 in primary_n02 { recovery restart }\n";
	private static final String CLUSTER_HEAD = "    quorum two-node\n";

	static List<FixCase> all() {
		List<FixCase> all = new ArrayList<>();
		names(all);
		parameters(all);
		networks(all);
		bonds(all);
		hardware(all);
		quorum(all);
		totem(all);
		fenceDevices(all);
		fenceMethods(all);
		storage(all);
		drbd(all);
		volumes(all);
		fileSystems(all);
		guests(all);
		services(all);
		return all;
	}

	/** The tutorial's design with a place written otherwise; pairs of what is there and what stands there instead. */
	private static FixCase two(String rule, String expected, String... changes) {
		return new FixCase(rule, changed(TWO, changes), expected);
	}

	private static FixCase three(String rule, String expected, String... changes) {
		return new FixCase(rule, changed(THREE, changes), expected);
	}

	private static String changed(String text, String... changes) {
		String now = text;
		for (int i = 0; i < changes.length; i += 2) {
			int at = now.indexOf(changes[i]);
			if (at < 0) {
				throw new IllegalArgumentException("the example does not say: " + changes[i]);
			}
			now = now.substring(0, at) + changes[i + 1] + now.substring(at + changes[i].length());
		}
		return now;
	}

	/** Something more at the end of the tutorial's design. */
	private static FixCase more(String rule, String expected, String statement) {
		return two(rule, expected, END, END + "    " + statement + " // more\n");
	}

	private static void names(List<FixCase> all) {
		all.add(two("unresolved-reference", "in bond0 link 1 via switch1 port 1\n", "in bond0 link 1 via switch1 port 1\n", "in bnod0 link 1 via switch1 port 1\n"));
		all.add(two("unresolved-reference/create", "switch switch3\n", "switch switch2 address 10.20.3.2\n", "switch switch2 address 10.20.3.2 // second\n",
				"outlet 1\n        nic eth0 mac 00:E0:81:C7:EC:49 in bond0 link 1 via switch1", "outlet 1\n        nic eth0 mac 00:E0:81:C7:EC:49 in bond0 link 1 via switch3"));
		all.add(two("duplicate-name", "guest vm2 {", "guest vm2 { volume vm0002_1  bridge vbr2 mac 52:54:00:00:00:02", "guest vm1 { volume vm0002_1  bridge vbr2 mac 52:54:00:00:00:02",
				"    vm vm2 in primary_n01 { recovery restart }\n", ""));
		all.add(two("duplicate-name/section", CLUSTER_HEAD, CLUSTER_HEAD, CLUSTER_HEAD + "    totem { token 10s }\n"));
		all.add(two("unsafe-name", "guest an_vm /* c */ {", "guest vm1 {", "guest \"an vm\" /* c */ {", "vm vm1 in", "vm \"an vm\" in"));
		all.add(two("secret-name", "passwd secret a_b", "passwd secret ipmi", "passwd secret \"a b\""));
		all.add(two("duplicate-parameter", "    domain alteeve.com\n    quorum", "domain alteeve.com", "domain alteeve.com\n    domain example.com"));
	}

	private static void parameters(List<FixCase> all) {
		all.add(two("unknown-parameter", "post-join-delay 30s }", "post-join-delay 30s }", "post-joind-delay 30s }"));
		all.add(two("unknown-parameter/remove", "fencing { post-join-delay 30s }", "fencing { post-join-delay 30s }", "fencing { post-join-delay 30s  colour red }"));
		all.add(two("unknown-section", "\n    totem {", "\n    totem {", "\n    tottem {"));
		all.add(two("one-value-only", "domain alteeve.com // c", "domain alteeve.com", "domain alteeve.com, example.com // c"));
		all.add(two("bad-value", "post-join-delay 30s /* c */ }", "post-join-delay 30s }", "post-join-delay 30 /* c */ }"));
		all.add(two("bad-value/default", "fencing {", "post-join-delay 30s }", "post-fail-delay soon }"));
	}

	private static void networks(List<FixCase> all) {
		all.add(two("address-outside-subnet", "psu psu1 on pdu2 outlet 1", "psu psu1 on pdu2 outlet 1", "address sn 10.99.0.1\n        psu psu1 on pdu2 outlet 1"));
		all.add(two("address-outside-subnet/next-free", "address sn 10.10.0.1", "psu psu1 on pdu2 outlet 1", "address sn 10.99.0.1\n        psu psu1 on pdu2 outlet 1"));
		all.add(two("address-not-a-host", "bmc 10.20.0.3 ", "bmc 10.20.1.1 ", "bmc 10.20.0.0 "));
		all.add(two("duplicate-address", "bmc 10.20.1.3 /* c */", "bmc 10.20.1.1 ", "bmc 10.20.1.2 /* c */ "));
		all.add(two("bmc-off-cluster-network", "bmc 10.20.1.3 ", "bmc 10.20.1.1 ", "bmc 192.168.1.1 "));
		all.add(two("subnets-overlap", "on bond1 replication", "10.10.0.0/16", "10.20.0.0/16"));
		all.add(two("network-without-subnet", "network sn \"Storage Network\" 10.21.0.0/16", "10.10.0.0/16", "unnumbered"));
		all.add(two("network-without-device", "10.10.0.0/16 on bond1 replication", "on bond1 replication", "replication"));
		all.add(two("no-cluster-network", "vbr0 cluster\n", "vbr0 cluster", "vbr0"));
		all.add(two("network-role-twice", "on bond1 cluster", "on bond1 replication", "on bond1 cluster replication"));
		all.add(two("gateway-outside-subnet", "gateway 10.255.255.254", "gateway 10.255.255.254", "gateway 10.25.255.254"));
		all.add(two("two-default-routes", "default-route no", "on bond1 replication", "on bond1 { gateway 10.10.255.254 }"));
		all.add(two("default-route-without-gateway", "dns 192", "gateway 10.255.255.254\n", "default-route yes\n"));
		all.add(two("default-route-without-gateway/add", "gateway 10.255.255.254", "gateway 10.255.255.254\n", "default-route yes\n"));
		all.add(two("gateway-on-inner-network", "on bond1 replication {", "on bond1 replication", "on bond1 replication { gateway 10.10.255.254  default-route no  mtu 9000 }"));
		all.add(two("too-many-name-servers", "dns 10.255.0.5, 10.255.0.6, 10.255.0.7 //", "dns 192.139.81.117, 192.139.81.1", "dns 10.255.0.5, 10.255.0.6, 10.255.0.7, 10.255.0.8 // c"));
		all.add(two("bad-vlan", "vlan 4094", "10.10.0.0/16 on", "10.10.0.0/16 vlan 5000 on"));
		all.add(two("bad-vlan/remove", "10.10.0.0/16 on", "10.10.0.0/16 on", "10.10.0.0/16 vlan 5000 on"));
		all.add(three("link-shared", "vlan 2 on bond0", "on bond0 cluster replication", "on bond0 cluster replication\n    network x 10.30.0.0/16 on bond0"));
		all.add(two("device-name-too-long", "bridge vbr234567890123 ", "bridge vbr2 {", "bridge vbr23456789012345 {", "bridge vbr2 mac 52:54:00:00:00:01", "bridge vbr23456789012345 mac 52:54:00:00:00:01",
				"bridge vbr2 mac 52:54:00:00:00:02", "bridge vbr23456789012345 mac 52:54:00:00:00:02", "bridge vbr2 mac 52:54:00:00:00:03", "bridge vbr23456789012345 mac 52:54:00:00:00:03",
				"bridge vbr2 mac 52:54:00:00:00:04", "bridge vbr23456789012345 mac 52:54:00:00:00:04"));
		all.add(two("device-name-unsafe", "nic eth0_1 mac 00:E0:81:C7:EC:49", "nic eth0 mac 00:E0:81:C7:EC:49", "nic eth0.1 mac 00:E0:81:C7:EC:49"));
		all.add(two("bridge-sorts-first", "bridge vabr0 cluster", "bridge vbr0 cluster", "bridge abr0 cluster"));
		all.add(two("multicast-snooping", "cluster { mtu 1500\n        bridge {\n            multicast-snooping no\n        }\n    }\n", "bridge vbr0 cluster", "bridge vbr0 cluster { mtu 1500 }"));
	}

	private static void bonds(List<FixCase> all) {
		all.add(two("duplicate-mac", "mac 00:E0:81:C7:EC:4A in bond0", "mac 00:E0:81:C7:EC:48", "mac 00:E0:81:C7:EC:49"));
		all.add(two("duplicate-mac", "mac 52:54:00:00:00:02", "mac 52:54:00:00:00:02", "mac 52:54:00:00:00:01"));
		all.add(two("multicast-mac", "mac 00:E0:81:C7:EC:49", "mac 00:E0:81:C7:EC:49", "mac 01:E0:81:C7:EC:49"));
		all.add(two("multicast-mac", "mac 52:54:00:00:00:01", "mac 52:54:00:00:00:01", "mac 53:54:00:00:00:01"));
		all.add(three("nic-in-bond-and-network", "nic eth2 mac 00:00:5E:00:53:12 via switch2", "on bond0 cluster replication", "on nic eth2 cluster replication"));
		all.add(two("duplicate-link", "in bond0 link 2 via switch1 port 1\n", "in bond0 link 2 via switch2 port 4", "in bond0 link 1 via switch2 port 4", "in bond0 link 1 via switch1 port 1\n", "in bond0 link 1 via switch1 port 1\n"));
		all.add(two("bond-unused", "bond bond0, bond1, bond2 {", "bond bond0, bond1, bond2 {", "bond bond0, bond1, bond2, bond3 {"));
		all.add(two("cluster-bond-mode", "mode active-backup /* c */", "mode active-backup", "mode balance-rr /* c */"));
		all.add(two("bond-updelay-zero", "miimon 100ms  updelay 120s }", "miimon 100ms }", "miimon 100ms }"));
		all.add(two("bond-delay-not-multiple", "updelay 200ms", "miimon 100ms }", "miimon 100ms  updelay 150ms }"));
		all.add(two("bond-unmonitored", "miimon 100ms }", "miimon 100ms }", "miimon 0ms }"));
		all.add(two("bond-two-monitors", "miimon 100ms }", "miimon 100ms }", "miimon 100ms  arp-interval 1s  arp-ip-target 10.20.3.1 }"));
		all.add(two("bond-two-monitors/arp", "miimon 0ms  arp", "miimon 100ms }", "miimon 100ms  arp-interval 1s  arp-ip-target 10.20.3.1 }"));
		all.add(two("bond-arp-without-target", "miimon 100ms }", "miimon 100ms }", "miimon 100ms  arp-interval 1s }"));
		all.add(two("bond-primary-missing", "miimon 100ms }", "miimon 100ms }", "miimon 100ms  primary-link 3 }"));
	}

	private static void hardware(List<FixCase> all) {
		all.add(two("switch-port-twice", "via switch1 port 2\n", "via switch1 port 2\n", "via switch1 port 1\n"));
		all.add(two("switch-port-beyond-count", "via switch1 port 3\n", "switch switch1 address 10.20.3.1", "switch switch1 address 10.20.3.1 { ports 24 }", "via switch1 port 3\n", "via switch1 port 99\n"));
		all.add(two("outlet-twice", "outlet 2\n", "psu psu1 on pdu2 outlet 2", "psu psu1 on pdu2 outlet 1", "call pdu2 port 2", "call pdu2 port 1"));
		all.add(two("outlet-beyond-count", "outlet 1\n", "pdu pdu2 address 10.20.2.2 via switch2", "pdu pdu2 address 10.20.2.2 via switch2 { outlets 8 }", "outlet 1\n", "outlet 9\n", "call pdu2 port 1",
				"call pdu2 port 9"));
		all.add(two("switches-stacked", "switch switch2 address 10.20.3.2 // c", "switch switch2 address 10.20.3.2", "switch switch2 address 10.20.3.2 stacked switch1 // c"));
		all.add(two("switch-stp", "{ stp no }", "switch switch1 address 10.20.3.1", "switch switch1 address 10.20.3.1 { stp yes }"));
	}

	private static void quorum(List<FixCase> all) {
		all.add(two("cluster-name-too-long", "cluster a-cluster-with /* c */ version", "cluster an-clusterA version", "cluster a-cluster-with-a-long-name /* c */ version"));
		all.add(two("cluster-name-characters", "cluster an-clusterA version", "cluster an-clusterA version", "cluster an.clusterA version"));
		all.add(two("config-version", "version 1 {", "version 8", "version 0"));
		all.add(two("node-id-range", "an-node02 id 2 short", "an-node02 id 2", "an-node02 id 0"));
		all.add(two("duplicate-node-id", "an-node01 id 2", "an-node02 id 2", "an-node02 id 1"));
		all.add(three("two-node-count", "quorum majority // c", "stack rhcs3", "stack rhcs3\n    quorum two-node // c"));
		all.add(two("two-node-votes", "an-node02 id 2 short", "an-node02 id 2", "an-node02 id 2 votes 3"));
		all.add(two("two-node-disk", "quorum with-disk", CLUSTER_HEAD, CLUSTER_HEAD + "    quorumd { label q  master-wins yes }\n"));
		all.add(two("two-node-disk/no-disk", "quorum two-node\n    fencing", CLUSTER_HEAD, CLUSTER_HEAD + "    quorumd { label q  master-wins yes }\n"));
		all.add(two("two-node-expected", "cman { transport udp }", CLUSTER_HEAD, CLUSTER_HEAD + "    cman { transport udp  expected-votes 2 }\n"));
		all.add(two("two-node-lost", "quorum two-node", CLUSTER_HEAD, "    quorum majority\n"));
		all.add(three("expected-votes-sum", "cman { transport udp }", "stack rhcs3", "stack rhcs3\n    cman { transport udp  expected-votes 2 }"));
		all.add(three("expected-votes-sum/sum", "expected-votes 3", "stack rhcs3", "stack rhcs3\n    cman { expected-votes 2 }"));
		all.add(two("quorum-disk-missing", "quorumd {", CLUSTER_HEAD, "    quorum with-disk\n"));
		all.add(two("quorum-disk-missing/no-disk", "quorum two-node", CLUSTER_HEAD, "    quorum with-disk\n"));
		all.add(two("quorum-disk-unnamed", "label qdisk", CLUSTER_HEAD, "    quorum with-disk\n    quorumd { master-wins yes }\n"));
		all.add(two("quorum-disk-both", "quorumd { label q  master-wins yes }", CLUSTER_HEAD, "    quorum with-disk\n    quorumd { label q  device /dev/sdz1  master-wins yes }\n"));
		all.add(two("quorum-disk-both/device", "quorumd { device /dev/sdz1", CLUSTER_HEAD, "    quorum with-disk\n    quorumd { label q  device /dev/sdz1  master-wins yes }\n"));
		all.add(two("quorum-disk-votes", "votes 1 ", CLUSTER_HEAD, "    quorum with-disk\n    quorumd { label q  votes 5  master-wins yes }\n"));
		all.add(two("quorum-disk-no-heuristic", "label q  master-wins yes }", CLUSTER_HEAD, "    quorum with-disk\n    quorumd { label q }\n"));
		all.add(two("quorum-disk-slow", "token 40s", CLUSTER_HEAD, "    quorum with-disk\n    quorumd { label q  master-wins yes  interval 2s  tko 10 }\n"));
	}

	private static void totem(List<FixCase> all) {
		all.add(two("secauth-off", "secauth on  rrp", CLUSTER_HEAD, CLUSTER_HEAD));
		all.add(two("token-default", "token 10s }", CLUSTER_HEAD, CLUSTER_HEAD));
		all.add(two("token-short", "token 10s }", "rrp none }", "rrp none  token 200ms }"));
		all.add(two("ring-conflict", "rrp passive", "on bond1 replication", "on bond1 replication ring1"));
		all.add(two("ring-missing", "rrp none", "rrp none", "rrp active"));
		all.add(two("multicast-address", "cman { transport udp }", CLUSTER_HEAD, CLUSTER_HEAD + "    cman { multicast 10.0.0.1  transport udp }\n"));
		all.add(two("multicast-scope", "cman { transport udp }", CLUSTER_HEAD, CLUSTER_HEAD + "    cman { multicast 225.0.0.1  transport udp }\n"));
		all.add(two("post-join-delay", "post-join-delay 60s", CLUSTER_HEAD, CLUSTER_HEAD));
		all.add(two("post-join-delay-short", "post-join-delay 60s", "post-join-delay 30s", "post-join-delay 3s"));
		all.add(two("post-join-delay-short/tutorial", "post-join-delay 30s", "fencing { post-join-delay 30s }", ""));
		all.add(two("clean-start", "post-join-delay 30s }", "post-join-delay 30s }", "post-join-delay 30s  clean-start yes }"));
	}

	private static void fenceDevices(List<FixCase> all) {
		all.add(two("no-fence-agent", "\"ipmi_{short}\" agent fence_ipmilan {", " agent fence_ipmilan {", " {"));
		all.add(two("unknown-fence-agent", "agent fence_ipmilan", "agent fence_ipmilan", "agent ipmilan"));
		all.add(two("fence-agent-not-on-el6", "agent fence_ipmilan {", "agent fence_ipmilan {", "agent fence_ipmilanplus {"));
		all.add(two("fence-device-name", "named \"fence_1{short}\"", "named \"ipmi_{short}\"", "named \"1{short}\""));
		all.add(two("duplicate-fence-device", "named \"{name}_{short}\"", "named \"ipmi_{short}\"", "named \"ipmi\""));
		all.add(two("unused-fence-device", "// What is plugged", "fence-device pdu2", "fence-device old agent fence_apc at pdu1 { login apc  passwd secret pdu }\n    fence-device pdu2"));
		all.add(two("unknown-fence-parameter", "login apc", "login apc", "loggin apc"));
		all.add(two("unknown-fence-parameter/remove", "login apc\n", "login apc", "login apc\n        colour red"));
		all.add(two("modern-fence-parameter", "login apc", "login apc", "username apc"));
		all.add(two("newer-fence-parameter", "login apc\n", "login apc", "login apc\n        disable_timeout yes"));
		all.add(two("missing-fence-parameter", "call pdu2 action reboot port 1", "call pdu2 port 1 action", "call pdu2 action"));
		all.add(two("fence-value", "login apc\n        power_wait 5s", "login apc", "login apc\n        power_wait 5"));
		all.add(two("unknown-fence-action", "call pdu2 port 1 action reboot", "call pdu2 port 1 action reboot", "call pdu2 port 1 action rebot"));
		all.add(two("literal-password", "passwd secret pdu2 // c", "passwd secret pdu", "passwd hunter2 // c"));
	}

	private static void fenceMethods(List<FixCase> all) {
		all.add(two("not-fenced", "call pdu2 port 2 action reboot\n        }", "        method ipmi { call ipmi action reboot }\n        method pdu { call pdu2 port 2 action reboot }\n", ""));
		all.add(two("not-fenced", "call ipmi action reboot\n        }", "        method ipmi { call ipmi action reboot }\n        method pdu { call pdu2 port 2 action reboot }\n", "",
				"method ipmi { call ipmi action reboot }", "method ipmi { call ipmi action on }"));
		all.add(two("method-empty", "method pdu { call pdu2 port 1 action reboot }", "method pdu { call pdu2 port 1 action reboot }", "method pdu { }"));
		all.add(two("method-empty/remove", "method ipmi { call ipmi action reboot }\n    }", "method pdu { call pdu2 port 1 action reboot }", "method pdu { }"));
		all.add(three("outlets-reboot", "call pdu1 port 1 action off", "call pdu1 port 1 action off\n            call pdu2 port 1 action off\n            call pdu1 port 1 action on\n            call pdu2 port 1 action on",
				"call pdu1 port 1 action reboot // left\n            call pdu2 port 1 action reboot // right"));
		all.add(three("outlets-order", "call pdu2 port 1 action off\n            call pdu1 port 1 action on", "call pdu2 port 1 action off\n            call pdu1 port 1 action on",
				"call pdu1 port 1 action on\n            call pdu2 port 1 action off"));
		all.add(three("outlets-left-off", "call pdu2 port 1 action off\n            call pdu1 port 1 action on\n            call pdu2 port 1 action on\n", "            call pdu1 port 1 action on\n            call pdu2 port 1 action on\n", ""));
		all.add(three("outlets-missed", "call pdu2 port 1 action on", "            call pdu2 port 1 action off\n", "", "            call pdu2 port 1 action on\n", ""));
		all.add(two("outlet-of-other", "call pdu2 port 1 action", "call pdu2 port 1", "call pdu2 port 5"));
		all.add(two("outlet-beyond-count/call", "call pdu2 port 1 action", "pdu pdu2 address 10.20.2.2 via switch2", "pdu pdu2 address 10.20.2.2 via switch2 { outlets 8 }", "call pdu2 port 1", "call pdu2 port 15"));
		all.add(two("no-power-off", "call pdu2 port 1 action reboot", "call pdu2 port 1 action reboot", "call pdu2 port 1 action status"));
		all.add(two("fence-race", "call ipmi action reboot delay 15s }\n        method pdu { call pdu2 port 1", CLUSTER_HEAD, CLUSTER_HEAD));
		all.add(two("fence-race/second", "call ipmi action reboot delay 15s }\n        method pdu { call pdu2 port 2", CLUSTER_HEAD, CLUSTER_HEAD));
	}

	private static void storage(List<FixCase> all) {
		all.add(two("disk-sector-size", "sectors of 512 {", "sectors of 512", "sectors of 520"));
		all.add(two("disk-label", "label msdos {", "sectors of 512 {", "sectors of 512 label msdso {"));
		all.add(more("partition-beyond-msdos", "label gpt", "disk sdb size 4TB { partition 1 3TiB }"));
		all.add(two("partition-number", "partition 1 primary 256MiB", "partition 1 primary", "partition 9 primary"));
		all.add(two("partition-number-twice", "partition 2 primary 40GiB", "partition 2 primary", "partition 1 primary"));
		all.add(two("partition-number-order", "partition 5 logical", "partition 5 logical", "partition 8 logical"));
		all.add(more("partition-kind", "label gpt { partition 1 1GiB }", "disk sdb size 1TB label gpt { partition 1 extended 1GiB }"));
		all.add(two("partition-type", "mount /boot /* c */\n", "boot mount /boot", "type xyz boot mount /boot /* c */"));
		all.add(two("partition-align", "logical rest align 64KiB", "logical rest align 64KiB", "logical rest align 100B"));
		all.add(two("partition-unaligned", "at 2176 boot", "at 2048 boot", "at 2049 boot"));
		all.add(two("partition-before-start", "at 1 boot", "at 2048 boot", "at 0 boot"));
		all.add(more("logical-table-room", "partition 6 logical 1GiB at ", "disk sdb size 1TB { partition 1 extended rest  partition 5 logical 1GiB at 4096  partition 6 logical 1GiB at 2101249 }"));
		all.add(two("partition-not-whole-sectors", "partition 3 primary 98KiB", "partition 3 primary 4GiB", "partition 3 primary 100001B"));
		all.add(more("disk-not-whole-sectors", "disk sdb size 976562500KiB", "disk sdb size 1000000000001B { partition 1 1GiB }"));
		all.add(two("partition-percent-base", "50% of rest", "50% of rest", "50% of group"));
		all.add(two("swap-with-mount", "4GiB swap\n", "4GiB swap", "4GiB swap mount /swap"));
		all.add(two("mount-point-twice/partition", "partition 5 logical 20GiB //", "partition 5 logical 20GiB", "partition 5 logical 20GiB mount /"));
		all.add(more("partition-beyond-end", "partition 1 rest }", "disk sdb size 1TB { partition 1 1200GB }"));
		all.add(more("logical-without-extended", "{ partition 4 extended rest  partition 5 logical 1GiB }", "disk sdb size 1TB { partition 5 logical 1GiB }"));
		all.add(more("rest-twice", "partition 1 50% of rest  partition 2 rest", "disk sdb size 1TB { partition 1 rest  partition 2 rest }"));
		all.add(two("device-unknown", "on sda6", "on sda6", "on sda9"));
		all.add(two("device-used-twice", "on sda6", "on sda6", "on sda5"));
		all.add(two("device-used-twice/remove", "volume-group x on /dev/sdb1 local", END, END + "    volume-group x on /dev/sdb1, /dev/sda7 local // c\n"));
		all.add(two("device-unfit", "on sda6", "on sda6", "on sda4"));
		all.add(more("array-level", "array md0 level 1 of", "array md0 level 12 of sdb1, sdc1"));
	}

	private static void drbd(List<FixCase> all) {
		String r1 = "on an-node01.\" on sda6";
		all.add(two("drbd-twice", "resource r2", "        resource r1", "    } // first\n    drbd {\n        resource r1"));
		all.add(two("drbd-name", "resource r-all", "resource r2", "resource all", "an2-vg0 on r2", "an2-vg0 on all"));
		all.add(three("drbd-between", "between hv1, hv2", " between hv1, hv2", ""));
		all.add(three("drbd-hosts", "between hv1, hv2 ", " between hv1, hv2", " between hv1, hv2, hv3 "));
		all.add(two("drbd-host-twice", "between an-node01", r1, r1 + " between an-node01, an-node01"));
		all.add(three("drbd-peer-not-host", "between hv1, hv2", " between hv1, hv2", " between hv1, hv2 { peer hv3 on sdb1 } "));
		all.add(two("drbd-no-disk", "on an-node01.\" on sda6", r1, "on an-node01.\""));
		all.add(two("drbd-minor-twice", "{ minor 2 }", "on sda5\n", "on sda5 { minor 0 }\n", r1, r1 + " { minor 0 }"));
		all.add(two("drbd-minor-twice/derive", "on sda6", "on sda5\n", "on sda5 { minor 0 }\n", r1, r1 + " { minor 0 }"));
		all.add(two("drbd-minor-count", "{ minor 2 }", r1, r1 + " { minor 99 }"));
		all.add(two("drbd-port-twice", "{ port 7791 }", "on sda5\n", "on sda5 { port 7789 }\n", r1, r1 + " { port 7789 }"));
		all.add(two("drbd-port-reserved", "{ port 7791 }", r1, r1 + " { port 5405 }"));
		all.add(two("drbd-port-range", "{ port 7791 }", r1, r1 + " { port 65536 }"));
		all.add(two("drbd-device", "on sda6", r1, r1 + " { device /dev/sdx }"));
		all.add(two("drbd-device-twice", "on sda6", r1, r1 + " { device /dev/drbd0 }"));
		all.add(two("drbd-meta-disk", "on sda6", r1, r1 + " { meta-disk somewhere }"));
		all.add(two("drbd-unknown-option", "option max-buffers 8000", "dual-primary", "dual-primary\n        net { option \"max-bufers\" 8000 }"));
		all.add(two("drbd-said-twice", "syncer { } // c", "rate 20MiB/s\n", "rate 20MiB/s\n        syncer { rate 10MiB/s } // c\n"));
		all.add(two("drbd-secret", "cram-hmac-alg sha1 }", "dual-primary", "dual-primary\n        net { shared-secret secret x }"));
		all.add(two("drbd-secret-literal", "shared-secret secret drbd", "dual-primary", "dual-primary\n        net { shared-secret hunter2  cram-hmac-alg sha1 }"));
		all.add(two("drbd-secret-length", "shared-secret secret drbd", "dual-primary", "dual-primary\n        net { shared-secret " + "x".repeat(65) + "  cram-hmac-alg sha1 }"));
		all.add(two("drbd-after", "on sda6", r1, r1 + " { syncer { after r1 } }"));
		all.add(two("drbd-become-primary", "degr-wfc-timeout 120s }", "degr-wfc-timeout 120s }", "degr-wfc-timeout 120s  become-primary-on nobody }"));
		all.add(two("drbd-both-primary", "dual-primary", "        dual-primary\n", "", "degr-wfc-timeout 120s }", "degr-wfc-timeout 120s  become-primary-on both }"));
		all.add(two("drbd-switch-stays-on", "on sda6", "dual-primary", "dual-primary\n        net { always-asbp yes }", r1, r1 + " { net { always-asbp no } }"));
		all.add(two("dual-primary-protocol", "protocol C", "protocol C", "protocol A"));
		all.add(two("dual-primary-fencing", "fencing resource-and-stonith", "dual-primary", "dual-primary\n        disk { fencing dont-care }"));
		all.add(two("dual-primary-handler", "dual-primary", "dual-primary", "dual-primary\n        handlers { fence-peer \"\" }"));
		all.add(two("fencing-handler", "protocol C", "        dual-primary\n", "        handlers { fence-peer \"\" }\n"));
		all.add(two("dual-primary-policy", "two-primaries disconnect", "two-primaries disconnect", "two-primaries violently-as0p"));
		all.add(two("wfc-timeout", "{ wfc-timeout 300s", "{ wfc-timeout 300s", "{ wfc-timeout 30s"));
		all.add(two("degr-wfc-timeout", "degr-wfc-timeout 180s", CLUSTER_HEAD, CLUSTER_HEAD));
	}

	private static void volumes(List<FixCase> all) {
		String vm1 = "volume vm0001_1 50% of group";
		all.add(two("volume-name", "volume lv_snapshot1 50%", "volume vm0001_1", "volume snapshot1", "volume vm0001_1", "volume snapshot1"));
		all.add(two("volume-extents", "volume vm0001_1 104MiB", vm1, "volume vm0001_1 101MiB"));
		all.add(two("volume-share-of-disk", "50% of group", vm1, "volume vm0001_1 50% of disk"));
		all.add(two("volume-share-of-disk/free", "50% of free", vm1, "volume vm0001_1 50% of disk"));
		all.add(two("volume-after-rest", "volume vm0005_1 10%", "volume vm0002_1 rest", "volume vm0002_1 rest\n        volume vm0005_1 10% of group"));
		all.add(two("volume-group-empty", "volume-group an1-vg0 on r1", "an1-vg0 on r1", "an1-vg0"));
		all.add(two("volume-group-local-drbd", "prefers an-node01 {", "on r1 prefers an-node01", "on r1 prefers an-node01 local"));
		all.add(more("volume-group-local-clustered", "volume-group x on /dev/sdb1 {", "volume-group x on /dev/sdb1 local { clustered yes }"));
		all.add(three("volume-group-preference", "volume-group ", "prefers hv1", "prefers hv3"));
		all.add(two("physical-volume-behind-drbd", "an1-vg0 on r1", "an1-vg0 on r1", "an1-vg0 on /dev/sda6"));
		all.add(two("physical-volume-twice", "an1-vg0 on r1", "an2-vg0 on r2", "an2-vg0 on r2, r1"));
		all.add(two("physical-volume-twice/other", "an2-vg0 on r2", "an2-vg0 on r2", "an2-vg0 on r1"));
		all.add(more("physical-volume-not-shared", "on /dev/sdb1 local", "volume-group x on /dev/sdb1"));
		all.add(two("power-of-two", "extent-size 8MiB", "prefers an-node01 {", "prefers an-node01 {\n        extent-size 5MiB"));
		String lvm = CLUSTER_HEAD + "    lvm { locking-type 3  filter ";
		all.add(two("lvm-filter-pattern", "lvm { locking-type 3 }", CLUSTER_HEAD, lvm + "\"x\" }\n"));
		all.add(two("lvm-filter-accepts-backing", "lvm { locking-type 3 }", CLUSTER_HEAD, lvm + "\"a|.*|\" }\n"));
		all.add(two("lvm-filter-rejects-device", "lvm { locking-type 3 }", CLUSTER_HEAD, lvm + "\"r|.*|\" }\n"));
		all.add(two("lvm-locking-type", "locking-type 3", CLUSTER_HEAD, CLUSTER_HEAD + "    lvm { locking-type 1 }\n"));
		all.add(two("lvm-local-fallback", "lvm { locking-type 3 }", CLUSTER_HEAD, CLUSTER_HEAD + "    lvm { locking-type 3  fallback-to-local-locking yes }\n"));
	}

	private static void fileSystems(List<FixCase> all) {
		String shared = "10GiB gfs2 shared mount /shared";
		all.add(two("gfs2-lock-table", "gfs2 my_shared mount", shared, "10GiB gfs2 \"my shared\" mount /shared", "start clusterfs shared", "start clusterfs \"my shared\"", "start clusterfs shared",
				"start clusterfs \"my shared\""));
		all.add(two("gfs2-foreign-cluster", shared, shared, shared + " { lock-table other:shared }"));
		all.add(two("gfs2-name-twice", "gfs2 shared2 mount", shared, shared + "\n        volume lv_two 1GiB gfs2 shared mount /two"));
		all.add(two("gfs2-journals", shared, shared, shared + " { journals 1 }"));
		all.add(two("gfs2-lock-protocol", shared, shared, shared + " { lock-protocol lock_nolock }"));
		all.add(two("gfs2-not-clustered", "volume-group shared-vg0 on r0 {", "volume-group shared-vg0 on r0 {", "volume-group shared-vg0 on r0 {\n        clustered no"));
		all.add(two("gfs2-two-owners", shared, shared, shared + " { mounted-by init }"));
		all.add(two("gfs2-unmounted", "{\n            mounted-by init\n        }", shared, shared + "\n        volume lv_two 1GiB gfs2 two mount /two"));
		all.add(two("mount-point", "mount /mnt/tmp", shared, "10GiB gfs2 shared mount /tmp"));
		all.add(two("mount-point-twice", "mount /shared2", shared, shared + "\n        volume lv_two 1GiB gfs2 two mount /shared { mounted-by init }"));
		all.add(two("mount-without-file-system", "volume lv_two 1GiB gfs2 lv_two mount /two", shared, shared + "\n        volume lv_two 1GiB mount /two"));
		all.add(two("mount-without-file-system/unmount", "volume lv_two 1GiB\n", shared, shared + "\n        volume lv_two 1GiB mount /two"));
		all.add(more("file-system-type", "fs ext4", "volume-group x on /dev/sdb1 local { volume y 1GiB fs ext44 }"));
		all.add(two("file-system-not-shared", "gfs2 lv_two mount /two", shared, shared + "\n        volume lv_two 1GiB mount /two fs ext4 { mounted-by init }"));
	}

	private static void guests(List<FixCase> all) {
		String spare = "    volume-group an1-vg0 on r1 prefers an-node01 {\n";
		String withSpare = spare + "        volume spare_1 1GiB\n";
		all.add(two("guest-volume-twice", "volume spare_1  bridge", spare, withSpare, "guest vm2 { volume vm0002_1", "guest vm2 { volume vm0001_1"));
		all.add(two("guest-volume-twice/remove", "guest vm2 { bridge", "guest vm2 { volume vm0002_1", "guest vm2 { volume vm0001_1"));
		all.add(two("guest-volume-file-system", "volume vm0002_1", "guest vm2 { volume vm0002_1", "guest vm2 { volume lv_shared"));
		all.add(two("guest-without-disk", "guest vm2 { volume vm0002_1  bridge", "guest vm2 { volume vm0002_1  bridge", "guest vm2 { bridge"));
		all.add(two("guest-without-network", "bridge vbr2 mac 52:54:00:00:00:02", "  bridge vbr2 mac 52:54:00:00:00:02", ""));
		all.add(two("guest-size-unsaid", "memory ", "  memory 2GiB  cpus 2", ""));
		all.add(two("guest-topology", "cpus 4", "memory 2GiB  cpus 2", "memory 2GiB  cpus 2  sockets 2  cores 2"));
		all.add(two("guest-preference", "guest vm1 prefers an-node01", "guest vm1 {", "guest vm1 prefers an-node02 {"));
		all.add(two("guest-autostart", "memory 2GiB  cpus 2  install", "memory 2GiB", "autostart yes  memory 2GiB"));
		all.add(two("guest-cache", "cache none", "memory 2GiB", "cache writeback  memory 2GiB"));
		all.add(two("guest-uuid", "memory 2GiB  cpus 2  install", "memory 2GiB", "uuid 123  memory 2GiB"));
		String uuid = "uuid 00000000-0000-0000-0000-000000000001  memory 2GiB";
		all.add(two("guest-uuid-twice", "memory 2GiB  cpus 2  install", ":00:01  memory 2GiB", ":00:01  " + uuid, ":00:02  memory 2GiB", ":00:02  " + uuid));
	}

	private static void services(List<FixCase> all) {
		all.add(more("domain-empty", "member an-node01", "failover-domain x"));
		all.add(more("domain-restricted-empty", "member an-node01", "failover-domain x restricted"));
		all.add(more("domain-member-twice", "failover-domain x { member an-node01 }", "failover-domain x { member an-node01  member an-node01 }"));
		all.add(more("domain-priority", "priority 100", "failover-domain x ordered { member an-node01 priority 101 }"));
		all.add(more("domain-priority-unused", "failover-domain x ordered", "failover-domain x { member an-node01 priority 1 }"));
		all.add(more("domain-priority-unused/remove", "{ member an-node01 }", "failover-domain x { member an-node01 priority 1 }"));
		all.add(two("unknown-resource-type", "start script drbd", "start script drbd", "start scrip drbd"));
		all.add(more("resource-parameter", "start script x { }", "define script x { file /etc/init.d/x }\n    service y { start script x { file /etc/init.d/y } }"));
		all.add(more("resource-twice", "service y { start script x }", "service y { start script x  start script x }"));
		all.add(two("unknown-file-system", "start clusterfs shared", "start clusterfs shared", "start clusterfs shard"));
		all.add(two("empty-service", END, END, END + "    service x\n"));
		all.add(two("storage-recovery", "recovery restart", "recovery restart", "recovery relocate", "only_n01 restricted", "only_n01"));
		all.add(two("relocate-nowhere", "recovery restart", "recovery restart", "recovery relocate"));
		all.add(two("vm-twice", END, END, END + "    vm vm4 in primary_n02 { recovery restart }\n"));
		all.add(two("unknown-dependency", "depend service:storage_n01", "vm vm1 in primary_n01 { recovery restart }", "vm vm1 in primary_n01 { recovery restart  depend storage_n01 }"));
		all.add(two("vm-before-storage", "autostart no", CLUSTER_HEAD, CLUSTER_HEAD));
	}
}
