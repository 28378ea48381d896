package org.clusterwright.core.plan;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the values of secrets come from when files are written. Values are never shown, logged or kept. */
@FunctionalInterface
public interface SecretSource {
	/** Knows no secret. */
	SecretSource NONE = name -> Optional.empty();

	Optional<String> value(String name);

	/** This source, and the other for what this one does not know. */
	default SecretSource or(SecretSource other) {
		return name -> value(name).or(() -> other.value(name));
	}

	/** The variables CLUSTERWRIGHT_SECRET_NAME, with the name in capitals and everything but letters and digits as an underscore. */
	static SecretSource environment(Map<String, String> variables) {
		return name -> Optional.ofNullable(variables.get(variable(name)));
	}

	static String variable(String name) {
		return "CLUSTERWRIGHT_SECRET_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
	}
}
