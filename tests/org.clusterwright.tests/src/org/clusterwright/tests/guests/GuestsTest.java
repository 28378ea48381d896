package org.clusterwright.tests.guests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.guests.LibvirtDomains;
import org.clusterwright.formats.guests.ProvisionScripts;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveGuest;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Golden;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guests' definitions and scripts: only what EL6 knows, accepted by libvirt. */
class GuestsTest {
	/** Elements with their attributes that libvirt 0.9 of EL6.1 knows and we write. */
	private static final Map<String, Set<String>> EL6 = Map.ofEntries(Map.entry("domain", Set.of("type")), Map.entry("name", Set.of()), Map.entry("uuid", Set.of()),
			Map.entry("description", Set.of()), Map.entry("memory", Set.of()), Map.entry("currentMemory", Set.of()), Map.entry("vcpu", Set.of()), Map.entry("os", Set.of()),
			Map.entry("type", Set.of("arch", "machine")), Map.entry("boot", Set.of("dev")), Map.entry("features", Set.of()), Map.entry("acpi", Set.of()),
			Map.entry("apic", Set.of()), Map.entry("pae", Set.of()), Map.entry("cpu", Set.of("match")), Map.entry("topology", Set.of("sockets", "cores", "threads")),
			Map.entry("clock", Set.of("offset")), Map.entry("on_poweroff", Set.of()), Map.entry("on_reboot", Set.of()), Map.entry("on_crash", Set.of()),
			Map.entry("devices", Set.of()), Map.entry("emulator", Set.of()), Map.entry("disk", Set.of("type", "device")),
			Map.entry("driver", Set.of("name", "type", "cache", "io")), Map.entry("source", Set.of("dev", "bridge")), Map.entry("target", Set.of("dev", "bus", "type", "port")),
			Map.entry("interface", Set.of("type")), Map.entry("mac", Set.of("address")), Map.entry("model", Set.of("type", "vram", "heads")), Map.entry("serial", Set.of("type")),
			Map.entry("console", Set.of("type")), Map.entry("input", Set.of("type", "bus")), Map.entry("graphics", Set.of("type", "port", "autoport", "listen", "keymap")),
			Map.entry("video", Set.of()), Map.entry("memballoon", Set.of("model")));
	/** Options that python-virtinst 0.500 and 0.600 of EL6 know and we write. */
	private static final Set<String> VIRT_INSTALL = Set.of("--connect", "--hvm", "--accelerate", "--noautoconsole", "--wait", "--name", "--uuid", "--ram", "--vcpus", "--cpu",
			"--description", "--os-variant", "--disk", "--nodisks", "--network", "--nonetworks", "--graphics", "--cdrom", "--location", "--extra-args", "--pxe", "--import", "--noapic");

	@TempDir
	Path directory;

	private static String design(String name) {
		return Designs.read("testdata/guests/" + name + "/input.cluster");
	}

