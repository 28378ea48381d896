package org.clusterwright.formats;

import java.util.List;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;

/** A format of which an edited file can be led back to the design. */
public interface EditableFormat extends NativeFormat {
	/** Whether files of this path are among those that can be edited. */
	boolean edits(NativePath path);

	/**
	 * What an author changed in a file, and how the design could say it, in the order of the edited text; empty where nothing is different. Never throws
	 * on bad text. The ways change {@code cluster}'s own model, which {@code file} was generated from.
	 *
	 * @param node whose file it is, or under which a file of the whole cluster was edited
	 */
	List<NativeChange> changes(EffectiveCluster cluster, EffectiveNode node, NativeFile file, String edited);
}
