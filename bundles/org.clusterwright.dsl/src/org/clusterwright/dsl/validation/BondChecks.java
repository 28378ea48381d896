package org.clusterwright.dsl.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.model.design.Bond;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.EffectiveGuest;
import org.clusterwright.model.effective.Bonding;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveBond;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNic;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Mac;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;

/** Bonds and NICs: who is in which bond, and how the links are watched. */
public class BondChecks extends DslChecks {

	@Check
	public void hardwareAddressesAreUnique(Cluster cluster) {
		Map<Mac, Map<EObject, String>> users = new LinkedHashMap<>();
		for (Node node : Statements.all(cluster, Node.class)) {
			Statements.all(node, Nic.class).stream().filter(n -> n.getMac() != null)
					.forEach(n -> users.computeIfAbsent(n.getMac(), k -> new LinkedHashMap<>()).put(n, n.getName() + " of " + node.getName()));
		}
		for (EffectiveGuest guest : effective(cluster).guests().all()) {
			guest.nics().forEach(n -> users.computeIfAbsent(n.mac().value(), k -> new LinkedHashMap<>()).put(n.design(), "the guest " + guest.name().value()));
		}
		users.forEach((mac, same) -> {
			if (same.size() > 1) {
				String names = String.join(", ", same.values());
				same.keySet().forEach(e -> report(Code.DUPLICATE_MAC, e, e instanceof Nic ? DesignPackage.Literals.NIC__MAC : DesignPackage.Literals.GUEST_NIC__MAC, mac, names));
			}
		});
	}

	@Check
	public void hardwareAddressIsOfOneNic(Nic nic) {
		if (nic.getMac() != null) {
			whyNoCard(nic.getMac()).ifPresent(why -> report(Code.MULTICAST_MAC, nic, DesignPackage.Literals.NIC__MAC, nic.getMac(), why));
		}
	}

	/** What an address is that no single network card can have. */
	static Optional<String> whyNoCard(Mac mac) {
		if ((Integer.parseInt(mac.text().substring(0, 2), 16) & 1) != 0) {
			return Optional.of("an address of a multicast group (the first pair of digits is odd)");
		}
		return mac.text().matches("[0:]+") ? Optional.of("zero") : Optional.empty();
	}

	@Check
	public void nicsCarryNetworks(Cluster cluster) {
		EffectiveCluster effective = effective(cluster);
		List<EffectiveNetwork> onNics = effective.networks().all().stream().filter(n -> n.design().getBond() == null && n.design().getNic() != null).toList();
		for (EffectiveNode node : effective.nodes()) {
			Map<String, EffectiveNic> byName = new HashMap<>();
			for (EffectiveNic nic : effective.hardware().nics(node)) {
				byName.put(nic.name().value(), nic);
				if (nic.mac().isEmpty() && (nic.design().getBond() != null || !nic.networks().isEmpty())) {
					report(Code.NIC_WITHOUT_MAC, nic.design(), DesignPackage.Literals.NAMED__NAME, nic.name().value(), node.name().value());
				}
			}
			for (EffectiveNetwork network : onNics) {
				EffectiveNic nic = byName.get(network.design().getNic());
				if (nic == null) {
					report(Code.NETWORK_NIC_MISSING, node.design(), DesignPackage.Literals.NAMED__NAME, node.name().value(), network.design().getNic(), network.name().value());
				} else if (nic.design().getBond() != null) {
					report(Code.NIC_IN_BOND_AND_NETWORK, nic.design(), DesignPackage.Literals.NIC__BOND, nic.name().value(), network.name().value());
				}
			}
		}
	}

	@Check
	public void bondsHaveLinks(Cluster cluster) {
		EffectiveCluster effective = effective(cluster);
		for (EffectiveBond bond : effective.bonding().all()) {
			if (bond.networks().isEmpty()) {
				report(Code.BOND_UNUSED, bond.design(), DesignPackage.Literals.NAMED__NAME, bond.name().value());
			}
			for (EffectiveNode node : effective.nodes()) {
				checkMembers(bond, node, effective.hardware().members(node, bond));
			}
		}
	}

