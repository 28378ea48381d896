package org.clusterwright.tests.export;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.clusterwright.core.export.BundleScripts;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts of the bundle's scripts, as they travel. */
class ScriptTextsTest {
	/** What EL6 has without further packages; of the rest the scripts ask with command -v first. */
	private static final List<String> NOT_THERE = List.of("grep", "find", "xargs", "cmp", "perl", "python", "realpath", "local", "declare", "pgrep", "pidof", "hostname", "tac");

	@Test
	void eachStandsAlone() {
		for (String script : BundleScripts.NAMES) {
			String text = BundleScripts.text(script);
			assertTrue(text.startsWith("#!/bin/sh\n"), script);
			assertFalse(text.contains("# include "), script);
		}
	}

	@Test
	void shellcheckFindsNothing(@TempDir Path folder) throws IOException {
		Tool.require("shellcheck");
		for (String script : BundleScripts.NAMES) {
			Files.writeString(folder.resolve(script), BundleScripts.text(script));
			Tool.run(folder, "shellcheck", "-s", "sh", script).assertOk();
		}
	}

	@Test
	void nothingIsCalledThatTheNodeLacks() {
		for (String script : BundleScripts.NAMES) {
			for (String line : BundleScripts.text(script).split("\n")) {
				for (String program : NOT_THERE) {
					assertTrue(!Pattern.compile("(^|[|;&(]|\\b(?:then|do|else|if|!))\\s*" + program + " ").matcher(line).find(), script + ": " + line);
				}
			}
		}
	}
}
