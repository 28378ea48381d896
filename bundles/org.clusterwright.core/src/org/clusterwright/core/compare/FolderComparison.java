package org.clusterwright.core.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.TreeMarker;
import org.clusterwright.formats.NativeFile;

/**
 * Generated files beside a folder of the disk, paired by path. A folder with a directory for each node is compared with the whole plan; any other is taken
 * for the root of one node's file system. The steps and patches, which no node has, are left out where the folder has none.
 */
public record FolderComparison(Path folder, boolean wholeCluster, List<Pair> pairs) {
	/** Files at one path; {@code problem} says why the one on the disk cannot be shown. */
	public record Pair(String path, Optional<NativeFile> generated, Optional<String> written, Optional<String> problem) {
		public Pair {
			Objects.requireNonNull(path);
			Objects.requireNonNull(generated);
			Objects.requireNonNull(written);
			Objects.requireNonNull(problem);
		}

		public boolean isSame() {
			return problem.isEmpty() && generated.isPresent() && written.equals(generated.map(g -> g.content().text()));
		}
	}

	private static final String OURS = "/.clusterwright/";

	public FolderComparison {
		Objects.requireNonNull(folder);
		pairs = List.copyOf(pairs);
	}

	public List<Pair> differences() {
		return pairs.stream().filter(p -> !p.isSame()).toList();
	}

	/** @param node whose files are compared where the folder is not that of a whole cluster */
	public static FolderComparison of(Plan plan, String node, Path folder, BooleanSupplier cancelled) {
		boolean whole = plan.trees().stream().anyMatch(t -> Files.isDirectory(folder.resolve(t.name())));
		List<Pair> pairs = new ArrayList<>();
		List<String> known = new ArrayList<>();
		for (NodeTree tree : plan.trees()) {
			if (!whole && !tree.name().equals(node)) {
				continue;
			}
			Path top = whole ? folder.resolve(tree.name()) : folder;
			boolean steps = Files.isDirectory(top.resolve(OURS.substring(1)));
			for (NativeFile file : tree.files()) {
				if (cancelled.getAsBoolean()) {
					return new FolderComparison(folder, whole, pairs);
				}
				known.add((whole ? tree.name() : "") + file.path().text());
				if (steps || !file.path().text().startsWith(OURS)) {
					pairs.add(pair(whole ? tree.name() + file.path().text() : file.path().text(), file, top.resolve(file.path().text().substring(1))));
				}
			}
		}
		if (whole) {
			TreeMarker.written(folder).stream().filter(w -> !known.contains(w)).sorted().forEach(w -> pairs.add(gone(w, folder.resolve(w))));
		}
		return new FolderComparison(folder, whole, pairs);
	}

	private static Pair pair(String path, NativeFile file, Path written) {
		try {
			return new Pair(path, Optional.of(file), WrittenTree.shown(written, file.content().text()), Optional.empty());
		} catch (IOException e) {
			return new Pair(path, Optional.of(file), Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
		}
	}

	private static Pair gone(String path, Path written) {
		try {
			return new Pair(path, Optional.empty(), WrittenTree.shown(written, ""), Optional.empty());
		} catch (IOException e) {
			return new Pair(path, Optional.empty(), Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
		}
	}
}
