package org.clusterwright.dsl.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Plugged;
import org.clusterwright.model.design.Psu;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.design.SwitchPort;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Cidr;
import org.clusterwright.model.values.Counts;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;

/** What is plugged where: switches and their ports, PDUs and their outlets, BMCs. */
public class HardwareChecks extends DslChecks {
	private record Socket(EObject device, String number) {
	}

	private record User(EObject element, String name) {
	}

	@Check
	public void socketsAreUsedOnce(Cluster cluster) {
		Map<Socket, List<User>> ports = new LinkedHashMap<>();
		Map<Socket, List<User>> outlets = new LinkedHashMap<>();
		for (Pdu pdu : Statements.all(cluster, Pdu.class)) {
			plug(ports, pdu, pdu.getName());
		}
		for (Node node : Statements.all(cluster, Node.class)) {
			Statements.all(node, Bmc.class).forEach(b -> plug(ports, b, "the BMC of " + node.getName()));
			Statements.all(node, Nic.class).forEach(n -> plug(ports, n, n.getName() + " of " + node.getName()));
			Statements.all(node, Psu.class).stream().filter(p -> p.getPdu() != null && p.getOutlet() != null)
					.forEach(p -> outlets.computeIfAbsent(new Socket(p.getPdu(), String.valueOf(p.getOutlet())), k -> new ArrayList<>())
							.add(new User(p, p.getName() + " of " + node.getName())));
		}
		for (Switch networkSwitch : Statements.all(cluster, Switch.class)) {
			Statements.all(networkSwitch, SwitchPort.class).stream().filter(SwitchPort::isUplink)
					.forEach(p -> ports.computeIfAbsent(new Socket(networkSwitch, p.getName()), k -> new ArrayList<>()).add(new User(p, "an uplink")));
		}
		reportShared(ports, Code.SWITCH_PORT_TWICE);
		reportShared(outlets, Code.OUTLET_TWICE);
	}

	private static void plug(Map<Socket, List<User>> ports, Plugged plugged, String name) {
		if (plugged.getSwitch() != null && plugged.getSwitchPort() != null) {
			ports.computeIfAbsent(new Socket(plugged.getSwitch(), plugged.getSwitchPort()), k -> new ArrayList<>()).add(new User(plugged, name));
		}
	}

	private void reportShared(Map<Socket, List<User>> sockets, Code code) {
		sockets.forEach((socket, users) -> {
			if (users.size() > 1) {
				String names = users.stream().map(User::name).collect(Collectors.joining(", "));
				users.forEach(u -> report(code, u.element(), switch (u.element()) {
					case Plugged p -> DesignPackage.Literals.PLUGGED__SWITCH_PORT;
					case Psu p -> DesignPackage.Literals.PSU__OUTLET;
					default -> DesignPackage.Literals.NAMED__NAME;
				}, socket.number(), ((Named) socket.device()).getName(), names));
			}
		});
	}

	@Check
	public void portExists(Plugged plugged) {
		if (plugged.getSwitch() != null && plugged.getSwitchPort() != null) {
			checkPort(plugged.getSwitch(), plugged.getSwitchPort(), plugged);
		}
	}

	@Check
	public void declaredPortExists(SwitchPort port) {
		if (port.eContainer() instanceof Switch networkSwitch && port.getName() != null) {
			checkPort(networkSwitch, port.getName(), port);
		}
	}

	/** Ports may have other names than numbers ({@code ge-0/0/1}); those are not counted. */
	private void checkPort(Switch networkSwitch, String port, EObject element) {
		Optional<Effective<Long>> count = Settings.parsed(networkSwitch, "ports", Counts::parse);
		if (count.isPresent() && port.matches("[0-9]{1,9}") && (Long.parseLong(port) < 1 || Long.parseLong(port) > count.get().value())) {
			report(Code.SWITCH_PORT_BEYOND_COUNT, element, element instanceof Plugged ? DesignPackage.Literals.PLUGGED__SWITCH_PORT : DesignPackage.Literals.NAMED__NAME,
					networkSwitch.getName(), count.get().value(), port);
		}
	}

