package org.clusterwright.model.values;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** One port of TCP or UDP, or several in a row: {@code 80}, {@code 5900-5999}. */
public record PortRange(int first, int last) {

	/** @throws IllegalArgumentException with a message for the user when the text is no port and no range */
	public static PortRange parse(String text) {
		if (!text.matches("[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})?")) {
			throw new IllegalArgumentException("'" + text + "' is not a port; write a number from 1 to 65535, or a range like 5900-5999");
		}
		String[] ends = text.split("-");
		PortRange range = new PortRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
		if (range.first > range.last || range.last > 65_535) {
			throw new IllegalArgumentException("'" + text + "' is not a range of ports within 1 to 65535");
		}
		return range;
	}

	/** The fewest ranges that hold exactly these ports, in order. */
	public static List<PortRange> of(Collection<Integer> ports) {
		List<PortRange> ranges = new ArrayList<>();
		for (int port : new TreeSet<>(ports)) {
			PortRange previous = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
			if (previous != null && previous.last + 1 == port) {
				ranges.set(ranges.size() - 1, new PortRange(previous.first, port));
			} else {
				ranges.add(new PortRange(port, port));
			}
		}
		return ranges;
	}

	@Override
	public String toString() {
		return first == last ? String.valueOf(first) : first + "-" + last;
	}
}
