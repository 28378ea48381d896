package org.clusterwright.tests.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The awk programs for files that a node already has, with every awk that is here: whatever the file looks like, twice is the same as once. */
class PatchesTest {
	private static final List<List<String>> AWKS = List.of(List.of("mawk"), List.of("gawk", "--posix"), List.of("gawk", "--lint=fatal"), List.of("busybox", "awk"), List.of("original-awk"));
	private static final String BASE = Designs.read("testdata/base/etc/sysconfig/iptables");
	private static final String HEAD = "*filter\n:INPUT ACCEPT [0:0]\n";

	@TempDir
	Path directory;

	private final TreeMap<String, String> files = NetworkFormats.of(Designs.tutorial());
	private final String iptables = files.get("an-node01/.clusterwright/patches/etc-sysconfig-iptables.awk");
	private final String sysctl = files.get("all/.clusterwright/patches/etc-sysctl.conf.awk");

	private static Map<String, String> firewalls() {
		Map<String, String> all = new TreeMap<>();
		all.put("base", BASE);
		all.put("empty", "");
		all.put("only a comment", "# nothing yet\n");
		all.put("no trailing newline", BASE.stripTrailing());
		all.put("line ends of DOS", BASE.replace("\n", "\r\n"));
		all.put("no REJECT", HEAD + "-A INPUT -i lo -j ACCEPT\nCOMMIT\n");
		all.put("DROP at the end", HEAD + "-A INPUT -i lo -j ACCEPT\n-A INPUT -j DROP\nCOMMIT\n");
		all.put("a chain of EL5", HEAD + ":RH-Firewall-1-INPUT - [0:0]\n-A INPUT -j RH-Firewall-1-INPUT\n-A RH-Firewall-1-INPUT -i lo -j ACCEPT\n"
				+ "-A RH-Firewall-1-INPUT -j REJECT --reject-with icmp-host-prohibited\nCOMMIT\n");
		all.put("counters and other tables", "*nat\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -j ACCEPT\nCOMMIT\n*filter\n[1:2] -A INPUT -i lo -j ACCEPT\n[3:4] -A INPUT -j REJECT\nCOMMIT\n");
		all.put("no filter table", "*nat\n:PREROUTING ACCEPT [0:0]\nCOMMIT\n");
		all.put("no COMMIT", HEAD + "-A INPUT -i lo -j ACCEPT\n");
		all.put("no COMMIT before the next table", HEAD + "*nat\nCOMMIT\n");
		all.put("an old block", BASE.replace("-A INPUT -i lo", "# BEGIN clusterwright\n-A INPUT -p tcp --dport 1 -j ACCEPT\n# END clusterwright\n-A INPUT -i lo"));
		all.put("a block without end", BASE.replace("-A INPUT -i lo", "# BEGIN clusterwright\n-A INPUT -i lo"));
		all.put("two beginnings", BASE.replace("-A INPUT -i lo", "# BEGIN clusterwright\n# BEGIN clusterwright\n-A INPUT -p tcp --dport 1 -j ACCEPT\n# END clusterwright\n-A INPUT -i lo"));
		all.put("an end only", BASE.replace("-A INPUT -i lo", "# END clusterwright\n-A INPUT -i lo"));
		all.put("rules that iptables-save wrote back", BASE.replace("-A INPUT -i lo",
				"-A INPUT -s 10.20.0.0/16 -p igmp -m comment --comment \"clusterwright: corosync\" -j ACCEPT \n-A INPUT -i lo"));
		return all;
	}

	@TestFactory
	Stream<DynamicTest> firewallIsTheSameAfterTwoRuns() {
		return firewalls().entrySet().stream().map(f -> DynamicTest.dynamicTest(f.getKey(), () -> {
			String once = everyAwk(iptables, f.getValue());
			assertEquals(once, everyAwk(iptables, once));
			List<String> lines = once.lines().toList();
			assertTrue(once.endsWith("\n") && !once.contains("\r"));
			int begin = lines.indexOf("# BEGIN clusterwright");
			int end = lines.indexOf("# END clusterwright");
			assertTrue(begin >= 0 && begin + 10 == end, once);
			assertEquals(begin, lines.lastIndexOf("# BEGIN clusterwright"), once);
			assertEquals(9, lines.stream().filter(l -> l.contains("clusterwright: ")).count(), once);
			assertTrue(lines.subList(0, begin).contains("*filter"), once);
			assertTrue(lines.subList(0, begin).stream().noneMatch(l -> l.matches(".*-A INPUT.*-j (REJECT|DROP|RH-).*")), once);
			assertTrue(lines.subList(end, lines.size()).contains("COMMIT"), once);
			assertFalse(once.contains("--dport 1 "), once);
			List<String> others = new ArrayList<>(lines);
			others.subList(begin, end + 1).clear();
			f.getValue().lines().filter(l -> !l.contains("clusterwright") && !l.contains("--dport 1 ")).forEach(l -> assertTrue(others.contains(l), "lost: " + l));
		}));
	}

