package org.clusterwright.core.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clusterwright.core.plan.FlushedDirectory;
import org.eclipse.core.runtime.IProgressMonitor;

/** A bundle as a tree on the disk: what {@code tar xzf} would make of its archive. */
final class DirectoryTree {
	private static final int DIRECTORY_MODE = 0755;

	private DirectoryTree() {
	}

	/** Writes new files only, and adds what has to be flushed to {@code written}. */
	static void write(Path top, Bundle bundle, long time, List<Path> written, IProgressMonitor monitor) throws IOException {
		List<Path> directories = new ArrayList<>();
		directories.add(Files.createDirectory(top));
		for (String directory : bundle.directories()) {
			directories.add(Files.createDirectory(inside(top, directory)));
		}
		FileTime stamp = FileTime.fromMillis(time * 1000);
		for (BundleEntry entry : bundle.entries()) {
			StagedExport.checkCancelled(monitor);
			Path path = inside(top, entry.path());
			try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
				setMode(path, entry.mode());
				OutputStream out = Channels.newOutputStream(channel);
				entry.writeTo(out);
			}
			Files.setLastModifiedTime(path, stamp);
			written.add(path);
		}
		for (Path directory : directories.reversed()) {
			setMode(directory, DIRECTORY_MODE);
			Files.setLastModifiedTime(directory, stamp);
		}
		written.addAll(directories);
	}

	private static void setMode(Path path, int mode) throws IOException {
		try {
			Files.setPosixFilePermissions(path, FlushedDirectory.permissions(mode));
		} catch (FileSystemException e) {
			throw new IOException("the file system keeps no modes, which matter here; archives (--format tar.gz) can be written to it", e);
		}
	}

	private static Path inside(Path top, String relative) throws IOException {
		Path path = top.resolve(relative).normalize();
		if (!path.startsWith(top) || path.equals(top)) {
			throw new IOException("a path leads out of the bundle: " + relative);
		}
		return path;
	}

	/** A file in a tree that an earlier export wrote which that export did not write: its SHA256SUMS does not name it. */
	static Optional<String> stranger(Path top) throws IOException {
		Set<String> ours = new HashSet<>();
		ours.add(Bundle.SUMS);
		Path sums = top.resolve(Bundle.SUMS);
		if (Files.isRegularFile(sums, LinkOption.NOFOLLOW_LINKS)) {
			Files.readAllLines(sums).forEach(l -> ours.add(l.substring(Math.min(l.length(), l.indexOf("  ") + 2))));
		}
		try (Stream<Path> all = Files.walk(top)) {
			return all.filter(p -> !Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS)).map(p -> top.relativize(p).toString()).filter(p -> !ours.contains(p)).sorted().findFirst();
		}
	}
}
