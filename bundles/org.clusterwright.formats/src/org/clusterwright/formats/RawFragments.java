package org.clusterwright.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.clusterwright.model.effective.Secrets;

/**
 * The design's {@code raw} texts for files of the network: those of the cluster and its networks are for every node, those of a node and its NICs for
 * that node. They are appended as they are; a text is the author's own and not quoted.
 */
public final class RawFragments {
	private final EffectiveCluster cluster;
	private final Map<String, List<Raw>> everywhere = new HashMap<>();
	private final Map<EffectiveNode, Map<String, List<Raw>>> byNode = new HashMap<>();

	public RawFragments(EffectiveCluster cluster) {
		this.cluster = cluster;
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

	/** A whole file that is the same on every node, unless a node has raw text of its own for it: then one for each node. */
	public List<NativeFile> files(NativePath path, Syntax syntax, Consumer<TracedWriter> body) {
		boolean same = byNode.values().stream().noneMatch(m -> m.containsKey(path.text()));
		List<Optional<EffectiveNode>> nodes = same ? List.of(Optional.empty()) : cluster.nodes().stream().map(Optional::of).toList();
		return nodes.stream().map(n -> {
			TracedWriter out = new TracedWriter();
			body.accept(out);
			append(out, path, n);
			return (NativeFile) whole(path, syntax, out.finish(), n);
		}).toList();
	}

	/** A whole file, for root's eyes only if a secret is in it. */
	public static NativeFile.Whole whole(NativePath path, Syntax syntax, TracedText content, Optional<EffectiveNode> node) {
		return new NativeFile.Whole(path, Secrets.namesIn(content.text()).isEmpty() ? 0644 : 0600, syntax, content, node);
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
