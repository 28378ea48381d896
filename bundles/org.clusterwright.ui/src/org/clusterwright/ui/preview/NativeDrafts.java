package org.clusterwright.ui.preview;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.core.plan.FileRef;
import org.eclipse.core.runtime.ListenerList;

/** What was typed into the generated files of one design and is not in it yet: it survives the choice of another file and the closing of the pane. The editor counts as changed while there is any. */
public final class NativeDrafts {
	/** {@code base} is the generated text that was edited, {@code text} what it became. */
	record Draft(String base, String text) {
		Draft {
			Objects.requireNonNull(base);
			Objects.requireNonNull(text);
		}
	}

	private final Map<FileRef, Draft> drafts = new HashMap<>();
	private final ListenerList<Runnable> listeners = new ListenerList<>();

	Optional<Draft> of(FileRef file) {
		return Optional.ofNullable(drafts.get(file));
	}

	public boolean isEmpty() {
		return drafts.isEmpty();
	}

	/** The files that have drafts, by node and path. */
	List<FileRef> files() {
		return drafts.keySet().stream().sorted(Comparator.comparing(FileRef::node).thenComparing(FileRef::path)).toList();
	}

	/** Remembers an edited text; what equals the generated one is no draft. */
	void put(FileRef file, String generated, String text) {
		change(() -> {
			if (text.equals(generated)) {
				drafts.remove(file);
			} else {
				drafts.put(file, new Draft(of(file).map(Draft::base).orElse(generated), text));
			}
		});
	}

	void remove(FileRef file) {
		change(() -> drafts.remove(file));
	}

	void clear() {
		change(drafts::clear);
	}

	private void change(Runnable change) {
		Set<FileRef> before = Set.copyOf(drafts.keySet());
		change.run();
		if (!before.equals(drafts.keySet())) {
			listeners.forEach(Runnable::run);
		}
	}

	/** Is told when there are drafts of other files than before, not at each key. */
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}
}
