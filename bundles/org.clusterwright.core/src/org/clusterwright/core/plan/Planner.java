package org.clusterwright.core.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.findings.Finding;

/** Turns a design into the plan of all its files: runs the formats of a stack and gives each node its tree. Nobody else calls the formats. */
public final class Planner {
	private final List<NativeFormat> formats;

	public Planner(List<NativeFormat> formats) {
		this.formats = List.copyOf(formats);
	}

	/** The plan of a cluster, refused when its findings hold an error. */
	public Planning plan(EffectiveCluster cluster, List<Finding> findings) {
		if (findings.stream().anyMatch(Finding::isError)) {
			return new Planning.Refused(findings);
		}
		List<NativeFile> everywhere = new ArrayList<>();
		Map<EffectiveNode, List<NativeFile>> own = new HashMap<>();
		for (NativeFormat format : formats) {
			for (NativeFile file : format.generate(cluster)) {
				file.node().map(n -> own.computeIfAbsent(n, k -> new ArrayList<>())).orElse(everywhere).add(file);
			}
		}
		return new Plan(cluster.nodes().stream().map(n -> tree(n, everywhere, own.getOrDefault(n, List.of()))).toList());
	}

	private static NodeTree tree(EffectiveNode node, List<NativeFile> everywhere, List<NativeFile> own) {
		List<NativeFile> files = new ArrayList<>(everywhere);
		files.addAll(own);
		files.sort(Comparator.comparing(NativeFile::path));
		Set<String> paths = new HashSet<>();
		for (NativeFile file : files) {
			if (!paths.add(file.path().text())) {
				throw new IllegalStateException("two formats write " + file.path() + " of " + node.name().value());
			}
		}
		return new NodeTree(node, files);
	}
}
