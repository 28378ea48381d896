package org.clusterwright.core.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Several command lines in one JVM, with the word {@code then} between them: what {@code releng/cli/java.sh} lets a JVM do once, to keep the classes that it loaded for quicker starts.
 */
public final class Rehearsal {
	private Rehearsal() {
	}

	/** The last one is run as from the shell, and ends the JVM with its exit code. */
	public static void main(String[] args) {
		List<String> line = new ArrayList<>();
		for (String word : args) {
			if (word.equals("then")) {
				Main.run(line.toArray(String[]::new), InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
				line.clear();
			} else {
				line.add(word);
			}
		}
		Main.main(line.toArray(String[]::new));
	}
}
