package org.clusterwright.core.plan;

import java.util.Objects;

/** A generated file by names only, so that it stays the same when the files are made anew: the node's name, and the path there. */
public record FileRef(String node, String path) {
	public FileRef {
		Objects.requireNonNull(node);
		Objects.requireNonNull(path);
	}

	/** The path below the top of a written tree. */
	public String relative() {
		return node + path;
	}
}
