package org.clusterwright.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headless class path for tests that need a process of their own: the libraries of releng/cli/libraries and our classes as they are being tested. */
public final class FlatJava {
	private static final Pattern ARTIFACT = Pattern.compile("<groupId>([^<]*)</groupId><artifactId>([^<]*)</artifactId><version>([^<]*)</version>");
	private static final List<String> MODULES = List.of("model", "dsl", "dsl.ide", "formats", "core");

	private FlatJava() {
	}

	/** The command that runs a main class in the JVM that runs this test; JVM options come first. */
	public static List<String> command(List<String> options, String main, String... args) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dguice_bytecode_gen_option=DISABLED", "-Dclusterwright.root=" + Designs.root()));
		command.addAll(options);
		command.addAll(List.of("-cp", classPath(), main));
		command.addAll(List.of(args));
		return command;
	}

	/** Runs the command line in a process of its own, for at most 60 s. */
	public static Tool.Result clusterwright(Path directory, List<String> options, String... args) {
		return Tool.run(directory, command(options, "org.clusterwright.core.cli.Main", args).toArray(String[]::new));
	}

	public static String classPath() {
		String flat = System.getProperty("java.class.path");
		return System.getProperty("osgi.framework") == null && flat.contains("org.clusterwright.core") ? flat : ofTheBuild();
	}

	/** Under Tycho's OSGi the JVM's own class path holds only a launcher. */
	private static String ofTheBuild() {
		List<String> path = new ArrayList<>();
		MODULES.forEach(m -> path.add(Designs.root().resolve("bundles/org.clusterwright." + m + "/target/classes").toString()));
		path.add(Designs.root().resolve("tests/org.clusterwright.tests/target/classes").toString());
		String repository = System.getenv().getOrDefault("MAVEN_REPO_LOCAL", System.getProperty("user.home") + "/.m2/repository");
		List<String> libraries = Designs.read("releng/cli/libraries").lines().filter(l -> !l.startsWith("#")).toList();
		for (Matcher m = ARTIFACT.matcher(Designs.read("targetplatform/clusterwright.target")); m.find();) {
			if (libraries.contains(m.group(2))) {
				path.add(repository + "/" + m.group(1).replace('.', '/') + "/" + m.group(2) + "/" + m.group(3) + "/" + m.group(2) + "-" + m.group(3) + ".jar");
			}
		}
		return String.join(":", path);
	}
}
