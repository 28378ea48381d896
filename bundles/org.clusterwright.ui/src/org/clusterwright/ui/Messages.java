package org.clusterwright.ui;

import org.eclipse.osgi.util.NLS;

/** The texts of this bundle. */
public final class Messages extends NLS {
	public static String assist_nothing;
	public static String editor_source;
	public static String format_syntaxErrors;
	public static String forms_counts;
	public static String forms_down;
	public static String forms_finding;
	public static String forms_gone;
	public static String forms_neverRead;
	public static String forms_reading;
	public static String forms_redoTyping;
	public static String forms_refusedTitle;
	public static String forms_remove;
	public static String forms_removeAll;
	public static String forms_removeAsk;
	public static String forms_removeCancel;
	public static String forms_removeMore;
	public static String forms_removeTitle;
	public static String forms_required;
	public static String forms_reset;
	public static String forms_resetTip;
	public static String forms_showInSource;
	public static String forms_syntaxErrors;
	public static String forms_undoTyping;
	public static String forms_unsetChoice;
	public static String forms_unsetNothing;
	public static String forms_up;
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
	public static String overview_cleanStart;
	public static String overview_cluster;
	public static String overview_clusterId;
	public static String overview_consensus;
	public static String overview_counts;
	public static String overview_domain;
	public static String overview_expectedVotes;
	public static String overview_fencing;
	public static String overview_findingLine;
	public static String overview_findings;
	public static String overview_findingsTip;
	public static String overview_identity;
	public static String overview_join;
	public static String overview_keyfile;
	public static String overview_multicast;
	public static String overview_name;
	public static String overview_noFindings;
	public static String overview_overrideTime;
	public static String overview_port;
	public static String overview_postFailDelay;
	public static String overview_postJoinDelay;
	public static String overview_quorum;
	public static String overview_quorumKind;
	public static String overview_raise;
	public static String overview_retransmits;
	public static String overview_rrp;
	public static String overview_secauth;
	public static String overview_skipUndefined;
	public static String overview_someFindings;
	public static String overview_stack;
	public static String overview_title;
	public static String overview_token;
	public static String overview_totem;
	public static String overview_transport;
	public static String overview_twoNode;
	public static String overview_version;
	public static String overview_votes;
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
