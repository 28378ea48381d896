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
	CLUSTER_NAME_TOO_LONG(Severity.ERROR),
	CLUSTER_NAME_CHARACTERS(Severity.ERROR),
	CONFIG_VERSION(Severity.ERROR),
	NO_NODES(Severity.ERROR),
	TOO_MANY_NODES(Severity.ERROR),
	NODE_ID_RANGE(Severity.ERROR),
	DUPLICATE_NODE_ID(Severity.ERROR),
	DUPLICATE_HOST_NAME(Severity.ERROR),
	TWO_NODE_COUNT(Severity.ERROR),
	TWO_NODE_VOTES(Severity.ERROR),
	TWO_NODE_DISK(Severity.ERROR),
	TWO_NODE_EXPECTED(Severity.ERROR),
	TWO_NODE_LOST(Severity.WARNING),
	EXPECTED_VOTES_SUM(Severity.WARNING),
	QUORUM_DISK_MISSING(Severity.ERROR),
	QUORUM_DISK_UNNAMED(Severity.ERROR),
	QUORUM_DISK_ON_DRBD(Severity.ERROR),
	QUORUM_DISK_BOTH(Severity.WARNING),
	QUORUM_DISK_VOTES(Severity.WARNING),
	QUORUM_DISK_NO_HEURISTIC(Severity.WARNING),
	QUORUM_DISK_SLOW(Severity.WARNING),
	SECAUTH_OFF(Severity.INFO),
	TOKEN_DEFAULT(Severity.INFO),
	TOKEN_SHORT(Severity.WARNING),
	RING_CONFLICT(Severity.ERROR),
	RING_MISSING(Severity.ERROR),
	MULTICAST_ADDRESS(Severity.ERROR),
	MULTICAST_SCOPE(Severity.WARNING),
	TEXT_NOT_XML(Severity.ERROR),
	OPTION_NAME(Severity.ERROR),
	RAW_NOT_XML(Severity.ERROR),
	RAW_ANCHOR(Severity.ERROR),
	// fencing
	POST_JOIN_DELAY(Severity.INFO),
	POST_JOIN_DELAY_SHORT(Severity.WARNING),
	CLEAN_START(Severity.WARNING),
	NOT_FENCED(Severity.ERROR),
	METHOD_EMPTY(Severity.ERROR),
	NO_FENCE_AGENT(Severity.ERROR),
	UNKNOWN_FENCE_AGENT(Severity.ERROR),
	FENCE_AGENT_NOT_ON_EL6(Severity.ERROR),
	FENCE_DEVICE_NAME(Severity.ERROR),
	DUPLICATE_FENCE_DEVICE(Severity.ERROR),
	UNUSED_FENCE_DEVICE(Severity.INFO),
	UNKNOWN_FENCE_PARAMETER(Severity.ERROR),
	MODERN_FENCE_PARAMETER(Severity.ERROR),
	NEWER_FENCE_PARAMETER(Severity.ERROR),
	MISSING_FENCE_PARAMETER(Severity.ERROR),
	FENCE_VALUE(Severity.ERROR),
	UNKNOWN_FENCE_ACTION(Severity.ERROR),
	OUTLETS_REBOOT(Severity.ERROR),
	OUTLETS_ORDER(Severity.ERROR),
	OUTLETS_LEFT_OFF(Severity.WARNING),
	OUTLETS_MISSED(Severity.ERROR),
	OUTLET_RANGE(Severity.WARNING),
	OUTLET_OF_OTHER(Severity.WARNING),
	NO_POWER_OFF(Severity.WARNING),
	FENCE_RACE(Severity.WARNING),
	LITERAL_PASSWORD(Severity.WARNING),
	// storage
	// DRBD
	// LVM and GFS2
	// guests
	// services
	// writing the files
	SECRET_MISSING(Severity.WARNING), SECRET_UNWRITABLE(Severity.ERROR),
	DOMAIN_EMPTY(Severity.WARNING),
	DOMAIN_RESTRICTED_EMPTY(Severity.ERROR),
	DOMAIN_MEMBER_TWICE(Severity.ERROR),
	DOMAIN_PRIORITY(Severity.ERROR),
	DOMAIN_PRIORITY_UNUSED(Severity.INFO),
	UNKNOWN_RESOURCE_TYPE(Severity.ERROR),
	RESOURCE_PARAMETER(Severity.ERROR),
	RESOURCE_INCOMPLETE(Severity.ERROR),
	UNKNOWN_FILE_SYSTEM(Severity.ERROR),
	RESOURCE_TWICE(Severity.ERROR),
	EMPTY_SERVICE(Severity.WARNING),
	STORAGE_RECOVERY(Severity.WARNING),
	RELOCATE_NOWHERE(Severity.WARNING),
	VM_TWICE(Severity.ERROR),
	UNKNOWN_DEPENDENCY(Severity.ERROR),
	VM_BEFORE_STORAGE(Severity.INFO),
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
