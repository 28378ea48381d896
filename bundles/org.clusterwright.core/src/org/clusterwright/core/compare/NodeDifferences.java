package org.clusterwright.core.compare;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.formats.NativeFile;

/** The files of a plan that differ between nodes where they should not, each with how many lines. Of a file that one node alone has, the lines count that its own block makes. */
public record NodeDifferences(Map<FileRef, Integer> lines) {
	public static final NodeDifferences NONE = new NodeDifferences(Map.of());

	public NodeDifferences {
		lines = Map.copyOf(lines);
	}

	/** Unexpected lines of a file; 0 for a file that is as it should be. */
	public int of(FileRef file) {
		return lines.getOrDefault(file, 0);
	}

	/** Every node is compared with the first that has the file. Gives up, with what it has, when {@code cancelled}. */
	public static NodeDifferences of(Plan plan, BooleanSupplier cancelled) {
		Map<String, Map<NodeTree, NativeFile>> byPath = new TreeMap<>();
		for (NodeTree tree : plan.trees()) {
			tree.files().forEach(f -> byPath.computeIfAbsent(f.path().text(), p -> new LinkedHashMap<>()).put(tree, f));
		}
		Map<NodeTree, NodeLines> nodes = new IdentityHashMap<>();
		plan.trees().forEach(t -> nodes.put(t, new NodeLines(t.node().design())));
		Map<FileRef, Integer> found = new HashMap<>();
		for (Map.Entry<String, Map<NodeTree, NativeFile>> path : byPath.entrySet()) {
			if (cancelled.getAsBoolean()) {
				break;
			}
			Optional<Map.Entry<NodeTree, NativeFile>> first = path.getValue().entrySet().stream().findFirst();
			if (path.getValue().size() == 1 && plan.trees().size() > 1) {
				int own = (int) nodes.get(first.get().getKey()).of(first.get().getValue()).stream().filter(NodeLines.Line::own).count();
				if (own > 0) {
					found.put(ref(first.get().getKey(), path.getKey()), own);
				}
				continue;
			}
			List<NodeLines.Line> lines = null;
			for (Map.Entry<NodeTree, NativeFile> other : path.getValue().entrySet()) {
				if (other.getValue() == first.get().getValue()) {
					continue;
				}
				lines = lines == null ? nodes.get(first.get().getKey()).of(first.get().getValue()) : lines;
				List<List<Integer>> odd = NodeComparison.odd(lines, nodes.get(other.getKey()).of(other.getValue()));
				int unexpected = Math.max(odd.get(0).size(), odd.get(1).size());
				if (unexpected > 0) {
					found.merge(ref(first.get().getKey(), path.getKey()), unexpected, Math::max);
					found.put(ref(other.getKey(), path.getKey()), unexpected);
				}
			}
		}
		return found.isEmpty() ? NONE : new NodeDifferences(found);
	}

	private static FileRef ref(NodeTree tree, String path) {
		return new FileRef(tree.name(), path);
	}
}
