package org.clusterwright.model.effective;

import java.util.List;
import org.clusterwright.model.design.Bond;
import org.clusterwright.model.design.Bonds;

/** A bond, the same on every node. {@code mode} is the driver's number; {@code block} is where its parameters are written. */
public record EffectiveBond(Bond design, Bonds block, Effective<String> name, Effective<String> mode, List<EffectiveNetwork> networks) {
	/** One option of the bonding driver: {@code miimon=100}. */
	public record DriverOption(String name, Effective<String> value) {
	}

	public EffectiveBond {
		networks = List.copyOf(networks);
	}

	/** The only mode that corosync's bond may have. */
	public boolean isActiveBackup() {
		return mode.value().equals("1");
	}
}