	@Test
	void emptyFirewallBecomesAValidTable() {
		List<String> lines = everyAwk(iptables, "").lines().toList();
		assertEquals(List.of("*filter", ":INPUT ACCEPT [0:0]", ":FORWARD ACCEPT [0:0]", ":OUTPUT ACCEPT [0:0]", "# BEGIN clusterwright"), lines.subList(0, 5));
		assertEquals("COMMIT", lines.get(lines.size() - 1));
	}

	@Test
	void peersAndPortsOfDrbdAreOpenedToPeersOnly() {
		String block = everyAwk(iptables, BASE);
		assertTrue(block.contains("-A INPUT -s 10.10.0.2 -p tcp -m tcp --dport 7789:7791 -m comment --comment \"clusterwright: DRBD\" -j ACCEPT\n"), block);
		assertFalse(block.contains("10.10.0.0/16"), block);
	}

	@Test
	void rawLinesAreInTheBlock() {
		TreeMap<String, String> vlans = NetworkFormats.of(Designs.read("testdata/network/vlans/input.cluster"));
		String once = everyAwk(vlans.get("a/.clusterwright/patches/etc-sysconfig-iptables.awk"), BASE);
		assertTrue(once.contains("--dport 8084 -m comment --comment \"luci \\ web\" -j ACCEPT\n# END clusterwright\n"), once);
		assertEquals(once, everyAwk(vlans.get("a/.clusterwright/patches/etc-sysconfig-iptables.awk"), once));
	}

	@TestFactory
	Stream<DynamicTest> bridgesPassTheFirewallBy() {
		String base = Designs.read("testdata/base/etc/sysctl.conf");
		Map<String, String> all = new TreeMap<>(Map.of("base", base, "empty", "", "no trailing newline", "a = 1", "line ends of DOS", base.replace("\n", "\r\n"), "set to one",
				base + "net.bridge.bridge-nf-call-iptables = 1\nnet.bridge.bridge-nf-call-iptables=1\n  net/bridge/bridge-nf-call-arptables=1\n#net.bridge.bridge-nf-call-ip6tables = 1\n"));
		return all.entrySet().stream().map(f -> DynamicTest.dynamicTest(f.getKey(), () -> {
			String once = everyAwk(sysctl, f.getValue());
			assertEquals(once, everyAwk(sysctl, once));
			for (String key : List.of("iptables", "ip6tables", "arptables")) {
				assertEquals(List.of("net.bridge.bridge-nf-call-" + key + " = 0"), once.lines().filter(l -> l.matches(".*bridge-nf-call-" + key + ".*") && !l.startsWith("#")).toList());
			}
			f.getValue().lines().filter(l -> !l.contains("bridge")).forEach(l -> assertTrue(once.lines().anyMatch(l::equals), "lost: " + l));
		}));
	}

	/** Runs all awks that are here and demands that they agree. */
	private String everyAwk(String program, String input) {
		Tool.require("awk");
		try {
			Path file = Files.writeString(directory.resolve("patch.awk"), program);
			String first = run(List.of("awk"), file, input);
			for (List<String> awk : AWKS) {
				if (Tool.run(directory, "sh", "-c", "command -v " + awk.get(0)).exit() == 0) {
					assertEquals(first, run(awk, file, input), awk.toString());
				}
			}
			return first;
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	private String run(List<String> awk, Path program, String input) {
		// gawk's lint complains of input without a byte, whatever the program does with it
		List<String> command = new ArrayList<>(awk);
		command.removeIf(word -> input.isEmpty() && word.equals("--lint=fatal"));
		command.addAll(List.of("-f", program.toString()));
		return Tool.run(directory, Map.of(), input, command.toArray(String[]::new)).assertOk().output();
	}
}
