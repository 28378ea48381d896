package org.clusterwright.tests.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts on the machine itself, without --root: a busybox in a chroot is the node, with its own /proc and /sys and fake programs of the cluster. */
class InstallOnNodeTest {
	private static final List<String> PROGRAMS = List.of("sh", "awk", "sed", "cat", "sha256sum", "stat", "mktemp", "rm", "rmdir", "mkdir", "mv", "cp", "dd", "ln", "readlink", "sort", "id", "head",
			"tail", "tr", "date", "chmod", "chown", "sync", "stty", "diff");
	private static final String SECRETS = "ipmi=one\npdu=two\n";

	@TempDir(factory = Installation.InMemory.class)
	static Path exported;
	@TempDir(factory = Installation.InMemory.class)
	Path directory;
	private Path root;
	private Installation node;

	@BeforeAll
	static void export() throws IOException {
		Tool.require("busybox");
		Assumptions.assumeTrue(Tool.run(exported, "id", "-u").output().strip().equals("0"), "only root may chroot");
		Installation.export(Designs.tutorial(), exported);
	}

	/** JUnit warns of each link that it deletes. */
	@AfterEach
	void clear() throws IOException {
		Installation.clear(directory);
	}

	@BeforeEach
	void node() throws IOException {
		node = Installation.of(exported, "an-node01", directory);
		root = node.root;
		Path busybox = Stream.of("/usr/bin/busybox", "/bin/busybox").map(Path::of).filter(Files::exists).findFirst().orElseThrow();
		Files.createDirectories(root.resolve("bin"));
		Files.copy(busybox, root.resolve("bin/busybox"), StandardCopyOption.COPY_ATTRIBUTES);
		for (String library : Tool.run(root, "ldd", busybox.toString()).output().split("\\s+")) {
			if (library.startsWith("/")) {
				Path target = root.resolve(library.substring(1));
				Files.createDirectories(target.getParent());
				Files.copy(Path.of(library), target);
			}
		}
		for (String program : PROGRAMS) {
			Files.createSymbolicLink(root.resolve("bin").resolve(program), Path.of("busybox"));
		}
		Files.createDirectories(root.resolve("dev"));
		Tool.Result made = Tool.run(root, "mknod", "-m", "666", "dev/null", "c", "1", "3");
		Assumptions.assumeTrue(made.exit() == 0, "no device may be made here");
		Files.createDirectory(root.resolve("tmp"));
		Installation.copy(node.bundle, root.resolve("media/an-node01"));
		program("uname", "echo an-node01.alteeve.com");
		fact("sys/class/net/lo/address", "00:00:00:00:00:00\n");
		fact("sys/class/net/eth0/address", "00:E0:81:C7:EC:49\n");
		fact("proc/mounts", "none / tmpfs rw 0 0\n");
		Installation.put(root.resolve("root/secrets"), SECRETS, "rw-------");
	}

	private void program(String name, String body) throws IOException {
		Path file = root.resolve("bin").resolve(name);
		Files.deleteIfExists(file);
		Installation.put(file, "#!/bin/sh\n" + body + "\n", "rwxr-xr-x");
	}

	private void fact(String path, String text) throws IOException {
		Installation.put(root.resolve(path), text, "rw-r--r--");
	}

	private Tool.Result run(String script, String... arguments) {
		String[] words = Stream.concat(Stream.of("chroot", root.toString(), "/bin/sh", "/media/an-node01/" + script), Stream.of(arguments)).toArray(String[]::new);
		return Tool.run(directory, Map.of("PATH", "/bin:/usr/bin:/usr/sbin:/sbin"), "", words);
	}

	private Tool.Result install(String... arguments) {
		return run("install.sh", Stream.concat(Stream.of("--yes", "--secrets", "/root/secrets"), Stream.of(arguments)).toArray(String[]::new));
	}

	private Map<String, String> etc() throws IOException {
		return Installation.tree(root.resolve("etc"), true);
	}

	private void refuses(String why, Tool.Result result) throws IOException {
		assertEquals(1, result.exit(), result.output());
		assertTrue(result.output().contains(why), () -> why + " is not said in: " + result.output());
	}

	private void cmanRuns(int version) throws IOException {
		fact("proc/4711/stat", "4711 (corosync) S 1 4711 0 0\n");
		program("cman_tool", "case $1 in status) echo up ;; version) echo '6.2.0 config " + version + "' ;; *) echo \"$*\" >> /called ;; esac");
	}

	private void raise(int version) throws IOException {
		Installation.delete(exported);
		Files.createDirectories(exported);
		Installation.export(Designs.tutorial().replace("version 8", "version " + version), exported);
		Installation.delete(root.resolve("media/an-node01"));
		Installation.copy(exported.resolve("an-node01"), root.resolve("media/an-node01"));
	}

