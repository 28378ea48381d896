package org.clusterwright.formats.drbd;

import java.util.List;
import java.util.Map;

/** What the files say beside an option: the tutorial's explanations in our words. */
final class DrbdComments {
	private static final Map<String, List<String>> OPTIONS = Map.ofEntries(
			Map.entry("pri-on-incon-degr", List.of("The handlers that DRBD ships: they tell root and stop the machine rather than let it go on with bad data.")),
			Map.entry("fence-peer", List.of("Called when the peer is lost: has the cluster fence it and tells DRBD, by exit code 7, that it is down.")),
			Map.entry("become-primary-on", List.of("Which node DRBD's start makes primary.")),
			Map.entry("wfc-timeout", List.of("How many seconds the start waits for the peer. This must be longer than the cluster takes to notice a", "dead node, fence it and let it boot again; too short, and data can be corrupted. 0 waits for ever.")),
			Map.entry("degr-wfc-timeout", List.of("The same when the peer was already missing before this node went down, so that a cluster of which one", "node is away for long starts sooner.")),
			Map.entry("fencing", List.of("resource-and-stonith stops all I/O when the peer is lost, until the fence-peer handler has fenced it:", "this is what keeps two primaries from parting ways (split brain).")),
			Map.entry("allow-two-primaries", List.of("Both nodes may be primary at once; become-primary-on both needs it.")),
			Map.entry("after-sb-0pri", List.of("What to do after a split brain, by how many sides are primary then. With two primaries no data can be", "discarded safely: disconnect, and let a person decide.")),
			Map.entry("rate", List.of("How fast a background synchronisation may be. Much too fast starves the programs, and it can stall if disk", "or network do not keep up: about a third of what was measured on the slower of the two.")));

	private DrbdComments() {
	}

	static List<String> of(String option) {
		return OPTIONS.getOrDefault(option, List.of());
	}
}
