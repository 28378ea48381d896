package org.clusterwright.core.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Failures of reading and writing, in plain words. */
final class Complaints {
	private Complaints() {
	}

	static String of(IOException failure) {
		if (failure instanceof NoSuchFileException e) {
			return e.getFile() + ": there is no such file";
		}
		if (failure instanceof AccessDeniedException e) {
			return e.getFile() + ": permission denied";
		}
		if (failure instanceof FileSystemException e) {
			return e.getFile() + ": " + (e.getReason() == null ? e.getClass().getSimpleName() : e.getReason());
		}
		return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
	}
}
