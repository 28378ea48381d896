package org.clusterwright.model.findings;

import java.util.Arrays;

/** Where the lines of a text begin, so that thousands of places in it cost little. */
public final class Lines {
	private final int length;
	private final int[] starts;

	public Lines(CharSequence text) {
		length = text.length();
		int[] found = new int[16];
		int count = 1;
		for (int i = 0; i < length; i++) {
			if (text.charAt(i) == '\n') {
				if (count == found.length) {
					found = Arrays.copyOf(found, count * 2);
				}
				found[count++] = i + 1;
			}
		}
		starts = Arrays.copyOf(found, count);
	}

	/** As {@link Place#in}: regions beyond the end are cut to it. */
	public Place place(int offset, int length) {
		int start = Math.max(0, Math.min(offset, this.length));
		int found = Arrays.binarySearch(starts, start);
		int line = found >= 0 ? found : -found - 2;
		return new Place(start, Math.max(0, Math.min(length, this.length - start)), line + 1, start - starts[line] + 1);
	}
}
