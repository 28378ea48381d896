package org.clusterwright.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clusterwright.core.cli.Main;
import org.clusterwright.tests.Plans;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs, on a design of two nodes; of the native files only /etc/hosts is asked for. */
class MainTest {
	private static final String GOOD = Plans.designWithoutErrors();
	private static final String BAD = "cluster test version 1 {\n    node one id 1\n    node one id 2\n}\n";

	@TempDir
	Path top;
	private String good;
	private String bad;
	private String out;

	@BeforeEach
	void write() throws IOException {
		good = Files.writeString(top.resolve("good.cluster"), GOOD).toString();
		bad = Files.writeString(top.resolve("bad.cluster"), BAD).toString();
		out = top.resolve("out").toString();
	}

	private List<String> nodes() {
		return GOOD.startsWith("cluster test ") ? List.of("one", "two") : List.of("an-node01", "an-node02");
	}

	@Test
	void validatePrintsFindingsAndExitsWithOne() {
		CommandLine run = CommandLine.run("validate", bad);
		assertEquals(1, run.exit(), run.err());
		assertTrue(run.out().contains(bad + ":2:10: error duplicate-name There is more than one"), run.out());
		assertTrue(run.out().contains(bad + ":3:10: error duplicate-name "), run.out());
		assertEquals("", run.err());
		assertEquals(0, CommandLine.run("validate", good).exit());
		assertEquals(1, CommandLine.run("validate", good, bad).exit());
	}

	@Test
	void validateReadsStandardInput() {
		CommandLine run = CommandLine.with(Map.of(), BAD, "validate", "-");
		assertEquals(1, run.exit());
		assertTrue(run.out().startsWith("-:"), run.out());
	}

	@Test
	void validateSpeaksJson() {
		CommandLine run = CommandLine.run("validate", "--json", bad);
		assertEquals(1, run.exit());
		var findings = JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonArray("findings");
		var first = findings.asList().stream().map(f -> f.getAsJsonObject()).filter(f -> f.get("code").getAsString().equals("duplicate-name")).findFirst().orElseThrow();
		assertEquals(2, first.get("line").getAsInt());
		assertEquals(10, first.get("column").getAsInt());
		assertEquals("error", first.get("severity").getAsString());
		assertEquals(bad, first.get("file").getAsString());
	}

	@Test
	void aMissingFileIsAFailureButTheOthersAreRead() {
		CommandLine run = CommandLine.run("validate", out, bad);
		assertEquals(2, run.exit());
		assertEquals("clusterwright: " + out + ": there is no such file\n", run.err());
		assertTrue(run.out().contains("duplicate-name"));
		assertEquals(2, CommandLine.run("validate", top.toString()).exit());
	}

	@Test
	void wrongUsageIsSaidInOneLine() {
		for (List<String> args : List.of(List.<String>of(), List.of("frobnicate"), List.of("validate"), List.of("validate", "--node", "x", good), List.of("generate", good),
				List.of("generate", good, "-o"), List.of("generate", good, bad, "-o", out), List.of("generate", good, "-o", out, "-o", out), List.of("generate", good, "-o", out, "--only", "[a"),
				List.of("generate", good, "-o", out, "--node", "three"), List.of("generate", good, "-o", out, "--only", "nothing.such"), List.of("show"),
				List.of("show", good, "/etc/nothing"), List.of("help", "x"), List.of("version", "x"), List.of("validate", "--json=1", good), List.of("validate", "a\0b"))) {
			CommandLine run = CommandLine.run(args.toArray(String[]::new));
			assertEquals(2, run.exit(), args.toString());
			assertEquals(1, run.err().lines().count(), args + run.err());
			assertTrue(run.err().startsWith("clusterwright: "), run.err());
			assertEquals("", run.out());
		}
		assertFalse(Files.exists(Path.of(out)));
	}

	@Test
	void generateWritesATreeForEachNode() throws IOException {
		CommandLine run = CommandLine.run("generate", good, "-o", out, "--only", "/etc/hosts");
		assertEquals(0, run.exit(), run.err());
		assertEquals("", run.out());
		for (String node : nodes()) {
			assertTrue(Files.readString(Path.of(out, node, "etc/hosts")).contains("localhost"));
		}
		assertEquals(0, CommandLine.run("generate", good, "-o", out, "--only", "hosts", "--node=" + nodes().get(1)).exit());
		assertEquals(List.of(".clusterwright-tree", nodes().get(1)), names(Path.of(out)));
	}

	@Test
	void generateWritesNothingForADesignWithErrors() {
		CommandLine run = CommandLine.run("generate", bad, "-o", out);
		assertEquals(1, run.exit());
		assertTrue(run.err().contains("error duplicate-name"));
		assertFalse(Files.exists(Path.of(out)));
	}

	@Test
	void generateLeavesForeignDirectoriesAlone() throws IOException {
		Files.createDirectory(Path.of(out));
		Files.writeString(Path.of(out, "mine"), "mine");
		CommandLine run = CommandLine.run("generate", good, "-o", out);
		assertEquals(2, run.exit());
		assertTrue(run.err().contains("not written by clusterwright"), run.err());
		assertEquals(List.of("mine"), names(Path.of(out)));
	}

	@Test
	void generateListsWhatItWroteInJson() {
		CommandLine run = CommandLine.run("generate", good, "-o", out, "--only", "/etc/hosts", "--json");
		var files = JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonArray("files");
		assertEquals(nodes().stream().map(n -> n + "/etc/hosts").toList(), files.asList().stream().map(f -> f.getAsString()).toList());
	}

