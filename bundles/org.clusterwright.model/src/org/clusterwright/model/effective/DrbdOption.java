package org.clusterwright.model.effective;

import java.util.List;
import java.util.Objects;

/** An option of drbd.conf by its native name, with its words in DRBD's units, unquoted; a switch has none. */
public record DrbdOption(String name, List<String> values, Origin origin) {
	public DrbdOption {
		Objects.requireNonNull(name);
		values = List.copyOf(values);
		Objects.requireNonNull(origin);
	}

	static DrbdOption of(String name, Effective<String> value) {
		return new DrbdOption(name, List.of(value.value()), value.origin());
	}

	static DrbdOption flag(String name, Origin origin) {
		return new DrbdOption(name, List.of(), origin);
	}

	/** The words as one text; a switch that is there says yes. */
	public Effective<String> text() {
		return new Effective<>(values.isEmpty() ? "yes" : String.join(" ", values), origin);
	}
}
