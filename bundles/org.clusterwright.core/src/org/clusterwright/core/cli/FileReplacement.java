package org.clusterwright.core.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Gives a file new contents in one step: readers see the old or the new, never a part. Mode and links to it stay. */
final class FileReplacement {
	private FileReplacement() {
	}

	static void write(String name, String text) throws IOException {
		write(name, text.getBytes(StandardCharsets.UTF_8));
	}

	static void write(String name, byte[] bytes) throws IOException {
		Path file = Path.of(name).toRealPath();
		if (!Files.isRegularFile(file) || !Files.isWritable(file)) {
			throw new IOException(name + " cannot be written");
		}
		Path fresh = Files.createTempFile(file.getParent(), "." + file.getFileName() + ".", ".new");
		try {
			try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
				ByteBuffer buffer = ByteBuffer.wrap(bytes);
				while (buffer.hasRemaining()) {
					channel.write(buffer);
				}
				channel.force(true);
			}
			Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
			Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
		} finally {
			Files.deleteIfExists(fresh);
		}
	}
}
