package org.clusterwright.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clusterwright.dsl.ide.TextLimits;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.FlatJava;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input that nobody would write: clear findings, no stack trace and no hang, in a process with 256 MiB and 10 s. */
class BadInputTest {
	/** The kernel ends a process after this much work of processors, which says the same on a machine that is busy otherwise. */
	private static final int SECONDS = 10;

	@TempDir
	Path top;

	private List<String> validate(String... files) {
		List<String> args = new ArrayList<>(List.of("validate"));
		args.addAll(List.of(files));
		List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -t " + SECONDS + "; exec \"$@\"", "sh"));
		command.addAll(FlatJava.command(List.of("-Xmx256m"), "org.clusterwright.core.cli.Main", args.toArray(String[]::new)));
		Tool.Result result = Tool.run(top, command.toArray(String[]::new));
		assertEquals(1, result.exit(), result.output());
		assertFalse(result.output().contains("\tat ") || result.output().contains("clusterwright: "), result.output());
		return result.output().lines().toList();
	}

	private String file(String name, byte[] content) throws IOException {
		Files.write(top.resolve(name), content);
		return name;
	}

	private String file(String name, String content) throws IOException {
		return file(name, content.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void whatIsNoTextHasOneFinding() throws IOException {
		List<String> lines = validate(file("large", "x".repeat(TextLimits.MAX_BYTES + 1)), file("nul", "cluster a {\0}"), file("latin1", "cluster a { label \"ö\" }".getBytes(StandardCharsets.ISO_8859_1)),
				file("empty", ""), file("blank", " \n\n"), file("deep", "cluster a " + "{ totem ".repeat(100_000)));
		assertEquals(List.of("large:1:1: error text-too-large", "nul:1:12: error text-nul", "latin1:1:1: error text-not-utf8", "empty:1:1: error empty-design",
				"blank:1:1: error empty-design", "deep:1:523: error nested-too-deep"), codes(lines));
	}

	private static List<String> codes(List<String> lines) {
		return lines.stream().map(l -> String.join(" ", List.of(l.split(" ")).subList(0, 3))).toList();
	}

	@Test
	void syntaxFindingsAreCapped() throws IOException {
		List<String> lines = validate(file("many", "cluster a {\n" + "node { }\n".repeat(300) + "}\n"));
		assertTrue(lines.stream().filter(l -> l.contains(" error syntax ")).count() <= 100);
		assertTrue(lines.get(lines.size() - 1).contains("too-many-syntax-errors and "), lines.get(lines.size() - 1));
	}

	@Test
	void moreWordsThanAnyClusterNeedsHaveOneFinding() throws IOException {
		List<String> lines = validate(file("statements", "cluster c version 1 {\n" + "x y\n".repeat(260_000) + "}\n"), file("values", "cluster c { x " + "1 ".repeat(1_000_000) + "}"),
				file("guests", "cluster c {\n" + "guest g { volume v }\n".repeat(60_000) + "}\n"));
		assertEquals(List.of("statements:19999:3: error too-many-words", "values:1:80007: error too-many-words", "guests:6668:7: error too-many-words"), codes(lines));
	}

	@Test
	void asManyStatementsAsThereMayBeComeToAnEnd() throws IOException {
		int statements = (TextLimits.MAX_WORDS - 5) / 2;
		validate(file("guests", "cluster c {\n" + IntStream.range(0, statements).mapToObj(i -> "vm g" + i + "\n").collect(Collectors.joining()) + "}\n"));
		validate(file("settings", "cluster c {\n" + "x y\n".repeat(statements) + "}\n"));
		validate(file("nodes", "cluster c {\n" + IntStream.range(0, statements / 2).mapToObj(i -> "node n" + i + " id " + i + "\n").collect(Collectors.joining()) + "}\n"));
	}

	@Test
	void rubbishUpToTheLimitComesToAnEnd() throws IOException {
		validate(file("marks", "!?*\n".repeat(500_000)));
		validate(file("string", "cluster a { label \"" + "x".repeat(2_000_000)));
		validate(file("comments", "/*".repeat(1_000_000)));
		validate(file("braces", "{".repeat(2_000_000)));
	}

	@Test
	void aTruncatedDesignHasFindingsWhereverItEnds() throws IOException {
		String tutorial = Designs.tutorial();
		List<String> files = new ArrayList<>();
		for (int end = 50; end < tutorial.stripTrailing().length(); end += 50) {
			files.add(file("cut" + end, tutorial.substring(0, end)));
		}
		List<String> lines = validate(files.toArray(String[]::new));
		for (String name : files) {
			assertTrue(lines.stream().anyMatch(l -> l.startsWith(name + ":") && l.contains(" error ")), name);
		}
	}

	@Test
	void everythingDuplicatedHasFindings() throws IOException {
		String tutorial = Designs.tutorial();
		int open = tutorial.indexOf('{') + 1;
		String body = tutorial.substring(open, tutorial.lastIndexOf('}'));
		assertTrue(validate(file("body", tutorial.substring(0, open) + body + body + "}\n")).stream().anyMatch(l -> l.contains(" error duplicate-name ")));
		assertTrue(validate(file("whole", tutorial + tutorial)).stream().anyMatch(l -> l.contains(" error syntax ")));
		assertTrue(validate(file("often", tutorial.substring(0, open) + body.repeat(20) + "}\n")).size() > 100);
	}
}
