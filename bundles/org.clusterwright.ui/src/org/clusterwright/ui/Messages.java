package org.clusterwright.ui;

import org.eclipse.osgi.util.NLS;

/** The texts of this bundle. */
public final class Messages extends NLS {
	public static String assist_nothing;
	public static String editor_source;
	public static String format_syntaxErrors;
	public static String generated_errors;
	public static String generated_oldFiles;
	public static String generated_open;
	public static String generated_patch;
	public static String generated_reading;
	public static String generated_step;
	public static String newDesign_description;
	public static String newDesign_title;
	public static String newDesign_window;
	public static String newProject_description;
	public static String newProject_title;
	public static String newProject_window;
	public static String problems_checking;
	public static String problems_configuring;
	public static String session_checking;
	public static String session_colouring;
	public static String tutorial_description;
	public static String tutorial_title;
	public static String tutorial_window;

	static {
		initializeMessages("org.clusterwright.ui.messages", Messages.class);
	}

	private Messages() {
	}
}
