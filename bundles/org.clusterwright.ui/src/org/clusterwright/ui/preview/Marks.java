package org.clusterwright.ui.preview;

import java.util.Optional;
import org.clusterwright.core.compare.ExportState;
import org.clusterwright.core.compare.NodeDifferences;
import org.clusterwright.core.compare.PlanChange;
import org.clusterwright.core.compare.WrittenTree.States;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.core.trace.Made;

/** What the tree says of files beside their names. */
record Marks(Optional<States> export, NodeDifferences nodes, PlanChange edit, Made made) {
	static final Marks NONE = new Marks(Optional.empty(), NodeDifferences.NONE, PlanChange.NONE, Made.NOTHING);

	Optional<ExportState> state(FileRef file) {
		return export.flatMap(e -> e.of(file));
	}

	boolean isEdited(FileRef file) {
		return edit.added().contains(file) || !edit.in(file).isEmpty();
	}

	Marks withMade(Made next) {
		return new Marks(export, nodes, edit, next);
	}

	Marks withEdit(PlanChange next) {
		return new Marks(export, nodes, next, made);
	}

	Marks withDisk(Optional<States> nextExport, NodeDifferences nextNodes) {
		return new Marks(nextExport, nextNodes, edit, made);
	}
}
