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
	ADDRESS_OUTSIDE_SUBNET(Severity.ERROR),
	ADDRESS_NOT_A_HOST(Severity.ERROR),
	DUPLICATE_ADDRESS(Severity.ERROR),
	NO_NODE_ADDRESS(Severity.ERROR),
	SUBNETS_OVERLAP(Severity.ERROR),
	NETWORK_WITHOUT_SUBNET(Severity.ERROR),
	NETWORK_WITHOUT_DEVICE(Severity.ERROR),
	NETWORK_NIC_MISSING(Severity.ERROR),
	NO_CLUSTER_NETWORK(Severity.WARNING),
	NETWORK_ROLE_TWICE(Severity.ERROR),
	GATEWAY_OUTSIDE_SUBNET(Severity.ERROR),
	TWO_DEFAULT_ROUTES(Severity.ERROR),
	DEFAULT_ROUTE_WITHOUT_GATEWAY(Severity.ERROR),
	GATEWAY_ON_INNER_NETWORK(Severity.WARNING),
	TOO_MANY_NAME_SERVERS(Severity.WARNING),
	BAD_VLAN(Severity.ERROR),
	LINK_SHARED(Severity.ERROR),
	DEVICE_NAME_TWICE(Severity.ERROR),
	DEVICE_NAME_TOO_LONG(Severity.ERROR),
	DEVICE_NAME_UNSAFE(Severity.ERROR),
	BRIDGE_SORTS_FIRST(Severity.WARNING),
	MULTICAST_SNOOPING(Severity.INFO),
	HOST_NAME_TWICE(Severity.ERROR),
	HOST_NAME_UNSAFE(Severity.ERROR),
	BMC_OFF_CLUSTER_NETWORK(Severity.WARNING),
	DUPLICATE_MAC(Severity.ERROR),
	MULTICAST_MAC(Severity.ERROR),
	NIC_WITHOUT_MAC(Severity.ERROR),
	NIC_IN_BOND_AND_NETWORK(Severity.ERROR),
	BOND_WITHOUT_NICS(Severity.ERROR),
	BOND_WITH_ONE_NIC(Severity.WARNING),
	BOND_ON_ONE_SWITCH(Severity.WARNING),
	BOND_ON_ONE_CARD(Severity.WARNING),
	DUPLICATE_LINK(Severity.ERROR),
	BOND_UNUSED(Severity.WARNING),
	CLUSTER_BOND_MODE(Severity.ERROR),
	BOND_UPDELAY_ZERO(Severity.INFO),
	BOND_DELAY_NOT_MULTIPLE(Severity.WARNING),
	BOND_UNMONITORED(Severity.WARNING),
	BOND_TWO_MONITORS(Severity.ERROR),
	BOND_ARP_WITHOUT_TARGET(Severity.ERROR),
	BOND_PRIMARY_MISSING(Severity.ERROR),
	UNSAFE_OPTION(Severity.ERROR),
	SWITCH_PORT_TWICE(Severity.ERROR),
	SWITCH_PORT_BEYOND_COUNT(Severity.ERROR),
	SWITCHES_STACKED(Severity.WARNING),
	SWITCH_STP(Severity.WARNING),
	OUTLET_TWICE(Severity.ERROR),
	OUTLET_BEYOND_COUNT(Severity.ERROR),
	BMC_AND_PDU_ON_ONE_SWITCH(Severity.WARNING),
	// quorum and the cluster's daemons
	// fencing
	// storage
	// DRBD
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
