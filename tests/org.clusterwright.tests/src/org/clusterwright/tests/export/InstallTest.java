package org.clusterwright.tests.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.core.plan.BasePatcher;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.Planner;
import org.clusterwright.core.plan.SecretInsertion;
import org.clusterwright.core.plan.SecretSource;
import org.clusterwright.core.plan.TreeFile;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.formats.Syntax;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** install.sh, verify.sh and rollback.sh of real bundles, in a tree: what is installed, what is refused, what comes back. */
class InstallTest extends Unpacked {
	private static final String SECRETS = "# of the site\nipmi=a<b&\"c\"\npdu= $x \\y`z \n";

	private Path secrets(String text) throws IOException {
		return Installation.put(directory.resolve("secrets"), text, "rw-------");
	}

	/** What the plan says must be on the node, as the headless verb would write it with the same base files. */
	private static Map<String, TreeFile> planned(String name, Path base, SecretSource secrets) throws IOException {
		ParsedDesign parsed = Designs.LANGUAGE.validate(Designs.tutorial());
		Plan plan = (Plan) new Planner(NativeFormats.RHCS3).plan(new EffectiveCluster(parsed.root().orElseThrow()), parsed.findings());
		NodeTree tree = plan.tree(name).orElseThrow();
		List<TreeFile> written = SecretInsertion.into(plan, secrets).files();
		Stream<TreeFile> whole = written.stream().filter(f -> tree.file(f.path().text()).filter(NativeFile.Whole.class::isInstance).isPresent());
		return Stream.concat(whole, BasePatcher.apply(base, plan, written).stream()).filter(f -> f.node().equals(name) && !f.path().text().startsWith("/.clusterwright/"))
				.collect(Collectors.toMap(f -> f.path().text().substring(1), f -> f));
	}

	@ParameterizedTest
	@ValueSource(strings = {"dash", "bash", "busybox ash"})
	void installsThePlanAndASecondRunChangesNothing(String shell) throws IOException {
		Map<String, String> before = node.tree();
		for (String name : List.of("an-node01", "an-node02")) {
			Installation one = name.equals("an-node01") ? node : Installation.of(exported, name, Files.createDirectory(directory.resolve("two")));
			Map<String, TreeFile> planned = planned(name, one.root, SecretSource.NONE);
			assertTrue(one.install(shell).assertOk().output().contains("hold placeholders @SECRET(NAME)@"));
			for (TreeFile file : planned.values()) {
				Path there = one.root.resolve(file.path().text().substring(1));
				assertEquals(file.text(), Files.readString(there), file.path().text());
				assertEquals(file.mode(), mode(there), file.path().text());
			}
			Map<String, String> installed = one.tree();
			assertEquals("Nothing to change: all files of " + name + " are installed.", one.install(shell).assertOk().output().lines().findFirst().orElse(""));
			assertEquals(installed, one.tree());
			one.verify(shell).assertOk();
			one.rollback(shell).assertOk();
			assertEquals(before, one.tree());
			Installation.assertClean(one.root);
			assertTrue(one.rollback(shell).assertOk().output().startsWith("Nothing to roll back"));
		}
	}

	private static int mode(Path file) throws IOException {
		return Files.getPosixFilePermissions(file).stream().mapToInt(p -> 0400 >> p.ordinal()).sum();
	}

