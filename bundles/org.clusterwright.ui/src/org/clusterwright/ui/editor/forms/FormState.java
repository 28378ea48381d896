package org.clusterwright.ui.editor.forms;

import java.util.Optional;
import org.clusterwright.core.forms.PlacedFindings;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Finding;
import org.eclipse.emf.ecore.EObject;

/**
 * What the pages show: the last snapshot that could be read whole, and, where the text cannot be read now, the finding that says why. Its elements
 * are good until the next state.
 */
public record FormState(ClusterSnapshot snapshot, PlacedFindings findings, Optional<Finding> obstacle) {

	public Cluster cluster() {
		return snapshot.root().orElseThrow();
	}

	public EffectiveCluster effective() {
		return snapshot.effective().orElseThrow();
	}

	public boolean isWritable() {
		return obstacle.isEmpty();
	}

	public Optional<EObject> find(ElementPath path) {
		return path.find(cluster());
	}
}
