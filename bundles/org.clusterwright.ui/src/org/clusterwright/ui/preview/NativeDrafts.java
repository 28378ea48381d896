package org.clusterwright.ui.preview;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.core.plan.FileRef;

/** What was typed into the generated files of one design and is not in it yet: it survives the choice of another file and the closing of the pane. */
public final class NativeDrafts {
	/** {@code base} is the generated text that was edited, {@code text} what it became. */
	record Draft(String base, String text) {
		Draft {
			Objects.requireNonNull(base);
			Objects.requireNonNull(text);
		}
	}

	private final Map<FileRef, Draft> drafts = new HashMap<>();

	Optional<Draft> of(FileRef file) {
		return Optional.ofNullable(drafts.get(file));
	}

	/** Remembers an edited text; what equals the generated one is no draft. */
	void put(FileRef file, String generated, String text) {
		if (text.equals(generated)) {
			drafts.remove(file);
		} else {
			drafts.put(file, new Draft(of(file).map(Draft::base).orElse(generated), text));
		}
	}

	void remove(FileRef file) {
		drafts.remove(file);
	}
}
