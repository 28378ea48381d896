package org.clusterwright.dsl.ide.assist;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.NextFree;
import org.clusterwright.model.catalog.FenceAgent;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.model.catalog.ResourceAgents;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Bond;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.DomainMember;
import org.clusterwright.model.design.FailoverDomain;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.NodeAddress;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.PartitionKind;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Plugged;
import org.clusterwright.model.design.Psu;
import org.clusterwright.model.design.SecretValue;
import org.clusterwright.model.design.ServiceResource;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.values.Address;
import org.clusterwright.model.values.Cidr;
import org.eclipse.emf.ecore.EObject;

/** What could stand in the head of a statement: the next number, address or name that nobody has, and the words of catalogues. */
public final class Values {
	private static final List<String> INIT_SCRIPTS = List.of("drbd", "clvmd", "gfs2");

	private final Cluster cluster;
	private final EffectiveCluster effective;
	private final NextFree free;

	public Values(Cluster cluster) {
		this(cluster, new NextFree(cluster));
	}

	Values(Cluster cluster, NextFree free) {
		this.cluster = Objects.requireNonNull(cluster);
		this.effective = free.effective();
		this.free = free;
	}

	/** For a feature of a grammar rule; {@code model} is the innermost element before the caret, which may not be of that rule yet. */
	public List<Suggestion> of(String rule, String feature, EObject model) {
		return switch (rule + "." + feature) {
			case "Node.nodeId" -> List.of(Suggestion.of(free.nodeId((Node) above(model, Node.class)), "next free id"));
			case "Node.name" -> next(Node.class, cluster, "next node");
			case "Nic.name" -> next(Nic.class, above(model, Node.class), "next NIC");
			case "Bond.name" -> Statements.all(cluster, Bonds.class).stream().flatMap(b -> b.getBonds().stream()).map(Bond::getName).filter(Objects::nonNull).reduce((a, b) -> b).stream()
					.map(n -> Suggestion.of(free.name(org.clusterwright.model.design.DesignPackage.Literals.BOND, n), "next bond")).toList();
			case "Switch.name" -> next(Switch.class, cluster, "next switch");
			case "Pdu.name" -> next(Pdu.class, cluster, "next PDU");
			case "Guest.name" -> next(org.clusterwright.model.design.Guest.class, cluster, "next guest");
			case "DrbdResource.name" -> next(org.clusterwright.model.design.DrbdResource.class, above(model, org.clusterwright.model.design.Drbd.class), "next resource");
			case "LogicalVolume.name" -> next(LogicalVolume.class, above(model, org.clusterwright.model.design.VolumeGroup.class), "next volume");
			case "Bmc.address" -> free.bmcAddress().stream().map(a -> Suggestion.of(a, "next free, behind the other BMCs")).toList();
			case "Switch.address" -> behind(Statements.all(cluster, Switch.class).stream().map(Switch::getAddress));
			case "Pdu.address" -> behind(Statements.all(cluster, Pdu.class).stream().map(Pdu::getAddress));
			case "Host.address" -> behind(Stream.empty());
			case "NodeAddress.address" -> model instanceof NodeAddress own && own.getNetwork() != null ? within(own.getNetwork()) : List.of();
			case "Nic.mac" -> macs(above(model, Node.class));
			case "GuestNic.mac" -> List.of(Suggestion.of(free.guestMac(), "next free of KVM's range"));
			case "Nic.link" -> model instanceof Nic nic && nic.getBond() != null && nic.eContainer() instanceof Node node
					? List.of(Suggestion.of(NextFree.link(node, nic.getBond()), "next free link of " + nic.getBond().getName()))
					: List.of();
			case "Psu.outlet" -> model instanceof Psu psu && psu.getPdu() != null ? free.outlet(psu.getPdu()).stream().map(n -> Suggestion.of(n, "next free outlet of " + psu.getPdu().getName())).toList()
					: List.of();
			case "Nic.switchPort", "Bmc.switchPort", "Pdu.switchPort" -> model instanceof Plugged p && p.getSwitch() != null
					? free.port(p.getSwitch()).stream().map(n -> Suggestion.of(n, "next free port of " + p.getSwitch().getName())).toList()
					: List.of();
			case "Network.subnet" -> effective.networks().all().stream().flatMap(n -> n.subnet().stream()).map(Effective::value).reduce((a, b) -> b).or(() -> Optional.of(Cidr.parse("10.10.0.0/16")))
					.flatMap(free::subnet).stream().map(s -> Suggestion.of(s, "next free subnet")).toList();
			case "Network.nic" -> Statements.all(cluster, Node.class).stream().flatMap(n -> Statements.all(n, Nic.class).stream()).filter(n -> n.getBond() == null && n.getName() != null).map(Nic::getName)
					.distinct().map(n -> Suggestion.of(n, "NIC without a bond")).toList();
			case "FenceDevice.agent" -> FenceAgents.names(true).stream().map(this::agent).toList();
			case "Disk.name" -> Stream.of("sda", "sdb", "sdc", "sdd").filter(d -> Statements.all(cluster, Disk.class).stream().noneMatch(x -> d.equals(x.getName()))).limit(1)
					.map(d -> Suggestion.of(d, "next disk")).toList();
			case "Disk.label" -> List.of(Suggestion.of("msdos", "default"), Suggestion.of("gpt", "for more than 2 TiB"));
			case "Partition.number" -> partitionNumbers(model);
			case "Partition.typeCode" -> List.of(Suggestion.of("83", "Linux"), Suggestion.of("82", "Linux swap"), Suggestion.of("8e", "Linux LVM"), Suggestion.of("fd", "Linux RAID"));
			case "Partition.fileSystem", "LogicalVolume.fileSystem" -> Stream.of("ext4", "ext3", "ext2", "xfs").map(t -> Suggestion.of(t, "")).toList();
			case "HardwareRaid.level", "RaidArray.level" -> Stream.of("0", "1", "4", "5", "6", "10").map(t -> Suggestion.of(t, "RAID level")).toList();
			case "DrbdResource.disk", "DrbdPeer.disk", "DrbdVolume.disk", "RaidArray.members" -> partitions(d -> d.replaceFirst("^/dev/", ""));
			case "PhysicalVolume.device" -> partitions(d -> d);
			case "Gfs2.name" -> above(model, LogicalVolume.class) instanceof LogicalVolume v && v.getName() != null ? List.of(Suggestion.of(v.getName().replaceFirst("^lv_", ""), "part of the lock table")) : List.of();
			case "SizeAmount.size" -> List.of(Suggestion.of("20GiB", "a size"), Suggestion.of("500GB", "in powers of 1000"));
			case "PercentAmount.percent" -> percent(model);
			case "DomainMember.priority" -> priority(model);
			case "ResourceDefinition.type", "ServiceResource.type" -> ResourceAgents.types().stream().map(Values::resource).toList();
			case "ResourceDefinition.name", "ServiceResource.name" -> resourceNames(model);
			case "SecretValue.secret" -> secrets();
			default -> List.of();
		};
	}

