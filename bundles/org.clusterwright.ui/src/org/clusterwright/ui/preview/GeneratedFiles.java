package org.clusterwright.ui.preview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;

/** The native files of one state of a design, by node; a cluster-wide file is listed with every node that gets it. */
record GeneratedFiles(ParsedDesign design, List<OfNode> nodes) {
	/** The files of one node, by path. */
	record OfNode(String node, List<NativeFile> files) {
		OfNode {
			Objects.requireNonNull(node);
			files = List.copyOf(files);
		}
	}

	GeneratedFiles {
		Objects.requireNonNull(design);
		nodes = List.copyOf(nodes);
	}

	/** Generates; for the background. The design must be without errors. */
	static GeneratedFiles of(ParsedDesign design) {
		EffectiveCluster cluster = new EffectiveCluster(design.root().orElseThrow());
		List<NativeFile> all = new ArrayList<>();
		for (NativeFormat format : NativeFormats.RHCS3) {
			all.addAll(format.generate(cluster));
		}
		all.sort(Comparator.comparing(NativeFile::path));
		return new GeneratedFiles(design, cluster.nodes().stream().map(n -> ofNode(n, all)).toList());
	}

	private static OfNode ofNode(EffectiveNode node, List<NativeFile> all) {
		return new OfNode(node.name().value(), all.stream().filter(f -> f.node().isEmpty() || f.node().get().equals(node)).toList());
	}

	Optional<NativeFile> file(GeneratedEntry.File entry) {
		return nodes.stream().filter(n -> n.node().equals(entry.node())).flatMap(n -> n.files().stream()).filter(f -> f.path().text().equals(entry.path())).findFirst();
	}
}
