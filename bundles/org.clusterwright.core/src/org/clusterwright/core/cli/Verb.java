package org.clusterwright.core.cli;

import java.io.IOException;
import java.util.List;

/** One thing the command line can do. */
interface Verb {
	int OK = 0;
	/** The design has findings of severity error. */
	int FINDINGS = 1;
	/** The command line was wrong, or a file could not be read or written. */
	int FAILED = 2;

	String name();

	/** What comes after the name, on one line. */
	String synopsis();

	/** One sentence for the list of verbs. */
	String purpose();

	/** The options and what else is worth knowing, in lines. */
	String details();

	int run(List<String> words, Streams streams) throws UsageException, IOException;
}
