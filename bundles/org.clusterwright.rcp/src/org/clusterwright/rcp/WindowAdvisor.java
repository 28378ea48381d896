package org.clusterwright.rcp;

import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PerspectiveAdapter;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** The window: its size, its bars, its title. */
final class WindowAdvisor extends WorkbenchWindowAdvisor {
	private static final Point SIZE = new Point(1280, 800);

	private static final String OPEN_FILES = "org.eclipse.ui.actionSet.openFiles";

	private final boolean welcome;

	/** @param welcome whether the first start shows the welcome page: not when there is a file to show */
	WindowAdvisor(IWorkbenchWindowConfigurer configurer, boolean welcome) {
		super(configurer);
		this.welcome = welcome;
	}

	/** Who left a design open begins with that. */
	@Override
	public void openIntro() {
		IWorkbenchPage page = getWindowConfigurer().getWindow().getActivePage();
		if (welcome && (page == null || page.getEditorReferences().length == 0)) {
			super.openIntro();
		}
	}

	@Override
	public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
		return new Menus(configurer);
	}

	@Override
	public void preWindowOpen() {
		IWorkbenchWindowConfigurer window = getWindowConfigurer();
		window.setInitialSize(SIZE);
		window.setShowCoolBar(true);
		window.setShowStatusLine(true);
		window.setShowProgressIndicator(true);
		window.setShowPerspectiveBar(false);
		window.setTitle(Application.NAME);
	}

	/** Our own Open File links the file into a project, so that it has problems and a place in the explorer; the platform's does not. A reset of the perspective brings it back. */
	@Override
	public void postWindowOpen() {
		IWorkbenchWindow window = getWindowConfigurer().getWindow();
		window.addPerspectiveListener(new PerspectiveAdapter() {
			@Override
			public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
				page.hideActionSet(OPEN_FILES);
			}

			@Override
			public void perspectiveChanged(IWorkbenchPage page, IPerspectiveDescriptor perspective, String change) {
				if (change.equals(IWorkbenchPage.CHANGE_RESET_COMPLETE)) {
					page.hideActionSet(OPEN_FILES);
				}
			}
		});
		if (window.getActivePage() != null) {
			window.getActivePage().hideActionSet(OPEN_FILES);
		}
		ExpandedProblems.keep(window);
	}

	@Override
	public void postWindowCreate() {
		WindowTitle.keep(getWindowConfigurer());
	}
}
