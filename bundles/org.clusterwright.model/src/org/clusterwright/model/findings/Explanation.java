package org.clusterwright.model.findings;

import java.util.Objects;
import java.util.Optional;

/** What a finding means, why it matters and what to do about it, for people. {@code chapter} is the help's chapter that says more: its id and, behind a {@code #}, a heading of it. */
public record Explanation(Code code, String meaning, String reason, String cure, Optional<String> chapter) {
	public Explanation {
		Objects.requireNonNull(code);
		Objects.requireNonNull(meaning);
		Objects.requireNonNull(reason);
		Objects.requireNonNull(cure);
		Objects.requireNonNull(chapter);
	}
}
