package org.clusterwright.model.values;

import java.util.Locale;
import java.util.regex.Pattern;

/** A hardware address of six octets, with the spelling it was written in; compares without regard to case. */
public record Mac(String text) {
	private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}");

	/** @throws IllegalArgumentException with a message for the user when the text is no hardware address */
	public static Mac parse(String text) {
		if (!FORM.matcher(text).matches()) {
			throw new IllegalArgumentException("'" + text + "' is not a MAC address; write six pairs of hexadecimal digits, like 00:E0:81:C7:EC:49");
		}
		return new Mac(text);
	}

	public String lowerCase() {
		return text.toLowerCase(Locale.ROOT);
	}

	public String upperCase() {
		return text.toUpperCase(Locale.ROOT);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Mac mac && mac.text.equalsIgnoreCase(text);
	}

	@Override
	public int hashCode() {
		return lowerCase().hashCode();
	}

	@Override
	public String toString() {
		return text;
	}
}
