package org.clusterwright.dsl.ide.fixes;

import static org.clusterwright.dsl.ide.fixes.FixRule.also;
import static org.clusterwright.dsl.ide.fixes.FixRule.of;
import static org.clusterwright.dsl.ide.fixes.FixRule.removing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.design.Bond;
import org.clusterwright.model.design.Bridge;
import org.clusterwright.model.design.Host;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.NetworkRole;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.NodeAddress;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Route;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Address;
import org.clusterwright.model.values.Cidr;
import org.eclipse.emf.ecore.EObject;

/** Networks, addresses and the names of devices. */
final class NetworkFixes {
	private static final int LONGEST_DEVICE_NAME = 15;
	private static final long LAST_VLAN = 4094;

	static final List<FixRule> RULES = List.of(
			of(Code.ADDRESS_OUTSIDE_SUBNET, NetworkFixes::followTheRule),
			also(Code.ADDRESS_OUTSIDE_SUBNET, "next-free", NetworkFixes::nextFree),
			of(Code.ADDRESS_NOT_A_HOST, NetworkFixes::nextFree),
			of(Code.DUPLICATE_ADDRESS, NetworkFixes::nextFree),
			of(Code.BMC_OFF_CLUSTER_NETWORK, p -> p.free().bmcAddress().stream().flatMap(a -> p.change(Bmc.class, "Change to " + a, b -> b.setAddress(a)))),
			of(Code.SUBNETS_OVERLAP, p -> p.at(Network.class).stream().flatMap(n -> p.free().subnet(n.getSubnet()).stream().flatMap(s -> p.change(n, "Change to " + s, x -> x.setSubnet(s))))),
			of(Code.NETWORK_WITHOUT_SUBNET, p -> p.free().subnet(p.effective().networks().all().stream().flatMap(n -> n.subnet().stream()).map(Effective::value).findFirst().orElse(Cidr.parse("10.10.0.0/16")))
					.stream().flatMap(s -> p.change(Network.class, "Give it the subnet " + s, n -> n.setSubnet(s)))),
			of(Code.NETWORK_WITHOUT_DEVICE, NetworkFixes::unusedBonds),
			of(Code.NO_CLUSTER_NETWORK, p -> Statements.first(p.cluster(), Network.class).stream()
					.flatMap(n -> p.change(n, "Give '" + n.getName() + "' the role cluster", x -> x.getRoles().add(NetworkRole.CLUSTER)))),
			of(Code.NETWORK_ROLE_TWICE, p -> p.change(Network.class, "Take the role " + p.arg(0) + " away here", n -> n.getRoles().remove(NetworkRole.get(p.arg(0))))),
			of(Code.GATEWAY_OUTSIDE_SUBNET, NetworkFixes::lastHost),
			of(Code.TWO_DEFAULT_ROUTES, p -> p.change(Network.class, "Write 'default-route no' here", n -> ModelChanges.set(n, "default-route", "no"))),
			removing(Code.DEFAULT_ROUTE_WITHOUT_GATEWAY, "Remove 'default-route'"),
			also(Code.DEFAULT_ROUTE_WITHOUT_GATEWAY, "add", NetworkFixes::addGateway),
			removing(Code.GATEWAY_ON_INNER_NETWORK, "Remove the gateway"),
			of(Code.TOO_MANY_NAME_SERVERS, p -> p.change(Setting.class, "Keep the first three", s -> s.getValues().subList(3, s.getValues().size()).clear())),
			of(Code.BAD_VLAN, p -> p.at(Network.class).stream().flatMap(n -> {
				long vlan = Math.clamp(n.getVlan(), 1, LAST_VLAN);
				return p.change(n, "Change to VLAN " + vlan, x -> x.setVlan(vlan));
			})),
			also(Code.BAD_VLAN, "remove", p -> p.change(Network.class, "Use no VLAN", n -> n.setVlan(null))),
			of(Code.LINK_SHARED, p -> {
				long vlan = p.free().vlan(p.arg(2));
				return p.change(Network.class, "Put it into VLAN " + vlan, n -> n.setVlan(vlan));
			}),
			of(Code.DEVICE_NAME_TOO_LONG, p -> device(p, n -> n.substring(0, Math.min(n.length(), LONGEST_DEVICE_NAME)))),
			of(Code.DEVICE_NAME_UNSAFE, p -> device(p, n -> NameFixes.safe(n.replaceAll("[.:+@]", "_")))),
			of(Code.BRIDGE_SORTS_FIRST, p -> p.at(Bridge.class).stream().flatMap(b -> NameFixes.renameTo(p, b, behind(b.getName(), p.arg(1))))),
			of(Code.MULTICAST_SNOOPING, p -> p.change(Network.class, "Switch the bridge's multicast snooping off", n -> {
				org.clusterwright.model.design.Section bridge = ModelChanges.section(n, "bridge");
				ModelChanges.set(bridge, "multicast-snooping", "no");
			})));

