package org.clusterwright.tests.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clusterwright.core.export.BundleExport;
import org.clusterwright.core.export.BundleFormat;
import org.clusterwright.core.export.BundleRequest;
import org.clusterwright.core.export.BundleTime;
import org.clusterwright.core.export.RequiredPackages;
import org.clusterwright.core.export.SecretSeal;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Golden;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a bundle. */
class BundleContentsTest {
	@TempDir
	Path top;

	private Path out() {
		return top.resolve("out");
	}

	@Test
	void theTutorialsBundlesHoldWhatTheyShould() throws IOException {
		Exports.write(Exports.tutorial(out(), BundleFormat.DIRECTORY));
		TreeMap<String, String> golden = new TreeMap<>();
		for (String name : List.of("an-node01", "an-node02", "an-clusterA")) {
			TreeMap<String, String> tree = Exports.tree(out().resolve(name));
			StringBuilder entries = new StringBuilder();
			for (String path : tree.keySet()) {
				entries.append(PosixFilePermissions.toString(Files.getPosixFilePermissions(out().resolve(name).resolve(path)))).append(' ').append(path).append('\n');
			}
			golden.put(name + ".txt", entries.toString());
			if (tree.containsKey("MANIFEST")) {
				// The sums are others with each word of a generated file; that they are right is another test's business.
				golden.put(name + ".MANIFEST", tree.get("MANIFEST").replaceAll("\t[0-9a-f]{64}\t", "\tSHA256\t"));
			}
		}
		golden.put("packages.txt", Files.readString(out().resolve("an-node01/packages.txt")));
		Golden.assertTree(Designs.root().resolve("testdata/export/tutorial"), golden);
	}

	@Test
	void theFilesAreThoseOfThePlanThatWasShown() throws IOException {
		BundleRequest request = Exports.tutorial(out(), BundleFormat.DIRECTORY);
		Exports.write(request);
		for (NodeTree tree : request.plan().trees()) {
			Path node = out().resolve(tree.name());
			for (NativeFile file : tree.files()) {
				String name = file.path().text().substring(file.path().text().lastIndexOf('/') + 1);
				Path written = switch (file) {
					case NativeFile.Whole whole -> whole.path().text().startsWith(NativeFile.Step.DIRECTORY) ? node.resolve("steps/" + name) : node.resolve("files" + whole.path());
					case NativeFile.Patch patch -> node.resolve("patches/" + name);
					case NativeFile.Step step -> node.resolve("steps/" + name);
				};
				assertEquals(file.content().text(), Files.readString(written), written.toString());
			}
			assertEquals(request.design().text(), Files.readString(node.resolve("an-clusterA.cluster")));
		}
	}

	@Test
	void theManifestsSumsAreThoseOfTheFiles() throws IOException {
		Exports.write(Exports.tutorial(out(), BundleFormat.DIRECTORY));
		Path node = out().resolve("an-node01");
		Map<String, String> sums = Files.readAllLines(node.resolve("SHA256SUMS")).stream().collect(Collectors.toMap(l -> l.substring(66), l -> l.substring(0, 64)));
		int seen = 0;
		for (String line : Files.readAllLines(node.resolve("MANIFEST"))) {
			String[] fields = line.split("\t");
			String path = switch (fields[0]) {
				case "file" -> "files" + fields[4];
				case "patch" -> "patches/" + fields[4].substring(1).replace('/', '-') + ".awk";
				case "step" -> "steps/" + fields[4];
				default -> null;
			};
			if (path != null) {
				assertEquals(8, fields.length, line);
				assertEquals(sums.get(path), fields[1], line);
				seen++;
			}
		}
		assertTrue(seen > 40, seen + " files");
	}

	@Test
	void someNodesAloneAreWithoutTheWhole() throws IOException {
		BundleExport.Result.Written written = Exports.write(Exports.of(Exports.tutorial(out(), BundleFormat.TAR_GZ), List.of("an02")));
		assertEquals(List.of("an-node02.tar.gz"), written.archives().stream().map(BundleExport.Archive::name).toList());
		assertTrue(Exports.refusal(Exports.of(Exports.tutorial(out(), BundleFormat.TAR_GZ), List.of("an-node03"))).contains("the nodes are an-node01, an-node02"));
	}

	@Test
	void onlyThePackagesThatTheDesignNeeds() {
		assertEquals(List.of("cman", "corosync", "fence-agents", "ricci", "modcluster"),
				RequiredPackages.of(Designs.effective(Designs.cluster("node one id 1\nnode two id 2\n"))).stream().map(RequiredPackages.Needed::name).toList());
		assertTrue(RequiredPackages.of(Designs.effective(Designs.tutorial())).stream().anyMatch(p -> p.name().equals("lvm2-cluster")));
	}

