package org.clusterwright.tests.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clusterwright.core.export.BundleFormat;
import org.clusterwright.core.export.SecretSeal;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.Syntax;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.FlatJava;
import org.clusterwright.tests.Plans;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles in the hands of the programs that open them, and the same bytes wherever they are made. */
class BundleToolsTest {
	@TempDir
	Path top;

	private Path out() {
		return top.resolve("out");
	}

	private TreeMap<String, String> plain(String name) throws IOException {
		return Exports.tree(out().resolve(name));
	}

	@Test
	void tarAndBusyboxUnpackWhatTheTreeHolds() throws IOException {
		Tool.require("busybox");
		Exports.write(Exports.tutorial(out(), BundleFormat.TAR_GZ));
		Exports.write(Exports.tutorial(top.resolve("trees"), BundleFormat.DIRECTORY));
		for (String name : List.of("an-node01", "an-clusterA")) {
			Path archive = out().resolve(name + ".tar.gz");
			Tool.run(top, "gzip", "-t", archive.toString()).assertOk();
			TreeMap<String, String> wanted = Exports.tree(top.resolve("trees").resolve(name));
			for (Path unpacked : List.of(Exports.unpacked(archive, "tar"), Exports.unpacked(archive, "busybox", "tar"))) {
				assertEquals(List.of(name), names(unpacked));
				assertEquals(wanted, Exports.tree(unpacked.resolve(name)));
				Tool.run(unpacked.resolve(name), "sha256sum", "-c", "--quiet", "SHA256SUMS").assertOk();
			}
		}
		Tool.Result list = Tool.run(top, Map.of("TZ", "UTC"), "", "tar", "-tzvf", out().resolve("an-node01.tar.gz").toString()).assertOk();
		assertTrue(list.output().lines().allMatch(l -> l.contains(" root/root ") && l.contains(" 2010-01-01 00:00 an-node01/")), list.output());
		assertTrue(list.output().lines().anyMatch(l -> l.startsWith("-rw-------") && l.endsWith("/etc/cluster/cluster.conf")), list.output());
		assertTrue(list.output().lines().anyMatch(l -> l.startsWith("-rwxr-xr-x") && l.endsWith("/install.sh")), list.output());
	}

