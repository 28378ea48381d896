package org.clusterwright.ui.help;

import org.clusterwright.core.help.HelpChapters;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.AbstractHelpUI;

/** The workbench's help, shown in our own view: the platform's needs a web server and a browser. */
public final class DesignHelp extends AbstractHelpUI {
	@Override
	public void displayHelp() {
		HelpView.open(HelpChapters.FIRST);
	}

	@Override
	public void displayDynamicHelp() {
		displayHelp();
	}

	@Override
	public void displayContext(IContext context, int x, int y) {
		IHelpResource[] topics = context.getRelatedTopics();
		String topic = topics == null || topics.length == 0 || topics[0].getHref() == null ? "" : topics[0].getHref();
		if (topic.startsWith(DesignContexts.TOPIC)) {
			String id = topic.substring(DesignContexts.TOPIC.length());
			Shell dialog = HelpPopup.dialog();
			if (dialog == null) {
				FocusHelp.page(id).ifPresentOrElse(HelpView::open, () -> HelpView.open(FocusHelp.address(id)));
			} else {
				FocusHelp.page(id).ifPresentOrElse(p -> HelpPopup.open(dialog, p), () -> HelpPopup.open(dialog, FocusHelp.address(id)));
			}
		} else {
			displayHelp();
		}
	}

	@Override
	public void displayHelpResource(String address) {
		HelpView.open(address);
	}

	@Override
	public boolean isContextHelpDisplayed() {
		var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		return window != null && window.getActivePage() != null && window.getActivePage().findView(HelpView.ID) != null;
	}
}