	@Test
	void theUsersPackagesTravelWithTheirSums() throws IOException {
		Path packages = top.resolve("rpms");
		Exports.fakePackage(packages, "cman-3.0.12.1-68.el6.x86_64.rpm", "cman-3.0.12.1-68.el6");
		Exports.fakePackage(packages, "das ist für später.rpm", "drbd83-utils-8.3.16-1.el6.elrepo");
		Exports.fakePackage(packages, "vim-enhanced-7.4.629-5.el6.x86_64.rpm", "vim-enhanced-7.4.629-5.el6");
		Files.writeString(packages.resolve("README"), "no package\n");
		BundleExport.Result.Written written = Exports.write(Exports.withPackages(Exports.tutorial(out(), BundleFormat.TAR_GZ), packages));
		assertTrue(written.warnings().stream().anyMatch(w -> w.startsWith("the bundles lack packages: corosync, ")), written.warnings().toString());
		Path node = Exports.unpacked(out().resolve("an-node02.tar.gz"), "tar").resolve("an-node02");
		String list = Files.readString(node.resolve("packages.txt"));
		assertTrue(list.contains("present: cman-3.0.12.1-68.el6.x86_64.rpm\n") && list.contains("present: das ist für später.rpm\n"), list);
		assertTrue(list.contains("# Also in packages/:\nvim-enhanced      vim-enhanced-7.4.629-5.el6.x86_64.rpm\n"), list);
		assertEquals(Files.readAllBytes(packages.resolve("das ist für später.rpm")).length, Files.size(node.resolve("packages/das ist für später.rpm")));
		assertFalse(Files.exists(node.resolve("packages/README")));
		Tool.run(node, "sha256sum", "-c", "--quiet", "SHA256SUMS").assertOk();
	}

	@Test
	void whatIsNoPackageIsRefusedByName() throws IOException {
		BundleRequest request = Exports.tutorial(out(), BundleFormat.TAR_GZ);
		Path packages = Files.createDirectory(top.resolve("rpms"));
		assertComplaint("holds no file *.rpm", Exports.withPackages(request, packages));
		Path file = Files.writeString(packages.resolve("cman.rpm"), "x".repeat(200));
		assertComplaint(file + " is not an RPM package", Exports.withPackages(request, packages));
		assertComplaint("is not a directory", Exports.withPackages(request, file));
		assertComplaint("there is no such directory", Exports.withPackages(request, top.resolve("nowhere")));
		byte[] source = Files.readAllBytes(Exports.fakePackage(packages, "cman.rpm", "cman-1-1"));
		source[7] = 1;
		Files.write(file, source);
		assertComplaint("is a source package", Exports.withPackages(request, packages));
		assertFalse(Files.exists(out()));
	}

	private static void assertComplaint(String text, BundleRequest request) {
		String message = Assertions.assertThrows(IOException.class, () -> Exports.write(request)).getMessage();
		assertTrue(message.contains(text), message);
	}

	@Test
	void noValueOfASecretIsInAnyFile() throws IOException {
		SecretSeal seal = SecretSeal.of(name -> java.util.Optional.of("qvxw-" + name + "-7391"), "open sesame");
		Exports.write(Exports.sealed(Exports.tutorial(out(), BundleFormat.DIRECTORY), seal));
		Exports.tree(out()).forEach((path, content) -> assertFalse(content.contains("qvxw"), path));
		assertTrue(Files.exists(out().resolve("an-node01/secrets.gpg")));
		Exports.write(Exports.tutorial(out(), BundleFormat.DIRECTORY));
		assertFalse(Files.exists(out().resolve("an-node01/secrets.gpg")));
		assertTrue(Files.readString(out().resolve("an-node01/files/etc/cluster/cluster.conf")).contains("@SECRET(ipmi)@"));
	}

	@Test
	void aPasswordInClearDoesNotTravelInSilence() throws IOException {
		String design = Designs.tutorial().replace("passwd secret pdu", "passwd \"letmein\"");
		BundleExport.Result.Written written = Exports.write(Exports.request(design, org.clusterwright.formats.NativeFormats.RHCS3, out(), BundleFormat.TAR_GZ));
		assertTrue(written.warnings().stream().anyMatch(w -> w.matches("a password stands in clear in line [0-9]+ of the design.*")), written.warnings().toString());
	}

	@Test
	void theTimeComesFromTheVersionOrTheEnvironment() {
		assertEquals(Exports.TIME, BundleTime.of(Map.of(), 8));
		assertEquals(Integer.MAX_VALUE, BundleTime.of(Map.of(), Long.MAX_VALUE));
		assertEquals(1000, BundleTime.of(Map.of("SOURCE_DATE_EPOCH", "1000"), 8));
		for (String bad : List.of("-1", "soon", "1.5", "99999999999")) {
			Assertions.assertThrows(IllegalArgumentException.class, () -> BundleTime.of(Map.of("SOURCE_DATE_EPOCH", bad), 8), bad);
		}
	}
}
