package org.clusterwright.tests.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.clusterwright.core.document.Block;
import org.clusterwright.core.document.Document;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.Planner;
import org.clusterwright.core.runbook.Runbook;
import org.clusterwright.core.runbook.TestPlan;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.Secrets;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Golden;
import org.clusterwright.tests.Tool;
import org.clusterwright.tests.diagram.RandomStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The runbook and the test plan: goldens of the examples, and what must hold for any design. */
class RunbookTest {
	private static final String SMALL = "cluster small version 3 {\n    node one id 1\n    node two id 2\n}\n";
	private static final String STORAGE = """
			cluster init version 2 {
			    stack rhcs3
			    domain example.com
			    network bcn "Net" 10.20.0.0/16 on bond0 cluster replication
			    bond bond0 { mode active-backup }
			    node n1 id 1 { nic eth0 mac 00:00:5E:00:53:10 in bond0 link 1  nic eth1 mac 00:00:5E:00:53:11 in bond0 link 2 }
			    node n2 id 2 { nic eth0 mac 00:00:5E:00:53:20 in bond0 link 1  nic eth1 mac 00:00:5E:00:53:21 in bond0 link 2 }
			    disk sdb size 100GiB label gpt { partition 1 10GiB  partition 2 rest }
			    drbd { protocol C  dual-primary  resource r0 on sdb1 }
			    volume-group vg on r0 { volume lv_data 4GiB gfs2 data mount /data { mounted-by init } }
			}
			""";

	private static List<Case> all;

	private record Case(String name, EffectiveCluster cluster, Plan plan, Document runbook, Document testPlan) {
		List<Document> both() {
			return List.of(runbook(), testPlan());
		}
	}

	private static Case of(String name, String design) {
		EffectiveCluster cluster = Designs.effective(design);
		Plan plan = (Plan) new Planner(NativeFormats.RHCS3).plan(cluster, List.of());
		return new Case(name, cluster, plan, Runbook.of(cluster, plan), TestPlan.of(cluster, plan));
	}

	private static Case tutorial() {
		return of("tutorial", Designs.tutorial());
	}

	private static Case threeNodes() {
		return of("three nodes", Designs.read("examples/three-nodes.cluster"));
	}

	/** The tutorial's design without what a statement at the top level begins with one of these words says. */
	private static String without(String... words) {
		StringBuilder left = new StringBuilder();
		int depth = 0;
		boolean skipping = false;
		for (String line : Designs.tutorial().lines().toList()) {
			if (depth == 1 && !skipping) {
				skipping = Stream.of(words).anyMatch(w -> line.strip().startsWith(w + " "));
			}
			if (!skipping) {
				left.append(line).append('\n');
			}
			depth += line.replaceAll("//.*", "").chars().map(c -> c == '{' ? 1 : c == '}' ? -1 : 0).sum();
			skipping &= depth > 1;
		}
		return left.toString();
	}

	private static List<Case> examples() {
		return List.of(tutorial(), threeNodes(), of("small", SMALL), of("mounted by init", STORAGE), of("without guests", without("guest", "vm")),
				of("without services", without("guest", "vm", "service", "failover-domain")), of("without LVM", without("guest", "vm", "service", "failover-domain",
						"volume-group")),
				of("without storage", without("guest", "vm", "service", "failover-domain", "volume-group", "drbd", "disk")), of("no nodes", "cluster none version 1 {\n}\n"),
				of("one node", "cluster lone version 1 {\n    network lan \"LAN\" 10.0.0.0/24 on nic eth0 cluster\n    node solo id 1 { nic eth0 mac 00:00:5E:00:53:01 }\n}\n"));
	}

	/** Made once for all tests. */
	private static synchronized List<Case> all() {
		if (all != null) {
			return all;
		}
		all = new ArrayList<>(examples());
		for (int seed = 0; seed < 24; seed++) {
			all.add(of("seed " + seed, RandomStorage.design(new Random(seed))));
		}
		return all;
	}

	@Test
	void theExamplesAreAsReviewed() {
		for (Map.Entry<String, Case> c : Map.of("an-clusterA", tutorial(), "three-nodes", threeNodes()).entrySet()) {
			TreeMap<String, String> texts = new TreeMap<>();
			texts.put("runbook.md", c.getValue().runbook().markdown());
			texts.put("testplan.md", c.getValue().testPlan().markdown());
			Golden.assertTree(Designs.root().resolve("testdata/runbook").resolve(c.getKey()), texts);
		}
	}

