package org.clusterwright.tests.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.clusterwright.core.cli.Main;

/** One run of the command line in this process. */
record CommandLine(int exit, String out, String err) {

	static CommandLine run(String... args) {
		return with(Map.of(), "", args);
	}

	static CommandLine with(Map<String, String> environment, String input, String... args) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		int exit = Main.run(args, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err, environment);
		return new CommandLine(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}
}