	private static List<NativeFile> definitions(String design) {
		return new LibvirtDomains().generate(Designs.effective(design));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tutorial", "everything" })
	void libvirtDefinesThem(String name) throws IOException {
		Tool.require("virt-xml-validate");
		Tool.require("virsh");
		for (NativeFile file : definitions(design(name))) {
			Path xml = directory.resolve("guest.xml");
			// The throw-away driver of virsh is for domains of its own type only.
			Files.writeString(xml, file.content().text());
			Tool.run(directory, "virt-xml-validate", xml.toString(), "domain").assertOk();
			Files.writeString(xml, file.content().text().replace("<domain type='kvm'>", "<domain type='test'>"));
			Tool.run(directory, "virsh", "-q", "-c", "test:///default", "define", xml.toString()).assertOk();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tutorial", "everything" })
	void onlyWhatEl6Knows(String name) throws XMLStreamException {
		for (NativeFile file : definitions(design(name))) {
			String own = file.content().text().replace("<sound model='ac97'/>", "");
			XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(own));
			while (xml.hasNext()) {
				if (xml.next() == XMLStreamReader.START_ELEMENT) {
					Set<String> known = EL6.get(xml.getLocalName());
					assertTrue(known != null, "element " + xml.getLocalName());
					for (int i = 0; i < xml.getAttributeCount(); i++) {
						assertTrue(known.contains(xml.getAttributeLocalName(i)), xml.getLocalName() + "/" + xml.getAttributeLocalName(i));
					}
				}
			}
		}
		for (NativeFile file : new ProvisionScripts().generate(Designs.effective(design(name)))) {
			String command = file.content().text().replaceAll("(?s).*\n(virt-install .*?[^\\\\])\n.*", "$1").replaceAll("'[^']*'", "");
			for (String word : command.split("[ \t\\\\\n]+")) {
				assertTrue(!word.startsWith("--") || VIRT_INSTALL.contains(word), word);
			}
		}
	}

	@Test
	void argumentsReachVirtInstallWhole() throws IOException {
		String script = new ProvisionScripts().generate(Designs.effective(design("everything"))).get(0).content().text();
		String command = script.substring(script.indexOf("virt-install --connect"), script.indexOf("# rgmanager defines"));
		Files.writeString(directory.resolve("call.sh"), "called() { for a; do printf '[%s]\\n' \"$a\"; done; }\n" + command.replaceFirst("virt-install", "called"));
		String called = Tool.run(directory, "dash", "call.sh").assertOk().output();
		assertTrue(called.contains("[--description]\n[Tom & Jerry's <box> \"$(id)\"]\n"), called);
		assertTrue(called.contains("[--disk]\n[path=/dev/g1/w1,bus=ide,cache=none]\n"), called);
		assertTrue(called.contains("[--network]\n[bridge=br1,model=e1000,mac=52:54:00:aa:bb:cc]\n"), called);
		assertTrue(called.contains("[--ram]\n[4096]\n[--vcpus]\n[4,sockets=1,cores=2,threads=2]\n"), called);
		assertTrue(called.contains("[--cdrom]\n[/cluster/shared/files/win2k8.iso]\n"), called);
	}

	@Test
	void provisionAsksFirst() throws IOException {
		String script = new ProvisionScripts().generate(Designs.effective(Designs.tutorial())).get(0).content().text();
		Files.writeString(directory.resolve("vm1.sh"), script.replace("[ -b ", "[ -n ").replace("[ -e ", "[ -n "));
		Path bin = Files.createDirectories(directory.resolve("bin"));
		for (String program : List.of("virsh", "virt-install", "id")) {
			Files.writeString(bin.resolve(program), "#!/bin/sh\n" + switch (program) {
				case "virsh" -> "case $1 in dominfo) exit ${DEFINED:-1} ;; domstate) echo shut off ;; *) echo \"$0 $*\" ;; esac\n";
				case "id" -> "echo 0\n";
				default -> "echo installing\n";
			});
			bin.resolve(program).toFile().setExecutable(true);
		}
		Map<String, String> environment = Map.of("PATH", bin + ":" + System.getenv("PATH"));
		assertEquals(1, Tool.run(directory, environment, "no\n", "dash", "vm1.sh").exit());
		String output = Tool.run(directory, environment, "yes\n", "dash", "vm1.sh").assertOk().output();
		assertTrue(output.contains("installing\n") && output.contains("undefine vm1\n"), output);
		Tool.Result again = Tool.run(directory, Map.of("PATH", environment.get("PATH"), "DEFINED", "0"), "yes\n", "dash", "vm1.sh");
		assertEquals(1, again.exit());
		assertTrue(again.output().contains("defined here already"), again.output());
	}

	@Test
	void derivedAddressesAreStableAndUnique() {
		String guests = IntStream.range(0, 400).mapToObj(i -> "guest g" + i + " { bridge br0 }").collect(Collectors.joining("\n"));
		String text = Designs.cluster("network lan 192.168.7.0/24 on nic eth0 bridge br0\n" + guests);
		List<EffectiveGuest> all = Designs.effective(text).guests().all();
		Set<String> macs = all.stream().map(g -> g.nics().get(0).mac().value().lowerCase()).collect(Collectors.toCollection(HashSet::new));
		assertEquals(400, macs.size());
		assertTrue(macs.stream().allMatch(m -> m.startsWith("52:54:00:")));
		assertEquals(400, all.stream().map(g -> g.uuid().value()).distinct().count());
		EffectiveGuest before = all.get(399);
		EffectiveGuest after = Designs.effective(text.replace("guest g0 { bridge br0 }", "")).guests().all().get(398);
		assertEquals(before.nics().get(0).mac().value(), after.nics().get(0).mac().value());
		assertEquals(before.uuid().value(), after.uuid().value());
		assertNotEquals(before.uuid().value(), Designs.effective(text.replace("cluster test", "cluster other")).guests().all().get(399).uuid().value());
	}

	@Test
	void fourHundredGuestsAreTraced() {
		StringBuilder body = new StringBuilder("network lan 192.168.7.0/24 on nic eth0 bridge br0\nnode a id 1\nvolume-group vg on /dev/sdb1 local {\n");
		IntStream.range(0, 400).forEach(i -> body.append("volume v").append(i).append(" 1GiB\n"));
		body.append("}\n");
		IntStream.range(0, 400).forEach(i -> body.append("guest g" + i + " { volume v" + i + "  bridge br0  memory 1GiB  cpus 1 }\n"));
		EffectiveCluster cluster = Designs.effective(Designs.cluster(body.toString()));
		assertEquals(800, Golden.generate(cluster, List.of(new LibvirtDomains(), new ProvisionScripts())).size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "install \"/a'b\"", "install \"/a/../../etc/passwd\"", "install \"/a$(id)\"", "install \"/a bus=ide\"", "description \"a\\nb\"", "flag \"-x\"",
			"option \"--memory\" \"1\"", "flag \"--noapic; reboot\"", "option \"--noapic\" \"a\\nb\"", "uuid \"x'/><y\"", "cpu-model \"x'/>\"", "raw libvirt '''</devices><devices>'''",
			"raw libvirt '''<!DOCTYPE a><a/>'''", "raw libvirt at nowhere '''<a/>'''", "raw passwd '''<a/>'''", "vnc-port 80", "keymap \"de;id\"" })
	void whatCouldBreakOutIsAnError(String line) {
		String text = Designs.cluster("network lan 192.168.7.0/24 on nic eth0 bridge br0\nnode n { nic eth0 mac 00:00:5E:00:53:01 }\nguest g { bridge br0  memory 1GiB  cpus 1\n" + line + "\n}");
		List<Finding> errors = Designs.LANGUAGE.validate(text).findings().stream().filter(Finding::isError).toList();
		assertEquals(1, errors.size(), errors.toString());
		assertNotEquals("syntax", errors.get(0).code().id());
	}

	@Test
	void textIsEscaped() {
		String xml = definitions(design("everything")).get(0).content().text();
		assertTrue(xml.contains("<description>Tom &amp; Jerry&apos;s &lt;box&gt; &quot;$(id)&quot;</description>"), xml);
		assertEquals(new TreeSet<>(List.of("/cluster/shared/definitions/win.xml", "/cluster/shared/definitions/lin.xml")),
				new TreeSet<>(new ArrayList<>(definitions(design("everything")).stream().map(f -> f.path().text()).toList())));
	}
}
