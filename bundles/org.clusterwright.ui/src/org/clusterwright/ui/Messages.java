package org.clusterwright.ui;

import org.eclipse.osgi.util.NLS;

/** The texts of this bundle. */
public final class Messages extends NLS {
	public static String assist_nothing;
	public static String compare_choose;
	public static String compare_design;
	public static String compare_designSide;
	public static String compare_differ;
	public static String compare_exportTitle;
	public static String compare_fileDialog;
	public static String compare_fileTitle;
	public static String compare_folderCluster;
	public static String compare_folderDialog;
	public static String compare_folderDiffer;
	public static String compare_folderMessage;
	public static String compare_folderNode;
	public static String compare_folderTitle;
	public static String compare_folderUnreadable;
	public static String compare_noExport;
	public static String compare_noFile;
	public static String compare_nodesExpected;
	public static String compare_nodesTitle;
	public static String compare_nodesTitleOdd;
	public static String compare_nodesUnexpected;
	public static String compare_nothing;
	public static String compare_onlyHere;
	public static String compare_same;
	public static String compare_window;
	public static String editor_source;
	public static String format_syntaxErrors;
	public static String generate_browse;
	public static String generate_directory;
	public static String generate_errors;
	public static String generate_failed;
	public static String generate_message;
	public static String generate_missing;
	public static String generate_noParent;
	public static String generate_noProject;
	public static String generate_noSecrets;
	public static String generate_notAbsolute;
	public static String generate_notChecked;
	public static String generate_notDirectory;
	public static String generate_ok;
	public static String generate_secrets;
	public static String generate_secretsNote;
	public static String generate_title;
	public static String generate_window;
	public static String generate_writing;
	public static String generate_written;
	public static String generated_changed;
	public static String generated_comparing;
	public static String generated_errors;
	public static String generated_filter;
	public static String generated_filterTip;
	public static String generated_madeLine;
	public static String generated_madeLines;
	public static String generated_new;
	public static String generated_oldFiles;
	public static String generated_oldUnreadable;
	public static String generated_open;
	public static String generated_patch;
	public static String generated_reading;
	public static String generated_same;
	public static String generated_step;
	public static String generated_tracing;
	public static String generated_unexpected;
	public static String generated_unreadable;
	public static String generated_unreadableDesign;
	public static String generated_whyDefault;
	public static String generated_whyDerived;
	public static String generated_whyInputs;
	public static String generated_whyNothing;
	public static String generated_whyWritten;
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
