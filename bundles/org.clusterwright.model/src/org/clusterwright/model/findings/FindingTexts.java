package org.clusterwright.model.findings;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The messages of the findings, from {@code messages.properties} beside this class, keyed by code. */
public final class FindingTexts {
	private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.clusterwright.model.findings.messages", Locale.ROOT, FindingTexts.class.getClassLoader());

	private FindingTexts() {
	}

	public static String message(Code code, List<String> args) {
		return new MessageFormat(TEXTS.getString(code.id()), Locale.ROOT).format(args.toArray());
	}

	/** All codes that have a text; for the test that compares both ways. */
	public static java.util.Set<String> keys() {
		return TEXTS.keySet();
	}
}
