package org.clusterwright.core.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

	private record NodeFile(String name, NodeLines node, NativeFile file) {
		FileRef ref() {
			return new FileRef(name, file.path().text());
		}
	}

	/** Every node is compared with the first that has the file. Gives up, with what it has, when {@code cancelled}. */
	public static NodeDifferences of(Plan plan, BooleanSupplier cancelled) {
		Map<String, List<NodeFile>> byPath = new TreeMap<>();
		for (NodeTree tree : plan.trees()) {
			NodeLines node = new NodeLines(tree.node().design());
			tree.files().forEach(f -> byPath.computeIfAbsent(f.path().text(), p -> new ArrayList<>()).add(new NodeFile(tree.name(), node, f)));
		}
		Map<FileRef, Integer> found = new HashMap<>();
		for (List<NodeFile> files : byPath.values()) {
			if (cancelled.getAsBoolean()) {
				break;
			}
			compare(files, plan.trees().size() > 1, found);
		}
		return found.isEmpty() ? NONE : new NodeDifferences(found);
	}

	private static void compare(List<NodeFile> files, boolean otherNodes, Map<FileRef, Integer> found) {
		NodeFile first = files.get(0);
		if (files.stream().allMatch(f -> f.file() == first.file())) {
			if (files.size() == 1 && otherNodes) {
				note(first, (int) first.node().of(first.file()).stream().filter(NodeLines.Line::own).count(), found);
			}
			return;
		}
		List<NodeLines.Line> lines = first.node().of(first.file());
		for (NodeFile other : files.subList(1, files.size())) {
			List<List<Integer>> odd = NodeComparison.odd(lines, other.node().of(other.file()));
			int unexpected = Math.max(odd.get(0).size(), odd.get(1).size());
			note(first, unexpected, found);
			note(other, unexpected, found);
		}
	}

	private static void note(NodeFile file, int unexpected, Map<FileRef, Integer> found) {
		if (unexpected > 0) {
			found.merge(file.ref(), unexpected, Math::max);
		}
	}
}
