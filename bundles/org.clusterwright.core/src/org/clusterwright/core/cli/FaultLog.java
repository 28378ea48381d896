package org.clusterwright.core.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Keeps the detail of an unexpected failure in a file, so that the user sees one line and a developer everything. */
final class FaultLog {
	private FaultLog() {
	}

	/** Writes the detail and gives the line for the user. */
	static String report(Throwable fault, String[] args, Map<String, String> environment) {
		StringBuilder detail = new StringBuilder("clusterwright ").append(String.join(" ", args)).append("\nJava ").append(Runtime.version()).append('\n');
		for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
			detail.append(cause).append('\n');
			for (StackTraceElement element : cause.getStackTrace()) {
				detail.append("\tat ").append(element).append('\n');
			}
		}
		String what = fault instanceof OutOfMemoryError ? "out of memory" : "internal error (" + fault.getClass().getSimpleName() + ")";
		try {
			return what + "; the detail is in " + Files.writeString(Files.createTempFile(directory(environment), "clusterwright-fault-", ".log"), detail.toString());
		} catch (IOException e) {
			return what + "; the detail could not be kept: " + Complaints.of(e);
		}
	}

	private static Path directory(Map<String, String> environment) throws IOException {
		Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
		String home = environment.get("HOME");
		String state = environment.getOrDefault("XDG_STATE_HOME", home == null || home.isEmpty() ? "" : home + "/.local/state");
		return state.isEmpty() ? temporary : Files.createDirectories(Path.of(state).resolve("clusterwright"));
	}
}
