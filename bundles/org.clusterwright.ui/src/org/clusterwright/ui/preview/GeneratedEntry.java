package org.clusterwright.ui.preview;

import org.clusterwright.core.plan.FileRef;

/** A line of the tree, by names only, so that it stays the same when the files are made anew. */
sealed interface GeneratedEntry {
	String node();

	record Node(String node) implements GeneratedEntry {
	}

	record File(String node, String path) implements GeneratedEntry {
		static File of(FileRef ref) {
			return new File(ref.node(), ref.path());
		}

		FileRef ref() {
			return new FileRef(node, path);
		}
	}
}