	@Check
	public void outletExists(Psu psu) {
		if (psu.getPdu() != null && psu.getOutlet() != null) {
			Settings.parsed(psu.getPdu(), "outlets", Counts::parse).filter(c -> psu.getOutlet() < 1 || psu.getOutlet() > c.value())
					.ifPresent(c -> report(Code.OUTLET_BEYOND_COUNT, psu, DesignPackage.Literals.PSU__OUTLET, psu.getPdu().getName(), c.value(), psu.getOutlet()));
		}
	}

	@Check
	public void switchIsIndependent(Switch networkSwitch) {
		if (networkSwitch.getStackedWith() != null) {
			report(Code.SWITCHES_STACKED, networkSwitch, DesignPackage.Literals.SWITCH__STACKED_WITH, networkSwitch.getName(), networkSwitch.getStackedWith().getName());
		}
	}

	/** A port's own word counts more than its switch's; uplinks need spanning tree. */
	@Check
	public void spanningTreeIsOffForTheCluster(Cluster cluster) {
		Map<Switch, Set<String>> used = new LinkedHashMap<>();
		for (Node node : Statements.all(cluster, Node.class)) {
			Statements.all(node, Nic.class).stream().filter(n -> n.getSwitch() != null)
					.forEach(n -> used.computeIfAbsent(n.getSwitch(), k -> new LinkedHashSet<>()).add(String.valueOf(n.getSwitchPort())));
		}
		used.forEach((networkSwitch, ports) -> {
			Set<String> decided = new LinkedHashSet<>();
			for (SwitchPort port : Statements.all(networkSwitch, SwitchPort.class)) {
				Settings.flag(port, "stp").ifPresent(stp -> {
					decided.add(String.valueOf(port.getName()));
					if (stp.value() && ports.contains(String.valueOf(port.getName()))) {
						report(Code.SWITCH_STP, stp.origin().element(), DesignPackage.Literals.SETTING__VALUES, networkSwitch.getName());
					}
				});
			}
			Settings.flag(networkSwitch, "stp").filter(stp -> stp.value() && !decided.containsAll(ports))
					.ifPresent(stp -> report(Code.SWITCH_STP, stp.origin().element(), DesignPackage.Literals.SETTING__VALUES, networkSwitch.getName()));
		});
	}

	@Check
	public void fencePathsAreApart(Cluster cluster) {
		EffectiveCluster effective = effective(cluster);
		for (EffectiveNode node : effective.nodes()) {
			effective.hardware().bmc(node).filter(b -> b.getSwitch() != null)
					.ifPresent(bmc -> effective.hardware().pdus(node).stream().filter(p -> p.getSwitch() == bmc.getSwitch())
							.forEach(p -> report(Code.BMC_AND_PDU_ON_ONE_SWITCH, bmc, DesignPackage.Literals.PLUGGED__SWITCH, node.name().value(), p.getName(), p.getSwitch().getName())));
		}
	}

	@Check
	public void bmcIsOnTheClusterNetwork(Bmc bmc) {
		Optional<Cidr> subnet = effective(bmc).networks().clusterNetwork().flatMap(EffectiveNetwork::subnet).map(Effective::value);
		if (bmc.getAddress() == null || subnet.isEmpty() || !(bmc.eContainer() instanceof Node node)) {
			return;
		}
		if (!subnet.get().contains(bmc.getAddress())) {
			report(Code.BMC_OFF_CLUSTER_NETWORK, bmc, DesignPackage.Literals.BMC__ADDRESS, node.getName(), bmc.getAddress(), subnet.get());
		} else if (!subnet.get().isHost(bmc.getAddress())) {
			report(Code.ADDRESS_NOT_A_HOST, bmc, DesignPackage.Literals.BMC__ADDRESS, bmc.getAddress(), "the BMC of " + node.getName(), subnet.get());
		}
	}
}
