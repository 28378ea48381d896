package org.clusterwright.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.clusterwright.core.cli.Main;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagramTest {
	@TempDir
	Path directory;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private int run(String input, String... arguments) {
		return Main.run(Stream.concat(Stream.of("diagram"), Stream.of(arguments)).toArray(String[]::new), new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err);
	}

	@Test
	void theTextFigureIsPrinted() {
		assertEquals(0, run(Designs.tutorial(), "-"));
		assertEquals(Designs.read("testdata/diagram/an-clusterA.txt"), out.toString(StandardCharsets.UTF_8));
	}

	@Test
	void aCommentIsPrinted() {
		assertEquals(0, run(Designs.tutorial(), "-", "--comment"));
		assertEquals(Designs.read("testdata/diagram/an-clusterA.txt"), out.toString(StandardCharsets.UTF_8).replaceAll("(?m)^# ?", ""));
		assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("#  ____"));
		assertEquals(2, run(Designs.tutorial(), "-", "--comment", "--format", "svg"));
	}

	@Test
	void aFilesNameSaysItsFormat() throws Exception {
		Path svg = directory.resolve("n.svg");
		Path png = directory.resolve("n.png");
		assertEquals(0, run(Designs.tutorial(), "-", "--kind", "network", "-o", svg.toString()));
		assertEquals(0, run(Designs.tutorial(), "-", "--dark", "--scale", "1", "-o", png.toString()));
		assertTrue(Files.readString(svg).contains("switch1 10.20.3.1"));
		assertEquals("PNG", new String(Files.readAllBytes(png), 1, 3, StandardCharsets.US_ASCII));
		assertEquals(0, run(Designs.tutorial(), "-", "--format", "txt", "-o", svg.toString()), "written anew");
		assertTrue(Files.readString(svg).contains("[_disk_1_]"));
		try (Stream<Path> left = Files.list(directory)) {
			assertEquals(2, left.count(), "something is left over");
		}
	}

	@Test
	void aDesignWithErrorsIsDrawnAndTheErrorsAreSaid() {
		assertEquals(1, run(Designs.tutorial().replace("on sda6", "on sda9"), "-"));
		assertTrue(out.toString(StandardCharsets.UTF_8).contains("[_/dev/sda9_]"));
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("device-unknown"), err.toString(StandardCharsets.UTF_8));
	}

	@Test
	void whatCannotBeReadIsNotDrawn() {
		assertEquals(1, run("cluster {", "-"));
		assertEquals(0, out.size());
	}

	@Test
	void wrongWordsAreRefused() {
		for (List<String> words : List.<List<String>> of(List.of(), List.of("-", "--kind", "disk"), List.of("-", "--format", "gif"), List.of("-", "--scale", "100"), List.of("a", "b"))) {
			assertEquals(2, run("", words.toArray(String[]::new)), words.toString());
		}
		assertFalse(err.toString(StandardCharsets.UTF_8).contains("Exception"));
	}
}
