package org.clusterwright.tests.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clusterwright.model.effective.DrbdSums;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.ReplicatedResource;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated DRBD files against the real drbdadm 8.3, in a network of its own. */
class DrbdToolsTest {
	private static final String DRBDADM = "/lib/drbd/drbdadm-83";
	@TempDir
	Path directory;

	/** drbdadm's answer as one host that has these addresses. */
	private Tool.Result drbdadm(String design, String host, List<String> addresses, String... command) {
		Tool.require(DRBDADM);
		Tool.require("unshare");
		TreeMap<String, String> tree = StorageGoldenTest.tree(design);
		tree.forEach((path, text) -> {
			if (path.startsWith("all/etc/drbd")) {
				StorageGoldenTest.write(directory, path.substring("all/etc/".length()), text.replaceAll("@SECRET\\(([a-z]+)\\)@", "secret"));
			}
		});
		String up = addresses.stream().map(a -> "ip addr add " + a + "/16 dev lo; ").collect(Collectors.joining());
		List<String> words = new ArrayList<>(List.of("unshare", "-n", "sh", "-c", "ip link set lo up; " + up + "exec " + DRBDADM + " -c drbd.conf " + String.join(" ", command)));
		return Tool.run(directory, Map.of("__DRBD_NODE__", host), "", words.toArray(String[]::new));
	}

	/** The lines that say something: no comments, no notices about the host, blanks evened out. */
	private static List<String> values(String dump) {
		return dump.lines().map(l -> l.replace('\u00a0', ' ').replace("\u00c2 ", " ").strip().replaceAll(" +", " "))
				.filter(l -> !l.isEmpty() && !l.startsWith("#") && !l.matches("(?i).*(__DRBD_NODE__|PRETENDING|modinfo|modprobe|Could not stat|do you need to load|DRBD module).*")).toList();
	}

	@Test
	void dumpEqualsTheTutorials() throws IOException {
		String wanted = Files.readString(Tool.oracle("seedfiles/drbdadm-dump-8.3.11.txt"));
		for (int node = 1; node <= 2; node++) {
			String dump = drbdadm(Designs.tutorial(), "an-node0" + node + ".alteeve.com", List.of("10.10.0." + node), "dump", "all").assertOk().output();
			assertEquals(values(wanted).stream().sorted().toList(), values(dump).stream().sorted().toList());
			assertEquals(blocks(wanted), blocks(dump));
		}
	}

	/** Each block's lines in order of their words: the order of options in a section means nothing. */
	private static List<String> blocks(String dump) {
		List<String> blocks = new ArrayList<>();
		List<String> path = new ArrayList<>();
		for (String line : values(dump)) {
			if (line.endsWith("{")) {
				path.add(line);
			} else if (line.equals("}")) {
				path.remove(path.size() - 1);
			} else {
				blocks.add(String.join(" ", path) + " " + line);
			}
		}
		return blocks.stream().sorted().toList();
	}

	@Test
	void resourceFilesSayWhatTheTutorialsSay() throws IOException {
		for (String name : List.of("r0.res", "r1.res", "r2.res", "global_common.conf")) {
			String wanted = Files.readString(Tool.oracle("seedfiles/drbd.d/" + name));
			String ours = StorageGoldenTest.file(Designs.tutorial(), "all/etc/drbd.d/" + name);
			assertEquals(values(blockOnly(wanted)).stream().sorted().toList(), values(blockOnly(ours)).stream().sorted().toList(), name);
			if (name.endsWith(".res")) {
				assertEquals(wanted.lines().findFirst(), ours.lines().findFirst(), "the label is the first line");
			}
		}
	}

	private static String blockOnly(String text) {
		return text.replace('\t', ' ').replaceAll("(?m)#.*$", "");
	}

	@Test
	void adjustAllowsTwoPrimaries() {
		Tool.Result plan = drbdadm(Designs.tutorial(), "an-node01.alteeve.com", List.of("10.10.0.1"), "-d", "adjust", "all").assertOk();
		assertTrue(plan.output().contains("ipv4:10.10.0.1:7789 ipv4:10.10.0.2:7789 C"), plan.output());
		assertEquals(3, plan.output().lines().filter(l -> l.contains("--allow-two-primaries")).count(), plan.output());
		assertTrue(plan.output().contains("--fencing=resource-and-stonith"), plan.output());
	}

	@Test
	void everyOptionIsRead() {
		Tool.Result dump = drbdadm(Designs.read("testdata/storage/options/input.cluster"), "a", List.of("10.0.0.1"), "dump", "all").assertOk();
		for (String said : List.of("shared-secret secret;", "no-disk-flushes;", "size 10G;", "timeout 50;", "ko-count 4;", "no-tcp-cork;", "use-rle;", "rate 300K;", "c-fill-target 3;",
				"after one;", "device /dev/drbd_two minor 7;", "meta-disk /dev/vg/meta [0];", "become-primary-on a;")) {
			assertTrue(values(dump.output()).contains(said), said + " is not in\n" + dump.output());
		}
		assertTrue(!dump.output().contains("evil"));
	}