	@Test
	void anEmptyTreeIsFilledAndEmptyAgain() throws IOException {
		Installation.delete(node.root);
		Files.createDirectory(node.root);
		assertTrue(node.install("dash").assertOk().output().contains("/etc/lvm/lvm.conf: it is not there to be patched"));
		assertFalse(Files.exists(node.root.resolve("etc/lvm/lvm.conf")));
		assertTrue(node.read("etc/sysconfig/iptables").startsWith("*filter"));
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(node.root.resolve("etc/sysconfig/iptables"))));
		node.rollback("dash").assertOk();
		try (Stream<Path> left = Files.list(node.root)) {
			assertEquals(List.of(), left.toList());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"dash", "bash", "busybox ash"})
	void secretsAreWrittenAsTheSyntaxWantsThem(String shell) throws IOException {
		String ipmi = "a<b&\"c\"";
		String pdu = " $x \\y`z ";
		Map<String, TreeFile> planned = planned("an-node01", node.root, name -> Optional.of(name.equals("ipmi") ? ipmi : pdu));
		Tool.Result result = node.install(shell, "--secrets", secrets(SECRETS).toString()).assertOk();
		assertEquals(planned.get(Installation.CLUSTER_CONF).text(), node.read(Installation.CLUSTER_CONF));
		assertTrue(node.read(Installation.CLUSTER_CONF).contains(Syntax.XML.escape(ipmi)));
		assertFalse(result.output().contains("a<b"), result.output());
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(node.root.resolve(Installation.CLUSTER_CONF))));
		// The values that are there stay where no others are given.
		assertTrue(node.install(shell).assertOk().output().startsWith("Nothing to change"));
		node.verify(shell).assertOk();
		String dry = node.install(shell, "--dry-run", "--secrets", secrets("ipmi=new\npdu=" + pdu + "\n").toString()).assertOk().output();
		assertTrue(dry.contains("the value of a secret changes (not shown)") && !dry.contains("new\""), dry);
		assertTrue(node.install(shell, "--secrets", secrets("ipmi=new\npdu=" + pdu + "\n").toString()).assertOk().output().startsWith("Installed 1 file "));
		assertTrue(node.read(Installation.CLUSTER_CONF).contains("passwd=\"new\""));
		node.rollback(shell).assertOk();
		assertEquals(planned.get(Installation.CLUSTER_CONF).text(), node.read(Installation.CLUSTER_CONF));
	}

	@Test
	void everySyntaxEscapesAsInJava() throws IOException {
		String value = "q$ue`s\\t&<>'(x)";
		for (Syntax syntax : Syntax.values()) {
			Path work = Files.createDirectory(directory.resolve(syntax.name()));
			Installation one = Installation.of(exported, "an-node01", work);
			Path manifest = one.bundle.resolve("MANIFEST");
			Files.writeString(manifest, Files.readString(manifest).replace("\tcluster\txml\t", "\tcluster\t" + syntax.name().toLowerCase(Locale.ROOT) + "\t"));
			resum(one.bundle, "MANIFEST");
			one.install("dash", "--secrets", secrets("ipmi=" + value + "\npdu=p\n").toString()).assertOk();
			assertTrue(one.read(Installation.CLUSTER_CONF).contains("passwd=\"" + syntax.escape(value) + "\""), syntax::name);
			one.verify("dash").assertOk();
		}
	}

	/** As an exporter would have it: the sum of a file that the test has changed. */
	private static void resum(Path bundle, String path) throws IOException {
		String sum = Tool.run(bundle, "sha256sum", path).assertOk().output().strip();
		Path sums = bundle.resolve("SHA256SUMS");
		Files.write(sums, Files.readAllLines(sums).stream().map(l -> l.endsWith("  " + path) ? sum : l).toList());
	}

	@Test
	void aFileOfSecretsMustBePrivateAndUnderstood() throws IOException {
		Map<String, String> before = node.tree();
		Path file = secrets(SECRETS);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
		refused(node.install("dash", "--secrets", file.toString()), "chmod 0600");
		refused(node.install("dash", "--secrets", directory.resolve("nowhere").toString()), "is no regular file");
		refused(node.install("dash", "--secrets", secrets("ipmi=a\nhunter2\n").toString()), "line 2 is not of the form NAME=VALUE");
		refused(node.install("dash", "--secrets", secrets("ipmi=a\nipmi=b\n").toString()), "there twice");
		refused(node.install("dash", "--secrets", secrets("ipmi=a\npdu=\n").toString()), "the secret pdu has no value");
		Tool.Result result = node.install("dash", "--secrets", secrets("ipmi=hunter2\u0001\npdu=b\n").toString());
		refused(result, "control character");
		assertFalse(result.output().contains("hunter2"));
		assertEquals(before, node.tree());
		Installation.assertClean(node.root);
	}

	private static void refused(Tool.Result result, String why) {
		assertEquals(1, result.exit(), result.output());
		assertTrue(result.output().contains(why), () -> why + " is not said in: " + result.output());
	}

	@Test
	void aDryRunShowsAndChangesNothing() throws IOException {
		Installation.put(node.root.resolve(Installation.CLUSTER_CONF), "<cluster name=\"an-clusterA\" config_version=\"7\">\n<fencedevice passwd=\"hunter2\"/>\n", "rw-r--r--");
		Map<String, String> before = node.tree();
		for (String shell : List.of("dash", "busybox ash")) {
			String output = node.install(shell, "--dry-run").assertOk().output();
			assertTrue(output.contains("-127.0.0.1 localhost\n"), output);
			assertTrue(output.contains("/etc/sysctl.conf: changes (bridge vbr0"), output);
			assertTrue(output.contains("+net.bridge.bridge-nf-call-iptables = 0"), output);
			assertTrue(output.contains("-<fencedevice passwd=\"***\"/>"), output);
			assertFalse(output.contains("hunter2"));
			assertEquals(before, node.tree());
			Installation.assertClean(node.root);
		}
	}

	@Test
	void withoutDiffTheDryRunShowsTheDifferenceAllTheSame() throws IOException {
		Path bin = Files.createDirectory(directory.resolve("bin"));
		for (String program : List.of("awk", "sed", "cat", "sha256sum", "stat", "mktemp", "rm", "sort", "id", "uname", "head", "tr", "dirname", "mkdir")) {
			Path real = Stream.of("/usr/bin", "/bin").map(d -> Path.of(d, program)).filter(Files::exists).findFirst().orElseThrow();
			Files.createSymbolicLink(bin.resolve(program), real.toRealPath().getFileName().toString().equals(program) ? real : real.toRealPath());
		}
		// The scripts add /sbin and /usr/sbin, where there is no diff.
		Tool.Result result = Tool.run(directory, Map.of("PATH", bin.toString()), "", "/usr/bin/dash", node.bundle.resolve("install.sh").toString(), "--root", node.root.toString(), "-n");
		String output = result.assertOk().output();
		assertTrue(output.contains("@@ -1,1 +1,"), output);
		assertTrue(output.contains(" @@\n-127.0.0.1 localhost\n+"), output);
		// Three lines before and behind what changes, as in a unified diff.
		assertTrue(output.contains("\n net.ipv4.tcp_syncookies = 1\n+# Packets of guests"), output);
	}

	@Test
	void damagedBundlesAreRefusedByTheNameOfTheFile() throws IOException {
		Map<String, String> before = node.tree();
		try (Stream<Path> files = Files.walk(node.bundle)) {
			List<Path> all = files.filter(Files::isRegularFile).filter(f -> !f.endsWith("SHA256SUMS")).sorted().toList();
			for (Path file : List.of(all.get(0), all.get(all.size() / 2), all.get(all.size() - 1), node.bundle.resolve("MANIFEST"), node.bundle.resolve("files/etc/hosts"))) {
				byte[] bytes = Files.readAllBytes(file);
				byte[] flipped = bytes.clone();
				flipped[flipped.length / 2] ^= 1;
				Files.write(file, flipped);
				if (!file.endsWith("install.sh")) {
					refused(node.install("dash"), node.bundle.relativize(file) + " is not as it was exported");
				}
				Files.write(file, bytes);
			}
		}
		Path extra = Files.createFile(node.bundle.resolve("files/etc/.extra"));
		refused(node.install("dash"), "files/etc/.extra does not belong to the bundle");
		Files.delete(extra);
		Path link = Files.createSymbolicLink(node.bundle.resolve("files/etc/passwd"), Path.of("/etc/passwd"));
		refused(node.install("busybox ash"), "files/etc/passwd is a symbolic link");
		Files.delete(link);
		Path hosts = node.bundle.resolve("files/etc/hosts");
		byte[] bytes = Files.readAllBytes(hosts);
		Files.delete(hosts);
		refused(node.install("bash"), "files/etc/hosts is missing from the bundle");
		Files.write(hosts, bytes);
		Files.delete(node.bundle.resolve("MANIFEST"));
		refused(node.install("dash"), "MANIFEST is missing");
		assertEquals(before, node.tree());
		Installation.assertClean(node.root);
	}

	@Test
	void aManifestThatIsNotWhatItShouldBeIsRefused() throws IOException {
		Path manifest = node.bundle.resolve("MANIFEST");
		String text = Files.readString(manifest);
		Map<String, String> wrong = Map.of("\t/etc/hosts\t", "\t/etc/../../hosts\t", "\t/etc/drbd.conf\t", "\t/etc/drbd.conf;x\t", "cluster\tan-clusterA\n", "cluster\t../up\n", "\tdrbd:r0\t",
				"\tdrbd:r0 x\t", "\t0755\troot:root\t/sbin", "\t04755\troot:root\t/sbin", "\tcluster\txml\t", "\tcluster\tyaml\t", "host\tan-node01.alteeve.com\n", "", "clusterwright-manifest\t1",
				"clusterwright-manifest\t2");
		for (Map.Entry<String, String> change : wrong.entrySet()) {
			assertTrue(text.contains(change.getKey()), change.getKey());
			Files.writeString(manifest, text.replace(change.getKey(), change.getValue()));
			resum(node.bundle, "MANIFEST");
			refused(node.install("dash"), "MANIFEST");
		}
		Files.writeString(manifest, text + text.lines().filter(l -> l.contains("\t/etc/hosts\t")).findFirst().orElseThrow() + "\n");
		resum(node.bundle, "MANIFEST");
		refused(node.install("busybox ash"), "/etc/hosts is there twice");
	}

	@Test
	void noLinkLeadsOutOfTheTree() throws IOException {
		Path outside = Files.createDirectory(directory.resolve("outside"));
		Path drbd = node.root.resolve("etc/drbd.d");
		Files.createSymbolicLink(drbd, outside);
		refused(node.install("dash"), "/etc/drbd.d is a symbolic link");
		Files.delete(drbd);
		Files.delete(node.root.resolve("etc/hosts"));
		Path target = Files.writeString(outside.resolve("hosts"), "mine\n");
		Files.createSymbolicLink(node.root.resolve("etc/hosts"), target);
		refused(node.install("busybox ash"), "/etc/hosts is a symbolic link");
		Files.delete(node.root.resolve("etc/hosts"));
		Files.createSymbolicLink(node.root.resolve(Installation.STATE), outside);
		refused(node.install("dash"), "/var/lib/clusterwright is a symbolic link");
		Files.delete(node.root.resolve(Installation.STATE));
		Files.createDirectory(node.root.resolve("etc/hosts"));
		refused(node.install("dash"), "/etc/hosts is not a regular file");
		try (Stream<Path> files = Files.list(outside)) {
			assertEquals(List.of(target), files.toList());
		}
		assertEquals("mine\n", Files.readString(target));
	}

	@Test
	void theRootOfTheMachineIsNoTree() {
		Tool.Result result = Tool.run(directory, "dash", node.bundle.resolve("install.sh").toString(), "--root", "/dev/..");
		refused(result, "leave --root out");
		for (String script : List.of("install.sh", "verify.sh", "rollback.sh")) {
			for (String shell : List.of("dash", "bash", "busybox ash")) {
				List<String> words = Installation.words(shell);
				words.add(node.bundle.resolve(script).toString());
				String help = Tool.run(directory, Stream.concat(words.stream(), Stream.of("--help")).toArray(String[]::new)).assertOk().output();
				assertTrue(help.startsWith("usage: " + script) && help.contains("Exit codes:"), help);
				assertEquals(2, Tool.run(directory, Stream.concat(words.stream(), Stream.of("--nonsense")).toArray(String[]::new)).exit());
				assertEquals(2, Tool.run(directory, Stream.concat(words.stream(), Stream.of("--root")).toArray(String[]::new)).exit());
			}
		}
	}

	@Test
	void twoRunsAtOnceAreRefusedAndALeftLockIsTakenOver() throws IOException {
		Path state = Files.createDirectories(node.root.resolve(Installation.STATE + "/an-clusterA"));
		String stat = Files.readString(Path.of("/proc/self/stat"));
		String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
		Path lock = Files.createSymbolicLink(state.resolve("lock"), Path.of(ProcessHandle.current().pid() + "." + fields[19]));
		refused(node.install("dash"), "is at work");
		refused(node.rollback("busybox ash"), "is at work");
		assertTrue(Files.isSymbolicLink(lock));
		Files.delete(lock);
		// The number is a living process's, but that one began at another time.
		Files.createSymbolicLink(lock, Path.of(ProcessHandle.current().pid() + ".1"));
		node.install("dash").assertOk();
		assertFalse(Files.isSymbolicLink(lock));
	}

	@Test
	void verifyNamesWhatIsNotAsItShouldBe() throws IOException {
		node.install("dash").assertOk();
		Files.writeString(node.root.resolve("etc/hosts"), "x\n");
		Files.setPosixFilePermissions(node.root.resolve("etc/drbd.conf"), PosixFilePermissions.fromString("rw-rw-r--"));
		Files.delete(node.root.resolve("etc/modprobe.d/bonding.conf"));
		Files.copy(Designs.root().resolve("testdata/base/etc/lvm/lvm.conf"), node.root.resolve("etc/lvm/lvm.conf"), StandardCopyOption.REPLACE_EXISTING);
		Files.writeString(node.root.resolve(Installation.CLUSTER_CONF), node.read(Installation.CLUSTER_CONF).replace("two_node=\"1\"", "two_node=\"0\""));
		for (String shell : List.of("dash", "bash", "busybox ash")) {
			Tool.Result result = node.verify(shell);
			assertEquals(1, result.exit());
			for (String problem : List.of("/etc/hosts differs from the bundle (cluster an-clusterA", "/etc/drbd.conf has the mode 664 instead of 644", "/etc/modprobe.d/bonding.conf is missing",
					"/etc/lvm/lvm.conf is not patched", "/etc/cluster/cluster.conf differs from the bundle's in more than the values of secrets", "5 problems")) {
				assertTrue(result.output().contains(problem), () -> problem + ": " + result.output());
			}
		}
	}

	@Test
	void whatWasChangedByHandIsKeptWhenRolledBack() throws IOException {
		Map<String, String> before = node.tree();
		node.install("dash").assertOk();
		Files.writeString(node.root.resolve("etc/hosts"), "by hand\n");
		refused(node.rollback("dash"), "/etc/hosts");
		assertTrue(node.rollback("dash", "--yes").assertOk().output().contains("What was changed since is in"));
		assertEquals(before, node.tree());
		try (Stream<Path> kept = Files.walk(node.root.resolve(Installation.STATE)).filter(Files::isRegularFile)) {
			assertEquals(List.of("by hand\n"), kept.map(f -> {
				try {
					return Files.readString(f);
				} catch (IOException e) {
					throw new UncheckedIOException(e);
				}
			}).toList());
		}
	}

	@Test
	void rollsBackSeveralRunsToADate() throws IOException {
		Map<String, String> before = node.tree();
		node.install("dash").assertOk();
		Map<String, String> first = node.tree();
		node.install("dash", "--secrets", secrets("ipmi=a\npdu=b\n").toString()).assertOk();
		Map<String, String> second = node.tree();
		node.install("dash", "--secrets", secrets("ipmi=c\npdu=d\n").toString()).assertOk();
		List<String> dates = node.rollback("dash", "--list").assertOk().output().lines().map(l -> l.substring(0, l.indexOf(' '))).toList();
		assertEquals(3, dates.size());
		refused(node.rollback("dash", "--to", "20010101T000000Z"), dates.get(0));
		node.rollback("dash").assertOk();
		assertEquals(second, node.tree());
		node.rollback("busybox ash", "--to", dates.get(1)).assertOk();
		assertEquals(first, node.tree());
		node.rollback("bash", "--to", dates.get(0)).assertOk();
		assertEquals(before, node.tree());
		Installation.assertClean(node.root);
	}

	@Test
	void aDiskThatFillsUpLeavesNothingHalf() throws IOException {
		Tool.require("unshare");
		Assumptions.assumeTrue(Tool.run(directory, "unshare", "-m", "true").exit() == 0, "no mounts may be made here");
		Map<String, String> before = node.tree();
		int refused = 0;
		int stopped = 0;
		for (int kilobytes = 104; kilobytes <= 420; kilobytes += 28) {
			Path out = Files.createDirectory(directory.resolve("out" + kilobytes));
			Tool.Result result = Tool.run(directory, Map.of("SIZE", kilobytes + "k", "OUT", out.toString(), "ROOT", node.root.toString(), "BUNDLE", node.bundle.toString()), "", "unshare", "-m", "dash",
					"-c", """
							mkdir small && mount -t tmpfs -o size="$SIZE" none small && cp -a "$ROOT/." small || exit 99
							mkdir "$OUT/after" "$OUT/back"
							dash "$BUNDLE/install.sh" --root small
							status=$?
							cp -a small/. "$OUT/after"
							dash "$BUNDLE/rollback.sh" --root small || exit 98
							cp -a small/. "$OUT/back"
							umount small && rmdir small
							exit $status
							""");
			if (result.exit() == 99) {
				Tool.run(directory, "rmdir", "small");
				continue;
			}
			assertEquals(before, Installation.tree(out.resolve("back"), true), result.output());
			Installation.assertClean(out.resolve("back"));
			if (result.exit() == 1) {
				assertTrue(result.output().contains("disk full") || result.output().contains("No space left"), result.output());
				boolean untouched = before.equals(Installation.tree(out.resolve("after"), true));
				refused += untouched ? 1 : 0;
				stopped += untouched ? 0 : 1;
			} else {
				assertEquals(0, result.exit(), result.output());
			}
			Installation.delete(out);
		}
		assertTrue(refused > 0 && stopped > 0, refused + " refused, " + stopped + " stopped");
	}
}
