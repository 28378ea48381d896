package org.clusterwright.core.plan;

import java.util.List;
import java.util.Optional;
import org.clusterwright.formats.NativeFile;

/** Everything that a design without errors becomes: one tree for each node, in the author's order. What is shown is what is written. */
public record Plan(List<NodeTree> trees) implements Planning {
	public Plan {
		trees = List.copyOf(trees);
	}

	/** The tree of a node called by its name, short name or host name. */
	public Optional<NodeTree> tree(String node) {
		return trees.stream().filter(t -> t.name().equals(node)).findFirst()
				.or(() -> trees.stream().filter(t -> t.node().shortName().value().equals(node) || t.node().hostName().value().equals(node)).findFirst());
	}

	/** The same plan with fewer files; trees without any file are left out. */
	public Plan only(PathGlob glob) {
		return new Plan(trees.stream().map(t -> new NodeTree(t.node(), t.files().stream().filter(f -> matches(glob, f)).toList())).filter(t -> !t.files().isEmpty()).toList());
	}

	private static boolean matches(PathGlob glob, NativeFile file) {
		return glob.matches(file.path()) || file instanceof NativeFile.Patch patch && glob.matches(patch.target());
	}
}
