package org.clusterwright.model.findings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stable codes of all findings, with their usual severity. A code is never renamed and never reused. */
public enum Code {
	// the text itself
	SYNTAX(Severity.ERROR), TOO_MANY_SYNTAX_ERRORS(Severity.ERROR), TEXT_TOO_LARGE(Severity.ERROR), TEXT_NUL(Severity.ERROR), TEXT_NOT_UTF8(Severity.ERROR),
	NESTED_TOO_DEEP(Severity.ERROR), EMPTY_DESIGN(Severity.ERROR), UNRESOLVED_REFERENCE(Severity.ERROR),
	// names and parameters
	UNSAFE_NAME(Severity.ERROR), DUPLICATE_NAME(Severity.ERROR), DUPLICATE_PARAMETER(Severity.ERROR), UNKNOWN_SECTION(Severity.ERROR),
	UNKNOWN_PARAMETER(Severity.ERROR), ONE_VALUE_ONLY(Severity.ERROR), BAD_VALUE(Severity.ERROR), SECRET_NAME(Severity.ERROR),
	// networks and hardware
	// quorum and the cluster's daemons
	// fencing
	// storage
	// DRBD
	// LVM and GFS2
	// guests
	// services
	// writing the files
	SECRET_MISSING(Severity.WARNING), SECRET_UNWRITABLE(Severity.ERROR),
	;

	private static final Map<String, Code> BY_ID = Stream.of(values()).collect(Collectors.toMap(Code::id, Function.identity()));

	private final Severity severity;

	Code(Severity severity) {
		this.severity = severity;
	}

	/** As users see and suppress it: {@code two-node-votes}. */
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public Severity severity() {
		return severity;
	}

	public static Optional<Code> of(String id) {
		return Optional.ofNullable(BY_ID.get(id));
	}
}
