package org.clusterwright.tests.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What install.sh has put into a tree, with secrets and without, as the programs read it that it is for; and that tree brought back. */
class InstalledTreeTest {
	/** All of ASCII that is printed, with blanks at both ends, and letters of other alphabets. */
	private static final String IPMI = " " + printable() + " ";
	private static final String PDU = "pässwörd \u00df\u65e5\u672c";
	private static final List<String> LENSES = List.of("Shellvars incl /etc/sysconfig/network-scripts/ifcfg-*", "Shellvars incl /etc/sysconfig/network", "Hosts incl /etc/hosts",
			"Modprobe incl /etc/modprobe.d/*.conf", "Sysctl incl /etc/sysctl.conf", "Iptables incl /etc/sysconfig/iptables");

	@TempDir(factory = Installation.InMemory.class)
	static Path exported;
	@TempDir(factory = Installation.InMemory.class)
	Path directory;

	@BeforeAll
	static void export() throws IOException {
		Installation.export(Designs.tutorial(), exported);
	}

	private static String printable() {
		return IntStream.rangeClosed(' ', '~').collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
	}

	@ParameterizedTest
	@CsvSource({ "an-node01, false", "an-node02, false", "an-node01, true", "an-node02, true" })
	void theProgramsReadWhatIsInstalled(String name, boolean secrets) throws Exception {
		Installation node = Installation.of(exported, name, directory);
		Map<String, String> before = node.tree();
		List<String> arguments = new ArrayList<>();
		if (secrets) {
			arguments.addAll(List.of("--secrets", Installation.put(directory.resolve("values"), "ipmi=" + IPMI + "\npdu=" + PDU + "\n", "rw-------").toString()));
		}
		node.install("dash", arguments.toArray(String[]::new)).assertOk();
		cluster(node, secrets);
		drbd(node, name);
		lvm(node.root);
		guests(node.root);
		augeas(node.root);
		scripts(node, name);
		node.verify("dash").assertOk();
		node.rollback("dash").assertOk();
		assertEquals(before, node.tree());
		Installation.assertClean(node.root);
	}

	private static void cluster(Installation node, boolean secrets) throws Exception {
		Path conf = node.root.resolve(Installation.CLUSTER_CONF);
		Tool.require("xmllint");
		Tool.require("jing");
		for (String schema : List.of("schema/cluster-stable3-2011.rng", "schema/cluster-el6-assembled.rng")) {
			String file = Tool.oracle(schema).toString();
			Tool.run(node.root, "xmllint", "--noout", "--relaxng", file, conf.toString()).assertOk();
			Tool.run(node.root, "jing", file, conf.toString()).assertOk();
		}
		assertEquals(!secrets, Files.readString(conf).contains("@SECRET("));
		if (secrets) {
			Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(conf.toFile());
			NodeList devices = document.getElementsByTagName("fencedevice");
			Set<String> values = new TreeSet<>();
			for (int i = 0; i < devices.getLength(); i++) {
				values.add(((Element) devices.item(i)).getAttribute("passwd"));
			}
			values.remove("");
			assertTrue(Set.of(IPMI, PDU).containsAll(values) && values.contains(IPMI), values::toString);
		}
	}

	private static void drbd(Installation node, String name) throws IOException {
		String drbdadm = "/lib/drbd/drbdadm-83";
		Tool.require(drbdadm);
		Tool.require("unshare");
		String address = name.equals("an-node01") ? "10.10.0.1" : "10.10.0.2";
		Tool.Result dump = Tool.run(node.root.resolve("etc"), Map.of("__DRBD_NODE__", name + ".alteeve.com"), "", "unshare", "-n", "sh", "-c",
				"ip link set lo up; ip addr add " + address + "/16 dev lo; exec " + drbdadm + " -c drbd.conf dump all").assertOk();
		assertEquals(values(Files.readString(Tool.oracle("seedfiles/drbdadm-dump-8.3.11.txt"))), values(dump.output()));
	}

