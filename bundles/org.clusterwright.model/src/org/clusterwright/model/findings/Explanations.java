package org.clusterwright.model.findings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The explanations of all findings, from {@code explanations.txt} beside this class; read when first asked. */
public final class Explanations {
	/** Read once, when the first code is asked for. */
	private static final class Loaded {
		static final Map<String, Map<String, String>> TEXTS = read();
	}

	private Explanations() {
	}

	public static Explanation of(Code code) {
		Map<String, String> text = Loaded.TEXTS.getOrDefault(code.id(), Map.of());
		return new Explanation(code, text.getOrDefault("what", ""), text.getOrDefault("why", ""), text.getOrDefault("do", ""), Optional.ofNullable(text.get("see")));
	}

	/** All codes that are explained; for the test that compares both ways. */
	public static Set<String> keys() {
		return Collections.unmodifiableSet(Loaded.TEXTS.keySet());
	}

	private static Map<String, Map<String, String>> read() {
		Map<String, Map<String, String>> found = new LinkedHashMap<>();
		Map<String, String> current = new HashMap<>();
		try (InputStream in = Explanations.class.getResourceAsStream("explanations.txt")) {
			for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#") && !l.isBlank()).toList()) {
				if (line.startsWith("[")) {
					current = new HashMap<>();
					if (found.put(line.substring(1, line.indexOf(']')), current) != null) {
						throw new IllegalStateException("explained twice: " + line);
					}
				} else {
					int colon = line.indexOf(": ");
					current.put(line.substring(0, colon), line.substring(colon + 2));
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return found;
	}
}
