package org.clusterwright.model.effective;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.values.Mac;

/** A NIC of a node. {@code link} is its number in its bond; {@code networks} are those that its bond, or it itself, carries. */
public record EffectiveNic(Nic design, Effective<String> name, Optional<Effective<Mac>> mac, Optional<EffectiveBond> bond, Optional<Effective<Long>> link,
		List<EffectiveNetwork> networks) {
	public EffectiveNic {
		networks = List.copyOf(networks);
	}
}
