package org.clusterwright.core.cli;

import java.io.InputStream;
import java.util.Map;
import java.util.Objects;

/** What a run of the command line talks to. {@code progress} says that standard error is a terminal with a person before it. */
record Streams(InputStream in, Output out, Output err, Map<String, String> environment, boolean progress) {
	Streams {
		Objects.requireNonNull(in);
		Objects.requireNonNull(out);
		Objects.requireNonNull(err);
	}

	/** A line about the program itself, not about the design. */
	void complain(String message) {
		err.line("clusterwright: " + message);
	}
}
