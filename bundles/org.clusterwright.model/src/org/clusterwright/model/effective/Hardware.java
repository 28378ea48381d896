package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.design.Bond;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceMethod;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Psu;

/** What the nodes are built of: NICs and how they are bonded, BMC, the PDUs that feed a node. */
public final class Hardware {
	private record Member(EffectiveNode node, Bond bond) {
	}

	private final EffectiveCluster cluster;
	private final Map<EffectiveNode, List<EffectiveNic>> nics = new HashMap<>();
	private final Map<Member, List<EffectiveNic>> members = new HashMap<>();

	Hardware(EffectiveCluster cluster) {
		this.cluster = cluster;
		for (EffectiveNode node : cluster.nodes()) {
			List<EffectiveNic> ofNode = new ArrayList<>();
			for (Nic nic : Statements.all(node.design(), Nic.class)) {
				List<EffectiveNic> bonded = nic.getBond() == null ? List.of() : members.computeIfAbsent(new Member(node, nic.getBond()), k -> new ArrayList<>());
				EffectiveNic effective = effective(nic, bonded.size() + 1L);
				ofNode.add(effective);
				if (nic.getBond() != null) {
					bonded.add(effective);
				}
			}
			nics.put(node, List.copyOf(ofNode));
		}
	}

	/** In the author's order. */
	public List<EffectiveNic> nics(EffectiveNode node) {
		return nics.getOrDefault(node, List.of());
	}

	/** The node's NICs in a bond, in the author's order. */
	public List<EffectiveNic> members(EffectiveNode node, EffectiveBond bond) {
		return List.copyOf(members.getOrDefault(new Member(node, bond.design()), List.of()));
	}

	public Optional<Bmc> bmc(EffectiveNode node) {
		return Statements.first(node.design(), Bmc.class);
	}

	/** The PDUs that the node's power supplies are on or that its fence methods call, each once. */
	public Set<Pdu> pdus(EffectiveNode node) {
		Set<Pdu> found = new LinkedHashSet<>();
		Node design = node.design();
		Statements.all(design, Psu.class).stream().map(Psu::getPdu).filter(p -> p != null).forEach(found::add);
		for (FenceMethod method : Statements.all(design, FenceMethod.class)) {
			for (FenceCall call : Statements.all(method, FenceCall.class)) {
				if (call.getDevice() != null && call.getDevice().getPdu() != null) {
					found.add(call.getDevice().getPdu());
				}
			}
		}
		return found;
	}

	private EffectiveNic effective(Nic nic, long position) {
		Effective<String> name = Effective.set(nic.getName() == null ? "" : nic.getName(), nic, DesignPackage.Literals.NAMED__NAME);
		Optional<EffectiveBond> bond = Optional.ofNullable(nic.getBond()).flatMap(cluster.bonding()::of);
		Optional<Effective<Long>> link = nic.getBond() == null ? Optional.empty()
				: Optional.of(nic.getLink() == null ? Effective.derived(position, nic, "the NIC's position in its bond")
						: Effective.set(nic.getLink(), nic, DesignPackage.Literals.NIC__LINK));
		List<EffectiveNetwork> networks = bond.isPresent() ? bond.get().networks() : nic.getBond() == null ? cluster.networks().onNic(name.value()) : List.of();
		return new EffectiveNic(nic, name, Optional.ofNullable(nic.getMac()).map(m -> Effective.set(m, nic, DesignPackage.Literals.NIC__MAC)), bond, link, networks);
	}
}
