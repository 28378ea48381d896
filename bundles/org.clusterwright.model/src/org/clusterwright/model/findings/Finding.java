package org.clusterwright.model.findings;

import java.util.List;
import java.util.Objects;

/** Something a user should know about a design, with a stable code and a place. The text is made from code and arguments by {@link FindingTexts}. */
public record Finding(Code code, Severity severity, Place place, List<String> args) {
	public Finding {
		Objects.requireNonNull(code);
		Objects.requireNonNull(severity);
		Objects.requireNonNull(place);
		args = List.copyOf(args);
	}

	public boolean isError() {
		return severity == Severity.ERROR;
	}

	public String message() {
		return FindingTexts.message(code, args);
	}
}
