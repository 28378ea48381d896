package org.clusterwright.dsl.ide;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Place;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;

/** Which findings of rules can be believed of a text that was not read whole. What seems to be missing may stand where nothing could be read; one mistake is told once. */
final class Credibility {
	/** Findings that something is not there, or that what is there does not add up. */
	private static final Set<Code> ABSENCE = Set.of(Code.NO_NODES, Code.NO_CLUSTER_NETWORK, Code.NETWORK_NIC_MISSING, Code.NETWORK_WITHOUT_DEVICE, Code.BOND_WITHOUT_NICS, Code.BOND_WITH_ONE_NIC,
			Code.BOND_UNUSED, Code.BOND_ON_ONE_SWITCH, Code.BOND_ON_ONE_CARD, Code.BOND_UNMONITORED, Code.BOND_ARP_WITHOUT_TARGET, Code.BOND_PRIMARY_MISSING,
			Code.DEFAULT_ROUTE_WITHOUT_GATEWAY, Code.TWO_NODE_COUNT, Code.TWO_NODE_LOST, Code.EXPECTED_VOTES_SUM, Code.QUORUM_DISK_MISSING, Code.QUORUM_DISK_UNNAMED, Code.QUORUM_DISK_VOTES,
			Code.QUORUM_DISK_NO_HEURISTIC, Code.RING_MISSING, Code.TOKEN_DEFAULT, Code.NOT_FENCED, Code.METHOD_EMPTY, Code.NO_FENCE_AGENT, Code.UNUSED_FENCE_DEVICE,
			Code.MISSING_FENCE_PARAMETER, Code.OUTLETS_MISSED, Code.OUTLETS_LEFT_OFF, Code.OUTLETS_REBOOT, Code.NO_POWER_OFF, Code.FENCE_RACE, Code.LOGICAL_WITHOUT_EXTENDED,
			Code.NO_ROOT_PARTITION, Code.DEVICE_UNKNOWN, Code.ARRAY_MEMBERS, Code.DRBD_HOSTS, Code.DRBD_BETWEEN, Code.DRBD_NO_DISK, Code.DRBD_BOTH_PRIMARY, Code.DRBD_PEER_NOT_HOST,
			Code.DRBD_AFTER, Code.DRBD_BECOME_PRIMARY, Code.DRBD_SECRET, Code.DUAL_PRIMARY_FENCING, Code.DUAL_PRIMARY_HANDLER, Code.DUAL_PRIMARY_PROTOCOL, Code.FENCING_HANDLER,
			Code.VOLUME_GROUP_EMPTY, Code.VOLUME_GROUP_UNREACHED, Code.VOLUME_GROUP_PREFERENCE, Code.PHYSICAL_VOLUME_NOT_SHARED, Code.GFS2_UNMOUNTED, Code.GFS2_NOT_CLUSTERED,
			Code.MOUNT_WITHOUT_FILE_SYSTEM, Code.GUEST_WITHOUT_DISK, Code.GUEST_WITHOUT_NETWORK, Code.GUEST_SIZE_UNSAID, Code.GUEST_INSTALL_UNSHARED, Code.GUEST_UNREACHED, Code.DOMAIN_EMPTY,
			Code.DOMAIN_RESTRICTED_EMPTY, Code.EMPTY_SERVICE, Code.RELOCATE_NOWHERE, Code.RESOURCE_INCOMPLETE, Code.UNKNOWN_FILE_SYSTEM, Code.UNKNOWN_DEPENDENCY,
			Code.WFC_TIMEOUT, Code.DEGR_WFC_TIMEOUT, Code.POST_JOIN_DELAY, Code.POST_JOIN_DELAY_SHORT);
	/** Of a value that may be written but could not be read. */
	private static final Set<Code> VALUE_ABSENCE = Set.of(Code.NIC_WITHOUT_MAC, Code.NO_NODE_ADDRESS, Code.NETWORK_WITHOUT_SUBNET, Code.DRBD_NO_ADDRESS, Code.DISK_SIZE_UNKNOWN,
			Code.BMC_OFF_CLUSTER_NETWORK, Code.ADDRESS_OUTSIDE_SUBNET, Code.GATEWAY_OUTSIDE_SUBNET);
	private static final Set<Code> UNREADABLE = Set.of(Code.BAD_VALUE, Code.FENCE_VALUE);
	/** True of any value, readable or not. */
	private static final Set<Code> OF_ANY_VALUE = Set.of(Code.LITERAL_PASSWORD, Code.DRBD_SECRET_LITERAL);

	private Credibility() {
	}

	static List<Finding> filter(List<Finding> findings, XtextResource resource) {
		boolean unreadable = findings.stream().anyMatch(f -> f.code() == Code.UNREADABLE_VALUE);
		boolean broken = findings.stream().anyMatch(f -> f.code() == Code.SYNTAX);
		Set<Place> values = findings.stream().filter(f -> UNREADABLE.contains(f.code())).map(Finding::place).collect(Collectors.toSet());
		if (!unreadable && !broken && values.isEmpty()) {
			return findings;
		}
		Set<String> lost = broken ? lostWords(resource) : Set.of();
		return findings.stream().filter(f -> !(broken && ABSENCE.contains(f.code())) && !((broken || unreadable) && VALUE_ABSENCE.contains(f.code()))
				&& !(f.code() == Code.UNRESOLVED_REFERENCE && lost.contains(f.args().get(1)))
				&& (f.isError() || OF_ANY_VALUE.contains(f.code()) || !values.contains(f.place()))).toList();
	}

	/** The words that the parser left out, in which anything may be defined. */
	private static Set<String> lostWords(XtextResource resource) {
		Set<String> words = new HashSet<>();
		for (ILeafNode leaf : resource.getParseResult().getRootNode().getLeafNodes()) {
			if (!leaf.isHidden() && (leaf.getGrammarElement() == null || leaf.getSyntaxErrorMessage() != null)) {
				words.add(leaf.getText().replaceAll("^\"|\"$", ""));
			}
		}
		return words;
	}
}
