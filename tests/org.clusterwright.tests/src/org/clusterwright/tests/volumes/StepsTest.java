package org.clusterwright.tests.volumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.Syntax;
import org.clusterwright.formats.gfs2.FileSystemSteps;
import org.clusterwright.formats.guests.ProvisionScripts;
import org.clusterwright.formats.lvm.LvmSteps;
import org.clusterwright.formats.services.ServiceSteps;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of volumes and services: judged by shells and shellcheck, and run with programs that only write down how they were called. */
class StepsTest {
	private static final List<NativeFormat> FORMATS = List.of(new LvmSteps(), new FileSystemSteps(), new ServiceSteps(), new ProvisionScripts());

	@TempDir
	Path directory;

	private static List<NativeFile> files(String design) {
		return FORMATS.stream().flatMap(f -> f.generate(Designs.effective(design)).stream()).filter(f -> f.syntax() == Syntax.SHELL).toList();
	}

	private static String step(String design, String node, String name) {
		return files(design).stream().filter(f -> f.path().text().endsWith("/" + name) && f.node().map(n -> n.name().value().equals(node)).orElse(true)).findFirst().orElseThrow()
				.content().text();
	}

	@ParameterizedTest
	@ValueSource(strings = { "volumes/tutorial", "volumes/one-node", "volumes/three-nodes", "guests/everything" })
	void shellsAndShellcheckAccept(String name) throws IOException {
		Tool.require("shellcheck");
		Tool.require("dash");
		Tool.require("busybox");
		List<String> paths = new ArrayList<>();
		for (NativeFile file : files(Designs.read("testdata/" + name + "/input.cluster"))) {
			Path path = directory.resolve(paths.size() + ".sh");
			Files.writeString(path, file.content().text());
			paths.add(path.toString());
			Tool.run(directory, "dash", "-n", path.toString()).assertOk();
			Tool.run(directory, "busybox", "sh", "-n", path.toString()).assertOk();
		}
		List<String> command = new ArrayList<>(List.of("shellcheck", "-s", "sh", "-e", "SC2317,SC2329,SC2016"));
		command.addAll(paths);
		Tool.run(directory, command.toArray(String[]::new)).assertOk();
	}

	/** Programs that write their arguments to the file calls; uname and id say what the script wants, tests of devices succeed through a link. */
	private Map<String, String> stage(String host) throws IOException {
		Path bin = Files.createDirectories(directory.resolve("bin"));
		for (String program : List.of("pvcreate", "vgcreate", "lvcreate", "lvs", "mkfs.gfs2", "mkfs.ext4", "vgscan", "mount", "umount", "chkconfig", "service", "passwd")) {
			program(bin, program, "printf '%s' " + program + " >> \"$CALLS\"; for a; do printf ' [%s]' \"$a\" >> \"$CALLS\"; done; echo >> \"$CALLS\"");
		}
		program(bin, "uname", "echo " + host);
		program(bin, "id", "echo 0");
		program(bin, "vgs", "exit ${VGS:-5}");
		program(bin, "blkid", "exit ${BLKID:-2}");
		program(bin, "drbdadm", "echo ${ROLE:-Primary/Primary}");
		return Map.of("PATH", bin + ":" + System.getenv("PATH"), "CALLS", directory.resolve("calls").toString());
	}