	private void checkMembers(EffectiveBond bond, EffectiveNode node, List<EffectiveNic> members) {
		String name = bond.name().value();
		String host = node.name().value();
		if (members.isEmpty()) {
			if (!bond.networks().isEmpty()) {
				report(Code.BOND_WITHOUT_NICS, node.design(), DesignPackage.Literals.NAMED__NAME, host, name,
						bond.networks().stream().map(n -> n.name().value()).collect(Collectors.joining(", ")));
			}
			return;
		}
		if (members.size() == 1) {
			report(Code.BOND_WITH_ONE_NIC, members.get(0).design(), DesignPackage.Literals.NIC__BOND, name, host);
		} else {
			same(members.stream().map(m -> m.design().getSwitch()).map(s -> s == null ? null : s.getName()).toList())
					.ifPresent(s -> report(Code.BOND_ON_ONE_SWITCH, members.get(members.size() - 1).design(), DesignPackage.Literals.PLUGGED__SWITCH, name, host, s));
			same(members.stream().map(m -> Settings.text(m.design(), "card").map(Effective::value).orElse(null)).toList())
					.ifPresent(c -> report(Code.BOND_ON_ONE_CARD, members.get(members.size() - 1).design(), DesignPackage.Literals.NIC__BOND, name, host, c));
		}
		checkLinks(bond, node, members);
	}

	private void checkLinks(EffectiveBond bond, EffectiveNode node, List<EffectiveNic> members) {
		Map<Long, List<EffectiveNic>> byLink = new LinkedHashMap<>();
		members.forEach(m -> m.link().ifPresent(l -> byLink.computeIfAbsent(l.value(), k -> new ArrayList<>()).add(m)));
		byLink.forEach((link, nics) -> {
			if (nics.size() > 1) {
				nics.forEach(n -> report(Code.DUPLICATE_LINK, n.design(), n.design().getLink() == null ? DesignPackage.Literals.NIC__BOND : DesignPackage.Literals.NIC__LINK,
						node.name().value(), link, bond.name().value()));
			}
		});
		Settings.text(bond.block(), "primary-link").filter(p -> byLink.keySet().stream().noneMatch(l -> p.value().equals(String.valueOf(l))))
				.ifPresent(p -> report(Code.BOND_PRIMARY_MISSING, p.origin().element(), DesignPackage.Literals.SETTING__VALUES, node.name().value(), p.value(), bond.name().value()));
	}

	/** The one value that all have; absent where one has none or they differ. */
	private static Optional<String> same(List<String> values) {
		return values.get(0) != null && values.stream().allMatch(values.get(0)::equals) ? Optional.of(values.get(0)) : Optional.empty();
	}

	@Check
	public void linksAreWatched(Bonds block) {
		Bonding bonding = effective(block).bonding();
		for (Bond design : block.getBonds()) {
			bonding.of(design).ifPresent(b -> {
				if (!b.isActiveBackup() && b.networks().stream().anyMatch(effective(block).networks()::isRing)) {
					EObject element = b.mode().isSet() ? b.mode().origin().element() : design;
					report(Code.CLUSTER_BOND_MODE, element, valueOrName(element), b.name().value());
				}
			});
		}
		block.getBonds().stream().findFirst().flatMap(bonding::of).ifPresent(b -> checkMonitors(bonding, b, b.block()));
	}

	/** Once for a block, whose parameters all its bonds share. */
	private void checkMonitors(Bonding bonding, EffectiveBond bond, Bonds block) {
		Optional<Setting> arp = Settings.find(block, "arp-interval");
		long miimon = bonding.monitorMillis(bond);
		if (arp.isPresent()) {
			if (miimon > 0) {
				report(Code.BOND_TWO_MONITORS, arp.get(), DesignPackage.Literals.SETTING__KEY);
			}
			if (Settings.find(block, "arp-ip-target").isEmpty()) {
				report(Code.BOND_ARP_WITHOUT_TARGET, arp.get(), DesignPackage.Literals.SETTING__KEY);
			}
			return;
		}
		if (miimon == 0) {
			report(Code.BOND_UNMONITORED, bond.design(), DesignPackage.Literals.NAMED__NAME, bond.name().value());
			return;
		}
		checkDelay(block, "updelay", bonding.upDelayMillis(bond), miimon);
		checkDelay(block, "downdelay", bonding.downDelayMillis(bond), miimon);
		if (bonding.upDelayMillis(bond) == 0) {
			EObject element = Settings.find(block, "updelay").map(EObject.class::cast).orElse(bond.design());
			report(Code.BOND_UPDELAY_ZERO, element, valueOrName(element));
		}
	}

	private void checkDelay(Bonds block, String key, long delay, long miimon) {
		if (delay % miimon != 0) {
			Settings.find(block, key).ifPresent(s -> report(Code.BOND_DELAY_NOT_MULTIPLE, s, DesignPackage.Literals.SETTING__VALUES, key, miimon));
		}
	}

	private static EStructuralFeature valueOrName(EObject element) {
		return element instanceof Named ? DesignPackage.Literals.NAMED__NAME : DesignPackage.Literals.SETTING__VALUES;
	}
}
