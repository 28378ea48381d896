package org.clusterwright.model.effective;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.design.Block;

/** A service of rgmanager, or a guest under its control ({@code isVm}, without resources). */
public record EffectiveService(Block design, boolean isVm, Effective<String> name, Optional<Effective<String>> domain, List<Parameter> parameters,
		List<EffectiveResource> resources) {
	public EffectiveService {
		parameters = List.copyOf(parameters);
		resources = List.copyOf(resources);
	}
}
