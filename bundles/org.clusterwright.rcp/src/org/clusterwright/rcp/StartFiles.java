package org.clusterwright.rcp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that the user named when starting: plain arguments, and the property {@code clusterwright.open}. */
final class StartFiles {
	private StartFiles() {
	}

	static List<Path> of(String[] arguments) {
		List<Path> files = new ArrayList<>();
		String property = System.getProperty("clusterwright.open");
		if (property != null && !property.isBlank()) {
			files.add(Path.of(property).toAbsolutePath());
		}
		for (int i = 0; i < arguments.length; i++) {
			if (arguments[i].startsWith("-")) {
				// an option of the platform; its value, if it has one, is not ours either
				i += i + 1 < arguments.length && !arguments[i + 1].startsWith("-") && !arguments[i + 1].endsWith(".cluster") ? 1 : 0;
			} else {
				files.add(Path.of(arguments[i]).toAbsolutePath());
			}
		}
		return files;
	}
}
