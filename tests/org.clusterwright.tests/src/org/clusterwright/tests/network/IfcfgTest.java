package org.clusterwright.tests.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.ifcfg.Ifcfg;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.NodeAddress;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The files of the network scripts as bash and augeas read them, and what hostile text can do in them: nothing. */
class IfcfgTest {
	private static final String MARKER = "/broken-out";

	@TempDir
	Path directory;

	@TestFactory
	Stream<DynamicTest> bashAndAugeasReadThem() {
		return Stream.of("tutorial", "four-nics", "no-bonds", "vlans", "sixteen nodes").map(name -> DynamicTest.dynamicTest(name, () -> {
			Tool.require("augtool");
			String design = switch (name) {
				case "tutorial" -> Designs.tutorial();
				case "sixteen nodes" -> nodes(16);
				default -> Designs.read("testdata/network/" + name + "/input.cluster");
			};
			assertEquals(List.of(), Designs.LANGUAGE.validate(design).findings().stream().filter(f -> f.isError() && !f.code().id().equals("unknown-section")).map(f -> f.message()).toList());
			TreeMap<String, String> files = NetworkFormats.of(design);
			for (String node : files.keySet().stream().map(f -> f.substring(0, f.indexOf('/'))).distinct().toList()) {
				Path root = Files.createDirectory(directory.resolve(name + node));
				write(root, files, node);
				write(root, files, "all");
				assertEquals("", augeas(root), node);
			}
		}));
	}

	private static void write(Path root, Map<String, String> files, String node) throws IOException {
		for (Map.Entry<String, String> file : files.entrySet()) {
			if (file.getKey().startsWith(node + "/etc")) {
				Path path = root.resolve(file.getKey().substring(node.length() + 1));
				Files.createDirectories(path.getParent());
				Files.writeString(path, file.getValue());
				if (file.getKey().contains("ifcfg-")) {
					Tool.run(root, "bash", "-n", path.toString()).assertOk();
				}
			}
		}
	}

	private static String augeas(Path root) {
		return Tool.run(root, "augtool", "-r", root.toString(), "--noautoload", "--transform", "Shellvars incl /etc/sysconfig/network-scripts/ifcfg-*", "--transform",
				"Shellvars incl /etc/sysconfig/network", "--transform", "Hosts incl /etc/hosts", "--transform", "Modprobe incl /etc/modprobe.d/bonding.conf", "print",
				"/augeas//error").assertOk().output();
	}

	/** Sourced by a shell that stops at anything undefined; what it then knows is what the design says, to the letter. */
	@Test
	void hostileTextStaysText() {
		String evil = "a\\\"b`touch " + MARKER + "`$(touch " + MARKER + ")${HOME}\\\\ ; reboot #";
		String design = NetworkRulesTest.BASE.replace("network sn 10", "network sn \"" + evil + "\\nIPADDR=6.6.6.6\r\u2028x\" 10")
				.replace("on bond1 replication", "on bond1 replication { option EVIL \"" + evil + "\" }").replace("{ card slot1 }", "{ ethtool \"" + evil + "\" }");
		TreeMap<String, String> files = NetworkFormats.of(design);
		assertEquals("[a\"b`touch " + MARKER + "`$(touch " + MARKER + ")${HOME}\\ ; reboot #][10.10.0.1]", variables(files.get("n1" + NetworkFormats.SCRIPTS + "ifcfg-bond1"), "EVIL", "IPADDR"));
		assertEquals("[a\"b`touch " + MARKER + "`$(touch " + MARKER + ")${HOME}\\ ; reboot #][eth2]",
				variables(files.get("n1" + NetworkFormats.SCRIPTS + "ifcfg-eth2"), "ETHTOOL_OPTS", "DEVICE"));
		assertEquals("[][eth1]", variables(files.get("n1" + NetworkFormats.SCRIPTS + "ifcfg-eth1"), "IPADDR", "DEVICE"));
		assertFalse(Files.exists(Path.of(MARKER)));
	}

