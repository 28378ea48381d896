package org.clusterwright.core.plan;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.clusterwright.formats.NativePath;

/**
 * A pattern over native paths: {@code *} within a directory, {@code **} across directories, {@code ?}, {@code [a-z]}, {@code {a,b}}. A pattern
 * that begins with a slash is matched with the whole path, any other with its end: {@code *.res}, {@code drbd.d/*}.
 */
public final class PathGlob {
	private final List<PathMatcher> matchers;

	private PathGlob(List<PathMatcher> matchers) {
		this.matchers = matchers;
	}

	/** @throws IllegalArgumentException when the pattern is none */
	public static PathGlob of(String pattern) {
		try {
			return new PathGlob(pattern.startsWith("/") ? List.of(matcher(pattern)) : List.of(matcher("/" + pattern), matcher("/**/" + pattern)));
		} catch (PatternSyntaxException e) {
			throw new IllegalArgumentException("not a pattern: " + pattern, e);
		}
	}

	public boolean matches(NativePath path) {
		Path whole = Path.of(path.text());
		return matchers.stream().anyMatch(m -> m.matches(whole));
	}

	private static PathMatcher matcher(String pattern) {
		return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
	}
}