	@Test
	void generateTwiceGivesTheSameBytes() throws IOException {
		String again = top.resolve("again").toString();
		assertEquals(0, CommandLine.run("generate", good, "-o", out).exit());
		assertEquals(0, CommandLine.run("generate", good, "-o", again).exit());
		try (Stream<Path> files = Files.walk(Path.of(out))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				assertEquals(-1, Files.mismatch(file, Path.of(again).resolve(Path.of(out).relativize(file))), file.toString());
			}
		}
	}

	@Test
	void aSecretsFileMustBePrivate() throws IOException {
		Path secrets = Files.setPosixFilePermissions(Files.writeString(top.resolve("secrets"), "a=b\n"), PosixFilePermissions.fromString("rw-r--r--"));
		CommandLine run = CommandLine.run("generate", good, "-o", out, "--secrets", secrets.toString());
		assertEquals(2, run.exit());
		assertTrue(run.err().contains("0600"), run.err());
		assertEquals(2, CommandLine.run("generate", good, "-o", out, "--secrets", top.resolve("nothing").toString()).exit());
	}

	@Test
	void showPrintsOneFileAndListsAll() {
		CommandLine hosts = CommandLine.run("show", good, "/etc/hosts");
		assertEquals(0, hosts.exit(), hosts.err());
		assertTrue(hosts.out().contains("localhost"));
		assertEquals(hosts, CommandLine.run("show", good, "--node", nodes().get(0), "etc/hosts"));
		assertTrue(CommandLine.run("show", good).out().contains(nodes().get(1) + " /etc/hosts\n"));
		assertEquals(1, CommandLine.run("show", bad, "/etc/hosts").exit());
	}

	@Test
	void formatChangesFilesInPlace() throws IOException {
		Path file = Files.writeString(top.resolve("ugly.cluster"), "cluster   a\n{\n\n\nnode one id 1   }");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
		CommandLine check = CommandLine.run("format", "--check", file.toString());
		assertEquals(1, check.exit());
		assertEquals(file + "\n", check.out());
		assertEquals(0, CommandLine.run("format", file.toString()).exit());
		assertTrue(Files.readString(file).startsWith("cluster a {"), Files.readString(file));
		assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		assertEquals(0, CommandLine.run("format", "--check", file.toString()).exit());
		assertEquals(Files.readString(file), CommandLine.with(Map.of(), "cluster   a\n{\n\n\nnode one id 1   }", "format", "-").out());
		assertEquals(List.of("bad.cluster", "good.cluster", "ugly.cluster"), names(top));
	}

	@Test
	void formatLeavesFilesWithSyntaxErrors() throws IOException {
		Path file = Files.writeString(top.resolve("broken.cluster"), "cluster  a {");
		CommandLine run = CommandLine.run("format", file.toString());
		assertEquals(1, run.exit());
		assertTrue(run.err().contains(" error syntax "), run.err());
		assertEquals("cluster  a {", Files.readString(file));
	}

	@Test
	void explainSaysWhatACodeMeans() {
		CommandLine one = CommandLine.run("explain", "two-node-votes");
		assertEquals(0, one.exit(), one.err());
		assertTrue(one.out().startsWith("two-node-votes (error)\n") && one.out().contains("Meaning:   ") && one.out().contains("Do:        "), one.out());
		assertTrue(one.out().lines().allMatch(l -> l.length() <= 100), one.out());
		assertTrue(CommandLine.run("explain").out().contains("not-fenced                   error   This node has no way to be fenced."));
		CommandLine wrong = CommandLine.run("explain", "two-node");
		assertEquals(2, wrong.exit());
		assertTrue(wrong.err().contains("did you mean two-node-count, two-node-votes"), wrong.err());
	}

	@Test
	void helpKnowsEachVerb() {
		String overview = CommandLine.run("help").out();
		for (String verb : List.of("validate", "generate", "format", "show", "explain", "version", "help")) {
			assertTrue(overview.contains("  " + verb), verb);
			assertTrue(CommandLine.run("help", verb).out().startsWith("usage: clusterwright " + verb), verb);
		}
		assertEquals(CommandLine.run("help", "show"), CommandLine.run("show", "--help"));
		assertTrue(CommandLine.run("version").out().startsWith("clusterwright "));
	}

	@Test
	void aReaderThatHadEnoughIsNoFailureButAFullDiskIs() {
		assertEquals(0, Main.run(new String[] {"help"}, new ByteArrayInputStream(new byte[0]), failing("Broken pipe"), new ByteArrayOutputStream()));
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		assertEquals(2, Main.run(new String[] {"help"}, new ByteArrayInputStream(new byte[0]), failing("No space left on device"), err));
		assertEquals("clusterwright: standard output: No space left on device\n", err.toString());
	}

	@Test
	void aBugIsOneLineAndAFileWithTheDetail() throws IOException {
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		InputStream broken = new InputStream() {
			@Override
			public int read() {
				throw new IllegalStateException("bug");
			}
		};
		assertEquals(2, Main.run(new String[] {"validate", "-"}, broken, new ByteArrayOutputStream(), err, Map.of("XDG_STATE_HOME", top.toString())));
		String line = err.toString();
		assertEquals(1, line.lines().count());
		Path detail = Path.of(line.strip().replaceAll(".* ", ""));
		assertTrue(detail.startsWith(top) && Files.readString(detail).contains("java.lang.IllegalStateException: bug\n\tat "), line);
	}

	private static OutputStream failing(String reason) {
		return new OutputStream() {
			@Override
			public void write(int b) throws IOException {
				throw new IOException(reason);
			}
		};
	}

	private static List<String> names(Path directory) throws IOException {
		try (Stream<Path> entries = Files.list(directory)) {
			return entries.map(p -> p.getFileName().toString()).sorted().toList();
		}
	}
}
