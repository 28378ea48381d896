package org.clusterwright.formats;

import java.util.regex.Pattern;

/**
 * An absolute path on a node: the one gate through which names of a design become paths. Segments hold only letters, digits and {@code _.+:@%=,-}
 * and are never {@code .} or {@code ..}.
 */
public record NativePath(String text) implements Comparable<NativePath> {
	private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_.+:@%=,-]{1,200}");

	public NativePath {
		if (!text.startsWith("/")) {
			throw new IllegalArgumentException("not an absolute path: " + text);
		}
		for (String segment : text.substring(1).split("/", -1)) {
			if (!isSegment(segment)) {
				throw new IllegalArgumentException("not a safe path: " + text);
			}
		}
	}

	/** A directory that is a constant and a name that may come from a design. */
	public static NativePath of(String directory, String name) {
		if (!isSegment(name)) {
			throw new IllegalArgumentException("not a file name: " + name);
		}
		return new NativePath(directory + "/" + name);
	}

	/** Whether a name can be one segment of a path. */
	public static boolean isSegment(String name) {
		return SEGMENT.matcher(name).matches() && !name.equals(".") && !name.equals("..");
	}

	@Override
	public int compareTo(NativePath other) {
		return text.compareTo(other.text);
	}

	@Override
	public String toString() {
		return text;
	}
}
