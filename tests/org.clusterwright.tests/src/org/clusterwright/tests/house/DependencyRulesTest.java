package org.clusterwright.tests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

/** ARCHITECTURE.md, "Allowed dependencies": a new edge between bundles, or a workbench type below the workbench, fails here. */
class DependencyRulesTest {
	private static final Map<String, Set<String>> OURS = Map.of(
			"model", Set.of(),
			"dsl", Set.of("model"),
			"dsl.ide", Set.of("dsl", "model"),
			"formats", Set.of("model"),
			"core", Set.of("dsl.ide", "dsl", "formats", "model"),
			"ui", Set.of("core", "dsl.ide", "dsl", "formats", "model"),
			"rcp", Set.of("ui"));
	private static final Set<String> HEADLESS = Set.of("model", "dsl", "dsl.ide", "formats", "core");
	private static final List<String> WORKBENCH = List.of("org.eclipse.swt", "org.eclipse.jface", "org.eclipse.ui", "org.eclipse.core.resources", "org.eclipse.core.runtime",
			"org.eclipse.help", "org.eclipse.compare", "org.eclipse.e4");

	@Test
	void everyBundleIsInTheTable() throws IOException {
		try (Stream<Path> bundles = Files.list(Designs.root().resolve("bundles"))) {
			assertEquals(new TreeSet<>(OURS.keySet()), new TreeSet<>(bundles.map(p -> p.getFileName().toString().replace("org.clusterwright.", "")).toList()));
		}
	}

	@Test
	void bundlesRequireOnlyWhatTheTableAllows() throws IOException {
		for (String bundle : OURS.keySet()) {
			for (String required : names(bundle, "Require-Bundle")) {
				if (required.startsWith("org.clusterwright.")) {
					assertTrue(OURS.get(bundle).contains(required.substring("org.clusterwright.".length())), bundle + " must not require " + required);
				}
			}
		}
	}

	@Test
	void nothingBelowTheWorkbenchKnowsIt() throws IOException {
		for (String bundle : HEADLESS) {
			List<String> all = new ArrayList<>(names(bundle, "Require-Bundle"));
			all.addAll(names(bundle, "Import-Package"));
			for (String name : all) {
				assertTrue(WORKBENCH.stream().noneMatch(w -> name.equals(w) || name.startsWith(w + ".")), bundle + " must not know " + name);
			}
		}
	}

	@Test
	void formatsAndModelKnowNoXtext() throws IOException {
		for (String bundle : List.of("model", "formats")) {
			assertTrue(names(bundle, "Require-Bundle").stream().noneMatch(n -> n.startsWith("org.eclipse.xtext")), bundle);
		}
	}

	@Test
	void nothingIsReexportedAndNoBundleHasAnActivator() throws IOException {
		for (String bundle : OURS.keySet()) {
			Manifest manifest = manifest(bundle);
			String required = String.valueOf(manifest.getMainAttributes().getValue("Require-Bundle"));
			assertFalse(required.contains("reexport") || required.contains("resolution:=optional"), bundle);
			assertEquals(null, manifest.getMainAttributes().getValue("Bundle-Activator"), bundle);
		}
	}

	@Test
	void onlyTheLanguagesEditorServicesTouchGuice() throws IOException {
		for (String bundle : List.of("formats", "model", "core", "ui", "rcp")) {
			try (Stream<Path> sources = Files.walk(Designs.root().resolve("bundles/org.clusterwright." + bundle + "/src"))) {
				for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
					assertFalse(Files.readString(source).contains("import com.google.inject"), source.toString());
				}
			}
		}
	}

	private static List<String> names(String bundle, String header) throws IOException {
		String value = manifest(bundle).getMainAttributes().getValue(header);
		return value == null ? List.of() : Stream.of(value.replaceAll("\"[^\"]*\"", "").split(",")).map(s -> s.split(";")[0].strip()).filter(s -> !s.isEmpty()).toList();
	}

	private static Manifest manifest(String bundle) throws IOException {
		try (InputStream in = Files.newInputStream(Designs.root().resolve("bundles/org.clusterwright." + bundle + "/META-INF/MANIFEST.MF"))) {
			return new Manifest(in);
		}
	}
}
