package org.clusterwright.core.export;

import java.util.Map;

/** The one time that all files of a bundle have, in seconds since 1970: no clock is asked, so that the same design gives the same bytes on any day. */
public final class BundleTime {
	/** What reproducible builds agree on to say a time. */
	public static final String VARIABLE = "SOURCE_DATE_EPOCH";
	/** 2010-01-01 UTC, the year before the tutorial; a later version of the design has a later time. */
	static final long BEGIN = 1_262_304_000L;
	private static final long LAST = Integer.MAX_VALUE;

	private BundleTime() {
	}

	/** What the environment says, else 2010-01-01 and as many seconds as the design's config_version. @throws IllegalArgumentException with a message for the user */
	public static long of(Map<String, String> environment, long version) {
		String text = environment.get(VARIABLE);
		if (text == null || text.isEmpty()) {
			return Math.min(LAST, BEGIN + Math.max(0, Math.min(LAST, version)));
		}
		if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) > LAST) {
			throw new IllegalArgumentException(VARIABLE + " is not a number of seconds from 0 to " + LAST + ": " + text);
		}
		return Long.parseLong(text);
	}
}
