package org.clusterwright.model.catalog;

import java.util.Objects;
import java.util.Optional;

/**
 * A parameter that a block knows. {@code defaultText} is the value that holds when it is not written, in the design's spelling; absent where it
 * is derived or where leaving it out leaves it out of the file. {@code source} is the man page or the tutorial's section behind doc and default.
 */
public record SettingSpec(String key, ValueType type, boolean list, Optional<String> defaultText, String doc, String source) {
	public SettingSpec {
		Objects.requireNonNull(key);
		Objects.requireNonNull(type);
		Objects.requireNonNull(defaultText);
		Objects.requireNonNull(doc);
		Objects.requireNonNull(source);
	}

	public static SettingSpec of(String key, ValueType type, String doc, String source) {
		return new SettingSpec(key, type, false, Optional.empty(), doc, source);
	}

	public SettingSpec orElse(String text) {
		return new SettingSpec(key, type, list, Optional.of(text), doc, source);
	}

	public SettingSpec many() {
		return new SettingSpec(key, type, true, defaultText, doc, source);
	}
}
