package org.clusterwright.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Runs the real programs that judge our files. A missing one fails under CI=true, elsewhere it skips the test and says so. */
public final class Tool {
	/** What a program did; {@code output} is both its streams. */
	public record Result(int exit, String output) {
		public Result assertOk() {
			Assertions.assertEquals(0, exit, output);
			return this;
		}
	}

	private Tool() {
	}

	/** Fails or skips unless the program is there: a name on the PATH or in /usr/sbin, /sbin, or an absolute path. */
	public static void require(String program) {
		boolean there = program.startsWith("/") ? Files.isExecutable(Path.of(program))
				: List.of((System.getenv("PATH") + ":/usr/sbin:/sbin").split(":")).stream().anyMatch(d -> Files.isExecutable(Path.of(d, program)));
		demand(there, program + " is not installed");
	}

	/** Fails or skips unless a file of the shared oracles is there; they lie beside the repository and are not part of it. */
	public static Path oracle(String path) {
		Path file = Designs.root().resolveSibling("shared").resolve("oracles").resolve(path);
		demand(Files.exists(file), "the oracle " + path + " is not here");
		return file;
	}

	/** Fails or skips unless a file is there that a package of the system has. */
	public static Path file(Path file) {
		demand(Files.exists(file), file + " is not installed");
		return file;
	}

	private static void demand(boolean there, String complaint) {
		if (!there && "true".equals(System.getenv("CI"))) {
			Assertions.fail(complaint);
		}
		Assumptions.assumeTrue(there, complaint);
	}

	public static Result run(Path directory, String... command) {
		return run(directory, Map.of(), "", command);
	}

	/** Runs for at most 60 s. */
	public static Result run(Path directory, Map<String, String> environment, String input, String... command) {
		try {
			Path out = Files.createTempFile("tool", ".out");
			// From a file: a program may end before it has read its input, and a pipe would break then.
			Path in = Files.writeString(Files.createTempFile("tool", ".in"), input);
			ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).redirectInput(in.toFile())
					.redirectOutput(out.toFile());
			builder.environment().put("LC_ALL", "C");
			builder.environment().merge("PATH", "/usr/sbin:/sbin", (a, b) -> a + ":" + b);
			builder.environment().putAll(environment);
			Process process = builder.start();
			boolean ended = process.waitFor(60, TimeUnit.SECONDS);
			if (!ended) {
				process.destroyForcibly();
			}
			String output = Files.readString(out, StandardCharsets.ISO_8859_1);
			Files.delete(in);
			Files.delete(out);
			return new Result(ended ? process.exitValue() : -1, output);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
