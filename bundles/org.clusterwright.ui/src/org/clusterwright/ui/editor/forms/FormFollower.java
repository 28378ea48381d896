package org.clusterwright.ui.editor.forms;

import java.util.Optional;
import java.util.function.Consumer;
import org.clusterwright.core.forms.PlacedFindings;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.ui.editor.DesignEditor;

/** Follows the sessions of an editor and tells what the form pages should show: one for each editor, so that findings are placed once for all pages. */
public final class FormFollower implements AutoCloseable {
	private final DesignEditor editor;
	private final Runnable listener;
	private final Consumer<ClusterSession> sessions = this::follow;
	private final Consumer<ClusterSnapshot> snapshots = this::show;
	private ClusterSession session;
	private FormState state;
	private Finding obstacle;

	public FormFollower(DesignEditor editor, Runnable listener) {
		this.editor = editor;
		this.listener = listener;
		editor.addSessionListener(sessions);
	}

	/** Absent until the first text that could be read. */
	public Optional<FormState> state() {
		return Optional.ofNullable(state);
	}

	/** Why the text cannot be read now. */
	public Optional<Finding> obstacle() {
		return Optional.ofNullable(obstacle);
	}

	private void follow(ClusterSession next) {
		if (session != null) {
			session.removeListener(snapshots);
		}
		session = next;
		state = null;
		next.addListener(snapshots);
		next.current().ifPresent(snapshots);
	}

	private void show(ClusterSnapshot snapshot) {
		if (snapshot.isReadable()) {
			obstacle = null;
			state = new FormState(snapshot, PlacedFindings.of(snapshot), Optional.empty());
		} else {
			obstacle = snapshot.findings().stream().filter(Finding::isError).findFirst().orElse(null);
			ClusterSnapshot shown = session.lastReadable().orElse(null);
			state = shown == null ? null : new FormState(shown, state == null ? PlacedFindings.of(shown) : state.findings(), Optional.ofNullable(obstacle));
		}
		listener.run();
	}

	@Override
	public void close() {
		editor.removeSessionListener(sessions);
		if (session != null) {
			session.removeListener(snapshots);
		}
	}
}
