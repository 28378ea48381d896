package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The running product is stopped dead in the middle of saving, again and again. A stopped process leaves the disk as a killed one does at that moment, and
 * goes on afterwards, so that many moments cost no more than one start; at last it is killed for good.
 */
class SavingKilledTest {
	private static final int MOMENTS = 40;
	private static final int COMMENTS = 4_000;

	@TempDir
	Path directory;

	/** Two designs of a fifth of a megabyte each, of different lengths. */
	static String[] versions() {
		return new String[] { version("first", COMMENTS), version("second one", COMMENTS + 500) };
	}

	private static String version(String word, int lines) {
		return "cluster c version 1 {\n    node a\n" + ("    // " + word + " version of this line, to be found whole\n").repeat(lines) + "}\n";
	}

	@Test
	void theFileIsAlwaysOneOfTheTwoVersionsWhole() throws Exception {
		List<String> versions = Arrays.asList(versions());
		Path design = Files.writeString(directory.resolve("saved.cluster"), versions.get(0));
		int[] seen = new int[versions.size()];
		Random random = new Random(7);
		try (ProductProcess product = ProductProcess.start(directory, "save", design)) {
			product.await(directory.resolve("save.result.ready"));
			for (int i = 0; i < MOMENTS; i++) {
				Thread.sleep(20 + random.nextInt(80));
				product.signal("STOP");
				seen[whole(design, versions)]++;
				product.signal("CONT");
			}
			Thread.sleep(random.nextInt(100));
			product.kill();
		}
		whole(design, versions);
		assertTrue(seen[0] > 0 && seen[1] > 0, "it did not save between: " + Arrays.toString(seen));
		// What the last save left half done is not in the way of the next.
		try (Stream<Path> beside = Files.list(directory)) {
			assertTrue(beside.filter(f -> f.getFileName().toString().contains("saved.cluster")).count() <= 2, "temporary files pile up");
		}
	}

	private static int whole(Path design, List<String> versions) throws IOException {
		String text = Files.readString(design);
		int which = versions.indexOf(text);
		assertTrue(which >= 0, () -> "neither version: " + text.length() + " characters, ending " + text.substring(Math.max(0, text.length() - 60)));
		assertEquals(versions.get(which), text);
		return which;
	}
}
