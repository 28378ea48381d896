package org.clusterwright.tests.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clusterwright.core.files.FileReplacement;
import org.clusterwright.tests.FlatJava;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReplacementTest {
	private static final int SIZE = 400_000;
	private static final int KILLS = 12;

	@TempDir
	Path directory;

	private static byte[] text(char c) {
		return String.valueOf(c).repeat(SIZE).getBytes(StandardCharsets.UTF_8);
	}

	/** The process that is killed: replaces a file by texts of one letter, for ever. Makes a file "ready" once it has begun. */
	public static void main(String[] args) throws IOException {
		Path file = Path.of(args[0]);
		for (int i = 0;; i++) {
			FileReplacement.write(file, text((char) ('a' + i % 26)));
			if (i == 2) {
				Files.createFile(file.resolveSibling("ready"));
			}
		}
	}

	@Test
	void aKillLeavesTheOldOrTheNewContentWhole() throws Exception {
		Path file = Files.write(directory.resolve("design.cluster"), text('A'));
		Random random = new Random(3);
		for (int i = 0; i < KILLS; i++) {
			Process process = new ProcessBuilder(FlatJava.command(List.of(), FileReplacementTest.class.getName(), file.toString())).redirectErrorStream(true).start();
			for (int tries = 0; !Files.exists(directory.resolve("ready")) && process.isAlive() && tries < 6000; tries++) {
				process.waitFor(5, TimeUnit.MILLISECONDS);
			}
			process.waitFor(random.nextInt(1, 40), TimeUnit.MILLISECONDS);
			assertTrue(process.isAlive(), "the writer ended by itself");
			process.destroyForcibly().waitFor();
			byte[] left = Files.readAllBytes(file);
			assertEquals(SIZE, left.length);
			assertEquals(new String(text((char) left[0]), StandardCharsets.UTF_8), new String(left, StandardCharsets.UTF_8));
			Files.delete(directory.resolve("ready"));
		}
	}

	@Test
	void modeAndLinksStay() throws IOException {
		Path file = Files.writeString(directory.resolve("real"), "old");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
		Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("real"));
		FileReplacement.write(link, "new".getBytes(StandardCharsets.UTF_8));
		assertEquals("new", Files.readString(file));
		assertTrue(Files.isSymbolicLink(link));
		assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		try (Stream<Path> all = Files.list(directory)) {
			assertEquals(2, all.count(), "something is left over");
		}
	}

	@Test
	void whatIsNoFileIsRefused() {
		assertThrows(IOException.class, () -> FileReplacement.write(directory.resolve("none"), new byte[0]));
		assertThrows(IOException.class, () -> FileReplacement.write(directory, new byte[0]));
	}
}
