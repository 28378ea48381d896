package org.clusterwright.core.plan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/** A directory of files written with exact modes, new files only, no link followed, and flushed to the disk. */
public final class FlushedDirectory {
	private static final int DIRECTORY_MODE = 0755;
	private static final int MARKER_MODE = 0644;
	private static final int FLUSHES_AT_ONCE = 16;

	private FlushedDirectory() {
	}

	static void write(Path top, List<TreeFile> files, IProgressMonitor monitor) throws IOException {
		Set<Path> directories = new TreeSet<>();
		List<Path> written = new ArrayList<>();
		makeDirectory(top);
		directories.add(top);
		for (TreeFile file : files) {
			checkCancelled(monitor);
			Path path = inside(top, file.relative());
			makeParents(top, path.getParent(), directories);
			written.add(writeNew(path, file.content(), file.mode()));
			monitor.worked(1);
		}
		written.add(writeNew(top.resolve(TreeMarker.NAME), TreeMarker.text(files).getBytes(StandardCharsets.UTF_8), MARKER_MODE));
		written.addAll(directories);
		flushAll(written);
	}

	/** Not SubMonitor: it wants OSGi, which the headless verbs go without. */
	static void checkCancelled(IProgressMonitor monitor) {
		if (monitor.isCanceled()) {
			throw new OperationCanceledException();
		}
	}

	/** Many at a time: a disk answers forty requests together in the time of four one by one. */
	public static void flushAll(List<Path> paths) throws IOException {
		List<Future<?>> flushed = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(FLUSHES_AT_ONCE)) {
			for (Path path : paths) {
				flushed.add(threads.submit(() -> {
					flush(path);
					return null;
				}));
			}
		}
		for (Future<?> one : flushed) {
			if (one.state() == Future.State.FAILED) {
				throw new IOException(one.exceptionNow().getMessage(), one.exceptionNow());
			}
		}
	}

	/** Makes what a file or directory holds, or a directory's list of names, survive a power cut. */
	public static void flush(Path path) throws IOException {
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

	static boolean isEmpty(Path directory) throws IOException {
		try (Stream<Path> entries = Files.list(directory)) {
			return entries.findFirst().isEmpty();
		}
	}

	/** Deletes what is there, following no link. */
	public static void delete(Path path) throws IOException {
		if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		Files.walkFileTree(path, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.delete(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
				if (failure != null) {
					throw failure;
				}
				Files.delete(directory);
				return FileVisitResult.CONTINUE;
			}
		});
	}

	/** The lowest nine bits of a POSIX mode. */
	public static Set<PosixFilePermission> permissions(int mode) {
		Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
		PosixFilePermission[] fromHighest = PosixFilePermission.values();
		for (int i = 0; i < fromHighest.length; i++) {
			if ((mode & 0400 >> i) != 0) {
				permissions.add(fromHighest[i]);
			}
		}
		return permissions;
	}

	/** The gate of names is NativePath; this is the second lock on the same door. */
	private static Path inside(Path top, String relative) throws IOException {
		Path path = top.resolve(relative).normalize();
		if (!path.startsWith(top) || path.equals(top)) {
			throw new IOException("a path leads out of the tree: " + relative);
		}
		return path;
	}

	private static void makeParents(Path top, Path directory, Set<Path> made) throws IOException {
		if (made.contains(directory)) {
			return;
		}
		makeParents(top, directory.getParent(), made);
		makeDirectory(directory);
		made.add(directory);
	}

	private static void makeDirectory(Path directory) throws IOException {
		Files.createDirectory(directory);
		Files.setPosixFilePermissions(directory, permissions(DIRECTORY_MODE));
	}

	private static Path writeNew(Path path, byte[] content, int mode) throws IOException {
		Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
		try (FileChannel channel = FileChannel.open(path, options, PosixFilePermissions.asFileAttribute(permissions(0600)))) {
			ByteBuffer buffer = ByteBuffer.wrap(content);
			while (buffer.hasRemaining()) {
				channel.write(buffer);
			}
		}
		Files.setPosixFilePermissions(path, permissions(mode));
		return path;
	}
}
