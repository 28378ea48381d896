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
	DISK_SIZE_UNKNOWN(Severity.ERROR), DISK_SIZE(Severity.ERROR), DISK_NOT_WHOLE_SECTORS(Severity.ERROR), DISK_SECTOR_SIZE(Severity.ERROR),
	DISK_LABEL(Severity.ERROR), PARTITION_NUMBER(Severity.ERROR), PARTITION_NUMBER_TWICE(Severity.ERROR), PARTITION_NUMBER_ORDER(Severity.ERROR),
	PARTITION_KIND(Severity.ERROR), TOO_MANY_PRIMARIES(Severity.ERROR), EXTENDED_TWICE(Severity.ERROR), LOGICAL_WITHOUT_EXTENDED(Severity.ERROR),
	LOGICAL_OUTSIDE_EXTENDED(Severity.ERROR), LOGICAL_TABLE_ROOM(Severity.ERROR), PARTITION_OVERLAP(Severity.ERROR),
	PARTITION_BEYOND_END(Severity.ERROR), PARTITION_BEFORE_START(Severity.ERROR), PARTITION_BEYOND_MSDOS(Severity.ERROR),
	PARTITION_NO_ROOM(Severity.ERROR), PARTITION_NOT_WHOLE_SECTORS(Severity.ERROR), PARTITION_ALIGN(Severity.ERROR),
	PARTITION_PERCENT_BASE(Severity.ERROR), PARTITION_TYPE(Severity.ERROR), REST_TWICE(Severity.ERROR), PERCENT_SUM(Severity.ERROR),
	PARTITION_UNALIGNED(Severity.WARNING), PERCENT_INCLUSIVE(Severity.INFO), MOUNT_TWICE(Severity.WARNING), NO_ROOT_PARTITION(Severity.WARNING),
	SWAP_WITH_MOUNT(Severity.WARNING), DEVICE_UNKNOWN(Severity.ERROR), DEVICE_USED_TWICE(Severity.ERROR), DEVICE_UNFIT(Severity.ERROR),
	ARRAY_LEVEL(Severity.ERROR), ARRAY_MEMBERS(Severity.ERROR), ARRAY_MEMBERS_DIFFER(Severity.WARNING), ARRAY_ON_ONE_DISK(Severity.WARNING),
	// DRBD
	DRBD_TWICE(Severity.ERROR), DRBD_NAME(Severity.ERROR), DRBD_BETWEEN(Severity.ERROR), DRBD_HOSTS(Severity.ERROR), DRBD_HOST_TWICE(Severity.ERROR),
	DRBD_PEER_NOT_HOST(Severity.ERROR), DRBD_VOLUMES(Severity.ERROR), DRBD_NO_DISK(Severity.ERROR), DRBD_NO_ADDRESS(Severity.ERROR),
	DRBD_MINOR_TWICE(Severity.ERROR), DRBD_MINOR_COUNT(Severity.ERROR), DRBD_PORT_TWICE(Severity.ERROR), DRBD_PORT_RESERVED(Severity.ERROR),
	DRBD_PORT_RANGE(Severity.ERROR), DRBD_DEVICE(Severity.ERROR), DRBD_DEVICE_TWICE(Severity.ERROR), DRBD_META_DISK(Severity.ERROR),
	DRBD_TOO_SMALL(Severity.ERROR), DRBD_SIZES_DIFFER(Severity.WARNING), DRBD_UNKNOWN_OPTION(Severity.WARNING), DRBD_TEXT(Severity.ERROR),
	DRBD_OPTION_NAME(Severity.ERROR), DRBD_RAW(Severity.ERROR), DRBD_RAW_ANCHOR(Severity.ERROR), DRBD_SAID_TWICE(Severity.WARNING),
	DRBD_SWITCH_STAYS_ON(Severity.ERROR), DRBD_SECRET(Severity.WARNING), DRBD_SECRET_LENGTH(Severity.ERROR), DRBD_SECRET_LITERAL(Severity.WARNING),
	DRBD_AFTER(Severity.ERROR), DRBD_BECOME_PRIMARY(Severity.ERROR), DRBD_BOTH_PRIMARY(Severity.ERROR), DUAL_PRIMARY_PROTOCOL(Severity.ERROR),
	DUAL_PRIMARY_FENCING(Severity.ERROR), DUAL_PRIMARY_HANDLER(Severity.ERROR), DUAL_PRIMARY_POLICY(Severity.WARNING), FENCING_HANDLER(Severity.ERROR),
	NET_TIMEOUT(Severity.ERROR), WFC_TIMEOUT(Severity.WARNING), DEGR_WFC_TIMEOUT(Severity.INFO), DRBD_RATE(Severity.INFO),
	// LVM and GFS2
	// guests
	// services
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
