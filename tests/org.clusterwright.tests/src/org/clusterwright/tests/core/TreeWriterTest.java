package org.clusterwright.tests.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clusterwright.core.plan.TreeFile;
import org.clusterwright.core.plan.TreeWriter;
import org.clusterwright.formats.NativePath;
import org.clusterwright.tests.FlatJava;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeWriterTest {
	@TempDir
	Path top;

	private static TreeFile file(String node, String path, int mode, String text) {
		return new TreeFile(node, new NativePath(path), mode, text.getBytes(StandardCharsets.UTF_8));
	}

	private static final List<TreeFile> FILES = List.of(file("one", "/etc/hosts", 0644, "hosts\n"), file("one", "/sbin/go.sh", 0755, "go\n"), file("two", "/etc/secret", 0600, "x\n"));

	private String refusal(Path directory) throws IOException {
		return assertInstanceOf(TreeWriter.Result.Refused.class, TreeWriter.write(directory, FILES)).reason();
	}

	/** Path to content of a directory; what lies beside it too, so that left-overs show. */
	private TreeMap<String, String> tree() throws IOException {
		TreeMap<String, String> tree = new TreeMap<>();
		try (Stream<Path> all = Files.walk(top)) {
			for (Path path : all.filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS)).toList()) {
				tree.put(top.relativize(path).toString(), Files.readString(path));
			}
		}
		return tree;
	}

	@Test
	void writesAllFilesWithTheirModesAndAMarker() throws IOException {
		Path out = top.resolve("out");
		assertEquals(new TreeWriter.Result.Written(top.toRealPath().resolve("out"), 3), TreeWriter.write(out, FILES));
		assertEquals(List.of("out/.clusterwright-tree", "out/one/etc/hosts", "out/one/sbin/go.sh", "out/two/etc/secret"), List.copyOf(tree().keySet()));
		assertEquals("clusterwright-tree 1\none/etc/hosts\none/sbin/go.sh\ntwo/etc/secret\n", tree().get("out/.clusterwright-tree"));
		assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("one/sbin/go.sh"))));
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("two/etc/secret"))));
		assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(out)));
	}

	@Test
	void replacesWhatItWroteAndEmptyDirectories() throws IOException {
		Path out = Files.createDirectory(top.resolve("out"));
		TreeWriter.write(out, FILES);
		TreeWriter.write(out, List.of(file("three", "/a", 0644, "new\n")));
		assertEquals(List.of("out/.clusterwright-tree", "out/three/a"), List.copyOf(tree().keySet()));
	}

	@Test
	void leavesWhatItDidNotWrite() throws IOException {
		Path out = Files.createDirectory(top.resolve("out"));
		Files.writeString(out.resolve("mine"), "mine\n");
		assertTrue(refusal(out).contains("not written by clusterwright"));
		Files.delete(out.resolve("mine"));
		TreeWriter.write(out, FILES);
		Files.writeString(out.resolve("one/etc/notes"), "mine\n");
		TreeMap<String, String> before = tree();
		assertTrue(refusal(out).contains("one/etc/notes"));
		assertEquals(before, tree());
	}

	@Test
	void refusesOtherVersionsFilesLinksAndMissingParents() throws IOException {
		Path out = top.resolve("out");
		TreeWriter.write(out, FILES);
		Files.writeString(out.resolve(".clusterwright-tree"), "clusterwright-tree 2\n");
		assertTrue(refusal(out).contains("another version"));
		assertTrue(refusal(Files.createSymbolicLink(top.resolve("link"), out)).contains("symbolic link"));
		assertTrue(refusal(Files.writeString(top.resolve("file"), "")).contains("not a directory"));
		assertTrue(refusal(top.resolve("missing/out")).contains("no directory"));
		assertTrue(refusal(Path.of("/")).contains("cannot be replaced"));
	}

	@Test
	void neverFollowsALinkInsideATreeThatItReplaces() throws IOException {
		Path precious = Files.createDirectory(top.resolve("precious"));
		Files.writeString(precious.resolve("file"), "precious\n");
		Path out = top.resolve("out");
		TreeWriter.write(out, FILES);
		Files.delete(out.resolve("one/etc/hosts"));
		Files.createSymbolicLink(out.resolve("one/etc/hosts"), precious.resolve("file"));
		TreeWriter.write(out, FILES);
		assertEquals("precious\n", Files.readString(precious.resolve("file")));
		assertEquals("hosts\n", Files.readString(out.resolve("one/etc/hosts")));
	}

	@Test
	void pathsCannotLeadOut() {
		assertThrows(IllegalArgumentException.class, () -> file("..", "/etc/hosts", 0644, ""));
		assertThrows(IllegalArgumentException.class, () -> file("a/b", "/etc/hosts", 0644, ""));
		assertThrows(IllegalArgumentException.class, () -> file("one", "/../../etc/hosts", 0644, ""));
	}

	@Test
	void bringsBackWhatARunPutAsideBeforeItDied() throws IOException {
		Path out = top.resolve("out");
		TreeWriter.write(out, FILES);
		Files.move(out, top.resolve(".out.clusterwright-old-999999999"));
		Files.createDirectory(top.resolve(".out.clusterwright-new-999999999"));
		Files.writeString(top.resolve(".out.clusterwright-new-999999999/part"), "part\n");
		Files.writeString(top.resolve(".out.clusterwright-old-999999999/mine"), "mine\n");
		assertTrue(refusal(out).contains("mine"), "what was put aside counts as what was there");
		assertEquals("mine\n", Files.readString(out.resolve("mine")));
		assertTrue(Files.notExists(top.resolve(".out.clusterwright-new-999999999")));
	}

	@Test
	void aFullDiskChangesNothing() throws IOException {
		Tool.require("unshare");
		Assumptions.assumeTrue(Tool.run(top, "unshare", "-m", "true").exit() == 0, "only root can mount");
		Path script = Files.writeString(top.resolve("full.sh"), """
				set -e
				mount -t tmpfs -o size=64k none "$1"
				mkdir "$1/empty"
				shift
				"$@" small 1
				before=$(find "$T" | sort; cat "$T/out/.clusterwright-tree")
				if "$@" big 200; then echo "wrote more than there was room"; exit 3; fi
				[ "$before" = "$(find "$T" | sort; cat "$T/out/.clusterwright-tree")" ] || { echo "changed:"; find "$T"; exit 4; }
				""");
		Path small = Files.createDirectory(top.resolve("small"));
		List<String> java = FlatJava.command(List.of(), Writing.class.getName(), small.resolve("out").toString());
		Tool.Result result = Tool.run(top, Map.of("T", small.toString()), "", Stream.concat(Stream.of("unshare", "-m", "sh", script.toString(), small.toString()), java.stream()).toArray(String[]::new));
		assertEquals(0, result.exit(), result.output());
		assertTrue(result.output().contains("No space left on device"), result.output());
	}

	@Test
	void aKilledRunLeavesTheOldTreeOrTheNewOne() throws Exception {
		Path out = top.resolve("out");
		for (int round = 0; round < 4; round++) {
			Process process = new ProcessBuilder(FlatJava.command(List.of(), Writing.class.getName(), out.toString(), "r" + round, "1500")).redirectErrorStream(true)
					.redirectOutput(top.resolve("log").toFile()).start();
			try {
				awaitWork(process, round);
			} finally {
				process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
			}
			if (Files.exists(out)) {
				long files;
				try (Stream<Path> all = Files.walk(out)) {
					files = all.filter(Files::isRegularFile).count();
				}
				assertEquals(1501, files, "a half-written tree");
			}
		}
		Files.delete(top.resolve("log"));
		TreeWriter.write(out, FILES);
		try (Stream<Path> left = Files.list(top)) {
			assertEquals(List.of("out"), left.map(p -> p.getFileName().toString()).toList(), "left-overs are cleaned up");
		}
	}

	/** Until the run is in the middle of writing, each time a little further on; the last one to its end. */
	private void awaitWork(Process process, int round) throws IOException, InterruptedException {
		int wanted = 1 + round * 500;
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
		while (process.isAlive() && System.nanoTime() < deadline) {
			try (Stream<Path> all = Files.walk(top.resolve(".out.clusterwright-new-" + process.pid()))) {
				if (round < 3 && all.count() > wanted) {
					return;
				}
			} catch (NoSuchFileException | UncheckedIOException e) {
				Thread.onSpinWait();
			}
		}
	}
}
