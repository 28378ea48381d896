package org.clusterwright.rcp;

import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IPropertyListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;

/** Names the file being edited in the window's title, before the product. */
final class WindowTitle implements IPartListener2 {
	private final IWorkbenchWindowConfigurer window;
	private final IPropertyListener renamed = (source, property) -> show();
	private IEditorPart followed;

	private WindowTitle(IWorkbenchWindowConfigurer window) {
		this.window = window;
	}

	static void keep(IWorkbenchWindowConfigurer window) {
		WindowTitle title = new WindowTitle(window);
		window.getWindow().getPartService().addPartListener(title);
		title.show();
	}

	private void show() {
		IWorkbenchPage page = window.getWindow().getActivePage();
		IEditorPart editor = page == null ? null : page.getActiveEditor();
		if (editor != followed) {
			if (followed != null) {
				followed.removePropertyListener(renamed);
			}
			if (editor != null) {
				editor.addPropertyListener(renamed);
			}
			followed = editor;
		}
		window.setTitle(editor == null ? Application.NAME : editor.getTitle() + " - " + Application.NAME);
	}

	@Override
	public void partActivated(IWorkbenchPartReference part) {
		show();
	}

	@Override
	public void partBroughtToTop(IWorkbenchPartReference part) {
		show();
	}

	@Override
	public void partClosed(IWorkbenchPartReference part) {
		show();
	}
}
