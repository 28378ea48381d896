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
	LVM_FILTER_PATTERN(Severity.ERROR), LVM_FILTER_ACCEPTS_BACKING(Severity.ERROR), LVM_FILTER_REJECTS_DEVICE(Severity.ERROR), LVM_LOCKING_TYPE(Severity.ERROR),
	LVM_LOCAL_FALLBACK(Severity.WARNING), LVM_OPTION(Severity.ERROR), VOLUME_NAME(Severity.ERROR), VOLUME_NAME_LENGTH(Severity.ERROR),
	VOLUMES_TOO_LARGE(Severity.ERROR), VOLUME_AFTER_REST(Severity.ERROR), VOLUME_EXTENTS(Severity.ERROR), VOLUME_SHARE_OF_DISK(Severity.ERROR),
	VOLUME_GROUP_EMPTY(Severity.ERROR), VOLUME_GROUP_LOCAL_DRBD(Severity.ERROR), VOLUME_GROUP_LOCAL_CLUSTERED(Severity.ERROR),
	VOLUME_GROUP_UNREACHED(Severity.ERROR), VOLUME_GROUP_PREFERENCE(Severity.ERROR), PHYSICAL_VOLUME_TWICE(Severity.ERROR),
	PHYSICAL_VOLUME_BEHIND_DRBD(Severity.ERROR), PHYSICAL_VOLUME_NOT_SHARED(Severity.WARNING), PHYSICAL_VOLUME_DEVICE(Severity.ERROR), POWER_OF_TWO(Severity.ERROR),
	GFS2_LOCK_TABLE(Severity.ERROR), GFS2_FOREIGN_CLUSTER(Severity.ERROR), GFS2_NAME_TWICE(Severity.ERROR), GFS2_JOURNALS(Severity.ERROR),
	GFS2_TOO_SMALL(Severity.ERROR), GFS2_NOT_CLUSTERED(Severity.ERROR), GFS2_LOCK_PROTOCOL(Severity.ERROR), GFS2_TWO_OWNERS(Severity.ERROR),
	GFS2_UNMOUNTED(Severity.WARNING), MOUNT_POINT(Severity.ERROR), MOUNT_POINT_TWICE(Severity.ERROR), MOUNT_OPTION(Severity.ERROR),
	MOUNT_WITHOUT_FILE_SYSTEM(Severity.ERROR), FILE_SYSTEM_TYPE(Severity.ERROR), FILE_SYSTEM_NOT_SHARED(Severity.ERROR),
	// guests
	GUEST_VOLUME_TWICE(Severity.ERROR), GUEST_VOLUME_FILE_SYSTEM(Severity.ERROR), GUEST_WITHOUT_DISK(Severity.WARNING), GUEST_WITHOUT_NETWORK(Severity.WARNING),
	GUEST_MAC_TWICE(Severity.ERROR), GUEST_MAC_MULTICAST(Severity.ERROR), GUEST_SIZE_UNSAID(Severity.WARNING), GUEST_TOPOLOGY(Severity.ERROR),
	GUEST_IN_SHARED_GROUP(Severity.WARNING), GUEST_ON_LOCAL_GROUP(Severity.WARNING), GUEST_PREFERENCE(Severity.WARNING), GUEST_UNREACHED(Severity.ERROR),
	GUEST_INSTALL(Severity.ERROR), GUEST_INSTALL_UNSHARED(Severity.WARNING), GUEST_AUTOSTART(Severity.ERROR), GUEST_CACHE(Severity.WARNING),
	GUEST_UUID(Severity.ERROR), GUEST_UUID_TWICE(Severity.ERROR), GUEST_OPTION(Severity.ERROR), GUEST_FRAGMENT(Severity.ERROR),
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
