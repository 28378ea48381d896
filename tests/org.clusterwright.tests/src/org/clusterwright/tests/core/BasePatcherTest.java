package org.clusterwright.tests.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.clusterwright.core.plan.BasePatcher;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.SecretInsertion;
import org.clusterwright.core.plan.SecretSource;
import org.clusterwright.core.plan.TreeFile;
import org.clusterwright.tests.Plans;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BasePatcherTest {
	@TempDir
	Path base;

	private List<TreeFile> apply(String awk) throws IOException {
		Plan plan = Plans.plan(c -> List.of(Plans.patch(c, "/etc/a.conf", awk)));
		return BasePatcher.apply(base, plan, SecretInsertion.into(plan, SecretSource.NONE).files());
	}

	private Path baseFile(String text, String mode) throws IOException {
		Files.createDirectories(base.resolve("etc"));
		Path file = Files.writeString(base.resolve("etc/a.conf"), text);
		return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
	}

	@Test
	void givesThePatchedFileOfEachNodeWithTheModeOfTheBase() throws IOException {
		Tool.require("awk");
		baseFile("x = 1\ny = 2\n", "rw-r-----");
		List<TreeFile> patched = apply("/^x/ { print \"x = 3\"; next }\n{ print }\n");
		assertEquals(List.of("one/etc/a.conf", "two/etc/a.conf"), patched.stream().map(TreeFile::relative).toList());
		assertEquals("x = 3\ny = 2\n", patched.get(0).text());
		assertEquals(0640, patched.get(0).mode());
		assertEquals("x = 1\ny = 2\n", Files.readString(base.resolve("etc/a.conf")));
	}

	@Test
	void aPatchWithASecretMakesThePatchedFilePrivate() throws IOException {
		Tool.require("awk");
		baseFile("", "rw-r--r--");
		List<TreeFile> patched = apply("END { print \"@SECRET(s)@\" }\n");
		assertEquals("@SECRET(s)@\n", patched.get(0).text());
		assertEquals(0600, patched.get(0).mode());
	}

	@Test
	void namesAMissingBaseFile() {
		assertTrue(assertThrows(IOException.class, () -> apply("{ print }\n")).getMessage().contains("/etc/a.conf"));
	}

	@Test
	void namesAPatchThatAwkRefuses() throws IOException {
		Tool.require("awk");
		baseFile("x\n", "rw-r--r--");
		assertTrue(assertThrows(IOException.class, () -> apply("{ print (\n")).getMessage().contains("etc-a.conf.awk"));
	}

	@Test
	void readsNothingOutsideOfTheBase() throws IOException {
		Path outside = Files.writeString(base.resolve("outside"), "x\n");
		Path inner = Files.createDirectories(base.resolve("inner/etc"));
		Files.createSymbolicLink(inner.resolve("a.conf"), outside);
		Plan plan = Plans.plan(c -> List.of(Plans.patch(c, "/etc/a.conf", "{ print }\n")));
		assertThrows(IOException.class, () -> BasePatcher.apply(base.resolve("inner"), plan, SecretInsertion.into(plan, SecretSource.NONE).files()));
	}
}
