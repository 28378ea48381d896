package org.clusterwright.core.cli;

/** The command line was not understood; the message says what was wrong with it. */
final class UsageException extends Exception {
	private static final long serialVersionUID = 1L;

	UsageException(String message) {
		super(message);
	}
}
