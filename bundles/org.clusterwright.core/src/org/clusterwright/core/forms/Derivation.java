package org.clusterwright.core.forms;

import java.util.Optional;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.eclipse.emf.ecore.EObject;

/** Asks the effective values for one of an element: {@code (c, e) -> c.quorum().expectedVotes()}. */
@FunctionalInterface
public interface Derivation {
	Optional<? extends Effective<?>> of(EffectiveCluster cluster, EObject owner);

	/** A value as a field shows it: flags in words, the rest in the design's spelling. */
	static String text(Object value) {
		return value instanceof Boolean flag ? flag ? "yes" : "no" : String.valueOf(value);
	}
}
