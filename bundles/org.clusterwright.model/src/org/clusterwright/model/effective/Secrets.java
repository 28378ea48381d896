package org.clusterwright.model.effective;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Placeholders of secrets in generated text: {@code @SECRET(name)@}. */
public final class Secrets {
	/** A secret's name, as it may stand in a placeholder. */
	public static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");
	public static final Pattern PLACEHOLDER = Pattern.compile("@SECRET\\(([A-Za-z0-9][A-Za-z0-9_.-]*)\\)@");

	private Secrets() {
	}

	public static String placeholder(String name) {
		return "@SECRET(" + name + ")@";
	}

	/** The names of the secrets that a text waits for, sorted. */
	public static Set<String> namesIn(String text) {
		Set<String> names = new TreeSet<>();
		for (Matcher m = PLACEHOLDER.matcher(text); m.find();) {
			names.add(m.group(1));
		}
		return names;
	}
}
