package org.clusterwright.tests.export;

import java.io.IOException;
import java.nio.file.Path;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Begins each test with the unpacked bundle of the tutorial's first node, and a tree like a fresh node's beside it. */
class Unpacked {
	@TempDir(factory = Installation.InMemory.class)
	static Path exported;
	@TempDir(factory = Installation.InMemory.class)
	Path directory;
	Installation node;

	@BeforeAll
	static void export() throws IOException {
		Installation.export(Designs.tutorial(), exported);
	}

	/** JUnit warns of each link that it deletes. */
	@AfterEach
	void clear() throws IOException {
		Installation.clear(directory);
	}

	@BeforeEach
	void unpack() throws IOException {
		node = Installation.of(exported, "an-node01", directory);
	}
}
