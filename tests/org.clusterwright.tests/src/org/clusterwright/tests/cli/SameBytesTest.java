package org.clusterwright.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.FlatJava;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same design gives the same bytes and the same findings, whatever the machine thinks of languages and times. */
class SameBytesTest {
	@TempDir
	Path top;

	@Test
	void localeAndTimeZoneDoNotMatter() {
		String design = Designs.root().resolve("examples/an-clusterA.cluster").toString();
		Tool.Result here = run(design, "here", "-Duser.language=en", "-Duser.country=US", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8");
		Tool.Result there = run(design, "there", "-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Kathmandu", "-Dfile.encoding=ISO-8859-1");
		assertEquals(here, there);
		if (here.exit() == 0) {
			Tool.run(top, "diff", "-r", "here", "there").assertOk();
		}
	}

	private Tool.Result run(String design, String directory, String... options) {
		return FlatJava.clusterwright(top, List.of(options), "generate", design, "-o", directory);
	}
}
