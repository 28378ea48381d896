package org.clusterwright.ui.preview;

import java.util.function.Consumer;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;

/** Follows the design editor that was used last, and the session of its document. */
public final class ActiveDesign implements AutoCloseable {
	/** What a view hears: a snapshot is null when no design is open. */
	public interface Listener {
		void editorChanged(DesignEditor editor);

		void snapshotChanged(ClusterSnapshot snapshot);
	}

	private final IWorkbenchPage page;
	private final Listener listener;
	private final Consumer<ClusterSnapshot> snapshots;
	private final Consumer<ClusterSession> sessions = this::follow;
	private final IPartListener2 parts = new IPartListener2() {
		@Override
		public void partActivated(IWorkbenchPartReference part) {
			turnTo(part);
		}

		@Override
		public void partBroughtToTop(IWorkbenchPartReference part) {
			turnTo(part);
		}

		@Override
		public void partOpened(IWorkbenchPartReference part) {
			turnTo(part);
		}

		@Override
		public void partClosed(IWorkbenchPartReference part) {
			if (editor != null && part.getPart(false) == editor) {
				use(DesignEditor.of(page.getActiveEditor()).filter(e -> e != part.getPart(false)).orElse(null));
			}
		}
	};
	private DesignEditor editor;
	private ClusterSession session;

	public ActiveDesign(IWorkbenchPage page, Listener listener) {
		this.page = page;
		this.listener = listener;
		this.snapshots = listener::snapshotChanged;
		page.addPartListener(parts);
		use(DesignEditor.of(page.getActiveEditor()).orElse(null));
	}

	private void turnTo(IWorkbenchPartReference part) {
		if (part.getPart(false) instanceof DesignEditor active && active != editor) {
			use(active);
		}
	}

	private void use(DesignEditor next) {
		leave();
		editor = next;
		listener.editorChanged(next);
		if (next == null) {
			listener.snapshotChanged(null);
		} else {
			next.addSessionListener(sessions);
		}
	}

	private void follow(ClusterSession next) {
		if (session != null) {
			session.removeListener(snapshots);
		}
		session = next;
		next.addListener(snapshots);
		next.current().ifPresent(snapshots);
	}

	private void leave() {
		if (editor != null) {
			editor.removeSessionListener(sessions);
		}
		if (session != null) {
			session.removeListener(snapshots);
			session = null;
		}
	}

	@Override
	public void close() {
		page.removePartListener(parts);
		leave();
	}
}
