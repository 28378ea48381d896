package org.clusterwright.model.values;

import java.util.regex.Pattern;

/** An IPv4 address. {@code bits} is unsigned, 0 to 2^32-1. */
public record Address(long bits) implements Comparable<Address> {
	private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

	/** @throws IllegalArgumentException with a message for the user when the text is no IPv4 address */
	public static Address parse(String text) {
		String complaint = "'" + text + "' is not an IPv4 address; write four numbers from 0 to 255 without leading zeros, like 10.20.0.1";
		if (!FORM.matcher(text).matches()) {
			throw new IllegalArgumentException(complaint);
		}
		long bits = 0;
		for (String part : text.split("\\.")) {
			int octet = Integer.parseInt(part);
			if (octet > 255) {
				throw new IllegalArgumentException(complaint);
			}
			bits = bits << 8 | octet;
		}
		return new Address(bits);
	}

	@Override
	public int compareTo(Address other) {
		return Long.compare(bits, other.bits);
	}

	@Override
	public String toString() {
		return (bits >> 24 & 255) + "." + (bits >> 16 & 255) + "." + (bits >> 8 & 255) + "." + (bits & 255);
	}
}
