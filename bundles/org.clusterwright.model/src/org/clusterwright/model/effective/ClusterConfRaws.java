package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Service;
import org.clusterwright.model.design.ServiceResource;
import org.clusterwright.model.design.Statement;

/**
 * Fragments for cluster.conf and where they go. A fragment of the cluster says so by its anchor, an element's name (none: the root). One in a
 * section goes into the section's element, one in a node or service into that node's or service's.
 */
public final class ClusterConfRaws {
	/** Paths that mean cluster.conf. */
	public static final Set<String> PATHS = Set.of("/etc/cluster/cluster.conf", "cluster.conf");
	/** Elements that a fragment of the cluster may name; each is written once at most. */
	public static final List<String> ANCHORS = List.of("cluster", "cman", "clusternodes", "fencedevices", "fence_daemon", "totem", "quorumd", "logging", "dlm",
			"gfs_controld", "group", "rm", "failoverdomains", "resources");
	private static final Map<String, String> SECTIONS = Map.of("cman", "cman", "totem", "totem", "fencing", "fence_daemon", "quorumd", "quorumd", "logging", "logging", "dlm",
			"dlm", "gfs", "gfs_controld", "groupd", "group", "rgmanager", "rm");

	private final Map<String, List<Raw>> byAnchor = new LinkedHashMap<>();
	private final Map<Block, List<Raw>> byBlock = new HashMap<>();

	public ClusterConfRaws(Cluster cluster) {
		for (Statement statement : cluster.getStatements()) {
			if (statement instanceof Raw raw && isOurs(raw)) {
				byAnchor.computeIfAbsent(raw.getAnchor() == null ? "cluster" : raw.getAnchor(), k -> new ArrayList<>()).add(raw);
			} else if (statement instanceof Section section && SECTIONS.containsKey(section.getName())) {
				ours(section).forEach(r -> byAnchor.computeIfAbsent(SECTIONS.get(section.getName()), k -> new ArrayList<>()).add(r));
			} else if (statement instanceof Node || statement instanceof Service) {
				gather((Block) statement);
			}
		}
	}

	/** Whether a fragment is for cluster.conf. */
	public static boolean isOurs(Raw raw) {
		return raw.getPath() != null && PATHS.contains(raw.getPath());
	}

	/** Fragments that go to the end of an element. */
	public List<Raw> at(String element) {
		return byAnchor.getOrDefault(element, List.of());
	}

	/** Fragments in a node, service or resource. */
	public List<Raw> of(Block block) {
		return byBlock.getOrDefault(block, List.of());
	}

	private void gather(Block block) {
		List<Raw> found = ours(block);
		if (!found.isEmpty()) {
			byBlock.put(block, found);
		}
		Statements.all(block, ServiceResource.class).forEach(this::gather);
	}

	private static List<Raw> ours(Block block) {
		return Statements.all(block, Raw.class).stream().filter(ClusterConfRaws::isOurs).toList();
	}
}
