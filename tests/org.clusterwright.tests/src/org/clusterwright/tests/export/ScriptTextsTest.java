package org.clusterwright.tests.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Test;

/** The texts of the bundle's scripts. Each stands alone, so what they share is there several times, and must be the same. */
class ScriptTextsTest {
	private static final String FOLDER = "bundles/org.clusterwright.core/src/org/clusterwright/core/export/scripts/";
	private static final List<String> SCRIPTS = List.of("install.sh", "verify.sh", "rollback.sh");
	private static final Pattern BLOCK = Pattern.compile("^# ---- shared: (\\w+)[^\n]*\n(.*?)^# ---- end$", Pattern.MULTILINE | Pattern.DOTALL);
	/** What EL6 has without further packages; of the rest the scripts ask with command -v first. */
	private static final List<String> NOT_THERE = List.of("grep", "find", "xargs", "cmp", "perl", "python", "realpath", "local", "declare", "pgrep", "pidof", "hostname", "tac");

	@Test
	void sharedBlocksAreTheSame() {
		Map<String, String> blocks = new HashMap<>();
		int repeated = 0;
		for (String script : SCRIPTS) {
			for (Matcher m = BLOCK.matcher(Designs.read(FOLDER + script)); m.find();) {
				String known = blocks.putIfAbsent(m.group(1), m.group(2));
				repeated += known == null ? 0 : 1;
				assertEquals(known == null ? m.group(2) : known, m.group(2), script + ": " + m.group(1));
			}
		}
		assertEquals(7, repeated);
	}

	@Test
	void shellcheckFindsNothing() {
		Tool.require("shellcheck");
		Path folder = Designs.root().resolve(FOLDER);
		Tool.run(folder, "shellcheck", "-s", "sh", "install.sh", "verify.sh", "rollback.sh").assertOk();
	}

	@Test
	void nothingIsCalledThatTheNodeLacks() {
		for (String script : SCRIPTS) {
			for (String line : Designs.read(FOLDER + script).split("\n")) {
				for (String program : NOT_THERE) {
					assertTrue(!Pattern.compile("(^|[|;&(]|\\b(?:then|do|else|if|!))\\s*" + program + " ").matcher(line).find(), script + ": " + line);
				}
			}
		}
	}
}
