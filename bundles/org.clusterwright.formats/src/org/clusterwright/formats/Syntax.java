package org.clusterwright.formats;

/** The syntax of a native file: how it is coloured, and how a secret's value is quoted where its placeholder stands. */
public enum Syntax {
	XML, DRBD, SHELL, IFCFG, HOSTS, AWK, PLAIN;

	/**
	 * A secret's value as it must stand in place of a placeholder. Placeholders stand inside double quotes in all syntaxes that have them.
	 *
	 * @throws IllegalArgumentException when the syntax cannot say the value
	 */
	public String escape(String value) {
		if (value.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
			throw new IllegalArgumentException("the value has a line break or control character");
		}
		return switch (this) {
			case XML -> value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
			case SHELL, IFCFG -> value.replaceAll("([\\\\\"$`])", "\\\\$1");
			case AWK -> value.replaceAll("([\\\\\"])", "\\\\$1");
			case DRBD -> {
				if (value.indexOf('"') >= 0) {
					throw new IllegalArgumentException("drbd.conf has no way to write a double quote");
				}
				yield value;
			}
			case HOSTS, PLAIN -> value;
		};
	}
}
