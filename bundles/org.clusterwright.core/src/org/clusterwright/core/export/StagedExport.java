package org.clusterwright.core.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clusterwright.core.plan.FlushedDirectory;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/**
 * Files and directories of an export on their way into a directory: all are written and flushed in a hidden directory there, then each takes its place by a rename. Whatever
 * stops the work, nothing that looks complete is not, and what was there before stays.
 */
final class StagedExport implements AutoCloseable {
	private static final String PREFIX = ".clusterwright-export-";
	private static final int BUFFER = 64 * 1024;
	private static final int FILE_MODE = 0644;

	private final Path target;
	private final Path stage;
	private final Path old;
	private final boolean made;
	private final List<Path> written = new ArrayList<>();
	private boolean done;

	private StagedExport(Path target, boolean made) {
		this.target = target;
		this.made = made;
		stage = target.resolve(PREFIX + ProcessHandle.current().pid());
		old = stage.resolve("old");
	}

	/** Makes the directory where it is not there; its parent must be. Clears what runs that were killed have left. */
	static StagedExport begin(Path directory) throws IOException {
		boolean made = !Files.exists(directory, LinkOption.NOFOLLOW_LINKS);
		if (made) {
			Files.createDirectory(directory);
		}
		StagedExport staged = new StagedExport(directory.toRealPath(), made);
		staged.clearLeftovers();
		Files.createDirectory(staged.stage, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		return staged;
	}

	private void clearLeftovers() throws IOException {
		try (Stream<Path> all = Files.list(target)) {
			for (Path left : all.filter(StagedExport::isLeftover).toList()) {
				FlushedDirectory.delete(left);
			}
		}
	}

	private static boolean isLeftover(Path path) {
		String name = path.getFileName().toString();
		if (!name.startsWith(PREFIX) || !name.substring(PREFIX.length()).matches("[0-9]{1,10}")) {
			return false;
		}
		long process = Long.parseLong(name.substring(PREFIX.length()));
		return process == ProcessHandle.current().pid() || ProcessHandle.of(process).isEmpty();
	}

	/** Not SubMonitor: it wants OSGi, which the headless verbs go without. */
	static void checkCancelled(IProgressMonitor monitor) {
		if (monitor.isCanceled()) {
			throw new OperationCanceledException();
		}
	}

	/** What writes one file. */
	@FunctionalInterface
	interface Body {
		void writeTo(OutputStream out) throws IOException;
	}

	/** Where a file can be put that will be called this. */
	Path path(String name) {
		return stage.resolve(name);
	}

	/** Writes a new file; {@code name} is a path below the directory whose parents are there. */
	void file(String name, Body body) throws IOException {
		Path path = path(name);
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
			OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
			body.writeTo(out);
			out.flush();
		}
		keep(path);
	}

	/** An archive that was put at {@link #path}. */
	void keep(Path path) throws IOException {
		try {
			Files.setPosixFilePermissions(path, FlushedDirectory.permissions(FILE_MODE));
		} catch (FileSystemException e) {
			// A memory stick has no modes; what matters is inside the archive.
		}
		written.add(path);
	}

	/** Writes a bundle as a tree; {@code time} is that of its files and directories, in seconds since 1970. */
	void tree(Bundle bundle, long time, IProgressMonitor monitor) throws IOException {
		DirectoryTree.write(stage.resolve(bundle.top()), bundle, time, written, monitor);
	}

	/** Puts these names in their places, in this order, and takes those of {@code stale} away. */
	void commit(List<String> names, List<String> stale) throws IOException {
		written.add(stage);
		FlushedDirectory.flushAll(written);
		written.clear();
		Files.createDirectories(old);
		done = true;
		for (String name : names) {
			replace(name);
		}
		for (String name : stale) {
			if (Files.exists(target.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
				Files.move(target.resolve(name), old.resolve(name), StandardCopyOption.ATOMIC_MOVE);
			}
		}
		FlushedDirectory.flush(target);
	}

	/** A rename puts a file in place of another; a directory has to make room first. */
	private void replace(String name) throws IOException {
		Path place = target.resolve(name);
		boolean tree = Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS);
		if (tree) {
			Files.move(place, old.resolve(name), StandardCopyOption.ATOMIC_MOVE);
		}
		try {
			Files.move(stage.resolve(name), place, StandardCopyOption.ATOMIC_MOVE);
		} catch (IOException e) {
			if (tree) {
				Files.move(old.resolve(name), place, StandardCopyOption.ATOMIC_MOVE);
			}
			throw e;
		}
	}

	/** Takes the hidden directory away, and the directory itself where it was made for nothing. */
	@Override
	public void close() throws IOException {
		FlushedDirectory.delete(stage);
		if (made && !done) {
			Files.deleteIfExists(target);
		}
	}
}