	private List<Suggestion> next(Class<? extends Named> type, EObject owner, String description) {
		if (!(owner instanceof Block block)) {
			return List.of();
		}
		return block.getStatements().stream().filter(type::isInstance).map(type::cast).filter(n -> n.getName() != null).reduce((a, b) -> b).stream()
				.map(n -> Suggestion.of(NextFree.name(n.getName(), used -> block.getStatements().stream().anyMatch(s -> type.isInstance(s) && used.equals(((Named) s).getName()))), description)).toList();
	}

	/** Behind the highest of its kind; else in the cluster's network. */
	private List<Suggestion> behind(Stream<Address> kin) {
		Optional<Address> last = kin.filter(Objects::nonNull).max(Address::compareTo);
		Optional<Cidr> subnet = last.flatMap(free::networkOf).or(() -> effective.networks().clusterNetwork()).flatMap(EffectiveNetwork::subnet).map(Effective::value);
		return subnet.flatMap(s -> free.address(s, last.orElse(s.network()))).stream().map(a -> Suggestion.of(a, "next free")).toList();
	}

	private List<Suggestion> within(Network network) {
		return network.getSubnet() == null ? List.of() : free.address(network.getSubnet(), network.getSubnet().network()).stream().map(a -> Suggestion.of(a, "next free of " + network.getName())).toList();
	}

	private List<Suggestion> macs(EObject node) {
		Stream<Suggestion> like = node instanceof Node n ? Statements.all(n, Nic.class).stream().map(Nic::getMac).filter(Objects::nonNull).reduce((a, b) -> b).stream()
				.map(m -> Suggestion.of(free.macLike(m), "next of the same maker")) : Stream.empty();
		return Stream.concat(like, Stream.of(Suggestion.of(free.nicMac(), "sample of the documentation's range"))).toList();
	}

	private Suggestion agent(String name) {
		FenceAgent agent = FenceAgents.of(name).orElseThrow();
		return Suggestion.of(name, agent.needsPort() ? "power switch or hypervisor" : "one node", "Needs: " + agent.needs().stream().map(n -> String.join(" or ", n)).toList() + "\nActions: "
				+ String.join(", ", agent.actions()) + "\nSource: " + name + " -o metadata");
	}

