package org.clusterwright.tests.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clusterwright.core.export.BundleFormat;
import org.clusterwright.core.export.SecretSeal;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What machines and sticks do to the scripts: odd paths, no modes, a pager that is left, a design that has moved on, a read-only disk, sealed secrets. */
class InstallHardshipTest extends Unpacked {
	private static final String BONDING = "etc/modprobe.d/bonding.conf";

	/** The next version of the bundle, which has another hosts file and no bonding.conf. */
	private void next() throws IOException {
		Path hosts = node.bundle.resolve("files/etc/hosts");
		String before = Tool.run(node.bundle, "sha256sum", "files/etc/hosts").output().substring(0, 64);
		Files.writeString(hosts, "10.20.0.9\tanother\n", StandardOpenOption.APPEND);
		String after = Tool.run(node.bundle, "sha256sum", "files/etc/hosts").output().substring(0, 64);
		Files.delete(node.bundle.resolve("files").resolve(BONDING));
		Path manifest = node.bundle.resolve("MANIFEST");
		Files.write(manifest, Files.readAllLines(manifest).stream().filter(l -> !l.contains("\t/" + BONDING + "\t")).map(l -> l.replace(before, after).replace("config_version\t8", "config_version\t9")).toList());
		String sum = Tool.run(node.bundle, "sha256sum", "MANIFEST").output().strip();
		Path sums = node.bundle.resolve("SHA256SUMS");
		Files.write(sums, Files.readAllLines(sums).stream().filter(l -> !l.endsWith("  files/" + BONDING)).map(l -> l.endsWith("  MANIFEST") ? sum : l.replace(before, after)).toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "dash", "bash", "busybox ash" })
	void whatANewVersionHasNoMoreIsNamedAndBothVersionsComeBackInOrder(String shell) throws IOException {
		Map<String, String> before = node.tree();
		node.install(shell).assertOk();
		assertFalse(node.verify(shell).assertOk().output().contains("earlier version"));
		Map<String, String> eight = node.tree();
		next();
		String output = node.install(shell).assertOk().output();
		assertTrue(output.startsWith("Installed 1 file "), output);
		assertTrue(output.contains("Installed by an earlier version of the design") && output.contains("\n  /" + BONDING + "\n"), output);
		assertFalse(output.contains("\n  /etc/drbd.conf\n"), output);
		assertTrue(node.verify(shell).assertOk().output().contains("\n  /" + BONDING + "\n"));
		Path bonding = node.root.resolve(BONDING);
		byte[] bytes = Files.readAllBytes(bonding);
		// What is not as it was installed is somebody else's.
		Files.writeString(bonding, "options x\n");
		assertFalse(node.install(shell).assertOk().output().contains(BONDING));
		Files.write(bonding, bytes);
		Files.setLastModifiedTime(bonding, Files.getLastModifiedTime(node.root.resolve("etc/drbd.conf")));
		node.rollback(shell).assertOk();
		assertEquals(withoutTimes(eight), withoutTimes(node.tree()));
		node.rollback(shell).assertOk();
		assertEquals(before, node.tree());
		assertTrue(node.rollback(shell).assertOk().output().startsWith("Nothing to roll back"));
		Installation.assertClean(node.root);
	}

	private static List<String> withoutTimes(Map<String, String> tree) {
		return tree.entrySet().stream().map(e -> e.getKey() + " " + e.getValue().replaceFirst(" [0-9]+\n", "\n")).toList();
	}

	/** {@code sh install.sh --dry-run | less}, and "q": what is staged can hold values of secrets. */
	@ParameterizedTest
	@ValueSource(strings = { "dash", "bash", "busybox ash" })
	void aPagerThatIsLeftLeavesNothingBehind(String shell) throws IOException {
		Path temporary = Files.createDirectory(directory.resolve("tmp"));
		Map<String, String> before = node.tree();
		Tool.run(directory, Map.of("TMPDIR", temporary.toString()), "", "bash", "-c", "set -o pipefail; " + shell + " '" + node.bundle.resolve("install.sh") + "' -n --root '" + node.root + "' | head -n 1");
		try (Stream<Path> left = Files.list(temporary)) {
			assertEquals(List.of(), left.toList());
		}
		assertEquals(before, node.tree());
	}

