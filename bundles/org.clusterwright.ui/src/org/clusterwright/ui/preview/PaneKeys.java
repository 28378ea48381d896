package org.clusterwright.ui.preview;

import java.util.Set;
import java.util.function.Consumer;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.swt.IFocusService;

/** Makes the keys of the pane mean the pane while the focus is in it, and tells when the user, and not the program, moves the caret of the native text. */
final class PaneKeys {
	/** The ids by which plugin.xml knows the controls that have the focus. */
	static final String TEXT = "org.clusterwright.ui.generatedText";
	static final String FILTER = "org.clusterwright.ui.generatedFilter";
	static final String TREE = "org.clusterwright.ui.generatedTree";
	private static final Set<Integer> MOVES = Set.of(SWT.ARROW_UP, SWT.ARROW_DOWN, SWT.ARROW_LEFT, SWT.ARROW_RIGHT, SWT.PAGE_UP, SWT.PAGE_DOWN, SWT.HOME, SWT.END);

	private PaneKeys() {
	}

	static void track(Control control, String id, IWorkbenchPartSite site) {
		site.getService(IFocusService.class).addFocusTracker(control, id);
		IContextService contexts = site.getService(IContextService.class);
		IContextActivation[] active = new IContextActivation[1];
		Runnable leave = () -> {
			if (active[0] != null) {
				contexts.deactivateContext(active[0]);
				active[0] = null;
			}
		};
		Consumer<Boolean> beside = in -> {
			if (site.getPart() instanceof DesignEditor editor) {
				editor.focusIsBeside(in);
			}
		};
		control.addListener(SWT.FocusIn, e -> {
			leave.run();
			beside.accept(true);
			active[0] = contexts.activateContext(TEXT);
		});
		control.addListener(SWT.FocusOut, e -> {
			leave.run();
			beside.accept(false);
		});
		control.addListener(SWT.Dispose, e -> leave.run());
	}

	static void onUserCaret(StyledText text, Runnable moved) {
		text.addListener(SWT.MouseUp, e -> {
			if (e.button == 1) {
				moved.run();
			}
		});
		text.addListener(SWT.KeyUp, e -> {
			if (MOVES.contains(e.keyCode)) {
				moved.run();
			}
		});
	}
}
