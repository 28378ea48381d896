package org.clusterwright.dsl.ide;

import java.util.Locale;

/** Finds a label by what the user types of it: a part of it, or the beginnings of its words in their order ({@code nn2} finds {@code node an-node02}). */
public final class NameFilter {
	private final String typed;

	private NameFilter(String typed) {
		this.typed = typed;
	}

	public static NameFilter of(String typed) {
		return new NameFilter(typed.strip().toLowerCase(Locale.ROOT));
	}

	public boolean isEmpty() {
		return typed.isEmpty();
	}

	public boolean matches(String label) {
		return label.toLowerCase(Locale.ROOT).contains(typed) || matches(label, 0, 0);
	}

	private boolean matches(String label, int from, int at) {
		if (at == typed.length()) {
			return true;
		}
		for (int start = from; start < label.length(); start++) {
			if (!startsWord(label, start)) {
				continue;
			}
			for (int length = common(label, start, at); length > 0; length--) {
				if (matches(label, start + length, at + length)) {
					return true;
				}
			}
		}
		return false;
	}

	private int common(String label, int start, int at) {
		int length = 0;
		while (at + length < typed.length() && start + length < label.length() && Character.toLowerCase(label.charAt(start + length)) == typed.charAt(at + length)) {
			length++;
		}
		return length;
	}

	private static boolean startsWord(String label, int at) {
		char c = label.charAt(at);
		char before = at == 0 ? ' ' : label.charAt(at - 1);
		return Character.isLetterOrDigit(c) && (!Character.isLetterOrDigit(before) || Character.isUpperCase(c) && Character.isLowerCase(before) || Character.isDigit(c) && !Character.isDigit(before));
	}
}