	@Test
	void installsOnTheRightNodeAndSaysWhatToDoNext() throws IOException {
		program("drbdadm", "[ \"$1\" = dump ] && echo dumped >> /called");
		program("ccs_config_validate", "echo validated >> /called; echo 'Configuration validates'");
		program("rpm", "[ \"$2\" != rgmanager ]");
		program("restorecon", "echo restorecon $# >> /called");
		for (String network : List.of("service", "ifup", "ifdown", "chkconfig", "reboot")) {
			program(network, "echo network >> /called");
		}
		Map<String, String> before = etc();
		refuses("nobody is here to answer the question: Install", run("install.sh", "--secrets", "/root/secrets"));
		assertEquals(before, etc());
		String output = install().assertOk().output();
		assertTrue(output.contains("packages that are not installed: rgmanager"), output);
		assertTrue(output.contains("the network is not restarted"), output);
		assertTrue(output.contains("steps/10-partition-sda.sh") && output.contains("runbook.html"), output);
		assertTrue(output.contains("/shared/definitions/vm1.xml: /shared is not mounted"), output);
		assertFalse(Files.exists(root.resolve("shared")));
		assertTrue(Files.readString(root.resolve(Installation.CLUSTER_CONF)).contains("passwd=\"one\""));
		assertEquals("restorecon COUNT\nvalidated\ndumped\n", Files.readString(root.resolve("called")).replaceAll("[0-9]+", "COUNT"));
		refuses("the package rgmanager is not installed", run("verify.sh"));
		program("rpm", "exit 0");
		assertTrue(run("verify.sh").assertOk().output().contains("/shared/definitions/vm1.xml is not checked: /shared is not mounted"));
		fact("proc/mounts", "none / tmpfs rw 0 0\n/dev/dm-0 /shared gfs2 rw 0 0\n");
		assertTrue(install().assertOk().output().startsWith("Installed 8 files"));
		assertTrue(install().assertOk().output().startsWith("Nothing to change"));
		fact("proc/mounts", "none / tmpfs rw 0 0\n");
		refuses("/shared is not mounted; mount it first", run("rollback.sh"));
		fact("proc/mounts", "none / tmpfs rw 0 0\n/dev/dm-0 /shared gfs2 rw 0 0\n");
		run("rollback.sh").assertOk();
		run("rollback.sh").assertOk();
		assertEquals(before, etc());
	}

	@Test
	void theWrongMachineIsRefusedUnlessTold() throws IOException {
		Map<String, String> before = etc();
		program("uname", "echo localhost.localdomain");
		refuses("this bundle is for an-node01.alteeve.com, and this machine is localhost.localdomain", install());
		program("uname", "echo an-node01");
		fact("sys/class/net/eth0/address", "52:54:00:12:34:56\n");
		refuses("none of the network cards that the design gives to an-node01: 00:e0:81:c7:ec:49", install());
		assertEquals(before, etc());
		install("--force-host").assertOk();
	}

	@Test
	void aPlaceholderIsNotInstalledOnTheMachine() throws IOException {
		Map<String, String> before = etc();
		refuses("no value for the secret ipmi, and no terminal to ask for it", run("install.sh", "--yes"));
		Installation.put(root.resolve("root/secrets"), "ipmi=one\n", "rw-------");
		refuses("no value for the secret pdu", install());
		assertEquals(before, etc());
		Path bundle = root.resolve("media/an-node01");
		Files.writeString(bundle.resolve("secrets.gpg"), "sealed");
		program("gpg", "[ \"$*\" = '-d /media/an-node01/secrets.gpg' ] && printf 'ipmi=un\\npdu=deux\\n'");
		run("install.sh", "--yes").assertOk();
		assertTrue(Files.readString(root.resolve(Installation.CLUSTER_CONF)).contains("passwd=\"deux\""));
		run("verify.sh");
		Files.writeString(root.resolve(Installation.CLUSTER_CONF), Files.readString(bundle.resolve("files/" + Installation.CLUSTER_CONF)));
		refuses("still holds placeholders of secrets: install.sh --secrets FILE", run("verify.sh"));
	}

	@Test
	void aValueThatLooksLikeAPlaceholderIsNotInstalled() throws IOException {
		Map<String, String> before = etc();
		Installation.put(root.resolve("root/secrets"), "ipmi=x@SECRET(ipmi)@\npdu=two\n", "rw-------");
		refuses("would still hold the text @SECRET(", install());
		assertEquals(before, etc());
	}

