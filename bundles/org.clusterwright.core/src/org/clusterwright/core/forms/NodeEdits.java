package org.clusterwright.core.forms;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceMethod;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.NodeAddress;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Plugged;
import org.clusterwright.model.design.Psu;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.design.TextValue;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.values.Address;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** New nodes and their parts, after the pattern of those that are there. */
public final class NodeEdits {
	private static final DesignFactory MAKE = DesignFactory.eINSTANCE;

	private NodeEdits() {
	}

	/**
	 * Adds a node like another: the next name and id, the next addresses, ports and outlets, the same bonds and fence methods. MAC addresses are
	 * left out, since they are on the new machine's board.
	 */
	public static Node add(Cluster cluster, Optional<EObject> beside) {
		List<Node> nodes = Statements.all(cluster, Node.class);
		Optional<Node> pattern = Insertions.as(Node.class, beside).or(() -> nodes.isEmpty() ? Optional.empty() : Optional.of(nodes.get(nodes.size() - 1)));
		if (pattern.isEmpty()) {
			Node first = MAKE.createNode();
			first.setName("node1");
			first.setNodeId(1L);
			return Insertions.put(cluster, Optional.empty(), first, org.clusterwright.model.design.FenceDevice.class, Pdu.class, Switch.class, Network.class, Setting.class);
		}
		Node like = pattern.get();
		Node made = EcoreUtil.copy(like);
		made.setName(FreeNames.after(String.valueOf(like.getName()), Insertions.taken(cluster, DesignPackage.Literals.NODE)));
		if (like.getShortName() != null) {
			made.setShortName(FreeNames.after(like.getShortName(), nodes.stream().map(Node::getShortName).filter(Objects::nonNull).collect(Collectors.toSet())));
		}
		boolean numbered = nodes.stream().allMatch(n -> n.getNodeId() != null);
		made.setNodeId(numbered ? (Long) (nodes.stream().mapToLong(Node::getNodeId).max().orElse(0) + 1) : null);
		renew(cluster, made);
		// Without written ids a node in the middle would change the ids, and so the addresses, of those behind it.
		return Insertions.put(cluster, numbered ? Optional.of(like) : Optional.empty(), made);
	}

	/** Gives a copy what no two nodes can share. The copy is not in the design yet. */
	private static void renew(Cluster cluster, Node made) {
		Set<Address> taken = addresses(cluster);
		for (Bmc bmc : Statements.all(made, Bmc.class)) {
			bmc.setAddress(next(bmc.getAddress(), taken));
		}
		for (NodeAddress address : Statements.all(made, NodeAddress.class)) {
			address.setAddress(next(address.getAddress(), taken));
		}
		Map<Switch, Set<String>> ports = new HashMap<>();
		cluster.eAllContents().forEachRemaining(e -> {
			if (e instanceof Plugged plugged && plugged.getSwitch() != null && plugged.getSwitchPort() != null) {
				ports.computeIfAbsent(plugged.getSwitch(), s -> new HashSet<>()).add(plugged.getSwitchPort());
			}
		});
		made.eAllContents().forEachRemaining(e -> {
			if (e instanceof Plugged plugged && plugged.getSwitch() != null && plugged.getSwitchPort() != null) {
				Set<String> used = ports.computeIfAbsent(plugged.getSwitch(), s -> new HashSet<>());
				plugged.setSwitchPort(FreeNames.after(plugged.getSwitchPort(), used));
				used.add(plugged.getSwitchPort());
			}
		});
		Statements.all(made, Nic.class).forEach(n -> n.setMac(null));
		outlets(cluster, made);
	}

	private static void outlets(Cluster cluster, Node made) {
		Map<Pdu, Set<Long>> used = new HashMap<>();
		Statements.all(cluster, Node.class).forEach(n -> Statements.all(n, Psu.class).stream().filter(p -> p.getPdu() != null && p.getOutlet() != null)
				.forEach(p -> used.computeIfAbsent(p.getPdu(), k -> new HashSet<>()).add(p.getOutlet())));
		Map<Pdu, Map<String, String>> renumbered = new HashMap<>();
		for (Psu psu : Statements.all(made, Psu.class)) {
			if (psu.getPdu() != null && psu.getOutlet() != null) {
				Set<Long> taken = used.computeIfAbsent(psu.getPdu(), k -> new HashSet<>());
				long outlet = psu.getOutlet();
				while (taken.contains(outlet)) {
					outlet++;
				}
				taken.add(outlet);
				renumbered.computeIfAbsent(psu.getPdu(), k -> new HashMap<>()).put(String.valueOf(psu.getOutlet()), String.valueOf(outlet));
				psu.setOutlet(outlet);
			}
		}
		for (FenceMethod method : Statements.all(made, FenceMethod.class)) {
			for (FenceCall call : Statements.all(method, FenceCall.class)) {
				Map<String, String> outlets = call.getDevice() == null || call.getDevice().getPdu() == null ? Map.of() : renumbered.getOrDefault(call.getDevice().getPdu(), Map.of());
				call.getParameters().stream().filter(p -> "port".equals(p.getKey())).flatMap(p -> p.getValues().stream()).filter(TextValue.class::isInstance).map(TextValue.class::cast)
						.filter(v -> outlets.containsKey(v.getText())).forEach(v -> v.setText(outlets.get(v.getText())));
			}
		}
	}

	private static Set<Address> addresses(Cluster cluster) {
		Set<Address> taken = new HashSet<>();
		cluster.eAllContents().forEachRemaining(e -> e.eClass().getEAllAttributes().stream().filter(a -> a.getEType() == DesignPackage.Literals.ADDRESS).map(e::eGet)
				.filter(Objects::nonNull).forEach(a -> taken.add((Address) a)));
		return taken;
	}

	private static Address next(Address address, Set<Address> taken) {
		if (address == null) {
			return null;
		}
		Address free = address;
		while (taken.contains(free)) {
			free = new Address(free.bits() + 1);
		}
		taken.add(free);
		return free;
	}

	/** Adds a NIC to a node, called like the next of its last. */
	public static Nic addNic(Node node, Optional<EObject> beside) {
		List<Nic> nics = Statements.all(node, Nic.class);
		Set<String> names = nics.stream().map(Nic::getName).collect(Collectors.toSet());
		Nic nic = MAKE.createNic();
		nic.setName(nics.isEmpty() ? "eth0" : FreeNames.after(String.valueOf(nics.get(nics.size() - 1).getName()), names));
		return Insertions.put(node, Insertions.as(Nic.class, beside), nic, Psu.class, Bmc.class, Setting.class);
	}

	/** Adds a power supply to a node, on the first PDU. */
	public static Psu addPsu(Node node, Optional<EObject> beside) {
		Psu psu = MAKE.createPsu();
		psu.setName(FreeNames.first("psu", Statements.all(node, Psu.class).stream().map(Psu::getName).collect(Collectors.toSet())));
		return Insertions.put(node, Insertions.as(Psu.class, beside), psu, Bmc.class, Setting.class);
	}
}