	private List<Suggestion> partitionNumbers(EObject model) {
		Block disk = above(model, Disk.class) instanceof Disk d ? d : (Block) above(model, org.clusterwright.model.design.RaidArray.class);
		if (disk == null) {
			return List.of();
		}
		List<Partition> all = Statements.all(disk, Partition.class);
		List<Long> used = all.stream().map(Partition::getNumber).filter(Objects::nonNull).toList();
		boolean extended = all.stream().anyMatch(p -> p.getKind() == PartitionKind.EXTENDED);
		return LongStream.iterate(extended ? 5 : 1, n -> n + 1).filter(n -> !used.contains(n)).limit(1).mapToObj(n -> Suggestion.of(n, extended ? "next logical partition" : "next partition")).toList();
	}

	private List<Suggestion> partitions(Function<String, String> spelling) {
		return free.partitions().stream().map(d -> Suggestion.of(spelling.apply(d), "partition that nothing lies on")).toList();
	}

	/** What is written first may still be the block alone. */
	private static List<Suggestion> percent(EObject model) {
		boolean volume = above(model, org.clusterwright.model.design.VolumeGroup.class) != null;
		return volume ? List.of(Suggestion.of("50% of group", "a share of the group"), Suggestion.of("50% of free", "a share of what is left of it"))
				: List.of(Suggestion.of("50% of rest", "a share of what is left of the disk"), Suggestion.of("50% of disk", "a share of the disk"));
	}

	private static List<Suggestion> priority(EObject model) {
		FailoverDomain domain = (FailoverDomain) above(model, FailoverDomain.class);
		if (domain == null) {
			return List.of();
		}
		long highest = Statements.all(domain, DomainMember.class).stream().map(DomainMember::getPriority).filter(Objects::nonNull).mapToLong(Long::longValue).max().orElse(0);
		return List.of(Suggestion.of(highest + 1, "after the other members"), Suggestion.of(1, "most preferred"));
	}

	private static Suggestion resource(String type) {
		ResourceAgents.ResourceAgent agent = ResourceAgents.of(type).orElseThrow();
		return Suggestion.of(type, "resource agent", "Its name is the attribute " + agent.primary() + ".\n"
				+ (agent.required().isEmpty() ? "" : "Needs: " + String.join(", ", agent.required()) + "\n") + "Source: rgmanager's " + type + ".sh");
	}

	private List<Suggestion> resourceNames(EObject model) {
		String type = model instanceof ServiceResource r ? r.getType() : model instanceof org.clusterwright.model.design.ResourceDefinition d ? d.getType() : null;
		if (type == null) {
			return List.of();
		}
		// What is defined is there to be started.
		Stream<Suggestion> defined = model instanceof ServiceResource ? Statements.all(cluster, org.clusterwright.model.design.ResourceDefinition.class).stream()
				.filter(d -> type.equals(d.getType()) && d.getName() != null).map(d -> Suggestion.of(d.getName(), "defined in this design")) : Stream.empty();
		return Stream.concat(defined, usualNames(type).stream()).toList();
	}

	private List<Suggestion> usualNames(String type) {
		return switch (type) {
			case "clusterfs" -> effective.volumes().all().stream().flatMap(v -> v.gfs2().stream()).map(g -> Suggestion.of(g.name().value(), "GFS2 file system")).toList();
			case "script" -> INIT_SCRIPTS.stream().map(s -> Suggestion.of(s, "init script")).toList();
			case "drbd" -> effective.replication().resources().stream().map(r -> Suggestion.of(r.name().value(), "DRBD resource")).toList();
			case "lvm" -> effective.volumes().groups().stream().map(g -> Suggestion.of(g.name().value(), "volume group")).toList();
			default -> List.of();
		};
	}

	/** Those that the design names already, and one after the fence devices without any. */
	List<Suggestion> secrets() {
		List<String> names = new java.util.ArrayList<>();
		cluster.eAllContents().forEachRemaining(e -> {
			if (e instanceof SecretValue s && s.getSecret() != null && !names.contains(s.getSecret())) {
				names.add(s.getSecret());
			}
		});
		return names.stream().map(n -> Suggestion.of(n, "secret of this design")).toList();
	}

	static EObject above(EObject element, Class<?> type) {
		EObject at = element;
		while (at != null && !type.isInstance(at)) {
			at = at.eContainer();
		}
		return at;
	}
}
