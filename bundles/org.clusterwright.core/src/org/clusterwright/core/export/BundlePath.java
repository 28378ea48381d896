package org.clusterwright.core.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The gate for names in a bundle: paths below its top, which no unpacking can lead elsewhere. Names of a design pass {@code NativePath} first; here is the second
 * lock, and the only one for names of the user's own files.
 */
public final class BundlePath {
	/** As {@code LC_ALL=C sort} orders them. */
	public static final Comparator<String> ORDER = (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
	private static final int MAX_SEGMENT = 255;
	private static final int MAX_PATH = 2000;

	private BundlePath() {
	}

	/** Why a text is no path below a bundle's top, as the end of a sentence; absent where it is one. */
	public static Optional<String> complaint(String path) {
		if (path.startsWith("/")) {
			return Optional.of("is an absolute path");
		}
		if (path.getBytes(StandardCharsets.UTF_8).length > MAX_PATH) {
			return Optional.of("is too long");
		}
		for (String segment : path.split("/", -1)) {
			Optional<String> complaint = ofSegment(segment);
			if (complaint.isPresent()) {
				return complaint;
			}
		}
		return Optional.empty();
	}

	private static Optional<String> ofSegment(String segment) {
		if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
			return Optional.of("leads to another place");
		}
		if (segment.startsWith("-")) {
			return Optional.of("begins with a hyphen, which programs take for an option");
		}
		// A backslash would make sha256sum write the name in another way.
		if (segment.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '\\' || Character.isSurrogate((char) c) && !wellFormed(segment))) {
			return Optional.of("holds a control character or a backslash");
		}
		return segment.getBytes(StandardCharsets.UTF_8).length > MAX_SEGMENT ? Optional.of("is too long") : Optional.empty();
	}

	private static boolean wellFormed(String text) {
		return StandardCharsets.UTF_8.newEncoder().canEncode(text);
	}

	/** Why a name cannot be that of an archive and its top directory. */
	public static Optional<String> complaintOfTop(String name) {
		if (name.contains("/")) {
			return Optional.of("holds a slash");
		}
		return name.startsWith(".") ? Optional.of("begins with a dot") : complaint(name);
	}

	/** The first name that is there twice. */
	static Optional<String> twice(List<String> names) {
		Set<String> seen = new HashSet<>();
		return names.stream().filter(n -> !seen.add(n)).findFirst();
	}

	/** The first name that differs from an earlier one by case only: on the file system of most memory sticks both would be one file. */
	static Optional<String> twiceButForCase(List<String> names) {
		return twice(names.stream().distinct().map(n -> n.toLowerCase(Locale.ROOT)).toList());
	}
}