	private String variables(String text, String... names) {
		try {
			Path file = Files.writeString(directory.resolve("sourced"), text);
			String print = Stream.of(names).map(n -> "\"$" + n + "\"").collect(Collectors.joining(" "));
			return Tool.run(directory, "env", "-i", "bash", "-c", ". \"$1\" && printf '[%s]' " + print, "-", file.toString()).assertOk().output();
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	@Test
	void namesThatAreNoFileNamesAreFindings() {
		for (String name : List.of("../../x", "a b", "$(reboot)", "x\\ny")) {
			List<String> codes = Designs.codes(NetworkRulesTest.BASE.replace("bridge vbr0", "bridge \"" + name + "\""));
			assertTrue(codes.contains("unsafe-name") && codes.contains("device-name-unsafe"), name + codes);
		}
		assertTrue(Designs.codes(NetworkRulesTest.BASE.replace("on nic eth4", "on nic \"../eth4\"")).contains("device-name-unsafe"));
	}

	@Test
	void rawTextOfOneNodeStaysOnThatNode() {
		TreeMap<String, String> files = NetworkFormats.of(NetworkRulesTest.BASE.replace("node n2 id 2 {", "node n2 id 2 { raw /etc/hosts \'\'\'10.9.9.9 mine\'\'\'"));
		assertFalse(files.containsKey("all/etc/hosts"));
		assertEquals(files.get("n1/etc/hosts") + "10.9.9.9 mine\n", files.get("n2/etc/hosts"));
	}

	@Test
	void fileWithASecretIsForRootOnly() {
		String design = NetworkRulesTest.BASE.replace("on bond1 replication", "on bond1 replication { option KEY secret wifi }");
		for (NativeFile file : new Ifcfg().generate(Designs.effective(design))) {
			assertEquals(file.path().text().endsWith("ifcfg-bond1") ? 0600 : 0644, file.mode(), file.path().text());
		}
	}

	@Test
	void sixteenNodesHaveTheirAddresses() {
		TreeMap<String, String> files = NetworkFormats.of(nodes(16));
		assertEquals(16, files.keySet().stream().filter(f -> f.endsWith("/ifcfg-vbr0")).count());
		assertTrue(files.get("n16" + NetworkFormats.SCRIPTS + "ifcfg-vbr0").contains("IPADDR=\"10.20.0.16\"\n"));
		assertTrue(files.get("all/etc/hosts").contains("\n10.10.0.16\tn16.sn\n"));
	}

	@Test
	void eachValueLeadsToWhatMadeIt() {
		String text = NetworkRulesTest.BASE.replace("bond bond0 {", "bond bond0 { miimon 80ms").replace("node n2 id 2 {", "node n2 id 2 { address sn 10.10.7.7");
		List<NativeFile> files = new Ifcfg().generate(Designs.effective(text));
		Origin miimon = originOf(files, "n1", "ifcfg-bond0", "miimon=80");
		assertTrue(miimon instanceof Origin.Set set && set.element() instanceof Setting setting && setting.getKey().equals("miimon"), miimon.toString());
		Origin carrier = originOf(files, "n1", "ifcfg-bond0", "use_carrier=1");
		assertTrue(carrier instanceof Origin.Default && carrier.element() instanceof Bonds, carrier.toString());
		Origin written = originOf(files, "n2", "ifcfg-bond1", "10.10.7.7");
		assertTrue(written instanceof Origin.Set && written.element() instanceof NodeAddress, written.toString());
		Origin derived = originOf(files, "n1", "ifcfg-bond1", "10.10.0.1");
		assertTrue(derived instanceof Origin.Derived, derived.toString());
	}

	private static Origin originOf(List<NativeFile> files, String node, String file, String piece) {
		NativeFile found = files.stream().filter(f -> f.node().orElseThrow().name().value().equals(node) && f.path().text().endsWith("/" + file)).findFirst().orElseThrow();
		return found.content().originAt(found.content().text().indexOf(piece)).orElseThrow();
	}

	/** A design of many nodes with three bonds each. */
	static String nodes(int count) {
		String nodes = IntStream.rangeClosed(1, count).mapToObj(i -> "node n" + i + " id " + i + " {\n" + IntStream.range(0, 6)
				.mapToObj(n -> "nic eth%d mac 00:00:5E:00:%02X:%02X in bond%d link %d via switch%d port %d\n".formatted(n, i, n, n % 3, n / 3 + 1, n / 3 + 1, i * 6 + n))
				.collect(Collectors.joining()) + "bmc 10.20.1." + i + "\nmethod ipmi { call ipmi action reboot }\n}\n").collect(Collectors.joining());
		return Designs.cluster("""
				network bcn 10.20.0.0/16 on bond0 bridge vbr0 cluster
				network sn 10.10.0.0/16 on bond1 replication
				network ifn 10.255.0.0/16 on bond2 bridge vbr2
				bond bond0, bond1, bond2
				fence-device ipmi per node agent fence_ipmilan { login root  passwd secret ipmi }
				switch switch1
				switch switch2
				""" + nodes);
	}
}
