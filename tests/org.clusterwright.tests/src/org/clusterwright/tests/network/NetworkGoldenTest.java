package org.clusterwright.tests.network;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The files of the network area of whole designs. */
class NetworkGoldenTest {
	private static final Path DIRECTORY = Designs.root().resolve("testdata/network");

	@Test
	void tutorial() {
		Golden.assertTree(DIRECTORY.resolve("tutorial/expected"), NetworkFormats.of(Designs.tutorial()));
	}

	@TestFactory
	Stream<DynamicTest> variants() {
		return Golden.cases("network").map(c -> DynamicTest.dynamicTest(c.getFileName().toString(),
				() -> Golden.assertTree(c.resolve("expected"), NetworkFormats.of(Designs.read("testdata/network/" + c.getFileName() + "/input.cluster")))));
	}
}