	@ParameterizedTest
	@ValueSource(strings = { "dash", "busybox ash" })
	void aStickWithoutModesAndWithBlanksInItsPathWorks(String shell) throws IOException {
		Path stick = Files.createDirectory(directory.resolve("it's a \"stick\" $x; ü"));
		Tool.run(directory, "sh", "-c", "mv an-node01 \"$1\" && find \"$1\" -type f -exec chmod 0644 {} +", "sh", stick.toString()).assertOk();
		Path script = stick.resolve("an-node01/install.sh");
		String[] words = Stream.concat(Installation.words(shell).stream(), Stream.of("an-node01/install.sh", "--root", "../root of the node")).toArray(String[]::new);
		String output = Tool.run(stick, words).assertOk().output();
		assertTrue(Files.isExecutable(node.root.resolve("sbin/obliterate-peer.sh")));
		// What it says can be typed as it stands.
		String said = new String(output.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
		String check = said.lines().filter(l -> l.contains("check what is installed: ")).findFirst().orElseThrow().replaceFirst(".*installed: ", "");
		assertTrue(Tool.run(directory, "sh", "-c", check).assertOk().output().contains("All is as it should be"), check);
		Tool.run(directory, "sh", "-c", check.replace("verify.sh", "rollback.sh")).assertOk();
		assertFalse(Files.isExecutable(script));
		Installation.assertClean(node.root);
	}

	@Test
	void aDirectoryThatWasRemovedComesBackAsOthersMayReadIt() throws IOException {
		Map<String, String> before = node.tree();
		node.install("dash").assertOk();
		Installation.delete(node.root.resolve("etc/lvm"));
		node.rollback("dash", "--yes").assertOk();
		assertEquals(before, node.tree());
		assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(node.root.resolve("etc/lvm"))));
	}

	/** As winbind names them. */
	@Test
	void ownersWithBlanksInTheirNamesAreBorne() throws IOException {
		Path bin = Files.createDirectory(directory.resolve("bin"));
		Installation.put(bin.resolve("stat"), "#!/bin/sh\n/usr/bin/stat \"$@\" | sed 's/root:root/root:domain users/'\n", "rwxr-xr-x");
		node.environment = Map.of("PATH", bin + ":" + System.getenv("PATH"));
		node.install("dash").assertOk();
		assertTrue(node.install("dash").assertOk().output().startsWith("Nothing to change"));
		node.verify("dash").assertOk();
	}

	@Test
	void aReadOnlyDiskIsNamed() throws IOException {
		Tool.require("unshare");
		Assumptions.assumeTrue(Tool.run(directory, "unshare", "-m", "true").exit() == 0, "no mounts may be made here");
		String output = Tool.run(directory, Map.of("ROOT", node.root.toString(), "BUNDLE", node.bundle.toString()), "", "unshare", "-m", "dash", "-c", """
				mount --bind "$ROOT" "$ROOT" && mount -o remount,bind,ro "$ROOT" || exit 99
				dash "$BUNDLE/install.sh" --root "$ROOT" && exit 98
				dash "$BUNDLE/install.sh" --root "$ROOT" --dry-run > /dev/null || exit 97
				dash "$BUNDLE/rollback.sh" --root "$ROOT"
				""").assertOk().output();
		assertTrue(output.contains("clusterwright cannot be made: ") && output.contains("Read-only file system. Nothing was changed"), output);
	}

	@Test
	void anEmptyValueIsNotSealed() throws IOException {
		Path sealed = Files.createDirectory(directory.resolve("sealed"));
		Exports.write(Exports.sealed(Exports.tutorial(sealed, BundleFormat.DIRECTORY), SecretSeal.of(n -> Optional.of(""), "correct horse")));
		assertFalse(Files.exists(sealed.resolve("an-node01/secrets.gpg")));
	}

	@Test
	void theSealIsOpenedByTheScriptAndAWrongPassphraseChangesNothing() throws IOException {
		Tool.require("gpg");
		Map<String, String> values = Map.of("ipmi", "a\"b<c>&'\\ $`ü", "pdu", " blank ");
		Path sealed = Files.createDirectory(directory.resolve("sealed"));
		Exports.write(Exports.sealed(Exports.tutorial(sealed, BundleFormat.DIRECTORY), SecretSeal.of(n -> Optional.ofNullable(values.get(n)), "correct horse")));
		String[] script = { "dash", sealed.resolve("an-node01/install.sh").toString(), "--root", node.root.toString(), "--secrets", "secrets.gpg" };
		Map<String, String> before = node.tree();
		// A short path: gpg's agent makes a socket there.
		Path home = Files.createTempDirectory(Path.of("/tmp"), "gpg");
		Map<String, String> environment = Map.of("GNUPGHOME", home.toString());
		try {
			for (String passphrase : List.of("wrong", "correct horse")) {
				Files.writeString(home.resolve("passphrase"), passphrase + "\n");
				Files.writeString(home.resolve("gpg.conf"), "batch\npinentry-mode loopback\npassphrase-file " + home.resolve("passphrase") + "\n");
				Tool.Result result = Tool.run(sealed.resolve("an-node01"), environment, "", script);
				if (passphrase.equals("wrong")) {
					assertEquals(1, result.exit(), result.output());
					assertTrue(result.output().contains("gpg could not open ") && result.output().contains("Nothing was changed"), result.output());
					assertEquals(before, node.tree());
					Installation.assertClean(node.root);
				} else {
					result.assertOk();
				}
			}
		} finally {
			Tool.run(directory, environment, "", "gpgconf", "--kill", "all");
			Tool.run(directory, "rm", "-rf", home.toString());
		}
		String conf = node.read(Installation.CLUSTER_CONF);
		assertTrue(conf.contains("passwd=\"a&quot;b&lt;c&gt;&amp;'\\ $`ü\"") && conf.contains("passwd=\" blank \""), conf);
	}
}
