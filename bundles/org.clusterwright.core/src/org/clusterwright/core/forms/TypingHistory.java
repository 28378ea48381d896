package org.clusterwright.core.forms;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The states of a field while it is typed in and not yet applied, so that undo takes back typing first. */
public final class TypingHistory {
	private final Deque<String> before = new ArrayDeque<>();
	private final Deque<String> after = new ArrayDeque<>();
	private String now = "";

	/** Begins anew with a text that nobody typed. */
	public void start(String text) {
		before.clear();
		after.clear();
		now = text;
	}

	public void typed(String text) {
		if (!text.equals(now)) {
			before.push(now);
			after.clear();
			now = text;
		}
	}

	public Optional<String> undo() {
		if (before.isEmpty()) {
			return Optional.empty();
		}
		after.push(now);
		now = before.pop();
		return Optional.of(now);
	}

	public Optional<String> redo() {
		if (after.isEmpty()) {
			return Optional.empty();
		}
		before.push(now);
		now = after.pop();
		return Optional.of(now);
	}

	public boolean canUndo() {
		return !before.isEmpty();
	}

	public boolean canRedo() {
		return !after.isEmpty();
	}
}
