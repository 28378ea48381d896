package org.clusterwright.core.plan;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;

/**
 * Writes trees of files as one directory, whole or not at all. The files are written to a directory beside the target and flushed to the disk; then
 * that directory takes the target's name. A target that is there is replaced only when it is empty or nothing but what an earlier run wrote.
 */
public final class TreeWriter {
	private final Path target;
	private final Path fresh;
	private final Path old;

	private TreeWriter(Path target, long process) {
		this.target = target;
		this.fresh = sibling(target, "new", process);
		this.old = sibling(target, "old", process);
	}

	/** What became of the directory. */
	public sealed interface Result {
		record Written(Path directory, int files) implements Result {
		}

		/** The directory was left as it was; {@code reason} says why, for the user. */
		record Refused(String reason) implements Result {
		}
	}

	/** @throws IOException when the disk does not play along; the target is then as it was */
	public static Result write(Path directory, List<TreeFile> files) throws IOException {
		return write(directory, files, new NullProgressMonitor());
	}

	/** As {@link #write(Path, List)}; when cancelled the target is as it was. */
	public static Result write(Path directory, List<TreeFile> files, IProgressMonitor monitor) throws IOException {
		Path absolute = directory.toAbsolutePath().normalize();
		if (absolute.getFileName() == null || absolute.getParent() == null) {
			return new Result.Refused(directory + " cannot be replaced");
		}
		if (!Files.isDirectory(absolute.getParent())) {
			return new Result.Refused("there is no directory " + absolute.getParent());
		}
		Path target = absolute.getParent().toRealPath().resolve(absolute.getFileName());
		TreeWriter writer = new TreeWriter(target, ProcessHandle.current().pid());
		writer.recover();
		if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
			String reason = TreeMarker.whyNotOurs(target);
			if (reason != null) {
				return new Result.Refused(directory + " " + reason + "; it is left as it is");
			}
		}
		monitor.beginTask(directory.toString(), files.size());
		writer.replace(files, monitor);
		return new Result.Written(target, files.size());
	}

	private void replace(List<TreeFile> files, IProgressMonitor monitor) throws IOException {
		boolean done = false;
		try {
			FlushedDirectory.write(fresh, files, monitor);
			FlushedDirectory.checkCancelled(monitor);
			swap();
			done = true;
		} finally {
			if (!done) {
				FlushedDirectory.delete(fresh);
			}
		}
		FlushedDirectory.delete(old);
	}

	private void swap() throws IOException {
		boolean filled = Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !FlushedDirectory.isEmpty(target);
		if (filled) {
			Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
		}
		try {
			// rename(2) puts a directory in place of an empty one in one step.
			Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
		} catch (FileSystemException e) {
			if (filled) {
				Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
			}
			throw e;
		}
		FlushedDirectory.flush(target.getParent());
	}

	/** Cleans up after runs that were killed; where one died between the two renames, the tree that it had put aside comes back. */
	private void recover() throws IOException {
		try (Stream<Path> siblings = Files.list(target.getParent())) {
			for (Path left : siblings.filter(this::isLeft).sorted().toList()) {
				if (left.getFileName().toString().startsWith(prefix(target, "old")) && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
					Files.move(left, target, StandardCopyOption.ATOMIC_MOVE);
				} else {
					FlushedDirectory.delete(left);
				}
			}
		} catch (NotDirectoryException e) {
			throw new IOException(target.getParent() + " is not a directory", e);
		}
	}

	/** Whether a sibling is what a run left that does not live any more. */
	private boolean isLeft(Path sibling) {
		String name = sibling.getFileName().toString();
		for (String kind : List.of("new", "old")) {
			String prefix = prefix(target, kind);
			if (name.startsWith(prefix) && name.substring(prefix.length()).matches("[0-9]{1,10}")) {
				long process = Long.parseLong(name.substring(prefix.length()));
				return process == ProcessHandle.current().pid() || ProcessHandle.of(process).isEmpty();
			}
		}
		return false;
	}

	private static Path sibling(Path target, String kind, long process) {
		return target.resolveSibling(prefix(target, kind) + process);
	}

	private static String prefix(Path target, String kind) {
		return "." + target.getFileName() + ".clusterwright-" + kind + "-";
	}
}