	private static List<String> names(Path directory) throws IOException {
		try (Stream<Path> all = Files.list(directory)) {
			return all.map(p -> p.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void longPathsAndAnyTextSurvive() throws IOException {
		Tool.require("busybox");
		String path = "/etc/" + "a".repeat(60) + "/" + "b".repeat(120) + "/" + "c".repeat(200);
		String exact = "/x" + "y".repeat(100 - "two/files/x".length());
		String text = "# Zürich, Ελλάδα, 漢字, 🙂\n" + new Random(7).ints(200_000, ' ', 0x2000).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
		NativeFormat format = Plans.format(c -> List.<NativeFile>of(Plans.whole(c, path, Syntax.PLAIN, text), Plans.whole(c, exact, Syntax.PLAIN, "exactly 100 bytes\n"),
				Plans.whole(c, exact + "z", Syntax.PLAIN, "one more\n")));
		String design = "// Grüße, 漢字\ncluster test version 8 {\n    domain example.com\n    node one id 1\n    node two id 2\n}\n";
		Exports.write(Exports.request(design, List.of(format), out(), BundleFormat.TAR_GZ));
		Path archive = out().resolve("two.tar.gz");
		for (Path unpacked : List.of(Exports.unpacked(archive, "tar"), Exports.unpacked(archive, "busybox", "tar"))) {
			assertEquals(text, Files.readString(unpacked.resolve("two/files" + path)));
			assertEquals("exactly 100 bytes\n", Files.readString(unpacked.resolve("two/files" + exact)));
			assertEquals("one more\n", Files.readString(unpacked.resolve("two/files" + exact + "z")));
			assertEquals(design, Files.readString(unpacked.resolve("two/an-clusterA.cluster")));
		}
	}

	/** Another clock, time zone, language, user, host and temporary directory; the files of the first export are in the way of nothing. */
	@Test
	void theSameBytesOnAnotherDayAndMachine() throws IOException {
		String host = Tool.run(top, "uname", "-n").assertOk().output().strip();
		for (BundleFormat format : List.of(BundleFormat.TAR_GZ, BundleFormat.RPM)) {
			Path here = top.resolve("here-" + format.word());
			Path there = top.resolve("there-" + format.word());
			Path design = Designs.root().resolve("examples/an-clusterA.cluster");
			Exports.write(Exports.tutorial(here, format));
			Path elsewhere = Files.createDirectories(top.resolve("somewhere else " + format.word()));
			Path copy = Files.copy(design, elsewhere.resolve("an-clusterA.cluster"));
			export(format, copy.toString(), there, List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Kathmandu", "-Duser.name=gül", "-Dfile.encoding=ISO-8859-1",
					"-Djava.io.tmpdir=" + elsewhere), "umask 077; sleep 1.1; \"$@\"");
			List<String> archives = List.of("an-clusterA" + format.suffix(), "an-node01" + format.suffix(), "an-node02" + format.suffix());
			for (String archive : archives) {
				assertEquals(-1, Files.mismatch(here.resolve(archive), there.resolve(archive)), archive);
				String bytes = Files.readString(here.resolve(archive), StandardCharsets.ISO_8859_1);
				assertTrue(!bytes.contains(top.toString()) && !bytes.contains(host + "\0"), "a trace of this machine in " + archive);
			}
		}
	}

	private void export(BundleFormat format, String design, Path out, List<String> options, String shell) {
		List<String> java = FlatJava.command(options, "org.clusterwright.core.cli.Main", "export", design, "-o", out.toString(), "--format", format.word());
		Tool.run(top, Map.of("CLUSTERWRIGHT_SECRET_IPMI", "never"), "", Stream.concat(Stream.of("sh", "-c", shell, "sh"), java.stream()).toArray(String[]::new)).assertOk();
	}

	@Test
	void rpmListsTakesAndVerifiesThePackages() throws IOException {
		Tool.require("rpm");
		Tool.require("rpm2cpio");
		Tool.require("cpio");
		Exports.write(Exports.tutorial(out(), BundleFormat.RPM));
		Exports.write(Exports.tutorial(top.resolve("trees"), BundleFormat.DIRECTORY));
		String node = out().resolve("an-node01.rpm").toString();
		Tool.Result list = Tool.run(top, "rpm", "-qpl", node).assertOk();
		assertTrue(list.output().lines().allMatch(l -> l.startsWith("/usr/share/clusterwright")), list.output());
		assertEquals("", Tool.run(top, "rpm", "-qp", "--scripts", "--triggers", node).assertOk().output());
		assertEquals("clusterwright-an-clusterA-an-node01 8 1 noarch localhost 1262304008\n",
				Tool.run(top, "rpm", "-qp", "--qf", "%{NAME} %{VERSION} %{RELEASE} %{ARCH} %{BUILDHOST} %{BUILDTIME}\\n", node).assertOk().output());
		String wants = Tool.run(top, "rpm", "-qp", "--requires", node).assertOk().output();
		assertTrue(wants.lines().allMatch(l -> l.startsWith("rpmlib(")), wants);
		Tool.run(top, "rpm", "-Kv", node).assertOk();
		Path unpacked = Files.createDirectory(top.resolve("cpio"));
		Tool.run(unpacked, "sh", "-c", "rpm2cpio \"$1\" | cpio -idm --quiet", "sh", node).assertOk();
		Path files = unpacked.resolve("usr/share/clusterwright/an-clusterA/an-node01");
		assertEquals(Exports.tree(top.resolve("trees/an-node01")), Exports.tree(files));
		Path root = Files.createDirectory(top.resolve("root"));
		Tool.run(top, "rpm", "--root", root.toString(), "--initdb").assertOk();
		Tool.run(top, "rpm", "--root", root.toString(), "-i", node, out().resolve("an-clusterA.rpm").toString()).assertOk();
		Tool.run(top, "rpm", "--root", root.toString(), "-V", "clusterwright-an-clusterA", "clusterwright-an-clusterA-an-node01").assertOk();
	}

	@Test
	void gpgOpensTheSeal() throws IOException {
		Tool.require("gpg");
		Map<String, String> values = Map.of("ipmi", "s3cret \"&<ü", "pdu", " blank before");
		SecretSeal seal = SecretSeal.of(n -> Optional.ofNullable(values.get(n)), "correct horse ü");
		Exports.write(Exports.sealed(Exports.tutorial(out(), BundleFormat.TAR_GZ), seal));
		Path bundle = Exports.unpacked(out().resolve("an-node01.tar.gz"), "tar").resolve("an-node01");
		Tool.run(bundle, "sha256sum", "-c", "--quiet", "SHA256SUMS").assertOk();
		// A short path: gpg's agent makes a socket there.
		Path home = Files.createTempDirectory(Path.of("/tmp"), "gpg");
		try {
			Path plain = top.resolve("plain");
			Tool.Result opened = gpg(home, "correct horse ü", "--output", plain.toString(), "-d", bundle.resolve("secrets.gpg").toString());
			assertEquals(0, opened.exit(), opened.output());
			assertEquals("ipmi=s3cret \"&<ü\npdu= blank before\n", Files.readString(plain));
			assertTrue(gpg(home, "wrong", "-d", bundle.resolve("secrets.gpg").toString()).exit() != 0);
			String packets = gpg(home, "correct horse ü", "--list-packets", bundle.resolve("secrets.gpg").toString()).output();
			assertTrue(packets.contains("cipher 9") && packets.contains("hash 8") && packets.contains("mdc_method: 2") && packets.contains("aead 0"), packets);
		} finally {
			Tool.run(top, Map.of("GNUPGHOME", home.toString()), "", "gpgconf", "--kill", "all");
			Tool.run(top, "rm", "-rf", home.toString());
		}
	}

	private Tool.Result gpg(Path home, String passphrase, String... arguments) {
		return Tool.run(top, Map.of("GNUPGHOME", home.toString()), passphrase + "\n",
				Stream.concat(Stream.of("gpg", "--batch", "--pinentry-mode", "loopback", "--passphrase-fd", "0"), Stream.of(arguments)).toArray(String[]::new));
	}

	@Test
	void theTreesAreWhatTheArchivesHold() throws IOException {
		Exports.write(Exports.tutorial(out(), BundleFormat.DIRECTORY));
		assertEquals(Exports.TIME * 1000, Files.getLastModifiedTime(out().resolve("an-node01/MANIFEST")).toMillis());
		Tool.run(out().resolve("an-clusterA"), "sha256sum", "-c", "--quiet", "SHA256SUMS").assertOk();
		TreeMap<String, String> whole = plain("an-clusterA");
		plain("an-node02").forEach((path, content) -> assertEquals(content, whole.get("an-node02/" + path), path));
	}
}
