package org.clusterwright.core.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Gives a file a new content in one step: whenever the program or the machine is stopped, there is the old content or the new one, never a part.
 * Mode, owner, group and links to the file stay.
 */
public final class FileReplacement {
	private FileReplacement() {
	}

	/** As {@link #write}; makes the file, readable by all, where it is not there yet. */
	public static void put(Path file, byte[] content) throws IOException {
		if (Files.exists(file)) {
			write(file, content);
			return;
		}
		Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "." + file.getFileName() + ".", ".new");
		try {
			Files.write(fresh, content);
			PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
			if (view != null) {
				view.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
			}
			Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
		} finally {
			Files.deleteIfExists(fresh);
		}
	}

	/** @param file a file that is there, or a symbolic link to one */
	public static void write(Path file, byte[] content) throws IOException {
		Path real = file.toRealPath();
		if (!Files.isRegularFile(real) || !Files.isWritable(real)) {
			throw new IOException(file + " cannot be written");
		}
		Path fresh = Files.createTempFile(real.getParent(), "." + real.getFileName() + ".", ".new");
		try {
			try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
				ByteBuffer buffer = ByteBuffer.wrap(content);
				while (buffer.hasRemaining()) {
					channel.write(buffer);
				}
				takeOver(real, fresh);
				channel.force(true);
			}
			Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE);
		} finally {
			Files.deleteIfExists(fresh);
		}
		flush(real.getParent());
	}

	private static void takeOver(Path from, Path to) throws IOException {
		PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
		if (view == null) {
			return;
		}
		PosixFileAttributes old = Files.readAttributes(from, PosixFileAttributes.class);
		PosixFileAttributes now = view.readAttributes();
		if (!old.group().equals(now.group())) {
			view.setGroup(old.group());
		}
		if (!old.owner().equals(now.owner())) {
			view.setOwner(old.owner());
		}
		view.setPermissions(old.permissions());
	}

	/** Makes the directory remember the new name over a power cut, where the system can. */
	private static void flush(Path directory) {
		try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
			channel.force(true);
		} catch (IOException e) {
			// Some systems open no directories; the content is whole there too.
		}
	}
}
