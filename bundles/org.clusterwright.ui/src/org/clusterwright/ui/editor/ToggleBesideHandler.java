package org.clusterwright.ui.editor;

import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;

/** Opens or closes the generated files beside the design. */
public final class ToggleBesideHandler extends AbstractHandler implements IElementUpdater {
	public static final String COMMAND = "org.clusterwright.ui.toggleBeside";

	@Override
	public Object execute(ExecutionEvent event) {
		DesignEditor.of(HandlerUtil.getActiveEditor(event)).ifPresent(DesignEditor::toggleBeside);
		refresh();
		return null;
	}

	/** Lets menus and tool bars show the state of the editor that is active now. */
	static void refresh() {
		ICommandService commands = PlatformUI.isWorkbenchRunning() && !PlatformUI.getWorkbench().isClosing() ? PlatformUI.getWorkbench().getService(ICommandService.class) : null;
		if (commands != null) {
			commands.refreshElements(COMMAND, null);
		}
	}

	@Override
	@SuppressWarnings("rawtypes")
	public void updateElement(UIElement element, Map parameters) {
		// The window whose button it is, which need not be the one in front.
		IWorkbenchWindow window = element.getServiceLocator().getService(IWorkbenchWindow.class);
		element.setChecked(window != null && window.getActivePage() != null && DesignEditor.of(window.getActivePage().getActiveEditor()).filter(DesignEditor::isBesideOpen).isPresent());
	}
}
