package org.clusterwright.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunbookVerbTest {
	@TempDir
	Path directory;

	@Test
	void markdownIsPrinted() {
		CommandLine run = CommandLine.with(Map.of(), Designs.tutorial(), "runbook", "-");
		assertEquals(0, run.exit(), run.err());
		assertEquals(Designs.read("testdata/runbook/an-clusterA/runbook.md"), run.out());
		assertEquals(Designs.read("testdata/runbook/an-clusterA/testplan.md"), CommandLine.with(Map.of(), Designs.tutorial(), "runbook", "-", "--test-plan").out());
	}

	@Test
	void aFilesNameSaysItsFormat() throws Exception {
		Path html = directory.resolve("run.html");
		assertEquals(0, CommandLine.with(Map.of(), Designs.tutorial(), "runbook", "-", "-o", html.toString()).exit());
		assertTrue(Files.readString(html).startsWith("<!DOCTYPE html>"));
		assertEquals(0, CommandLine.with(Map.of(), Designs.tutorial(), "runbook", "-", "--format", "md", "-o", html.toString()).exit());
		assertTrue(Files.readString(html).startsWith("# Runbook"), "what is said counts more than the name");
		try (Stream<Path> left = Files.list(directory)) {
			assertEquals(1, left.count(), "something is left over");
		}
	}

	@Test
	void aDesignWithErrorsHasNone() {
		CommandLine run = CommandLine.with(Map.of(), Designs.tutorial().replace("on sda6", "on sda9"), "runbook", "-");
		assertEquals(1, run.exit());
		assertEquals("", run.out());
		assertTrue(run.err().contains("device-unknown"), run.err());
	}

	@Test
	void secretsOfTheEnvironmentStayOut() {
		CommandLine run = CommandLine.with(Map.of("CLUSTERWRIGHT_SECRET_PDU", "hunter2"), Designs.tutorial(), "runbook", "-", "--format", "html");
		assertEquals(0, run.exit());
		assertFalse(run.out().contains("hunter2"));
	}

	@Test
	void wrongWordsAreSaid() {
		assertEquals(2, CommandLine.with(Map.of(), Designs.tutorial(), "runbook", "-", "--format", "pdf").exit());
		assertEquals(2, CommandLine.run("runbook").exit());
	}
}
