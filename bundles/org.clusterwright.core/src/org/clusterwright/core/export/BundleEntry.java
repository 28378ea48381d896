package org.clusterwright.core.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** A file of a bundle: its path below the top, its POSIX mode, its size in bytes and its SHA-256 in lower case. Owner is root:root always. */
public record BundleEntry(String path, int mode, long size, String sha256, Content content) {
	/** Where the bytes are: generated ones in memory, the user's packages where the user has them. */
	public sealed interface Content {
		record Bytes(byte[] bytes) implements Content {
		}

		record OnDisk(Path file) implements Content {
		}
	}

	public BundleEntry {
		Objects.requireNonNull(sha256);
		Objects.requireNonNull(content);
		BundlePath.complaint(path).ifPresent(c -> {
			throw new IllegalArgumentException(path + " " + c);
		});
	}

	static BundleEntry of(String path, int mode, byte[] bytes) {
		return new BundleEntry(path, mode, bytes.length, HexFormat.of().formatHex(digest().digest(bytes)), new Content.Bytes(bytes));
	}

	static BundleEntry of(String path, int mode, String text) {
		return of(path, mode, text.getBytes(StandardCharsets.UTF_8));
	}

	static BundleEntry of(String path, int mode, Path file) throws IOException {
		long size = Files.size(file);
		return new BundleEntry(path, mode, size, sum(file), new Content.OnDisk(file));
	}

	/** The same file further down. */
	BundleEntry below(String directory) {
		return new BundleEntry(directory + "/" + path, mode, size, sha256, content);
	}

	InputStream open() throws IOException {
		return switch (content) {
			case Content.Bytes b -> new ByteArrayInputStream(b.bytes());
			case Content.OnDisk d -> Files.newInputStream(d.file());
		};
	}

	/** @throws IOException also when a file of the user's is not what it was when its sum was taken */
	void writeTo(OutputStream out) throws IOException {
		switch (content) {
			case Content.Bytes b -> out.write(b.bytes());
			case Content.OnDisk d -> {
				MessageDigest digest = digest();
				try (InputStream in = new DigestInputStream(Files.newInputStream(d.file()), digest)) {
					in.transferTo(out);
				}
				if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
					throw new IOException(d.file() + " changed while it was read");
				}
			}
		}
	}

	/** The SHA-256 of a file, in lower case. */
	static String sum(Path file) throws IOException {
		MessageDigest digest = digest();
		try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
			in.transferTo(OutputStream.nullOutputStream());
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}
}
