package org.clusterwright.model.effective;

import java.util.List;
import org.clusterwright.model.design.FenceMethod;

/** A way to fence a node: it succeeds only if all its calls do. */
public record EffectiveFenceMethod(FenceMethod design, Effective<String> name, List<EffectiveFenceCall> calls) {
	public EffectiveFenceMethod {
		calls = List.copyOf(calls);
	}
}
