package org.clusterwright.ui.tests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The product in a process of its own, made of the bundles of this one, on a workspace that outlives it. {@link ProductScript} tells it what to do. */
final class ProductProcess implements AutoCloseable {
	static final String SCRIPT = "clusterwright.test.script";
	static final String RESULT = "clusterwright.test.result";
	private static final int PATIENCE_SECONDS = 90;
	private static final int STEP_MILLIS = 50;

	private final Process process;
	private final Path result;
	private final Path output;

	private ProductProcess(Process process, Path result, Path output) {
		this.process = process;
		this.result = result;
		this.output = output;
	}

	/** @param directory holds the workspace and all else that the process writes */
	static ProductProcess start(Path directory, String script, Path... files) throws IOException {
		Path configuration = Files.createDirectories(directory.resolve("configuration-" + script));
		Files.copy(Path.of(URI.create(System.getProperty("osgi.configuration.area").replace(" ", "%20"))).resolve("config.ini"), configuration.resolve("config.ini"));
		Path result = directory.resolve(script + ".result");
		Path output = directory.resolve(script + ".output");
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx700m", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
				"-D" + SCRIPT + "=" + script, "-D" + RESULT + "=" + result, "-jar", launcher(), "-install", System.getProperty("osgi.install.area"), "-configuration", configuration.toString(), "-data",
				directory.resolve("workspace").toString(), "-product", "org.clusterwright.rcp.product", "-nosplash"));
		for (Path file : files) {
			command.add(file.toString());
		}
		return new ProductProcess(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start(), result, output);
	}

	private static String launcher() {
		for (String entry : System.getProperty("java.class.path").split(":")) {
			if (entry.contains("org.eclipse.equinox.launcher")) {
				return Path.of(entry).toAbsolutePath().toString();
			}
		}
		throw new AssertionError("this workbench was not started by the launcher: " + System.getProperty("java.class.path"));
	}

	/** Waits until it has ended by itself; what its script found, by name. */
	Map<String, String> end() throws IOException, InterruptedException {
		if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
			throw new AssertionError("the product did not end: " + said());
		}
		if (!Files.exists(result)) {
			throw new AssertionError("the script did not run: " + said());
		}
		return Files.readAllLines(result).stream().map(l -> l.split("=", 2)).collect(Collectors.toMap(l -> l[0], l -> l[1]));
	}

	/** Waits until its script has written a file. */
	void await(Path file) throws IOException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (!Files.exists(file) && process.isAlive() && System.nanoTime() < end) {
			Workbench.rest(STEP_MILLIS);
		}
		if (!Files.exists(file)) {
			throw new AssertionError("the script did not come so far: " + (Files.exists(result) ? Files.readString(result) : "") + said());
		}
	}

	String said() throws IOException {
		return Files.readString(output);
	}

	/** Sends a signal that Java has no word for. */
	void signal(String name) throws IOException, InterruptedException {
		int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
		if (code != 0) {
			throw new AssertionError("kill -" + name + " failed: " + said());
		}
	}

	/** Ends it as kill -9 does. */
	void kill() throws InterruptedException {
		process.destroyForcibly().waitFor();
	}

	@Override
	public void close() throws InterruptedException {
		kill();
	}
}
