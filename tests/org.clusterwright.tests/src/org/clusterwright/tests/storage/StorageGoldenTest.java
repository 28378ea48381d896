package org.clusterwright.tests.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.drbd.DrbdConf;
import org.clusterwright.formats.drbd.DrbdSteps;
import org.clusterwright.formats.fencepeer.FencePeer;
import org.clusterwright.formats.partitions.PartitionSteps;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Golden;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StorageGoldenTest {
	static final List<NativeFormat> FORMATS = List.of(new DrbdConf(), new FencePeer(), new PartitionSteps(), new DrbdSteps());

	@Test
	void tutorial() {
		Golden.assertTree(Designs.root().resolve("testdata/storage/tutorial/expected"), tree(Designs.tutorial()));
	}

	@TestFactory
	Stream<DynamicTest> cases() {
		return Golden.cases("storage").map(c -> DynamicTest.dynamicTest(c.getFileName().toString(), () -> {
			String text = Designs.read(Designs.root().relativize(c.resolve("input.cluster")).toString());
			Assertions.assertEquals(List.of(), Designs.LANGUAGE.validate(text).findings().stream().filter(Finding::isError).map(f -> f.place().line() + " " + f.message()).toList());
			Golden.assertTree(c.resolve("expected"), tree(text));
		}));
	}

	static TreeMap<String, String> tree(String text) {
		return Golden.generate(Designs.effective(text), FORMATS);
	}

	static String file(String text, String path) {
		String found = tree(text).get(path);
		Assertions.assertNotNull(found, path);
		return found;
	}

	static Path write(Path directory, String name, String text) {
		try {
			java.nio.file.Files.createDirectories(directory.resolve(name).getParent());
			return java.nio.file.Files.writeString(directory.resolve(name), text);
		} catch (java.io.IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}
