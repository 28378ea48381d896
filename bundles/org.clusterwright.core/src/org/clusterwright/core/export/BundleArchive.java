package org.clusterwright.core.export;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.clusterwright.formats.NativeFile;

/** Reads a node's files out of the bundle that an earlier export wrote, to compare with what the design makes now. */
public final class BundleArchive {
	/** Far more than any design makes; what is larger was not written here. */
	private static final int MOST_BYTES = 64 * 1024 * 1024;

	private BundleArchive() {
	}

	/** Where a native file lies below the top of a bundle. */
	public static String pathOf(NativeFile file) {
		return BundleContents.pathOf(file);
	}

	/** The texts of the native files in an archive, by their path below its top. The user's packages are passed over. */
	public static Map<String, String> texts(Path archive) throws IOException {
		Map<String, String> texts = new HashMap<>();
		long left = MOST_BYTES;
		try (InputStream file = new BufferedInputStream(Files.newInputStream(archive)); TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				String path = entry.getName().substring(entry.getName().indexOf('/') + 1);
				if (entry.isFile() && (path.startsWith("files/") || path.startsWith("patches/") || path.startsWith("steps/"))) {
					left -= entry.getSize();
					if (left < 0) {
						throw new IOException(archive + " holds more than " + MOST_BYTES / 1024 / 1024 + " MiB of native files");
					}
					texts.put(path, new String(tar.readAllBytes(), StandardCharsets.UTF_8));
				}
			}
		} catch (IllegalArgumentException e) {
			throw new IOException(archive + " is damaged: " + e.getMessage(), e);
		}
		return texts;
	}
}
