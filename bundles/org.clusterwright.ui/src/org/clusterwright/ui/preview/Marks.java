package org.clusterwright.ui.preview;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.core.compare.ExportState;
import org.clusterwright.core.compare.NodeDifferences;
import org.clusterwright.core.compare.PlanChange;
import org.clusterwright.core.compare.WrittenTree.States;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.core.trace.Made;

/** What the tree says of files beside their names. */
record Marks(Optional<States> export, NodeDifferences nodes, PlanChange edit, Made made, Set<FileRef> drafts) {
	static final Marks NONE = new Marks(Optional.empty(), NodeDifferences.NONE, PlanChange.NONE, Made.NOTHING, Set.of());

	Optional<ExportState> state(FileRef file) {
		return export.flatMap(e -> e.of(file));
	}

	boolean isEdited(FileRef file) {
		return edit.added().contains(file) || !edit.in(file).isEmpty();
	}

	/** Whether the file was typed in, or one of a node, and that is not in the design yet. */
	boolean isDrafted(GeneratedEntry entry) {
		return switch (entry) {
			case GeneratedEntry.Node node -> drafts.stream().anyMatch(d -> d.node().equals(node.node()));
			case GeneratedEntry.File file -> drafts.contains(file.ref());
		};
	}

	Marks withDrafts(Collection<FileRef> next) {
		return new Marks(export, nodes, edit, made, Set.copyOf(next));
	}

	Marks withMade(Made next) {
		return new Marks(export, nodes, edit, next, drafts);
	}

	Marks withEdit(PlanChange next) {
		return new Marks(export, nodes, next, made, drafts);
	}

	Marks withDisk(Optional<States> nextExport, NodeDifferences nextNodes) {
		return new Marks(nextExport, nextNodes, edit, made, drafts);
	}
}
