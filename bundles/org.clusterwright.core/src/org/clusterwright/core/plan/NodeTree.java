package org.clusterwright.core.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.model.effective.EffectiveNode;

/** All generated files of one node, the cluster-wide ones among them, in the order of their paths. */
public record NodeTree(EffectiveNode node, List<NativeFile> files) {
	public NodeTree {
		Objects.requireNonNull(node);
		files = List.copyOf(files);
	}

	/** The node's name, which is the name of its directory in the output. */
	public String name() {
		return node.name().value();
	}

	public Optional<NativeFile> file(String path) {
		return files.stream().filter(f -> f.path().text().equals(path)).findFirst();
	}
}
