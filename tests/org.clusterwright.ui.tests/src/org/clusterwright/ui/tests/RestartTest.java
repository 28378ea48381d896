package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product is left and started again on the same workspace: nothing is lost. */
class RestartTest {
	@TempDir
	Path directory;

	@Test
	void everythingIsAsItWasLeftAndAChangedDesignIsAskedFor() throws Exception {
		Path design = Files.writeString(directory.resolve("an-clusterA.cluster"), Workbench.tutorialText(), StandardCharsets.UTF_8);
		Map<String, String> left;
		try (ProductProcess first = ProductProcess.start(directory, "leave", design)) {
			left = first.end();
			assertFalse(first.said().contains("log4j"), first.said());
		}
		assertFalse(left.containsKey("failure"), left::toString);
		assertEquals(ProductScript.FENCING, left.get("page"));
		assertEquals("30", left.get("share"));
		assertEquals(ProductScript.SHOWN.toString(), left.get("shown"));
		assertEquals("true", left.get("wrap"));
		assertFalse(left.get("folded").isEmpty());
		assertEquals("false", left.get("outline"));
		assertEquals("false", left.get("welcome"), "the welcome page hides what was left open");
		Map<String, String> found;
		try (ProductProcess second = ProductProcess.start(directory, "return")) {
			found = second.end();
		}
		assertFalse(found.containsKey("failure"), found::toString);
		left.forEach((key, value) -> assertEquals(value, found.get(key), key));
		assertEquals("Save Resource", found.get("asked"), "a changed design is not asked for");
		assertEquals("false", found.get("left"), "Cancel leaves");
		assertEquals("// more\n" + Workbench.tutorialText(), Files.readString(design), "Save on leaving does not");
		String log = Files.readString(directory.resolve("workspace/.metadata/.log"));
		assertFalse(log.contains("unsaved changes"), log);
	}
}
