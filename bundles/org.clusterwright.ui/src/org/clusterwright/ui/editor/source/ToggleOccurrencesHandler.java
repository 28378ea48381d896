package org.clusterwright.ui.editor.source;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.handlers.RegistryToggleState;

/** Turns the marking of occurrences on and off, in all editors; the command remembers which. */
public final class ToggleOccurrencesHandler extends AbstractHandler {
	private static final String COMMAND = "org.clusterwright.ui.toggleOccurrences";

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		boolean on = !HandlerUtil.toggleCommandState(event.getCommand());
		for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
			for (IWorkbenchPage page : window.getPages()) {
				for (IEditorReference reference : page.getEditorReferences()) {
					SourcePage source = reference.getEditor(false) == null ? null : reference.getEditor(false).getAdapter(SourcePage.class);
					if (source != null) {
						source.markOccurrences(on);
					}
				}
			}
		}
		return null;
	}

	static boolean isOn() {
		return Boolean.TRUE.equals(PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(COMMAND).getState(RegistryToggleState.STATE_ID).getValue());
	}
}
