package org.clusterwright.rcp;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;

/** The workbench's own menus and tool bar. Ours come by plugin.xml; editors and views fill the groups that are left for them. */
final class Menus extends ActionBarAdvisor {
	private static final ActionFactory[] ACTIONS = { ActionFactory.NEW, ActionFactory.CLOSE, ActionFactory.CLOSE_ALL, ActionFactory.SAVE, ActionFactory.SAVE_AS, ActionFactory.SAVE_ALL,
			ActionFactory.REVERT, ActionFactory.EXPORT, ActionFactory.RENAME, ActionFactory.REFRESH, ActionFactory.PROPERTIES, ActionFactory.UNDO, ActionFactory.REDO, ActionFactory.CUT,
			ActionFactory.COPY, ActionFactory.PASTE, ActionFactory.DELETE, ActionFactory.SELECT_ALL, ActionFactory.FIND, ActionFactory.NEXT, ActionFactory.PREVIOUS,
			ActionFactory.BACKWARD_HISTORY, ActionFactory.FORWARD_HISTORY, ActionFactory.RESET_PERSPECTIVE, ActionFactory.PREFERENCES, ActionFactory.INTRO, ActionFactory.HELP_CONTENTS, ActionFactory.ABOUT };

	private IWorkbenchWindow window;

	Menus(IActionBarConfigurer configurer) {
		super(configurer);
	}

	@Override
	protected void makeActions(IWorkbenchWindow theWindow) {
		window = theWindow;
		for (ActionFactory action : ACTIONS) {
			register(action.create(window));
		}
	}

	@Override
	protected void fillMenuBar(IMenuManager bar) {
		bar.add(file());
		bar.add(edit());
		bar.add(navigate());
		bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
		bar.add(window());
		bar.add(help());
	}

	private MenuManager file() {
		MenuManager menu = new MenuManager(Messages.menu_file, IWorkbenchActionConstants.M_FILE);
		menu.add(new GroupMarker(IWorkbenchActionConstants.FILE_START));
		MenuManager fresh = new MenuManager(Messages.menu_new, "new");
		fresh.add(ContributionItemFactory.NEW_WIZARD_SHORTLIST.create(window));
		fresh.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
		menu.add(fresh);
		menu.add(command("org.clusterwright.rcp.openFile"));
		menu.add(new GroupMarker(IWorkbenchActionConstants.NEW_EXT));
		add(menu, ActionFactory.CLOSE, ActionFactory.CLOSE_ALL);
		menu.add(new GroupMarker(IWorkbenchActionConstants.CLOSE_EXT));
		add(menu, ActionFactory.SAVE, ActionFactory.SAVE_AS, ActionFactory.SAVE_ALL, ActionFactory.REVERT);
		menu.add(new GroupMarker(IWorkbenchActionConstants.SAVE_EXT));
		add(menu, ActionFactory.EXPORT);
		add(menu, ActionFactory.RENAME, ActionFactory.REFRESH, ActionFactory.PROPERTIES);
		menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
		menu.add(new Separator());
		// A menu of its own: what stands behind this list in a menu is not shown.
		MenuManager recent = new MenuManager(Messages.menu_recent, "recent");
		recent.add(ContributionItemFactory.REOPEN_EDITORS.create(window));
		menu.add(recent);
		menu.add(new GroupMarker(IWorkbenchActionConstants.MRU));
		menu.add(new Separator());
		menu.add(command("org.eclipse.ui.file.exit"));
		menu.add(new GroupMarker(IWorkbenchActionConstants.FILE_END));
		return menu;
	}

	private MenuManager edit() {
		MenuManager menu = new MenuManager(Messages.menu_edit, IWorkbenchActionConstants.M_EDIT);
		menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_START));
		add(menu, ActionFactory.UNDO, ActionFactory.REDO);
		menu.add(new GroupMarker(IWorkbenchActionConstants.UNDO_EXT));
		add(menu, ActionFactory.CUT, ActionFactory.COPY, ActionFactory.PASTE);
		menu.add(new GroupMarker(IWorkbenchActionConstants.CUT_EXT));
		add(menu, ActionFactory.DELETE, ActionFactory.SELECT_ALL);
		add(menu, ActionFactory.FIND);
		menu.add(new GroupMarker(IWorkbenchActionConstants.FIND_EXT));
		menu.add(new Separator(IWorkbenchActionConstants.ADD_EXT));
		menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_END));
		menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		return menu;
	}

	private MenuManager navigate() {
		MenuManager menu = new MenuManager(Messages.menu_navigate, IWorkbenchActionConstants.M_NAVIGATE);
		menu.add(new GroupMarker(IWorkbenchActionConstants.NAV_START));
		menu.add(new GroupMarker(IWorkbenchActionConstants.OPEN_EXT));
		menu.add(new GroupMarker(IWorkbenchActionConstants.SHOW_EXT));
		add(menu, ActionFactory.NEXT, ActionFactory.PREVIOUS);
		menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		menu.add(new GroupMarker(IWorkbenchActionConstants.NAV_END));
		add(menu, ActionFactory.BACKWARD_HISTORY, ActionFactory.FORWARD_HISTORY);
		return menu;
	}

	private MenuManager window() {
		MenuManager menu = new MenuManager(Messages.menu_window, IWorkbenchActionConstants.M_WINDOW);
		MenuManager views = new MenuManager(Messages.menu_showView, "showView");
		views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
		menu.add(views);
		add(menu, ActionFactory.RESET_PERSPECTIVE);
		menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		add(menu, ActionFactory.PREFERENCES);
		return menu;
	}

	private MenuManager help() {
		MenuManager menu = new MenuManager(Messages.menu_help, IWorkbenchActionConstants.M_HELP);
		add(menu, ActionFactory.INTRO, ActionFactory.HELP_CONTENTS);
		menu.add(new GroupMarker(IWorkbenchActionConstants.HELP_START));
		menu.add(command("org.eclipse.ui.window.showKeyAssist"));
		menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
		menu.add(new GroupMarker(IWorkbenchActionConstants.HELP_END));
		add(menu, ActionFactory.ABOUT);
		return menu;
	}

	private void add(IMenuManager menu, ActionFactory... actions) {
		menu.add(new Separator());
		for (ActionFactory action : actions) {
			menu.add(getAction(action.getId()));
		}
	}

	private CommandContributionItem command(String id) {
		return new CommandContributionItem(new CommandContributionItemParameter(window, null, id, CommandContributionItem.STYLE_PUSH));
	}

	@Override
	protected void fillCoolBar(ICoolBarManager bar) {
		ToolBarManager file = new ToolBarManager();
		file.add(getAction(ActionFactory.NEW.getId()));
		file.add(getAction(ActionFactory.SAVE.getId()));
		file.add(getAction(ActionFactory.SAVE_ALL.getId()));
		bar.add(new ToolBarContributionItem(file, IWorkbenchActionConstants.TOOLBAR_FILE));
		bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
		ToolBarManager navigate = new ToolBarManager();
		navigate.add(getAction(ActionFactory.BACKWARD_HISTORY.getId()));
		navigate.add(getAction(ActionFactory.FORWARD_HISTORY.getId()));
		bar.add(new ToolBarContributionItem(navigate, IWorkbenchActionConstants.TOOLBAR_NAVIGATE));
	}
}
