package org.clusterwright.core.forms;

import java.util.List;
import java.util.Optional;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.catalog.ValueType;

/** What a field says and takes of a parameter of the catalogue; the parameter may be unknown there. */
final class Specs {
	private Specs() {
	}

	static String help(String key, Optional<SettingSpec> spec) {
		return key + "\n" + spec.map(Elements::describe).orElse("");
	}

	/** What is wrong with a typed value; a secret stands for any. */
	static Optional<String> complaint(Optional<SettingSpec> spec, String text) {
		if (spec.isEmpty() || SettingEdits.isSecret(text)) {
			return Optional.empty();
		}
		try {
			SettingEdits.parts(text, spec.get().list()).forEach(spec.get().type()::check);
			return Optional.empty();
		} catch (IllegalArgumentException e) {
			return Optional.of(e.getMessage());
		}
	}

	/** The words to choose from; a flag is offered as it is written or as its default is, on or yes. */
	static List<String> choices(Optional<SettingSpec> spec, Optional<String> written) {
		return spec.filter(s -> !s.list()).map(s -> switch (s.type()) {
			case ValueType.Word word -> word.words();
			case ValueType.Flag flag -> written.filter(w -> List.of("on", "off").contains(w)).isPresent() || s.defaultText().filter(d -> d.startsWith("o")).isPresent()
					? List.of("on", "off")
					: List.of("yes", "no");
			case ValueType.Text t -> List.<String> of();
			case ValueType.Number t -> List.<String> of();
			case ValueType.Time t -> List.<String> of();
			case ValueType.Bytes t -> List.<String> of();
			case ValueType.Speed t -> List.<String> of();
			case ValueType.Ip t -> List.<String> of();
			case ValueType.Subnet t -> List.<String> of();
			case ValueType.Hardware t -> List.<String> of();
			case ValueType.Path t -> List.<String> of();
			case ValueType.Ports t -> List.<String> of();
		}).orElse(List.of());
	}
}