	@Test
	void asksForSecretsAtTheTerminalWithoutShowingThem() throws Exception {
		Tool.require("script");
		Process process = new ProcessBuilder("script", "-qec", "chroot '" + root + "' /bin/sh /media/an-node01/install.sh", "/dev/null").redirectErrorStream(true).start();
		StringBuilder seen = new StringBuilder();
		try (InputStream out = process.getInputStream(); OutputStream in = process.getOutputStream()) {
			for (String[] talk : new String[][] {{"secret ipmi: ", "hunter1"}, {"Once more: ", "hunter1"}, {"secret pdu: ", "hunter2"}, {"Once more: ", "hunter2"}, {"[y/N] ", "y"}}) {
				int from = seen.length();
				while (seen.indexOf(talk[0], from) < 0) {
					int c = out.read();
					assertTrue(c >= 0, () -> "it ended: " + seen);
					seen.append((char) c);
				}
				in.write((talk[1] + "\n").getBytes(StandardCharsets.US_ASCII));
				in.flush();
			}
			seen.append(new String(out.readAllBytes(), StandardCharsets.UTF_8));
		}
		assertEquals(0, process.waitFor(), seen::toString);
		assertFalse(seen.toString().contains("hunter"), seen::toString);
		assertTrue(Files.readString(root.resolve(Installation.CLUSTER_CONF)).contains("passwd=\"hunter2\""));
	}

	@Test
	void whileCmanRunsOnlyAHigherVersionIsTakenAndOnlyWhenTold() throws IOException {
		install().assertOk();
		Map<String, String> eight = etc();
		cmanRuns(8);
		assertTrue(install().assertOk().output().startsWith("Nothing to change"));
		Installation.put(root.resolve("root/secrets"), "ipmi=other\npdu=two\n", "rw-------");
		refuses("cman runs. Stop the cluster on this node first", install());
		refuses("cman runs with config_version 8, and this one is 8: it must be higher", install("--live"));
		assertTrue(install("--live", "--dry-run").assertOk().output().contains("It would be refused now:"));
		assertEquals(eight, etc());
		try {
			raise(9);
			refuses("or say --live", install());
			assertEquals(eight, etc());
			String output = install("--live").assertOk().output();
			assertTrue(output.contains("on one of them: cman_tool version -r"), output);
			assertTrue(Files.readString(root.resolve(Installation.CLUSTER_CONF)).contains("config_version=\"9\""));
			assertFalse(Files.exists(root.resolve("called")), "cman_tool version -r is the user's to run");
			refuses("cman runs; stop the cluster on this node first", run("rollback.sh"));
			run("rollback.sh", "--live").assertOk();
			assertEquals(eight, etc());
		} finally {
			raise(8);
		}
	}

	@Test
	void filesOfWhatRunsAreNotReplaced() throws IOException {
		install().assertOk();
		Map<String, String> installed = etc();
		String lvm = Files.readString(root.resolve("etc/lvm/lvm.conf"));
		fact("etc/lvm/lvm.conf", lvm.replace("locking_type = 3", "locking_type = 1"));
		fact("etc/drbd.d/r0.res", "old\n");
		fact("etc/drbd.d/r1.res", "old\n");
		fact("etc/hosts", "old\n");
		fact("proc/77/stat", "77 (clvmd) S 1 77 0\n");
		fact("proc/drbd", "version: 8.3.11\n 0: cs:Connected ro:Primary/Primary ds:UpToDate/UpToDate C r-----\n 1: cs:Unconfigured\n");
		program("drbdadm", "case \"$*\" in 'sh-minor r0') echo 0 ;; 'sh-minor r1') echo 1 ;; dump) exit 0 ;; *) exit 1 ;; esac");
		Map<String, String> before = etc();
		Tool.Result result = install();
		refuses("/etc/lvm/lvm.conf: clvmd runs; stop it first", result);
		refuses("/etc/drbd.d/r0.res: the DRBD resource r0 is up; stop what uses it, then: drbdadm down r0", result);
		assertFalse(result.output().contains("r1.res"), result.output());
		assertEquals(before, etc());
		assertTrue(install("--keep-going").assertOk().output().contains("Left as they are:"));
		assertEquals("old\n", Files.readString(root.resolve("etc/drbd.d/r0.res")));
		Files.delete(root.resolve("proc/77/stat"));
		fact("proc/drbd", "version: 8.3.11\n");
		program("lvs", "echo ' -wi-a- wz--nc'");
		refuses("volumes of a clustered volume group are active", install());
		program("lvs", "echo ' -wi-a- wz--n-'");
		assertTrue(install().assertOk().output().startsWith("Installed 2 files"));
		assertEquals(Files.readString(root.resolve("etc/lvm/lvm.conf")), lvm);
		assertEquals(installed.keySet(), etc().keySet());
	}

	@Test
	void aRefusalOfTheNodesOwnCheckSaysHowToRollBack() throws IOException {
		program("ccs_config_validate", "echo 'Relax-NG validity error'; exit 1");
		Tool.Result result = install();
		refuses("the node's own check refuses them: ccs_config_validate", result);
		refuses("To bring back what was there: sh /media/an-node01/rollback.sh", result);
		assertTrue(Files.exists(root.resolve(Installation.CLUSTER_CONF)));
		run("rollback.sh").assertOk();
		assertFalse(Files.exists(root.resolve(Installation.CLUSTER_CONF)));
	}
}
