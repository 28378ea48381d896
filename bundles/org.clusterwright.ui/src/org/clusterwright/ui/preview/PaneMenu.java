package org.clusterwright.ui.preview;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.menus.IMenuService;

/** Context menus of the pane, filled by plugin.xml. */
final class PaneMenu {
	private PaneMenu() {
	}

	static void addTo(Control control, IWorkbenchPartSite site, String id) {
		MenuManager menu = new MenuManager(null, id);
		menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		IMenuService menus = site.getService(IMenuService.class);
		menus.populateContributionManager(menu, "popup:" + id);
		control.setMenu(menu.createContextMenu(control));
		control.addDisposeListener(e -> {
			menus.releaseContributions(menu);
			menu.dispose();
		});
	}
}
