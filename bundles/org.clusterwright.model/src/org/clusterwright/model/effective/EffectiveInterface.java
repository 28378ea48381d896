package org.clusterwright.model.effective;

import java.util.Optional;

/**
 * A network interface of a node as the operating system knows it. {@code title} says in words what it is. {@code network} is the one whose address
 * it holds; {@code bridge} is the bridge it is put into. {@code mtu} is in bytes.
 */
public record EffectiveInterface(Kind kind, Effective<String> device, Effective<String> title, Optional<EffectiveNic> nic, Optional<EffectiveBond> bond,
		Optional<EffectiveNetwork> network, Optional<Effective<String>> bridge, Optional<Effective<Long>> mtu) {
	public enum Kind {
		NIC, BOND, VLAN, BRIDGE
	}
}
