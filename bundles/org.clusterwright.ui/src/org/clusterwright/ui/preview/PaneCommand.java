package org.clusterwright.ui.preview;

import java.util.Map;
import java.util.Optional;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;

/** The small commands of the pane; which one it is, plugin.xml says behind the class. */
public final class PaneCommand extends AbstractHandler implements IExecutableExtension, IElementUpdater {
	private enum What {
		OPEN_ORIGIN, NEXT_MADE, PREVIOUS_MADE, ONLY_MADE
	}

	private What what;

	@Override
	public void setInitializationData(IConfigurationElement element, String property, Object data) {
		what = What.valueOf((String) data);
	}

	@Override
	public Object execute(ExecutionEvent event) {
		atHand(event).ifPresent(pane -> {
			switch (what) {
				case OPEN_ORIGIN -> pane.openOrigin();
				case NEXT_MADE -> pane.nextMade(1);
				case PREVIOUS_MADE -> pane.nextMade(-1);
				case ONLY_MADE -> {
					pane.setOnlyMade(!pane.isOnlyMade());
					PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(event.getCommand().getId(), null);
				}
			}
		});
		return null;
	}

	/** The pane of the active part; else the one beside the active design, which is opened for it. */
	public static Optional<GeneratedPane> atHand(ExecutionEvent event) {
		Optional<GeneratedPane> active = GeneratedPane.of(HandlerUtil.getActivePart(event));
		if (active.isPresent()) {
			return active;
		}
		DesignEditor editor = DesignEditor.of(HandlerUtil.getActiveEditor(event)).orElse(null);
		if (editor != null && !editor.isBesideOpen()) {
			editor.toggleBeside();
		}
		return GeneratedPane.of(editor);
	}

	@Override
	@SuppressWarnings("rawtypes")
	public void updateElement(UIElement element, Map parameters) {
		if (what == What.ONLY_MADE) {
			IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
			IWorkbenchPart part = window == null || window.getActivePage() == null ? null : window.getActivePage().getActivePart();
			element.setChecked(GeneratedPane.of(part).filter(GeneratedPane::isOnlyMade).isPresent());
		}
	}
}