	/** The lines that say something: no comments, no notices about the host, blanks evened out. */
	private static List<String> values(String dump) {
		return dump.lines().map(l -> l.replace('\u00a0', ' ').replace("\u00c2 ", " ").strip().replaceAll(" +", " "))
				.filter(l -> !l.isEmpty() && !l.startsWith("#") && !l.matches("(?i).*(__DRBD_NODE__|PRETENDING|modinfo|modprobe|Could not stat|do you need to load|DRBD module).*")).sorted().toList();
	}

	private static void lvm(Path root) {
		Tool.require("lvmconfig");
		Map<String, String> environment = Map.of("LVM_SYSTEM_DIR", root.resolve("etc/lvm").toString(), "LVM_SUPPRESS_FD_WARNINGS", "1");
		String valid = Tool.run(root, environment, "", "lvmconfig", "--validate").assertOk().output();
		assertTrue(valid.contains("LVM configuration valid."), valid);
		List<String> read = Tool.run(root, environment, "", "lvmconfig", "--type", "current", "devices/filter", "global/locking_type", "global/fallback_to_local_locking").output().lines().toList();
		assertTrue(read.containsAll(List.of("filter=[\"a|^/dev/drbd[0-9]+$|\",\"r|.*|\"]", "locking_type=3", "fallback_to_local_locking=0")), read::toString);
	}

	private static void guests(Path root) throws IOException {
		Tool.require("virt-xml-validate");
		List<Path> definitions = files(root.resolve("shared"), ".xml");
		assertEquals(4, definitions.size());
		for (Path definition : definitions) {
			Tool.run(root, "virt-xml-validate", definition.toString(), "domain").assertOk();
		}
	}

	private static void augeas(Path root) {
		Tool.require("augtool");
		List<String> words = new ArrayList<>(List.of("augtool", "-r", root.toString(), "--noautoload"));
		LENSES.forEach(lens -> words.addAll(List.of("--transform", lens)));
		List<String> errors = new ArrayList<>(words);
		errors.addAll(List.of("print", "/augeas//error"));
		assertEquals("", Tool.run(root, errors.toArray(String[]::new)).assertOk().output());
		words.addAll(List.of("match", "/files/etc/hosts/*[canonical='an-node02.alteeve.com' or alias='an-node02.alteeve.com']"));
		assertFalse(Tool.run(root, words.toArray(String[]::new)).assertOk().output().contains("no matches"));
	}

	private static void scripts(Installation node, String name) throws IOException {
		Tool.require("shellcheck");
		List<Path> scripts = new ArrayList<>(files(node.root, ".sh"));
		scripts.addAll(files(node.bundle.resolve("steps"), ".sh"));
		assertTrue(scripts.stream().anyMatch(s -> s.endsWith("sbin/obliterate-peer.sh")) && scripts.size() > 8, scripts::toString);
		List<String> words = new ArrayList<>(List.of("shellcheck"));
		for (Path script : scripts) {
			String first = Files.readAllLines(script).get(0);
			assertTrue(first.startsWith("#!/bin/"), () -> script + ": " + first);
			Tool.run(node.root, first.contains("bash") ? "bash" : "dash", "-n", script.toString()).assertOk();
			words.add(script.toString());
		}
		Tool.run(node.root, words.toArray(String[]::new)).assertOk();
		for (Path ifcfg : files(node.root.resolve("etc/sysconfig/network-scripts"), "")) {
			Tool.run(node.root, "bash", "-n", ifcfg.toString()).assertOk();
		}
		assertTrue(Files.isExecutable(node.root.resolve("sbin/obliterate-peer.sh")), name);
	}

	private static List<Path> files(Path root, String end) throws IOException {
		try (Stream<Path> all = Files.walk(root)) {
			return all.filter(f -> Files.isRegularFile(f) && f.toString().endsWith(end) && !f.toString().contains(Installation.STATE)).sorted().toList();
		}
	}
}
