package org.clusterwright.model.effective;

import java.util.Optional;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.values.Cidr;

/**
 * A network with what follows for it. {@code link} is the bond, or the NIC where there is no bond; {@code carrier} is the same with the VLAN, if the
 * network has one ({@code bond0.100}); {@code device} is the interface that holds the nodes' addresses: the bridge if there is one, else the carrier.
 */
public record EffectiveNetwork(Network design, Effective<String> name, Effective<String> label, Optional<Effective<Cidr>> subnet, Effective<String> link,
		Effective<String> carrier, Effective<String> device) {
}