	@Test
	void labelsStayInTheirComments() {
		for (String label : List.of("a\nresource evil { }", "} on x { } #", "\\\"; include \\\"/etc/shadow", "$(reboot) `reboot` '", "\u2028\u0085 x")) {
			String design = Designs.tutorial().replace("This is the resource used for the shared GFS2 partition.", label);
			Tool.Result dump = drbdadm(design, "an-node01.alteeve.com", List.of("10.10.0.1"), "dump", "all").assertOk();
			assertEquals(3, dump.output().lines().filter(l -> l.startsWith("resource ")).count(), label);
			assertTrue(!dump.output().contains("evil") && !dump.output().contains("shadow"), label);
			String disk = Designs.tutorial().replace("partition 5 logical", "partition 5 \"" + label + "\" logical");
			String step = StorageGoldenTest.file(disk, "all/.clusterwright/steps/10-partition-sda.sh");
			assertEquals(StorageGoldenTest.file(Designs.tutorial(), "all/.clusterwright/steps/10-partition-sda.sh").lines().filter(l -> !l.startsWith("#")).toList(),
					step.lines().filter(l -> !l.startsWith("#")).toList(), label);
		}
	}

	@Test
	void threeNodesInPairs() {
		String design = Designs.read("testdata/storage/pairs/input.cluster");
		Tool.Result a = drbdadm(design, "a.example.org", List.of("10.0.0.1"), "dump", "all").assertOk();
		assertTrue(a.output().contains("resource ab") && a.output().contains("resource ca") && a.output().contains("resource bc"), a.output());
		drbdadm(design, "c.example.org", List.of("10.0.0.33", "10.0.0.99"), "dump", "all").assertOk();
	}

	/** 16 nodes, 64 resources between neighbours, each pair eight times. */
	static String large() {
		StringBuilder body = new StringBuilder("network net 10.0.0.0/16 on nic eth0 cluster\n");
		body.append("fence-device ipmi per node agent fence_ipmilan { login root  passwd secret ipmi }\n");
		body.append("disk sdb size 2TiB label gpt {\n");
		for (int i = 1; i <= 64; i++) {
			body.append("    partition " + i + " 1% of disk\n");
		}
		body.append("}\n");
		for (int i = 1; i <= 16; i++) {
			body.append("node n%1$d id %1$d {\n    bmc 10.1.0.%1$d\n    nic eth0 mac 00:00:5E:00:53:%1$02X\n    method ipmi { call ipmi action reboot }\n}\n".formatted(i));
		}
		body.append("drbd {\n    minor-count 100\n");
		for (int i = 0; i < 64; i++) {
			int pair = i % 8 * 2 + 1;
			body.append("    resource r" + i + " on sdb" + (i + 1) + " between n" + pair + ", n" + (pair + 1) + "\n");
		}
		return Designs.cluster(body + "}\n");
	}

	@Test
	void sixteenNodesInPairs() {
		assertEquals(List.of(), Designs.LANGUAGE.validate(large()).findings().stream().filter(f -> f.isError()).map(f -> f.message()).toList());
		Tool.Result dump = drbdadm(large(), "n16", List.of("10.0.0.16"), "dump", "all").assertOk();
		assertEquals(64, dump.output().lines().filter(l -> l.startsWith("resource ")).count());
	}

	@Test
	void sumsAreTheTutorials() {
		EffectiveCluster cluster = Designs.effective(Designs.tutorial());
		List<String> sums = new ArrayList<>();
		for (ReplicatedResource resource : cluster.replication().resources()) {
			DrbdSums s = resource.volume().disks().get(0).sums().orElseThrow();
			sums.add(s.mdOffset() + "/" + s.alOffset() + "/" + s.bmOffset() + "/" + s.usableKib());
		}
		assertEquals(List.of("21474832384/21474799616/21474144256/20970844", "215558397952/215558365184/215551782912/210499788", "215557296128/215557263360/215550681088/210498712"), sums);
	}

	@Test
	void valuesHaveTheirOrigins() {
		EffectiveCluster cluster = Designs.effective(Designs.tutorial());
		ReplicatedResource r0 = cluster.replication().resources().get(0);
		assertEquals("20M", cluster.replication().option(r0, "syncer", "rate").get().value());
		assertTrue(cluster.replication().option(r0, "syncer", "rate").get().isSet());
		assertEquals("60", cluster.replication().option(r0, "net", "timeout").get().value());
		assertEquals("/sbin/obliterate-peer.sh", cluster.replication().option(r0, "handlers", "fence-peer").get().value());
		assertEquals(List.of(7789L, 7790L, 7791L), cluster.replication().resources().stream().map(r -> r.hosts().get(0).port().value()).toList());
	}
}
