package org.clusterwright.core.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scripts of a bundle. Each stands alone on the node; what they have in common is written once in {@code scripts/parts} and put in here. */
public final class BundleScripts {
	public static final List<String> NAMES = List.of("install.sh", "verify.sh", "rollback.sh");
	private static final Pattern INCLUDE = Pattern.compile("(?m)^# include ([a-z]+)$");

	private BundleScripts() {
	}

	/** The whole text of a script, the same for every bundle. */
	public static String text(String name) {
		return INCLUDE.matcher(resource(name)).replaceAll(m -> Matcher.quoteReplacement(resource("parts/" + m.group(1) + ".sh").stripTrailing()));
	}

	private static String resource(String name) {
		try (InputStream in = BundleScripts.class.getResourceAsStream("scripts/" + name)) {
			if (in == null) {
				throw new IllegalStateException("there is no script " + name);
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
