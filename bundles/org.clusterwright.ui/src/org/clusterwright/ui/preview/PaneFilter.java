package org.clusterwright.ui.preview;

import java.util.Locale;
import java.util.Optional;
import org.clusterwright.formats.NativeFile;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;

/** Lets the files through whose path or node holds the typed words, and where that is asked for only those that the selection of the design makes. */
final class PaneFilter extends ViewerFilter {
	private final GeneratedTree contents;
	private String[] words = {};
	private boolean onlyMade;

	PaneFilter(GeneratedTree contents) {
		this.contents = contents;
	}

	void setWords(String text) {
		words = text.isBlank() ? new String[0] : text.toLowerCase(Locale.ROOT).strip().split("\\s+");
	}

	void setOnlyMade(boolean only) {
		onlyMade = only;
	}

	boolean isOnlyMade() {
		return onlyMade;
	}

	boolean isActive() {
		return words.length > 0 || onlyMade;
	}

	@Override
	public boolean select(Viewer viewer, Object parent, Object element) {
		return !isActive() || switch ((GeneratedEntry) element) {
			case GeneratedEntry.Node node -> contents.files(node.node()).stream().anyMatch(this::passes);
			case GeneratedEntry.File file -> passes(file);
		};
	}

	private boolean passes(GeneratedEntry.File file) {
		if (onlyMade && contents.made(file) == 0) {
			return false;
		}
		Optional<NativeFile> target = contents.file(file);
		String text = (file.node() + " " + file.path() + (target.orElse(null) instanceof NativeFile.Patch patch ? " " + patch.target() : "")).toLowerCase(Locale.ROOT);
		for (String word : words) {
			if (!text.contains(word)) {
				return false;
			}
		}
		return true;
	}
}
