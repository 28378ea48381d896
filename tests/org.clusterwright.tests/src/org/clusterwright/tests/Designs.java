package org.clusterwright.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Finding;

/** Designs for tests, and the repository's own files. One language for all tests. */
public final class Designs {
	public static final ClusterLanguage LANGUAGE = new ClusterLanguage();

	private Designs() {
	}

	/** The top of the repository. */
	public static Path root() {
		return Path.of(System.getProperty("clusterwright.root"));
	}

	public static String read(String path) {
		try {
			return Files.readString(root().resolve(path));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	public static String tutorial() {
		return read("examples/an-clusterA.cluster");
	}

	/** The effective values of a design; fails when the text has syntax errors or dangling references. Other findings do not matter here. */
	public static EffectiveCluster effective(String text) {
		ParsedDesign parsed = LANGUAGE.validate(text);
		List<Finding> broken = parsed.findings().stream().filter(f -> f.code().name().matches("SYNTAX|UNRESOLVED_REFERENCE")).toList();
		if (!broken.isEmpty()) {
			throw new AssertionError("not a readable design: " + broken.get(0).place() + " " + broken.get(0).message());
		}
		return new EffectiveCluster(parsed.root().orElseThrow());
	}

	/** The codes of all findings of a design, in the order of their places: {@code "two-node-votes"}. */
	public static List<String> codes(String text) {
		return LANGUAGE.validate(text).findings().stream().map(f -> f.code().id()).toList();
	}

	/** The body in a cluster, for rules that need only a part. */
	public static String cluster(String body) {
		return "cluster test version 1 {\n" + body.indent(4) + "}\n";
	}
}
