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
	public static String outline_collapseAll;
	public static String outline_filter;
	public static String outline_hideParameters;
	public static String outline_sort;
	public static String problems_checking;
	public static String problems_configuring;
	public static String quickOutline_help;
	public static String references_of;
	public static String references_one;
	public static String references_several;
	public static String rename_button;
	public static String rename_device;
	public static String rename_duplicate;
	public static String rename_failed;
	public static String rename_inComment;
	public static String rename_inText;
	public static String rename_invalid;
	public static String rename_kind;
	public static String rename_line;
	public static String rename_mentions;
	public static String rename_message;
	public static String rename_name;
	public static String rename_onePlace;
	public static String rename_pattern;
	public static String rename_places;
	public static String rename_sameWord;
	public static String rename_text;
	public static String rename_title;
	public static String rename_window;
	public static String save_failed;
	public static String session_asking;
	public static String session_checking;
	public static String session_colouring;
	public static String session_folding;
	public static String session_marking;
	public static String session_outlining;
	public static String source_noDefinition;
	public static String source_noSymbol;
	public static String source_openDefinition;
	public static String tutorial_description;
	public static String tutorial_title;
	public static String tutorial_window;
	public static String unopened_advice;
	public static String unopened_again;
	public static String unopened_longLine;
	public static String unopened_tooLarge;

	static {
		initializeMessages("org.clusterwright.ui.messages", Messages.class);
	}

	private Messages() {
	}
}
