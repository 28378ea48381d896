package org.clusterwright.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Origin;

/**
 * The design's {@code raw} texts for files of the network: those of the cluster and its networks are for every node, those of a node and its NICs for
 * that node. They are appended as they are; a text is the author's own and not quoted.
 */
public final class RawFragments {
	private final Map<String, List<Raw>> everywhere = new HashMap<>();
	private final Map<EffectiveNode, Map<String, List<Raw>>> byNode = new HashMap<>();

	public RawFragments(EffectiveCluster cluster) {
		gather(cluster.design(), everywhere);
		for (EffectiveNode node : cluster.nodes()) {
			gather(node.design(), byNode.computeIfAbsent(node, k -> new HashMap<>()));
		}
	}

	/** The texts for a file, without those of single nodes where no node is given. */
	public List<Raw> of(NativePath path, Optional<EffectiveNode> node) {
		List<Raw> found = new ArrayList<>(everywhere.getOrDefault(path.text(), List.of()));
		node.ifPresent(n -> found.addAll(byNode.getOrDefault(n, Map.of()).getOrDefault(path.text(), List.of())));
		return found;
	}

	/** Writes them, each from the beginning of a line to the end of one. */
	public void append(TracedWriter out, NativePath path, Optional<EffectiveNode> node) {
		of(path, node).forEach(r -> out.put(origin(r), r.getText().endsWith("\n") ? r.getText() : r.getText() + "\n"));
	}

	public static Origin origin(Raw raw) {
		return new Origin.Set(raw, DesignPackage.Literals.RAW__TEXT);
	}

	private static void gather(Block block, Map<String, List<Raw>> found) {
		for (Statement statement : block.getStatements()) {
			if (statement instanceof Raw raw && raw.getPath() != null && raw.getText() != null && !raw.getText().isEmpty()) {
				found.computeIfAbsent(raw.getPath(), k -> new ArrayList<>()).add(raw);
			} else if (statement instanceof Network || statement instanceof Nic || statement instanceof Section && block instanceof Network) {
				gather((Block) statement, found);
			}
		}
	}
}
