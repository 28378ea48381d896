package org.clusterwright.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.Span;
import org.clusterwright.model.effective.EffectiveCluster;
import org.junit.jupiter.api.Assertions;

/** Golden trees: testdata/AREA/CASE/input.cluster becomes testdata/AREA/CASE/expected/NODE/PATH. -Dgolden.update=true rewrites them. */
public final class Golden {
	private Golden() {
	}

	/** Directories of the cases of an area. */
	public static Stream<Path> cases(String area) {
		try {
			return Files.list(Designs.root().resolve("testdata").resolve(area)).filter(p -> Files.exists(p.resolve("input.cluster"))).sorted();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** All files of the formats, as NODE/PATH to content; cluster-wide files under "all". Checks on the way that every character is traced. */
	public static TreeMap<String, String> generate(EffectiveCluster cluster, List<NativeFormat> formats) {
		TreeMap<String, String> tree = new TreeMap<>();
		for (NativeFormat format : formats) {
			for (NativeFile file : format.generate(cluster)) {
				String where = file.node().map(n -> n.name().value()).orElse("all") + file.path();
				Assertions.assertNull(tree.put(where, file.content().text()), "generated twice: " + where);
				assertTraced(where, file);
			}
		}
		return tree;
	}

	public static void assertTraced(String where, NativeFile file) {
		int at = 0;
		for (Span span : file.content().spans()) {
			Assertions.assertEquals(at, span.start(), () -> "gap in the trace of " + where);
			at = span.end();
		}
		Assertions.assertEquals(file.content().text().length(), at, () -> "untraced end of " + where);
	}

	/** Compares a tree with the expected directory, or rewrites the directory when told. */
	public static void assertTree(Path expected, TreeMap<String, String> actual) {
		try {
			if (Boolean.getBoolean("golden.update")) {
				if (Files.exists(expected)) {
					try (Stream<Path> old = Files.walk(expected)) {
						old.sorted(java.util.Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
					}
				}
				for (var e : actual.entrySet()) {
					Files.createDirectories(expected.resolve(e.getKey()).getParent());
					Files.writeString(expected.resolve(e.getKey()), e.getValue());
				}
				return;
			}
			TreeMap<String, String> wanted = new TreeMap<>();
			if (Files.exists(expected)) {
				try (Stream<Path> files = Files.walk(expected)) {
					for (Path p : files.filter(Files::isRegularFile).toList()) {
						wanted.put(expected.relativize(p).toString(), Files.readString(p));
					}
				}
			}
			Assertions.assertEquals(String.join("\n", wanted.keySet()), String.join("\n", actual.keySet()), "the files of " + expected);
			wanted.forEach((path, text) -> Assertions.assertEquals(text, actual.get(path), path));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
