package org.clusterwright.core.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A stream of text in UTF-8, whatever the locale. After the first failure it swallows what comes, so that a closed pipe ends nothing half way. */
final class Output {
	private final OutputStream stream;
	private IOException failure;

	Output(OutputStream stream) {
		this.stream = new BufferedOutputStream(stream);
	}

	void line(String text) {
		write(text + "\n");
	}

	void write(String text) {
		write(text.getBytes(StandardCharsets.UTF_8));
	}

	void write(byte[] bytes) {
		if (failure != null) {
			return;
		}
		try {
			stream.write(bytes);
		} catch (IOException e) {
			failure = e;
		}
	}

	void flush() {
		if (failure != null) {
			return;
		}
		try {
			stream.flush();
		} catch (IOException e) {
			failure = e;
		}
	}

	/** What kept the output from arriving; a reader that had enough ({@code clusterwright show … | head}) is no failure. */
	Optional<IOException> failure() {
		return Optional.ofNullable(failure).filter(f -> !"Broken pipe".equals(f.getMessage()));
	}
}