	private static void program(Path bin, String name, String body) throws IOException {
		Path file = bin.resolve(name);
		Files.writeString(file, "#!/bin/sh\n" + body + "\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	private Tool.Result run(String script, Map<String, String> environment, String answer) throws IOException {
		Path tree = Files.createDirectories(directory.resolve("tree/.clusterwright/steps"));
		// There are no such devices here; that a missing one is refused has its own test.
		Files.writeString(tree.resolve("step.sh"), script.replace("[ -b \"$1\" ]", "[ -n \"$1\" ]"));
		Files.deleteIfExists(directory.resolve("calls"));
		return Tool.run(directory, environment, answer, "dash", tree.resolve("step.sh").toString());
	}

	private String calls() throws IOException {
		Path calls = directory.resolve("calls");
		return Files.exists(calls) ? Files.readString(calls) : "";
	}

	private static Map<String, String> with(Map<String, String> environment, String key, String value) {
		Map<String, String> more = new java.util.HashMap<>(environment);
		more.put(key, value);
		return more;
	}

	@Test
	void volumesAreMadeAsInTheTutorial() throws IOException {
		String script = step(Designs.tutorial(), "an-node01", "40-lvm-2-create.sh");
		Map<String, String> environment = stage("an-node01.alteeve.com");
		run(script, environment, "yes\n").assertOk();
		assertEquals("""
				service [cman] [status]
				service [clvmd] [status]
				pvcreate [/dev/drbd0]
				vgcreate [-c] [y] [shared-vg0] [/dev/drbd0]
				lvcreate [-L] [10g] [-n] [lv_shared] [shared-vg0]
				pvcreate [/dev/drbd1]
				vgcreate [-c] [y] [an1-vg0] [/dev/drbd1]
				lvcreate [-l] [50%VG] [-n] [vm0001_1] [an1-vg0]
				lvcreate [-l] [100%FREE] [-n] [vm0002_1] [an1-vg0]
				pvcreate [/dev/drbd2]
				vgcreate [-c] [y] [an2-vg0] [/dev/drbd2]
				lvcreate [-l] [50%VG] [-n] [vm0003_1] [an2-vg0]
				lvcreate [-l] [100%FREE] [-n] [vm0004_1] [an2-vg0]
				lvs
				""", calls());
	}

	@Test
	void nothingIsMadeWithoutAYes() throws IOException {
		String script = step(Designs.tutorial(), "an-node01", "40-lvm-2-create.sh");
		Map<String, String> environment = stage("an-node01.alteeve.com");
		for (String answer : List.of("", "y\n", "no\n")) {
			assertEquals(1, run(script, environment, answer).exit());
			assertFalse(calls().contains("create"), calls());
		}
	}

	@Test
	void nothingIsMadeOverExistingData() throws IOException {
		Map<String, String> environment = stage("an-node01.alteeve.com");
		for (String name : List.of("40-lvm-2-create.sh", "41-gfs2-1-create.sh")) {
			String script = step(Designs.tutorial(), "an-node01", name);
			for (String status : List.of("0", "8")) {
				Tool.Result result = run(script, with(environment, "BLKID", status), "yes\n");
				assertEquals(1, result.exit());
				assertTrue(result.output().contains("holds data already"), result.output());
				assertFalse(calls().contains("create"), calls());
				assertFalse(calls().contains("mkfs"), calls());
			}
		}
		Tool.Result result = run(step(Designs.tutorial(), "an-node01", "40-lvm-2-create.sh"), with(environment, "VGS", "0"), "yes\n");
		assertEquals(1, result.exit());
		assertTrue(result.output().contains("there is a volume group shared-vg0 already"), result.output());
	}

	@Test
	void nothingIsMadeOnASecondaryOrAnotherNode() throws IOException {
		String script = step(Designs.tutorial(), "an-node01", "40-lvm-2-create.sh");
		assertTrue(run(script, with(stage("an-node01.alteeve.com"), "ROLE", "Secondary/Primary"), "yes\n").output().contains("r0 is not primary here"));
		assertEquals("this is an-node02.alteeve.com, the script is for another node",
				run(script, stage("an-node02.alteeve.com"), "yes\n").output().replaceFirst(".*?: ", "").strip());
		assertEquals("", calls());
	}

	@Test
	void oneNodeOnlyMakesTheSharedGroups() {
		List<String> names = files(Designs.tutorial()).stream().filter(f -> f instanceof NativeFile.Step).filter(f -> f.node().orElseThrow().name().value().equals("an-node02"))
				.map(f -> f.path().text().replaceFirst(".*/", "")).toList();
		assertEquals(List.of("40-lvm-1-rescan.sh", "41-gfs2-2-mount.sh", "50-services.sh", "51-passwd-ricci.sh"), names);
	}

	@Test
	void definitionsGoOntoTheSharedFileSystem() throws IOException {
		Map<String, String> environment = stage("an-node01.alteeve.com");
		Path definitions = Files.createDirectories(directory.resolve("tree/shared/definitions"));
		Files.writeString(definitions.resolve("vm1.xml"), "<domain/>\n");
		// The mount that is none leaves the copies where they can be seen before they would be unmounted.
		program(directory.resolve("bin"), "umount", "ls -R \"$1\" >> \"$CALLS\"; rm -rf \"$1\"/*");
		run(step(Designs.tutorial(), "an-node01", "41-gfs2-1-create.sh"), environment, "yes\n").assertOk();
		String calls = calls();
		assertTrue(calls.startsWith("service [cman] [status]\nmkfs.gfs2 [-p] [lock_dlm] [-j] [2] [-t] [an-clusterA:shared] [/dev/shared-vg0/lv_shared]\nmount [-t] [gfs2]"), calls);
		assertTrue(calls.contains("definitions\nfiles\nprovision\n"), calls);
		assertTrue(calls.contains("/definitions:\nvm1.xml\n"), calls);
	}

	@ParameterizedTest
	@ValueSource(strings = { "volumes/tutorial an-node01 4G", "volumes/three-nodes a 4G", "volumes/one-node box 4G" })
	void mkfsAcceptsTheCall(String which) throws IOException {
		Tool.require("mkfs.gfs2");
		String[] words = which.split(" ");
		String call = step(Designs.read("testdata/" + words[0] + "/input.cluster"), words[1], "41-gfs2-1-create.sh").lines().filter(l -> l.startsWith("mkfs.gfs2 ")).findFirst()
				.orElseThrow();
		Path image = directory.resolve("image");
		Tool.run(directory, "truncate", "-s", words[2], image.toString()).assertOk();
		String line = call.replaceFirst("mkfs.gfs2", "mkfs.gfs2 -O").replaceFirst(" [^ ]+$", " " + image);
		Tool.run(directory, "sh", "-c", line).assertOk();
		String table = call.replaceFirst(".* -t ([^ ]+) .*", "$1");
		assertTrue(Tool.run(directory, "tunegfs2", "-l", image.toString()).output().contains(table));
	}

	@Test
	void fstabHasOneLineHoweverOftenTheStepRuns() throws IOException {
		Tool.require("findmnt");
		String script = step(Designs.read("testdata/volumes/three-nodes/input.cluster"), "a", "41-gfs2-2-mount.sh");
		Path fstab = directory.resolve("fstab");
		Files.writeString(fstab, "# /data in a comment\nUUID=1 / ext4 defaults 1 1\n");
		Map<String, String> environment = stage("a.example.net");
		program(directory.resolve("bin"), "blkid", "echo 01ABCDEF-9fd0-4f5b-8f2b-6d7d1e1d2c3b");
		program(directory.resolve("bin"), "mkdir", ":");
		String local = script.replace("/etc/fstab", fstab.toString());
		Tool.run(directory, environment, "", "mkdir", "-p", "tree");
		run(local, environment, "").assertOk();
		String once = Files.readString(fstab);
		run(local, environment, "").assertOk();
		assertEquals(once, Files.readString(fstab));
		assertEquals("""
				# /data in a comment
				UUID=1 / ext4 defaults 1 1
				UUID=01abcdef-9fd0-4f5b-8f2b-6d7d1e1d2c3b /data\t\tgfs2\tnoatime,nodiratime\t0 0
				UUID=01abcdef-9fd0-4f5b-8f2b-6d7d1e1d2c3b /scratch\t\text4\trw,suid,dev,exec,nouser,async\t0 0
				""", once);
		assertFalse(Tool.run(directory, "findmnt", "--verify", "--tab-file", fstab.toString()).output().contains("parse error at"));
	}

	@Test
	void fstabOfAFileSystemThatRgmanagerMountsIsRefused() throws IOException {
		String script = step(Designs.tutorial(), "an-node01", "41-gfs2-2-mount.sh").replace("/etc/fstab", directory.resolve("fstab").toString());
		Map<String, String> environment = stage("an-node01.alteeve.com");
		program(directory.resolve("bin"), "mkdir", ":");
		Files.writeString(directory.resolve("fstab"), "UUID=1 /shared gfs2 defaults 0 0\n");
		assertEquals(1, run(script, environment, "").exit());
		Files.writeString(directory.resolve("fstab"), "#UUID=1 /shared gfs2 defaults 0 0\n");
		run(script, environment, "").assertOk();
	}

	@Test
	void servicesFollowTheOwnerOfTheFileSystem() {
		String rgmanager = step(Designs.tutorial(), "an-node01", "50-services.sh");
		String init = step(Designs.read("testdata/volumes/three-nodes/input.cluster"), "a", "50-services.sh");
		for (String service : List.of("gfs2", "clvmd", "drbd", "cman")) {
			assertTrue(rgmanager.contains("at_boot " + service + " off\n"), rgmanager);
			assertTrue(init.contains("at_boot " + service + " on\n"), init);
		}
		assertTrue(rgmanager.contains("at_boot acpid off\n"));
	}
}
