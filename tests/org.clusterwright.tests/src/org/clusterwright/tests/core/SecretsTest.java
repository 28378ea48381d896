package org.clusterwright.tests.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.SecretFile;
import org.clusterwright.core.plan.SecretInsertion;
import org.clusterwright.core.plan.SecretSource;
import org.clusterwright.formats.Syntax;
import org.clusterwright.tests.Plans;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
	@TempDir
	Path directory;

	private Path file(String text, String mode) throws IOException {
		Path file = Files.writeString(directory.resolve("secrets"), text);
		return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
	}

	@Test
	void readsNamesAndValues() throws IOException {
		SecretFile secrets = SecretFile.read(file("# ours\n\nipmi=sec=ret \npdu = x\r\n", "rw-------"));
		assertEquals(Optional.of("sec=ret "), secrets.value("ipmi"));
		assertEquals(Optional.of(" x"), secrets.value("pdu"));
		assertEquals(Optional.empty(), secrets.value("ours"));
	}

	@Test
	void refusesFilesThatOthersMightRead() throws IOException {
		for (String mode : List.of("rw-r-----", "rw----r--", "r--------", "rwx------")) {
			Path file = file("a=b\n", mode);
			assertTrue(assertThrows(IOException.class, () -> SecretFile.read(file), mode).getMessage().contains("0600"));
		}
	}

	@Test
	void refusesFilesOfSomebodyElse() throws IOException {
		Path file = file("a=b\n", "rw-------");
		Assumptions.assumeTrue(Tool.run(directory, "chown", "65534", file.toString()).exit() == 0, "only root can give files away");
		assertTrue(assertThrows(IOException.class, () -> SecretFile.read(file)).getMessage().contains("must belong to you"));
	}

	@Test
	void neverQuotesALineThatItDoesNotUnderstand() throws IOException {
		for (String text : List.of("a=b\nhunter2\n", "a=b\n=hunter2\n", "a=b\na b=hunter2\n", "a=b\na=hunter2\n")) {
			Path file = file(text, "rw-------");
			String message = assertThrows(IOException.class, () -> SecretFile.read(file)).getMessage();
			assertTrue(message.contains(":2:") && !message.contains("hunter2"), message);
		}
	}

	@Test
	void takesFromTheEnvironmentWhatTheFileLacks() {
		SecretSource environment = SecretSource.environment(Map.of("CLUSTERWRIGHT_SECRET_IPMI_AN_01", "x", "CLUSTERWRIGHT_SECRET_PDU", "y"));
		assertEquals(Optional.of("x"), environment.value("ipmi-an.01"));
		SecretSource file = name -> name.equals("pdu") ? Optional.of("z") : Optional.empty();
		assertEquals(Optional.of("z"), file.or(environment).value("pdu"));
		assertEquals(Optional.of("x"), file.or(environment).value("ipmi_an_01"));
		assertEquals(Optional.empty(), file.or(environment).value("other"));
	}

	@Test
	void writesValuesInTheSyntaxOfTheFileAndKeepsThemPrivate() {
		Plan plan = Plans.plan(c -> List.of(Plans.whole(c, "/a.xml", Syntax.XML, "<a b=\"@SECRET(s)@\"/>\n"), Plans.whole(c, "/b", Syntax.PLAIN, "none\n")));
		SecretInsertion filled = SecretInsertion.into(plan, name -> Optional.of("<\"&@SECRET(s)@"));
		assertEquals("<a b=\"&lt;&quot;&amp;@SECRET(s)@\"/>\n", filled.files().get(0).text());
		assertEquals(0600, filled.files().get(0).mode());
		assertEquals(0644, filled.files().get(1).mode());
		assertTrue(filled.missing().isEmpty());
	}

	@Test
	void keepsThePlaceholderOfAMissingSecretAndTheFilePrivate() {
		Plan plan = Plans.plan(c -> List.of(Plans.whole(c, "/a", Syntax.PLAIN, "@SECRET(s)@ @SECRET(t)@\n")));
		SecretInsertion filled = SecretInsertion.into(plan, name -> name.equals("t") ? Optional.of("known") : Optional.empty());
		assertEquals("@SECRET(s)@ known\n", filled.files().get(0).text());
		assertEquals(0600, filled.files().get(0).mode());
		assertEquals(Set.of("s"), filled.missing());
	}

	@Test
	void reportsValuesThatASyntaxCannotSay() {
		Plan plan = Plans.plan(c -> List.of(Plans.whole(c, "/a.res", Syntax.DRBD, "x \"@SECRET(s)@\";\n")));
		SecretInsertion filled = SecretInsertion.into(plan, name -> Optional.of("a\"b"));
		assertEquals(1, filled.unwritable().size());
		assertFalse(filled.unwritable().get(0).toString().contains("a\"b"));
	}
}
