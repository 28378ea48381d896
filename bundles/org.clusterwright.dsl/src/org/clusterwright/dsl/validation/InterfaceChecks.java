package org.clusterwright.dsl.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.effective.Bonding;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveInterface;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.HostNames;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;

/** Names of devices and hosts as the nodes will have them, bridges, and native options that are passed through. */
public class InterfaceChecks extends DslChecks {
	private static final int LONGEST_DEVICE_NAME = 15;
	private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
	private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,254}");
	private static final Pattern SHELL_VARIABLE = Pattern.compile("[A-Z_][A-Z0-9_]*");
	private static final Pattern DRIVER_OPTION = Pattern.compile("[a-z][a-z0-9_]*");
	private static final Pattern DRIVER_VALUE = Pattern.compile("[A-Za-z0-9_.,:+-]+");

	@Check
	public void deviceNamesAreUnique(Cluster cluster) {
		EffectiveCluster effective = effective(cluster);
		for (EffectiveNode node : effective.nodes()) {
			Map<String, List<EffectiveInterface>> seen = new LinkedHashMap<>();
			effective.interfaces().of(node).forEach(i -> seen.computeIfAbsent(i.device().value(), k -> new ArrayList<>()).add(i));
			seen.values().stream().filter(same -> same.size() > 1 && same.stream().map(EffectiveInterface::kind).distinct().count() > 1)
					.forEach(same -> report(Code.DEVICE_NAME_TWICE, node.design(), DesignPackage.Literals.NAMED__NAME, node.name().value(), same.get(0).device().value()));
		}
	}

	@Check
	public void nicName(Nic nic) {
		checkDevice(nic.getName(), nic, DesignPackage.Literals.NAMED__NAME);
	}

	@Check
	public void bondNames(Bonds bonds) {
		bonds.getBonds().forEach(b -> checkDevice(b.getName(), b, DesignPackage.Literals.NAMED__NAME));
	}

	@Check
	public void bridgeAndVlanNames(Network network) {
		if (network.getNic() != null) {
			checkDevice(network.getNic(), network, DesignPackage.Literals.NETWORK__NIC);
		}
		effective(network).networks().of(network).ifPresent(n -> {
			if (network.getBridge() != null) {
				checkDevice(network.getBridge().getName(), network.getBridge(), DesignPackage.Literals.NAMED__NAME);
			}
			if (network.getVlan() != null && n.carrier().value().length() > LONGEST_DEVICE_NAME) {
				report(Code.DEVICE_NAME_TOO_LONG, network, DesignPackage.Literals.NETWORK__VLAN, n.carrier().value());
			}
		});
	}

	private void checkDevice(String name, EObject element, EStructuralFeature feature) {
		if (name == null) {
			return;
		}
		if (name.length() > LONGEST_DEVICE_NAME) {
			report(Code.DEVICE_NAME_TOO_LONG, element, feature, name);
		}
		if (!DEVICE.matcher(name).matches()) {
			report(Code.DEVICE_NAME_UNSAFE, element, feature, printable(name));
		}
	}

	@Check
	public void bridgeStartsAfterItsLink(Network network) {
		if (network.getBridge() == null || network.getBridge().getName() == null) {
			return;
		}
		EffectiveNetwork effective = effective(network).networks().of(network).orElse(null);
		if (effective == null) {
			return;
		}
		String link = effective.carrier().value();
		if (!link.isEmpty() && network.getBridge().getName().compareTo(link) < 0) {
			report(Code.BRIDGE_SORTS_FIRST, network.getBridge(), DesignPackage.Literals.NAMED__NAME, network.getBridge().getName(), link);
		}
		boolean off = Statements.section(network, "bridge").flatMap(s -> Settings.flag(s, "multicast-snooping")).filter(s -> !s.value()).isPresent();
		if (!off && effective(network).networks().isRing(effective)) {
			report(Code.MULTICAST_SNOOPING, network.getBridge(), DesignPackage.Literals.NAMED__NAME, network.getBridge().getName());
		}
	}

	/** A name in /etc/hosts has one address, and is nothing but a name: no blank, line break or comment sign can follow it. */
	@Check
	public void hostNames(Cluster cluster) {
		Optional<Effective<String>> domain = effective(cluster).domain().filter(d -> !HOST.matcher(d.value()).matches());
		if (domain.isPresent()) {
			report(Code.HOST_NAME_UNSAFE, domain.get().origin().element(), feature(domain.get().origin()), printable(domain.get().value()));
			return; // all names end in it
		}
		Map<String, Set<String>> addresses = new HashMap<>();
		List<Effective<String>> names = new ArrayList<>();
		for (HostNames.Group group : effective(cluster).hostNames().groups()) {
			for (HostNames.Line line : group.lines()) {
				for (Effective<String> name : line.names()) {
					names.add(name);
					addresses.computeIfAbsent(name.value(), k -> new TreeSet<>()).add(line.address().value().toString());
				}
			}
		}
		Set<String> reported = new TreeSet<>();
		for (Effective<String> name : names) {
			if (addresses.get(name.value()).size() > 1 && reported.add(name.value())) {
				report(Code.HOST_NAME_TWICE, name.origin().element(), feature(name.origin()), printable(name.value()), String.join(", ", addresses.get(name.value())));
			}
			if (!HOST.matcher(name.value()).matches() && reported.add(name.value())) {
				report(Code.HOST_NAME_UNSAFE, name.origin().element(), feature(name.origin()), printable(name.value()));
			}
		}
	}

	@Check
	public void nativeOption(Option option) {
		if (!(option.eContainer() instanceof Block block) || option.getKey() == null || !ofNetworkFiles(block)) {
			return;
		}
		String text = option.getValues().stream().map(Settings::text).collect(Collectors.joining(","));
		if (block instanceof Bonds && Bonding.isDriverOption(option)) {
			if (!DRIVER_OPTION.matcher(option.getKey()).matches() || !DRIVER_VALUE.matcher(text).matches()) {
				report(Code.UNSAFE_OPTION, option, DesignPackage.Literals.OPTION__KEY, printable(option.getKey()), "an option of the bonding driver is NAME=VALUE without blanks and quotes");
			}
		} else if (!SHELL_VARIABLE.matcher(option.getKey()).matches()) {
			report(Code.UNSAFE_OPTION, option, DesignPackage.Literals.OPTION__KEY, printable(option.getKey()), "ifcfg files hold variables, with names in capitals");
		} else if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
			report(Code.UNSAFE_OPTION, option, DesignPackage.Literals.OPTION__KEY, option.getKey(), "its value has a line break or control character");
		}
	}

	private static boolean ofNetworkFiles(Block block) {
		return block instanceof Network || block instanceof Bonds || block instanceof Nic || block instanceof Section && block.eContainer() instanceof Network;
	}

	private static EStructuralFeature feature(Origin origin) {
		return origin instanceof Origin.Set set ? set.feature() : origin.element() instanceof Named ? DesignPackage.Literals.NAMED__NAME : null;
	}

	private static String printable(String text) {
		return text.replaceAll("[\\x00-\\x1f\\x7f]", "?");
	}
}
