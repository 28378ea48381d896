package org.clusterwright.core.plan;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.clusterwright.formats.NativePath;

/** A file as it is written: below the directory of its node, with its POSIX mode. */
public record TreeFile(String node, NativePath path, int mode, byte[] content) {
	public TreeFile {
		Objects.requireNonNull(path);
		Objects.requireNonNull(content);
		if (!NativePath.isSegment(node)) {
			throw new IllegalArgumentException("not a name of a directory: " + node);
		}
	}

	/** The path below the top of the output. */
	public String relative() {
		return node + path.text();
	}

	public String text() {
		return new String(content, StandardCharsets.UTF_8);
	}
}
