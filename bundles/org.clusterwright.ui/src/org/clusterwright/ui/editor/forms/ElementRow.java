package org.clusterwright.ui.editor.forms;

import java.util.List;
import java.util.Objects;
import org.clusterwright.dsl.ide.ElementPath;

/** A row of an {@link ElementTree}: it stays the same row when the text changes elsewhere. */
final class ElementRow {
	private final ElementPath path;
	private final List<ElementRow> children;

	ElementRow(ElementPath path, List<ElementRow> children) {
		this.path = Objects.requireNonNull(path);
		this.children = List.copyOf(children);
	}

	ElementPath path() {
		return path;
	}

	List<ElementRow> children() {
		return children;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ElementRow row && row.path.equals(path);
	}

	@Override
	public int hashCode() {
		return path.hashCode();
	}
}