	@Test
	void bothFormsSayTheSame() throws Exception {
		for (Case c : all()) {
			for (Document document : c.both()) {
				assertSame(c.name(), document);
			}
		}
	}

	private static void assertSame(String name, Document document) throws Exception {
		String markdown = Markdown.words(document.markdown());
		String html = Markdown.normal(body(document).getTextContent());
		int at = 0;
		while (at < Math.min(markdown.length(), html.length()) && markdown.charAt(at) == html.charAt(at)) {
			at++;
		}
		int from = Math.max(0, at - 50);
		assertTrue(markdown.equals(html), name + ", " + document.title() + ": Markdown says \"" + markdown.substring(from, Math.min(markdown.length(), at + 70)) + "\", HTML \""
				+ html.substring(from, Math.min(html.length(), at + 70)) + "\"");
	}

	private static Element html(Document document) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
		return factory.newDocumentBuilder().parse(new InputSource(new StringReader(document.html()))).getDocumentElement();
	}

	private static Element body(Document document) throws Exception {
		return (Element) html(document).getElementsByTagName("body").item(0);
	}

	@Test
	void htmlIsOneWellFormedFileWhoseLinksLeadSomewhere() throws Exception {
		for (Case c : all()) {
			for (Document document : c.both()) {
				Element root = html(document);
				Set<String> ids = new HashSet<>();
				NodeList elements = root.getElementsByTagName("*");
				for (int i = 0; i < elements.getLength(); i++) {
					Element e = (Element) elements.item(i);
					assertTrue(e.getAttribute("id").isEmpty() || ids.add(e.getAttribute("id")), c.name() + ": twice " + e.getAttribute("id"));
					assertFalse(List.of("script", "img", "link", "iframe").contains(e.getTagName()), e.getTagName());
				}
				NodeList links = root.getElementsByTagName("a");
				assertTrue(links.getLength() > 0, c.name());
				for (int i = 0; i < links.getLength(); i++) {
					String target = ((Element) links.item(i)).getAttribute("href");
					assertTrue(target.startsWith("#") && ids.contains(target.substring(1)), c.name() + ": " + target);
				}
				assertFalse(document.html().matches("(?s).*(@import|url\\().*"), "the style needs something else");
			}
		}
	}

	@Test
	void markdownLinksLeadToHeadings() {
		for (Case c : all()) {
			for (Document document : c.both()) {
				Set<String> anchors = new HashSet<>();
				document.markdown().lines().filter(l -> l.matches("#{1,3} .*")).forEach(l -> anchors.add(l.replaceFirst("#+ ", "").toLowerCase().replaceAll("[^\\p{L}\\p{N} _-]",
						"").replace(' ', '-')));
				Matcher m = Pattern.compile("]\\(#([^)]*)\\)").matcher(document.markdown());
				while (m.find()) {
					assertTrue(anchors.contains(m.group(1)), c.name() + ": " + m.group(1));
				}
			}
		}
	}

	@Test
	void nothingIsLeftToFillIn() {
		for (Case c : all()) {
			for (Document document : c.both()) {
				String text = document.markdown();
				for (String bad : List.of("@SECRET", "null", "Optional[", "Effective[", "[[", "]]", "%s", "%d", "{node", "{cluster", "  ,", "On :", "``,")) {
					int at = "%s".equals(bad) ? text.replace("'The secret %s: '", "").replaceAll("printf 'UUID=[^\n]*", "").indexOf(bad) : text.replace("[[:", "").indexOf(bad);
					assertTrue(at < 0, () -> c.name() + ": " + bad + " in " + document.title() + ": " + text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60)));
				}
				assertTrue(text.codePoints().noneMatch(p -> p >= 0xe000 && p < 0xf900), c.name());
			}
		}
	}

	@Test
	void everyCommandIsShell(@TempDir Path directory) throws Exception {
		Tool.require("dash");
		for (Case c : all()) {
			StringBuilder script = new StringBuilder();
			for (Document document : c.both()) {
				document.blocks().stream().filter(Block.Commands.class::isInstance).map(Block.Commands.class::cast).forEach(b -> script.append(b.lines()));
			}
			Path file = Files.writeString(directory.resolve("commands.sh"), script);
			assertEquals("", Tool.run(directory, "dash", "-n", file.toString()).assertOk().output(), c.name());
		}
	}

	@Test
	void listingsAreTheFilesOfThePlan() {
		for (Case c : all()) {
			Map<String, Set<String>> files = new LinkedHashMap<>();
			c.plan().trees().forEach(t -> t.files().forEach(f -> files.computeIfAbsent(f.path().text(),
					k -> new HashSet<>()).add(Secrets.PLACEHOLDER.matcher(f.content().text()).replaceAll("the secret $1"))));
			int listed = 0;
			for (Block block : c.runbook().blocks()) {
				if (block instanceof Block.Listing listing && listing.caption().text().startsWith("/")) {
					String path = listing.caption().text().replaceFirst("[ ,:].*", "");
					assertTrue(files.getOrDefault(path, Set.of()).contains(listing.text()), c.name() + ": " + path);
					listed++;
				}
			}
			assertTrue(listed > 0 || c.cluster().nodes().isEmpty(), c.name());
		}
	}

	@Test
	void everyAddressIsOneOfTheDesigns() {
		for (Case c : all()) {
			Set<String> known = new TreeSet<>(List.of("127.0.0.1", "3.0.12", "0.0.0.0"));
			c.plan().trees().forEach(t -> t.files().forEach(f -> find("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b", f.content().text(), known)));
			c.cluster().networks().all().forEach(n -> n.subnet().ifPresent(s -> known.add(s.value().network().toString())));
			c.cluster().quorum().multicast().ifPresent(m -> known.add(m.value().toString()));
			for (Document document : c.both()) {
				Set<String> said = new TreeSet<>();
				find("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b", document.markdown(), said);
				said.removeAll(known);
				assertEquals(Set.of(), said, c.name() + ": " + document.title());
			}
		}
	}

	@Test
	void everyDeviceIsOneOfTheDesigns() {
		for (Case c : all()) {
			Set<String> known = new TreeSet<>(List.of("/dev/zero"));
			c.cluster().nodes().forEach(n -> c.cluster().partitions().of(n).partitioned().forEach(d -> {
				known.add(d.device());
				d.partitions().forEach(p -> known.add(p.device()));
			}));
			c.cluster().replication().resources().forEach(r -> r.volumes().forEach(v -> {
				known.add(v.device().value());
				v.disks().forEach(d -> d.disk().ifPresent(x -> known.add(x.value())));
			}));
			c.cluster().volumes().groups().forEach(g -> {
				g.physicalVolumes().forEach(p -> known.add(p.device().value()));
				g.volumes().forEach(v -> known.add(v.device().value()));
			});
			for (Document document : c.both()) {
				Set<String> said = new TreeSet<>();
				document.blocks().stream().filter(b -> !(b instanceof Block.Figure || b instanceof Block.Listing)).forEach(b -> find("/dev/[A-Za-z0-9_./-]*[A-Za-z0-9_]",
						b.toString(), said));
				said.removeAll(known);
				said.remove("/dev/drbd"); // of the filter's expression
				assertEquals(Set.of(), said, c.name() + ": " + document.title());
			}
		}
	}

	private static void find(String pattern, String text, Set<String> into) {
		Matcher m = Pattern.compile(pattern).matcher(text);
		while (m.find()) {
			into.add(m.group());
		}
	}

	/** What the tutorial fixes: sectors, DRBD's sums, the cluster's number, the order of things. */
	@Test
	void theTutorialsNumbersAreInItsRunbook() {
		String text = tutorial().runbook().markdown();
		for (String fact : List.of("Cluster Id: 29382", "Multicast addresses: 239.192.114.57", "Node addresses: 10.20.0.1", "Expected votes: 1", "totem.token=10000",
				"totem.consensus=2000", "976773168 sectors of 512",
				"/dev/sda1  *         2048      526335      262144   83  Linux", "/dev/sda4        92801024   976773167   441986072    5  Extended",
						"/dev/sda6       134748160   555760663   210506252   83  Linux",
				"/dev/sda7       555762816   976773167   210505176   83  Linux", "int((555762712 + 127) / 128) x 128 = 555762816", "842025007", "421012503",
						"n\n555762816\n976773167\n", "md_offset 21474832384\nal_offset 21474799616\nbm_offset 21474144256",
				"md_offset 215558397952\nal_offset 215558365184\nbm_offset 215551782912", "md_offset 215557296128\nal_offset 215557263360\nbm_offset 215550681088",
				" 0: cs:Connected ro:Secondary/Secondary ds:Inconsistent/Inconsistent C r-----", "oos:20970844\n", "oos:210499788\n", "oos:210498712\n",
						"drbdadm -- --clear-bitmap new-current-uuid r0 r1 r2",
				"mkfs.gfs2 -p lock_dlm -j 2 -t an-clusterA:shared /dev/shared-vg0/lv_shared", "within 30 seconds", "passwd ricci", "partprobe /dev/sda")) {
			assertTrue(text.contains(fact), fact);
		}
		int at = 0;
		for (String step : List.of("yum install cman", "sh install.sh\n", "/etc/init.d/network restart", "ccs_config_validate", "passwd ricci", "/etc/init.d/cman start",
				"cman_tool status", "fdisk -u /dev/sda", "drbdadm create-md",
				"modprobe drbd", "drbdadm attach", "drbdadm connect", "new-current-uuid", "/etc/init.d/clvmd start", "pvcreate /dev/drbd0", "mkfs.gfs2", "mount -t gfs2",
						"umount /shared", "/etc/init.d/rgmanager start", "sh /shared/provision/vm1.sh")) {
			int next = text.indexOf(step, at);
			assertTrue(next > at, step + " is not behind what comes before it");
			at = next;
		}
	}

	@Test
	void theTestPlanHasEveryNodeWithEveryMethodAndEverySwitch() {
		String text = tutorial().testPlan().markdown();
		for (String part : List.of("F1: an-node01 by ipmi", "F2: an-node01 by pdu", "F3: an-node02 by ipmi", "F4: an-node02 by pdu", "N1a: switch1 fails",
				"N2b: switch2 comes back",
				"fence_apc -a pdu2.alteeve.com -l apc -p \"$secret_pdu\" -n 2 -o off", "fence an-node02.alteeve.com dev 0.0 agent fence_ipmilan result: error from agent",
						"10000 + 2000 + 0 ms", "Members[1]: 2",
				"bonding: bond0: making interface eth3 the new active one.")) {
			assertTrue(text.contains(part), part);
		}
		assertEquals(4, count(text, "### 3\\.\\d+ F\\d"), "fence tests");
		assertEquals(4, count(text, "### 4\\.\\d+ N\\d"), "network tests");
		assertEquals(6, count(threeNodes().testPlan().markdown(), "### 3\\.\\d+ F\\d"));
		String slow = of("slow", Designs.tutorial().replace("totem { secauth off  rrp none }", "totem { secauth off  rrp none  token 20s }").replace("post-join-delay 30s",
				"post-join-delay 30s  post-fail-delay 3s")).testPlan().markdown();
		assertTrue(slow.contains("20000 + 2000 + 3000 ms"), "the times are those of the design");
		assertTrue(of("no switches", SMALL).testPlan().markdown().contains("has no fence methods"));
	}

	private static int count(String text, String pattern) {
		return (int) Pattern.compile(pattern).matcher(text).results().count();
	}

	@Test
	void chaptersThatDoNotApplyVanish() {
		String whole = headings(tutorial());
		for (String chapter : List.of("DRBD", "Clustered LVM", "The shared file system", "Hand over to rgmanager", "The guests", "Divide the disks")) {
			assertTrue(whole.contains(chapter + "\n"), chapter);
		}
		assertFalse(headings(of("", without("guest", "vm"))).contains("The guests"));
		String noServices = headings(of("", without("guest", "vm", "service", "failover-domain")));
		assertFalse(noServices.contains("Hand over to rgmanager"), noServices);
		assertTrue(noServices.contains("DRBD\n"));
		Case bare = of("", without("guest", "vm", "service", "failover-domain", "volume-group", "drbd", "disk"));
		for (String chapter : List.of("DRBD", "LVM", "file system", "rgmanager\n", "Divide", "The storage")) {
			assertFalse(headings(bare).contains(chapter), chapter);
		}
		assertFalse(bare.runbook().markdown().toLowerCase().contains("drbd"), "DRBD is spoken of where there is none");
		assertFalse(headings(threeNodes()).contains("file system"));
		assertTrue(headings(threeNodes()).contains("Clustered LVM"));
	}

	private static String headings(Case c) {
		StringBuilder all = new StringBuilder();
		c.runbook().blocks().stream().filter(Block.Heading.class::isInstance).forEach(h -> all.append(((Block.Heading) h).title()).append('\n'));
		return all.toString();
	}

	@Test
	void whatInitMountsGetsItsLineOfFstab() {
		String init = of("", STORAGE).runbook().markdown();
		assertTrue(init.contains("uuid=$(blkid -p -o value -s UUID /dev/vg/lv_data | tr A-F a-f)") && init.contains(">> /etc/fstab"), init.replaceAll("(?s).*Who mounts", ""));
		String service = tutorial().runbook().markdown();
		assertTrue(service.contains("has **no** line in `/etc/fstab`") && !service.contains(">> /etc/fstab"));
	}

	@Test
	void aQuorumDiskIsMadeBeforeCmanLooksForIt() {
		String design = Designs.read("testdata/clusterconf/three-nodes-qdisk/input.cluster");
		String text = of("", design).runbook().markdown();
		assertTrue(text.contains("\nmkqdisk -c \"$disk\" -l trioq\n"), text);
		assertTrue(text.indexOf("mkqdisk -L") < text.indexOf("/etc/init.d/cman start"));
		assertTrue(text.contains("   Starting qdiskd...                                      [  OK  ]\n   Waiting for quorum..."));
		assertTrue(of("", design.replace("label trioq", "device \"/dev/sdq1\"")).runbook().markdown().contains("\nmkqdisk -c /dev/sdq1 -l trio\n"));
		for (Case c : examples()) {
			assertFalse(c.runbook().markdown().contains("qdisk"), c.name());
		}
	}

	/** What the tutorial has and this design has not is not said of it. */
	@Test
	void nothingIsExplainedThatTheDesignDoesNotHave() {
		String qdisk = of("", Designs.read("testdata/clusterconf/three-nodes-qdisk/input.cluster")).runbook().markdown();
		assertTrue(qdisk.contains("leaves `secauth` on") && qdisk.contains("`rrp_mode=\"passive\"`") && !qdisk.contains("secauth=\"off\"`:"), "totem");
		assertTrue(qdisk.replaceAll("\\s+", " ").contains("boot. 120 seconds hold here"), "post-join-delay 2min");
		String tutorial = tutorial().runbook().markdown();
		assertTrue(tutorial.contains("`secauth=\"off\"`:") && tutorial.contains("`rrp_mode=\"none\"`:") && !tutorial.contains("leaves `secauth` on"), "the tutorial's totem");
		String one = of("", Designs.read("testdata/volumes/one-node/input.cluster")).runbook().markdown();
		assertTrue(one.contains("This design fences no node"), "no fencing");
		for (String absent : List.of("IPMI comes first", "What fenced hands", "shows on the others", "needs `clvmd`", "the secret ", "status` show in")) {
			assertFalse(one.contains(absent), absent);
		}
		String four = of("", Designs.read("testdata/network/four-nics/input.cluster")).runbook().markdown();
		assertTrue(four.contains("\u201cthe secret ipmi\u201d") && !four.contains("secret pdu"), "secrets of the design itself");
	}

	@Test
	void passwordsAreNamedAndNeverShown() {
		String written = Designs.tutorial().replace("passwd secret pdu", "passwd \"hunter2 & co\"");
		for (Document document : of("", written).both()) {
			assertFalse(document.markdown().contains("hunter2"), "a password of the design is shown in the " + document.title());
			assertFalse(document.html().contains("hunter2"));
		}
		assertTrue(tutorial().runbook().markdown().contains("passwd=\"the secret pdu\""));
	}

	@Test
	void wordsOfTheDesignAreNeverMarkup() throws Exception {
		String label = "a*b* `c` <script>alert(1)</script> | [x](y) **z** &amp; \\\\ _q_ 1. - # ]]";
		Case c = of("", Designs.tutorial().replace("\"Storage Network\"", "\"" + label + "\""));
		String shown = label.replace("\\\\", "\\");
		assertTrue(body(c.runbook()).getTextContent().contains("They replicate over the " + shown + "."), "HTML");
		assertTrue(Markdown.words(c.runbook().markdown()).contains("They replicate over the " + shown + "."), "Markdown");
		for (Document document : c.both()) {
			assertSame("mark-up", document);
		}
	}

	/** The same design gives the same bytes. */
	@Test
	void nothingDependsOnTheDay() {
		assertEquals(tutorial().runbook().html(), tutorial().runbook().html());
		assertEquals(tutorial().testPlan().markdown(), tutorial().testPlan().markdown());
	}

	/** Scripts that the runbook names are in the plan. */
	@Test
	void namedStepsExist() {
		for (Case c : all()) {
			Set<String> steps = new TreeSet<>();
			c.plan().trees().forEach(t -> t.files().stream().filter(NativeFile.Step.class::isInstance).forEach(f -> steps.add(f.path().text().replaceFirst(".*/", ""))));
			Set<String> named = new TreeSet<>();
			find("steps/[0-9][A-Za-z0-9_.-]*\\.sh", c.runbook().markdown(), named);
			named.removeIf(n -> steps.contains(n.substring("steps/".length())));
			assertEquals(Set.of(), named, c.name());
		}
	}
}
