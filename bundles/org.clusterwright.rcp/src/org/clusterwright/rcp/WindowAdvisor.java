package org.clusterwright.rcp;

import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** The window: its size, its bars, its title. */
final class WindowAdvisor extends WorkbenchWindowAdvisor {
	private static final Point SIZE = new Point(1280, 800);

	private final boolean welcome;

	/** @param welcome whether the first start shows the welcome page: not when there is a file to show */
	WindowAdvisor(IWorkbenchWindowConfigurer configurer, boolean welcome) {
		super(configurer);
		this.welcome = welcome;
	}

	@Override
	public void openIntro() {
		if (welcome) {
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

	@Override
	public void postWindowCreate() {
		WindowTitle.keep(getWindowConfigurer());
	}

	@Override
	public void postWindowOpen() {
		ExpandedProblems.keep(getWindowConfigurer().getWindow());
	}
}