	private NetworkFixes() {
	}

	private static Stream<Cure> followTheRule(Problem problem) {
		return problem.change(NodeAddress.class, "Remove it; the address then follows the network's rule", ModelChanges::remove);
	}

	/** Whatever has an address there gets the next one that nobody has. */
	private static Stream<Cure> nextFree(Problem problem) {
		Address address = Stream.of(problem.arg(0)).filter(a -> a.matches("[0-9.]+")).map(Address::parse).findFirst().orElse(null);
		EObject element = problem.at(Statement.class).orElse(null);
		if (address == null || element == null) {
			return Stream.empty();
		}
		Optional<Cidr> subnet = element instanceof NodeAddress own && own.getNetwork() != null && own.getNetwork().getSubnet() != null ? Optional.of(own.getNetwork().getSubnet())
				: problem.free().networkOf(address).flatMap(EffectiveNetwork::subnet).map(Effective::value);
		Optional<Address> free = subnet.flatMap(s -> problem.free().address(s, s.contains(address) ? address : s.network()));
		return free.stream().flatMap(a -> setter(element, a).stream().flatMap(s -> problem.change(element, "Change to " + a, s)));
	}

	private static Optional<Consumer<EObject>> setter(EObject element, Address address) {
		return switch (element) {
			case Bmc x -> Optional.of(e -> ((Bmc) e).setAddress(address));
			case Pdu x -> Optional.of(e -> ((Pdu) e).setAddress(address));
			case Switch x -> Optional.of(e -> ((Switch) e).setAddress(address));
			case Host x -> Optional.of(e -> ((Host) e).setAddress(address));
			case NodeAddress x -> Optional.of(e -> ((NodeAddress) e).setAddress(address));
			case Route x -> Optional.of(e -> ((Route) e).setGateway(address));
			case Setting x when "gateway".equals(x.getKey()) -> Optional.of(e -> ModelChanges.setValue((Setting) e, address.toString()));
			default -> Optional.empty();
		};
	}

	private static Stream<Cure> unusedBonds(Problem problem) {
		List<Bond> bonds = EObjects.all(problem.cluster(), Bond.class).filter(b -> problem.effective().networks().on(b).isEmpty()).toList();
		return bonds.stream().flatMap(b -> problem.change(Network.class, "Put it on " + b.getName(),
				n -> n.setBond(EObjects.all((org.clusterwright.model.design.Cluster) n.eContainer(), Bond.class).filter(x -> x.getName().equals(b.getName())).findFirst().orElseThrow())));
	}

	/** As the tutorial has it: the last address before the broadcast address. */
	private static Stream<Cure> lastHost(Problem problem) {
		Cidr subnet = Cidr.parse(problem.arg(1));
		Address last = new Address(subnet.broadcast().bits() - (subnet.prefix() >= 31 ? 0 : 1));
		return problem.at(Statement.class).stream().flatMap(e -> setter(e, last).stream().flatMap(s -> problem.change((EObject) e, "Change to " + last, s)));
	}

	private static Stream<Cure> addGateway(Problem problem) {
		return problem.at(Network.class).filter(n -> n.getSubnet() != null && n.getSubnet().prefix() < 31).stream().flatMap(n -> {
			Address last = new Address(n.getSubnet().broadcast().bits() - 1);
			return problem.change(n, "Write 'gateway " + last + "'", x -> ModelChanges.set(x, "gateway", last.toString()));
		});
	}

	private static Stream<Cure> device(Problem problem, java.util.function.UnaryOperator<String> mend) {
		Named named = problem.at(Named.class).orElse(null);
		return switch (named) {
			case Nic nic -> NameFixes.renameTo(problem, nic, mend.apply(nic.getName()));
			case Bond bond -> NameFixes.renameTo(problem, bond, mend.apply(bond.getName()));
			case Bridge bridge -> NameFixes.renameTo(problem, bridge, mend.apply(bridge.getName()));
			case null, default -> Stream.empty();
		};
	}

	/** The tutorial's vbr0 stands on bond0; any other link gets a bridge whose name begins with its own. */
	private static String behind(String bridge, String link) {
		String name = "v" + bridge;
		return name.compareTo(link) > 0 && name.length() <= LONGEST_DEVICE_NAME ? name : ("z" + bridge).substring(0, Math.min(LONGEST_DEVICE_NAME, bridge.length() + 1));
	}
}
