package org.clusterwright.ui.preview;

import java.util.function.Consumer;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;

/** Follows the design editor that was used last. */
public final class ActiveDesign implements AutoCloseable {
	private final IWorkbenchPage page;
	/** Hears null when no design is open. */
	private final Consumer<DesignEditor> listener;
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

	public ActiveDesign(IWorkbenchPage page, Consumer<DesignEditor> listener) {
		this.page = page;
		this.listener = listener;
		page.addPartListener(parts);
		use(DesignEditor.of(page.getActiveEditor()).orElse(null));
	}

	private void turnTo(IWorkbenchPartReference part) {
		if (part.getPart(false) instanceof DesignEditor active && active != editor) {
			use(active);
		}
	}

	private void use(DesignEditor next) {
		editor = next;
		listener.accept(next);
	}

	@Override
	public void close() {
		page.removePartListener(parts);
	}
}
