package org.clusterwright.tests.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.clusterwright.core.export.BundleEntry;
import org.clusterwright.core.export.BundleExport;
import org.clusterwright.core.export.BundleFormat;
import org.clusterwright.core.export.BundlePath;
import org.clusterwright.core.export.BundleRequest;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.Syntax;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.FlatJava;
import org.clusterwright.tests.Plans;
import org.clusterwright.tests.Tool;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing leaves its place, nothing half written looks whole, nothing of others is touched. */
class BundleSafetyTest {
	@TempDir
	Path top;

	private Path out() {
		return top.resolve("out");
	}

	private List<String> names(Path directory) throws IOException {
		try (Stream<Path> all = Files.list(directory)) {
			return all.map(p -> p.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void pathsStayBelowTheTop() {
		for (String bad : List.of("/etc/passwd", "../x", "a/../../x", "a/./b", "", "a//b", "a/", "..", ".", "a\nb", "a\tb", "a\u007fb", "a\\b", "-rf", "a/-x", "x".repeat(256), "\ud800", "a/".repeat(1001) + "b")) {
			assertTrue(BundlePath.complaint(bad).isPresent(), bad);
			assertThrows(IllegalArgumentException.class, () -> new BundleEntry(bad, 0644, 0, "", new BundleEntry.Content.Bytes(new byte[0])), bad);
		}
		for (String good : List.of("files/etc/hosts", "packages/für später.rpm", "a", "a/b-c/..d", "files/.hidden", "漢字/🙂")) {
			assertEquals(java.util.Optional.empty(), BundlePath.complaint(good), good);
		}
		for (String bad : List.of(".hidden", "a/b", "-x", "", "..")) {
			assertTrue(BundlePath.complaintOfTop(bad).isPresent(), bad);
		}
	}

	private static final String PAIR = "cluster test version 8 {\n    domain example.com\n    node one id 1\n    node two id 2\n}\n";

	private BundleRequest pair(String design, NativeFormat... formats) {
		return Exports.request(design, List.of(formats), out(), BundleFormat.TAR_GZ);
	}

	@Test
	void aClusterNamedAsANodeGetsAnotherName() throws IOException {
		BundleExport.Result.Written written = Exports.write(pair(PAIR.replace("cluster test", "cluster one")));
		assertEquals(List.of("one.tar.gz", "two.tar.gz", "one-cluster.tar.gz"), written.archives().stream().map(BundleExport.Archive::name).toList());
	}

	@Test
	void nodesThatCollideAreRefusedOrWarnedOf() throws IOException {
		BundleRequest request = pair(PAIR);
		NodeTree tree = request.plan().trees().get(0);
		BundleRequest twice = new BundleRequest("x.cluster", request.design(), new Plan(List.of(tree, tree)), List.of(), BundleFormat.TAR_GZ, out(), request.packages(), request.seal(), 0);
		assertEquals("two nodes are called one", Exports.refusal(twice));
		BundleExport.Result.Written written = Exports.write(pair(PAIR.replace("node two", "node ONE")));
		assertTrue(written.warnings().stream().anyMatch(w -> w.startsWith("nodes differ by case only")), written.warnings().toString());
	}

	@Test
	void filesThatWouldCollideInABundleAreRefused() throws IOException {
		BundleRequest request = pair(PAIR);
		NodeTree tree = request.plan().trees().get(0);
		EffectiveCluster cluster = new EffectiveCluster(request.design().root().orElseThrow());
		Plan plan = new Plan(List.of(new NodeTree(tree.node(), List.of(Plans.patch(cluster, "/etc/a-b", "{ print }\n"), Plans.patch(cluster, "/etc/a/b", "{ print }\n")))));
		BundleRequest colliding = new BundleRequest("x.cluster", request.design(), plan, List.of(), BundleFormat.TAR_GZ, out(), request.packages(), request.seal(), 0);
		assertEquals("two files of one would both be patches/etc-a-b.awk in the bundle", Exports.refusal(colliding));
		assertFalse(Files.exists(out()));
		NativeFormat cases = Plans.format(c -> List.<NativeFile>of(Plans.whole(c, "/etc/a", Syntax.PLAIN, "1\n"), Plans.whole(c, "/etc/A", Syntax.PLAIN, "2\n")));
		BundleExport.Result.Written written = Exports.write(pair(PAIR, cases));
		assertTrue(written.warnings().stream().anyMatch(w -> w.startsWith("files of one differ by case only")), written.warnings().toString());
	}

	@Test
	void aDesignWithErrorsIsRefused() throws IOException {
		BundleRequest request = Exports.tutorial(out(), BundleFormat.TAR_GZ);
		BundleRequest broken = new BundleRequest("x.cluster", Designs.LANGUAGE.validate(Designs.tutorial().replace("id 2", "id 1")), request.plan(), List.of(), BundleFormat.TAR_GZ, out(),
				request.packages(), request.seal(), 0);
		assertTrue(Exports.refusal(broken).contains("has errors"));
		assertFalse(Files.exists(out()));
	}

	@Test
	void replacesWhatAnEarlierExportWroteAndNothingElse() throws IOException {
		Files.createDirectory(out());
		Path mine = Files.writeString(out().resolve("notes.txt"), "mine\n");
		Exports.write(Exports.tutorial(out(), BundleFormat.RPM));
		Exports.write(pair(PAIR));
		Exports.write(Exports.tutorial(out(), BundleFormat.TAR_GZ));
		assertEquals(List.of(".clusterwright-export", "an-clusterA.tar.gz", "an-node01.tar.gz", "an-node02.tar.gz", "notes.txt", "one.tar.gz", "test.tar.gz", "two.tar.gz"), names(out()));
		assertEquals("mine\n", Files.readString(mine));
		assertTrue(Exports.refusal(pair(PAIR.replace("cluster test", "cluster other"))).endsWith("one.tar.gz is of another cluster, test; it is left as it is"));
		Files.delete(out().resolve(".clusterwright-export"));
		TreeMap<String, String> before = Exports.tree(out());
		assertTrue(Exports.refusal(pair(PAIR)).endsWith("one.tar.gz was not written by clusterwright; it is left as it is"));
		assertEquals(before, Exports.tree(out()));
	}

	@Test
	void aTreeWithAFileOfTheUsersIsLeft() throws IOException {
		Exports.write(Exports.tutorial(out(), BundleFormat.DIRECTORY));
		Files.writeString(out().resolve("an-node01/files/etc/notes"), "mine\n");
		TreeMap<String, String> before = Exports.tree(out());
		assertTrue(Exports.refusal(Exports.tutorial(out(), BundleFormat.DIRECTORY)).contains("holds a file that clusterwright did not write (files/etc/notes)"));
		assertTrue(Exports.refusal(Exports.tutorial(out(), BundleFormat.TAR_GZ)).contains("files/etc/notes"), "a stale tree is not thrown away either");
		assertEquals(before, Exports.tree(out()));
	}

	@Test
	void neverWritesThroughALink() throws IOException {
		Files.createDirectory(out());
		Path precious = Files.writeString(top.resolve("precious"), "precious\n");
		Files.createSymbolicLink(out().resolve("one.tar.gz"), precious);
		assertTrue(Exports.refusal(pair(PAIR)).contains("was not written by clusterwright"));
		Files.delete(out().resolve("one.tar.gz"));
		Exports.write(pair(PAIR));
		Files.delete(out().resolve("one.tar.gz"));
		Files.createSymbolicLink(out().resolve("one.tar.gz"), precious);
		assertTrue(Exports.refusal(pair(PAIR)).contains("is a symbolic link"));
		assertEquals("precious\n", Files.readString(precious));
	}

	@Test
	void theDirectoryMustBeOne() throws IOException {
		Files.writeString(out(), "a file\n");
		assertTrue(Exports.refusal(pair(PAIR)).endsWith("is not a directory"));
		Files.delete(out());
		BundleRequest request = Exports.request(PAIR, List.of(), top.resolve("no/where"), BundleFormat.TAR_GZ);
		assertTrue(Exports.refusal(request).startsWith("there is no directory "));
	}

	/** Cancelled at the last chance that there is, and at earlier ones. */
	@Test
	void cancelLeavesWhatWasThere() throws IOException {
		for (BundleFormat format : BundleFormat.values()) {
			Path directory = top.resolve(format.word());
			Exports.write(Exports.request(PAIR, List.of(), directory, format));
			TreeMap<String, String> before = Exports.tree(directory);
			int chances = chances(Exports.request(PAIR + "// new\n", List.of(), top.resolve("count-" + format.word()), format));
			assertTrue(chances > 20, chances + " chances");
			BundleRequest request = Exports.request(PAIR + "// new\n", List.of(), directory, format);
			int step = Math.max(1, chances / 10);
			for (int chance = chances; chance > 0; chance -= step) {
				Counting monitor = new Counting(chance);
				assertThrows(OperationCanceledException.class, () -> BundleExport.write(request, monitor));
				assertEquals(before, Exports.tree(directory), format + " at " + chance);
				assertEquals(before.keySet().stream().map(p -> p.split("/")[0]).distinct().sorted().toList(), names(directory));
			}
		}
		assertThrows(OperationCanceledException.class, () -> BundleExport.write(pair(PAIR), new Counting(1)));
		assertFalse(Files.exists(out()), "a directory that was made for nothing");
	}

	private static int chances(BundleRequest request) throws IOException {
		Counting monitor = new Counting(Integer.MAX_VALUE);
		BundleExport.write(request, monitor);
		return monitor.asked.get();
	}

	private static final class Counting extends NullProgressMonitor {
		private final AtomicInteger asked = new AtomicInteger();
		private final int last;

		Counting(int last) {
			this.last = last;
		}

		@Override
		public boolean isCanceled() {
			return asked.incrementAndGet() >= last;
		}
	}

	@Test
	void aFullDiskLeavesNothingThatLooksComplete() throws IOException {
		Tool.require("unshare");
		Assumptions.assumeTrue(Tool.run(top, "unshare", "-m", "true").exit() == 0, "only root can mount");
		Path disk = Files.createDirectory(top.resolve("disk"));
		List<String> java = FlatJava.command(List.of(), StarvedExport.class.getName(), disk.toString());
		String shell = "mount -t tmpfs -o size=6m none \"$1\" && shift && exec \"$@\"";
		Tool.Result result = Tool.run(top, Stream.concat(Stream.of("unshare", "-m", "sh", "-c", shell, "sh", disk.toString()), java.stream()).toArray(String[]::new));
		StringBuilder wanted = new StringBuilder();
		Stream.of(BundleFormat.values()).forEach(f -> wanted.append((f.word() + ": DIR cannot be written: No space left on device\n").repeat(2)));
		assertEquals(wanted.toString(), result.output().replaceAll("(?m)^WARNING: .*\n", ""));
		assertEquals(0, result.exit());
	}

	/** Killed in the middle of its work: each archive is one of the two that there are, and the next run finds its way. */
	@Test
	void aKilledExportLeavesWholeArchivesOnly() throws Exception {
		BundleFormat format = BundleFormat.TAR_GZ;
		Exports.write(EndlessExport.request(7, top.resolve("seven"), format));
		Exports.write(EndlessExport.request(8, top.resolve("eight"), format));
		for (int round = 1; round <= 3; round += 2) {
			Process process = new ProcessBuilder(FlatJava.command(List.of(), EndlessExport.class.getName(), out().toString(), format.word())).redirectErrorStream(true)
					.redirectOutput(top.resolve("log").toFile()).start();
			try {
				awaitStage(process, round);
			} finally {
				process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
			}
			for (String name : names(out())) {
				if (name.endsWith(format.suffix())) {
					assertTrue(Files.mismatch(out().resolve(name), top.resolve("seven").resolve(name)) < 0 || Files.mismatch(out().resolve(name), top.resolve("eight").resolve(name)) < 0, name);
				}
			}
		}
		Exports.write(EndlessExport.request(8, out(), format));
		assertEquals(names(top.resolve("eight")), names(out()));
	}

	/** Until a file or more of its second export lies in the hidden directory, and in later rounds several. */
	private void awaitStage(Process process, int round) {
		Path stage = out().resolve(".clusterwright-export-" + process.pid());
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		int exports = 0;
		boolean there = false;
		while (process.isAlive() && System.nanoTime() < deadline) {
			boolean now = Files.exists(stage);
			exports += now && !there ? 1 : 0;
			there = now;
			String[] files = stage.toFile().list();
			if (exports >= 2 && files != null && files.length >= round) {
				return;
			}
		}
	}

	@Test
	void exportsOfOneDesktopIntoOneDirectoryWaitForEachOther() throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
			List<Callable<BundleExport.Result>> exports = Collections.nCopies(9, () -> BundleExport.write(pair(PAIR), new Counting(Integer.MAX_VALUE)));
			for (Future<BundleExport.Result> export : threads.invokeAll(exports)) {
				assertInstanceOf(BundleExport.Result.Written.class, export.get());
			}
		}
		assertEquals(List.of(".clusterwright-export", "one.tar.gz", "test.tar.gz", "two.tar.gz"), names(out()));
	}

	@Test
	void whatKilledRunsLeftIsClearedAway() throws IOException {
		Exports.write(pair(PAIR));
		Path left = Files.createDirectory(out().resolve(".clusterwright-export-999999999"));
		Files.writeString(left.resolve("one.tar.gz"), "half");
		Path other = Files.createDirectory(out().resolve(".clusterwright-export-mine"));
		Exports.write(pair(PAIR));
		assertFalse(Files.exists(left));
		assertTrue(Files.exists(other));
	}
}
