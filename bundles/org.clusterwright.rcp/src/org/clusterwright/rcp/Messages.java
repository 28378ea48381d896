package org.clusterwright.rcp;

import org.eclipse.osgi.util.NLS;

/** The texts of this bundle. */
public final class Messages extends NLS {
	public static String menu_edit;
	public static String menu_file;
	public static String menu_help;
	public static String menu_navigate;
	public static String menu_new;
	public static String menu_recent;
	public static String menu_showView;
	public static String menu_window;
	public static String open_all;
	public static String open_designs;
	public static String open_title;
	public static String start_cannotOpen;
	public static String start_noFile;
	public static String start_workspaceInUse;

	static {
		initializeMessages("org.clusterwright.rcp.messages", Messages.class);
	}

	private Messages() {
	}
}
