package org.clusterwright.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb export, as it is called. */
class ExportTest {
	@TempDir
	Path top;
	private String design;
	private String out;

	@BeforeEach
	void write() throws IOException {
		design = Files.writeString(top.resolve("my cluster.cluster"), Designs.tutorial()).toString();
		out = top.resolve("out").toString();
	}

	private Path secret(String name, String text) throws IOException {
		Path file = Files.writeString(top.resolve(name), text);
		return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
	}

	@Test
	void printsSumsAsSha256sumWantsThem() throws IOException {
		CommandLine run = CommandLine.run("export", design, "-o", out);
		assertEquals(0, run.exit(), run.err());
		assertTrue(run.err().contains("warning fence-race"), run.err());
		assertEquals(3, run.out().lines().count(), run.out());
		Files.writeString(top.resolve("sums"), run.out());
		Tool.run(Path.of(out), "sha256sum", "-c", "--quiet", "../sums").assertOk();
		CommandLine trees = CommandLine.run("export", design, "-o", out, "--format", "dir", "--node", "an-node02", "--node=an01");
		Files.writeString(top.resolve("sums"), trees.out());
		assertEquals(2, trees.out().lines().count(), trees.out());
		Tool.run(Path.of(out), "sha256sum", "-c", "--quiet", "../sums").assertOk();
		assertTrue(Files.exists(Path.of(out, "an-node01/my cluster.cluster")));
	}

	@Test
	void theEnvironmentMaySayTheTime() {
		assertEquals(CommandLine.run("export", design, "-o", out).out(), CommandLine.with(Map.of("SOURCE_DATE_EPOCH", "1262304008"), "", "export", design, "-o", out).out());
		assertFalse(CommandLine.run("export", design, "-o", out).out().equals(CommandLine.with(Map.of("SOURCE_DATE_EPOCH", "1262304009"), "", "export", design, "-o", out).out()));
		CommandLine wrong = CommandLine.with(Map.of("SOURCE_DATE_EPOCH", "today"), "", "export", design, "-o", out);
		assertEquals(2, wrong.exit());
		assertTrue(wrong.err().contains("SOURCE_DATE_EPOCH is not a number of seconds"), wrong.err());
	}

	@Test
	void jsonNamesTheArchives() {
		CommandLine run = CommandLine.run("export", design, "-o", out, "--json");
		JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
		JsonObject archive = json.getAsJsonArray("archives").get(2).getAsJsonObject();
		assertEquals("an-clusterA.tar.gz", archive.get("name").getAsString());
		assertTrue(archive.get("sha256").getAsString().matches("[0-9a-f]{64}") && archive.get("bytes").getAsLong() > 10_000);
		assertTrue(json.getAsJsonArray("findings").size() > 0 && json.getAsJsonArray("warnings").isEmpty());
		assertEquals("", run.err());
	}

	@Test
	void aDesignWithErrorsIsNotExported() throws IOException {
		Files.writeString(Path.of(design), Designs.tutorial().replace("id 2", "id 1"));
		assertEquals(1, CommandLine.run("export", design, "-o", out).exit());
		assertEquals(1, CommandLine.run("export", design, "-o", out, "--json").exit());
		assertFalse(Files.exists(Path.of(out)));
	}

	@Test
	void wrongUsageIsSaid() throws IOException {
		assertUsage("say where to: -o DIR", "export", design);
		assertUsage("name one file", "export", "-o", out);
		assertUsage("--format is one of tar.gz, dir, rpm", "export", design, "-o", out, "--format", "zip");
		assertUsage("there is no node x; the nodes are an-node01, an-node02", "export", design, "-o", out, "--node", "x");
		assertUsage("there is no directory ", "export", design, "-o", out + "/deeper");
		assertUsage("--packages wants the directory of your RPM files", "export", design, "-o", out, "--packages", top.resolve("none").toString());
		String values = secret("values", "ipmi=a\n").toString();
		assertUsage("--secrets goes with --with-secrets", "export", design, "-o", out, "--secrets", values);
		assertUsage("--passphrase-file goes with --with-secrets", "export", design, "-o", out, "--passphrase-file", values);
		assertUsage("there is no terminal to ask for the passphrase", "export", design, "-o", out, "--with-secrets", "--secrets", values);
		assertUsage("the value of no secret is known", "export", design, "-o", out, "--with-secrets", "--passphrase-file", values);
		assertUsage("the passphrase is empty", "export", design, "-o", out, "--with-secrets", "--secrets", values, "--passphrase-file", secret("empty", "\nx\n").toString());
		String open = Files.writeString(top.resolve("open"), "open\n").toString();
		assertUsage("must have rw------- (chmod 0600)", "export", design, "-o", out, "--with-secrets", "--secrets", values, "--passphrase-file", open);
		assertFalse(Files.exists(Path.of(out)));
	}

	private static void assertUsage(String text, String... words) {
		CommandLine run = CommandLine.run(words);
		assertEquals(2, run.exit(), run.err());
		assertTrue(run.err().contains(text), run.err());
	}

	@Test
	void sealedSecretsAreSaid() throws IOException {
		CommandLine run = CommandLine.run("export", design, "-o", out, "--format", "dir", "--with-secrets", "--secrets", secret("values", "ipmi=qvxw7391\n").toString(), "--passphrase-file",
				secret("passphrase", "open sesame\n").toString());
		assertEquals(0, run.exit(), run.err());
		assertTrue(run.err().contains("the bundles hold the values of secrets, sealed with your passphrase"), run.err());
		assertTrue(run.err().contains("warning secret-missing No value for the secret 'pdu'"), run.err());
		assertTrue(Files.exists(Path.of(out, "an-node01/secrets.gpg")));
		assertFalse(run.err().contains("qvxw7391") || run.out().contains("qvxw7391"));
	}

	@Test
	void readsTheDesignFromStandardInput() {
		CommandLine run = CommandLine.with(Map.of(), Designs.tutorial(), "export", "-", "-o", out, "--format", "dir", "--node", "an-node01");
		assertEquals(0, run.exit(), run.err());
		assertTrue(Files.exists(Path.of(out, "an-node01/an-clusterA.cluster")));
	}
}
