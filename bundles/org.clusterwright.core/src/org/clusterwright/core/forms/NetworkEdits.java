package org.clusterwright.core.forms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.model.design.Bond;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Host;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Route;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.design.SwitchPort;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.values.Address;
import org.clusterwright.model.values.Cidr;
import org.eclipse.emf.ecore.EObject;

/** New networks, bonds, switches and what else is cabled. */
public final class NetworkEdits {
	private static final DesignFactory MAKE = DesignFactory.eINSTANCE;

	private NetworkEdits() {
	}

	/** Adds a network with a free name and a free subnet of the range 10.0.0.0/8. */
	public static Network addNetwork(Cluster cluster, Optional<EObject> beside) {
		Network network = MAKE.createNetwork();
		network.setName(FreeNames.first("net", Insertions.taken(cluster, DesignPackage.Literals.NETWORK)));
		List<Cidr> used = Statements.all(cluster, Network.class).stream().map(Network::getSubnet).filter(s -> s != null).toList();
		network.setSubnet(IntStream.range(30, 255).mapToObj(i -> Cidr.parse("10." + i + ".0.0/16")).filter(c -> used.stream().noneMatch(c::overlaps)).findFirst().orElse(null));
		return Insertions.put(cluster, Insertions.as(Network.class, beside), network, Section.class, Setting.class);
	}

	/** Adds a bond to those that a bond stands among, so that it has the same parameters; else a bond of its own. */
	public static Bond addBond(Cluster cluster, Optional<EObject> beside) {
		Bond bond = MAKE.createBond();
		bond.setName(next(cluster));
		Optional<Bonds> group = Insertions.as(Bond.class, beside).map(b -> (Bonds) b.eContainer());
		if (group.isPresent()) {
			group.get().getBonds().add(group.get().getBonds().indexOf(beside.get()) + 1, bond);
		} else {
			Bonds own = MAKE.createBonds();
			own.getBonds().add(bond);
			Insertions.put(cluster, Optional.empty(), own, Network.class, Section.class, Setting.class);
		}
		return bond;
	}

	private static String next(Cluster cluster) {
		List<EObject> bonds = Candidates.all(cluster, DesignPackage.Literals.BOND);
		return bonds.isEmpty() ? "bond0" : FreeNames.after(Candidates.name(bonds.get(bonds.size() - 1)), Insertions.taken(cluster, DesignPackage.Literals.BOND));
	}

	/** Gives a bond a statement of its own, with a copy of the parameters that it shared. */
	public static void separate(Bond bond) {
		Bonds shared = (Bonds) bond.eContainer();
		if (shared.getBonds().size() == 1) {
			throw new RefusedEdit("This bond has its parameters for itself already.");
		}
		Bonds own = MAKE.createBonds();
		shared.getStatements().forEach(s -> own.getStatements().add(org.eclipse.emf.ecore.util.EcoreUtil.copy(s)));
		Cluster cluster = (Cluster) shared.eContainer();
		shared.getBonds().remove(bond);
		own.getBonds().add(bond);
		cluster.getStatements().add(cluster.getStatements().indexOf(shared) + 1, own);
	}

	public static Switch addSwitch(Cluster cluster, Optional<EObject> beside) {
		Switch made = MAKE.createSwitch();
		made.setName(FreeNames.first("switch", Insertions.taken(cluster, DesignPackage.Literals.SWITCH)));
		return Insertions.put(cluster, Insertions.as(Switch.class, beside), made, Bonds.class, Network.class, Section.class, Setting.class);
	}

	/** Adds a port to those of a switch that something is said about: the number behind the last. */
	public static SwitchPort addSwitchPort(Switch owner, Optional<EObject> beside) {
		List<SwitchPort> there = Statements.all(owner, SwitchPort.class);
		SwitchPort port = MAKE.createSwitchPort();
		port.setName(there.isEmpty() ? "1" : FreeNames.after(String.valueOf(there.get(there.size() - 1).getName()), there.stream().map(SwitchPort::getName).collect(Collectors.toSet())));
		return Insertions.put(owner, Insertions.as(SwitchPort.class, beside), port, Setting.class);
	}

	public static Pdu addPdu(Cluster cluster, Optional<EObject> beside) {
		Pdu made = MAKE.createPdu();
		made.setName(FreeNames.first("pdu", Insertions.taken(cluster, DesignPackage.Literals.PDU)));
		return Insertions.put(cluster, Insertions.as(Pdu.class, beside), made, Switch.class, Bonds.class, Network.class, Section.class, Setting.class);
	}

	/** Adds a name of /etc/hosts; its address is the first of the range for documentation, to be replaced. */
	public static Host addHost(Cluster cluster, Optional<EObject> beside) {
		Host made = MAKE.createHost();
		made.setName(FreeNames.first("host", Insertions.taken(cluster, DesignPackage.Literals.HOST)));
		made.setAddress(Address.parse("192.0.2.1"));
		return Insertions.put(cluster, Insertions.as(Host.class, beside), made, Pdu.class, Switch.class, Bonds.class, Network.class, Section.class, Setting.class);
	}

	/** Adds a route to a network, to be filled in: through the network's gateway, or its first address. */
	public static Route addRoute(Network network, Optional<EObject> beside) {
		if (network.getSubnet() == null) {
			throw new RefusedEdit("Give the network a subnet first; a route goes through a router in it.");
		}
		Route route = MAKE.createRoute();
		route.setDestination(Cidr.parse("192.0.2.0/24"));
		route.setGateway(org.clusterwright.model.effective.Settings.parsed(network, "gateway", Address::parse).map(e -> e.value())
				.orElseGet(() -> new Address(network.getSubnet().broadcast().bits() - 1)));
		return Insertions.put(network, Insertions.as(Route.class, beside), route, Setting.class);
	}
}
