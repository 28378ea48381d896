package org.clusterwright.core.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.model.effective.Secrets;

/** A file of secrets: lines {@code name=value}, and comments that begin with #. It must be its owner's alone. */
public final class SecretFile implements SecretSource {
	private static final int MAX_BYTES = 64 * 1024;
	private static final String MODE = "rw-------";

	private final Map<String, String> values;

	private SecretFile(Map<String, String> values) {
		this.values = values;
	}

	@Override
	public Optional<String> value(String name) {
		return Optional.ofNullable(values.get(name));
	}

	/** @throws IOException with a message for the user when the file is not private, not readable or not understood */
	public static SecretFile read(Path file) throws IOException {
		return new SecretFile(parse(file, text(file)));
	}

	/** The first line of a file that is its owner's alone: a passphrase. @throws IOException with a message for the user */
	public static String firstLine(Path file) throws IOException {
		return text(file).split("\r?\n", -1)[0];
	}

	private static String text(Path file) throws IOException {
		PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
		if (!attributes.isRegularFile()) {
			throw new IOException(file + " is not a regular file");
		}
		String mode = PosixFilePermissions.toString(attributes.permissions());
		if (!mode.equals(MODE)) {
			throw new IOException(file + " has the mode " + mode + "; a file of secrets must have " + MODE + " (chmod 0600)");
		}
		if (!attributes.owner().getName().equals(owner())) {
			throw new IOException(file + " belongs to " + attributes.owner().getName() + "; a file of secrets must belong to you (" + owner() + ")");
		}
		byte[] bytes;
		try (InputStream in = Files.newInputStream(file)) {
			bytes = in.readNBytes(MAX_BYTES + 1);
		}
		if (bytes.length > MAX_BYTES) {
			throw new IOException(file + " is larger than " + MAX_BYTES + " bytes; that is no file of secrets");
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		} catch (CharacterCodingException e) {
			throw new IOException(file + " is not valid UTF-8", e);
		}
	}

	/** Who this process is, as owners of files are named. */
	private static String owner() throws IOException {
		Path self = Path.of("/proc/self");
		return Files.exists(self) ? Files.getOwner(self).getName() : System.getProperty("user.name");
	}

	private static Map<String, String> parse(Path file, String text) throws IOException {
		Map<String, String> values = new HashMap<>();
		int number = 0;
		for (String line : text.split("\r?\n", -1)) {
			number++;
			if (line.isBlank() || line.stripLeading().startsWith("#")) {
				continue;
			}
			int equals = line.indexOf('=');
			String name = equals < 0 ? "" : line.substring(0, equals).strip();
			// The line itself is not quoted: it may hold a password.
			if (!Secrets.NAME.matcher(name).matches()) {
				throw new IOException(file + ":" + number + ": not a line of the form name=value");
			}
			if (values.put(name, line.substring(equals + 1)) != null) {
				throw new IOException(file + ":" + number + ": the secret " + name + " is there twice");
			}
		}
		return values;
	}
}
