package org.clusterwright.ui.preview;

/** A line of the tree, by names only, so that it stays the same when the files are made anew. */
sealed interface GeneratedEntry {
	String node();

	record Node(String node) implements GeneratedEntry {
	}

	record File(String node, String path) implements GeneratedEntry {
	}
}
