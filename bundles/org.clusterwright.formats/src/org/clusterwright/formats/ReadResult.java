package org.clusterwright.formats;

import java.util.List;

/** A file as a tree that holds every character of it, and what was not understood. */
public record ReadResult<T>(List<T> tree, List<ReadError> errors) {
	public ReadResult {
		tree = List.copyOf(tree);
		errors = List.copyOf(errors);
	}
}
