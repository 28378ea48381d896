package org.clusterwright.tests.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.clusterwright.core.start.MacTable;
import org.junit.jupiter.api.Test;

class MacTableTest {

	@Test
	void everySpellingIsRead() {
		assertEquals(List.of("00:E0:81:C7:EC:49", "00:1B:21:9D:59:FC", "00:00:5E:00:53:20", "AA:BB:CC:DD:EE:01"), MacTable.addresses("00:e0:81:c7:ec:49, 00-1B-21-9D-59-FC; 0000.5e00.5320 aabbccddee01"));
	}

	@Test
	void theOutputOfIpLinkIsRead() {
		String text = """
				1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN
				    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
				2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP qlen 1000
				    link/ether 00:e0:81:c7:ec:49 brd ff:ff:ff:ff:ff:ff
				3: eth1: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN qlen 1000
				    link/ether 00:e0:81:c7:ec:48 brd ff:ff:ff:ff:ff:ff
				""";
		assertEquals(List.of(List.of("00:E0:81:C7:EC:49", "00:E0:81:C7:EC:48")), MacTable.rows(text, 6));
	}

	@Test
	void aSpreadsheetKeepsItsRows() {
		assertEquals(List.of(List.of("00:00:5E:00:53:01", "00:00:5E:00:53:02"), List.of("00:00:5E:00:53:11", "00:00:5E:00:53:12")),
				MacTable.rows("node1\t00:00:5e:00:53:01\t00:00:5e:00:53:02\nnode2\t00:00:5e:00:53:11\t00:00:5e:00:53:12\n", 6));
		assertEquals(List.of(List.of("00:00:5E:00:53:01", "00:00:5E:00:53:02"), List.of("00:00:5E:00:53:03")), MacTable.rows("00:00:5e:00:53:01\n00:00:5e:00:53:02\n00:00:5e:00:53:03", 2));
	}

	@Test
	void whatIsNoAddressIsLeftOut() {
		assertEquals(List.of(), MacTable.addresses("fe80::2e0:81ff:fec7:ec49/64 10.20.0.1 eth0 1234567890 00:11:22:33:44 00:11:22:33:44:55:66:77"));
	}
}
