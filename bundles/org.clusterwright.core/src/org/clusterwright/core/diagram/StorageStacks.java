package org.clusterwright.core.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.core.diagram.StorageStack.Chain;
import org.clusterwright.core.diagram.StorageStack.Group;
import org.clusterwright.core.diagram.StorageStack.Item;
import org.clusterwright.core.diagram.StorageStack.Slice;
import org.clusterwright.core.diagram.StorageStack.Volume;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.HardwareRaid;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.PartitionKind;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveGuest;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.EffectivePhysicalVolume;
import org.clusterwright.model.effective.EffectiveVolume;
import org.clusterwright.model.effective.EffectiveVolumeGroup;
import org.clusterwright.model.effective.Partitions;
import org.clusterwright.model.effective.PlannedArray;
import org.clusterwright.model.effective.PlannedDisk;
import org.clusterwright.model.effective.PlannedPartition;
import org.clusterwright.model.effective.ReplicaDisk;
import org.clusterwright.model.effective.ReplicatedResource;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.effective.StorageLayout;
import org.clusterwright.model.values.Size;

/** Gathers from a design what each node's storage is made of. */
final class StorageStacks {
	/** Less free space than this is alignment, not worth a box. */
	private static final long WORTH_SHOWING = 16 * Size.MIB;

	private final EffectiveCluster cluster;
	private final boolean sizes;

	StorageStacks(EffectiveCluster cluster, boolean sizes) {
		this.cluster = cluster;
		this.sizes = sizes;
	}

	StorageStack of(EffectiveNode node) {
		StorageLayout layout = cluster.partitions().of(node);
		List<Group> groups = new ArrayList<>();
		layout.disks().forEach(d -> groups.add(group(d)));
		layout.arrays().forEach(a -> groups.add(group(a)));
		List<Chain> chains = chains(node);
		for (Chain chain : chains) {
			if (groups.stream().noneMatch(g -> g.device().label().equals(chain.source()) || g.slices().stream().anyMatch(s -> s.path().equals(chain.source())))) {
				groups.add(new Group(List.of(), Item.of(Kind.DEVICE, chain.source(), chain.replica().or(chain::group).map(Item::element).orElseThrow(), "not described in the design"), List.of()));
			}
		}
		return new StorageStack(node, groups, chains);
	}

	private Group group(PlannedDisk disk) {
		long members = disk.design() instanceof Disk d ? Statements.first(d, HardwareRaid.class).filter(r -> r.getMembers() != null).map(HardwareRaid::getMembers).orElse(1L) : 1L;
		String raid = disk.design() instanceof Disk d ? Statements.first(d, HardwareRaid.class).map(r -> "hardware RAID " + r.getLevel()).orElse("a single disk") : "";
		List<Item> disks = new ArrayList<>();
		for (long i = 1; i <= Math.min(members, 64); i++) {
			disks.add(Item.of(Kind.DISK, "disk " + i, disk.design(), raid));
		}
		return new Group(disks, device(disk, raid), slices(disk));
	}

	private Group group(PlannedArray array) {
		List<Item> members = array.members().stream().map(m -> Item.of(Kind.DISK, m.value(), array.design(), "member of " + array.device())).toList();
		return new Group(members, device(array.disk(), "software RAID " + array.level().value()), slices(array.disk()));
	}

	private Item device(PlannedDisk disk, String tip) {
		Optional<Long> bytes = disk.sectors().map(s -> s.value() * disk.sectorSize().value());
		return Item.of(Kind.DEVICE, sized(disk.device(), bytes), disk.design(), tip, bytes.map(b -> Sizes.exact(b) + ", " + disk.label().value() + " partition table").orElse(""));
	}

	private List<Slice> slices(PlannedDisk disk) {
		List<Slice> slices = new ArrayList<>();
		for (PlannedPartition partition : disk.partitions()) {
			if (partition.kind() != PartitionKind.EXTENDED) {
				slices.add(slice(disk, partition));
			}
		}
		free(disk).ifPresent(f -> slices.add(new Slice(Item.of(Kind.FREE, "free " + Sizes.rounded(f), disk.design(), "not in any partition: " + Sizes.exact(f)), "", Optional.empty())));
		return slices;
	}

	private Slice slice(PlannedDisk disk, PlannedPartition partition) {
		Optional<Long> bytes = partition.isPlaced() ? Optional.of(partition.sectors() * disk.sectorSize().value()) : Optional.empty();
		Partition design = partition.design();
		List<String> tip = new ArrayList<>();
		tip.add("partition " + partition.number() + " of " + disk.device());
		if (partition.isPlaced()) {
			tip.add("sectors " + partition.start().get().value() + " to " + partition.end().get().value() + ", " + Sizes.exact(bytes.get()));
		}
		Optional<Item> use = design.getMountPoint() != null ? Optional.of(Item.of(Kind.MOUNT, design.getMountPoint(), design, "mounted at " + design.getMountPoint()))
				: design.isSwap() ? Optional.of(Item.of(Kind.SWAP, "<swap>", design, "swap space")) : Optional.empty();
		return new Slice(new Item(Kind.PARTITION, sized(partition.device(), bytes), false, design, tip), partition.device(), use);
	}

	/** Bytes outside all partitions, as far as everything is placed. */
	private static Optional<Long> free(PlannedDisk disk) {
		if (disk.partitions().isEmpty() || !disk.isPlanned() || disk.lastUsable().isEmpty()) {
			return Optional.empty();
		}
		long sector = disk.sectorSize().value();
		long next = 0;
		long free = 0;
		for (PlannedPartition p : disk.partitions().stream().filter(p -> p.kind() != PartitionKind.LOGICAL).sorted(Comparator.comparing(p -> p.start().get().value())).toList()) {
			free += worth(p.start().get().value() - next, sector);
			next = p.end().get().value() + 1;
		}
		free += worth(disk.lastUsable().get() + 1 - next, sector);
		PlannedPartition extended = disk.partitions().stream().filter(p -> p.kind() == PartitionKind.EXTENDED).findFirst().orElse(null);
		if (extended != null) {
			next = extended.start().get().value();
			for (PlannedPartition p : disk.partitions().stream().filter(p -> p.kind() == PartitionKind.LOGICAL).sorted(Comparator.comparing(p -> p.start().get().value())).toList()) {
				free += worth(p.start().get().value() - next, sector);
				next = p.end().get().value() + 1;
			}
			free += worth(extended.end().get().value() + 1 - next, sector);
		}
		return free > 0 ? Optional.of(free) : Optional.empty();
	}

	private static long worth(long sectors, long sector) {
		return sectors * sector >= WORTH_SHOWING ? sectors * sector : 0;
	}

	private List<Chain> chains(EffectiveNode node) {
		List<Chain> chains = new ArrayList<>();
		for (ReplicatedResource resource : cluster.replication().resources()) {
			resource.volumes().stream().flatMap(v -> v.on(node).stream().map(d -> chain(node, resource, v.device(), d))).flatMap(Optional::stream).forEach(chains::add);
		}
		for (EffectiveVolumeGroup group : cluster.volumes().groups()) {
			for (EffectivePhysicalVolume volume : group.physicalVolumes()) {
				if (volume.resource().isEmpty() && group.nodes().contains(node)) {
					chains.add(new Chain(Partitions.devicePath(volume.device().value()), Optional.empty(), Optional.empty(), Optional.of(lvm(group)), Optional.of(physical(volume)), Optional.of(item(group)), volumes(node, group, volume)));
				}
			}
		}
		return chains;
	}

	private Optional<Chain> chain(EffectiveNode node, ReplicatedResource resource, Effective<String> device, ReplicaDisk disk) {
		if (disk.disk().isEmpty()) {
			return Optional.empty();
		}
		String peers = String.join(", ", resource.hosts().stream().filter(h -> h.node() != node).map(h -> h.node().name().value()).toList());
		List<String> tip = new ArrayList<>(List.of("DRBD resource " + resource.name().value(), peers.isEmpty() ? "no peer" : "replicated with " + peers));
		disk.host().address().ifPresent(a -> tip.add(a.value() + ":" + disk.host().port().value()));
		disk.usableBytes().ifPresent(b -> tip.add("usable: " + Sizes.exact(b)));
		Item replica = new Item(Kind.DRBD, sized(device.value(), disk.usableBytes()), false, resource.design(), tip);
		Optional<Item> bond = cluster.networks().replicationNetwork().map(n -> Item.of(Kind.BOND, n.link().value(), n.design(), "replicates over " + n.label().value()));
		for (EffectiveVolumeGroup group : cluster.volumes().groups()) {
			for (EffectivePhysicalVolume volume : group.physicalVolumes()) {
				if (volume.resource().filter(r -> r == resource.design()).isPresent() && group.nodes().contains(node)) {
					return Optional.of(new Chain(Partitions.devicePath(disk.disk().get().value()), Optional.of(replica), bond, Optional.of(lvm(group)), Optional.of(physical(volume)), Optional.of(item(group)), volumes(node, group, volume)));
				}
			}
		}
		return Optional.of(new Chain(Partitions.devicePath(disk.disk().get().value()), Optional.of(replica), bond, Optional.empty(), Optional.empty(), Optional.empty(), List.of()));
	}

	private static Item lvm(EffectiveVolumeGroup group) {
		return Item.of(Kind.LVM, group.clustered().value() ? "Clustered LVM" : "LVM", group.design(), group.clustered().value() ? "clvmd keeps the nodes' LVM in step" : "of this node alone");
	}

	private static Item physical(EffectivePhysicalVolume volume) {
		return Item.of(Kind.PHYSICAL_VOLUME, "PV", volume.design(), "physical volume " + volume.device().value());
	}

	private static Item item(EffectiveVolumeGroup group) {
		return Item.of(Kind.VOLUME_GROUP, group.name().value(), group.design(), "volume group", group.preferred().map(p -> "normally used by " + p.value().name().value()).orElse("used by all its nodes"));
	}

	/** Told once, at the group's first physical volume. */
	private List<Volume> volumes(EffectiveNode node, EffectiveVolumeGroup group, EffectivePhysicalVolume at) {
		return group.physicalVolumes().indexOf(at) > 0 ? List.of() : group.volumes().stream().map(v -> volume(node, v)).toList();
	}

	private Volume volume(EffectiveNode node, EffectiveVolume volume) {
		List<Item> users = new ArrayList<>();
		volume.gfs2().ifPresent(g -> users.add(Item.of(Kind.FILE_SYSTEM, "GFS2", volume.design(), "lock table " + g.lockTable().value(), g.journals().value() + " journals")));
		if (volume.gfs2().isEmpty()) {
			volume.fileSystem().ifPresent(f -> users.add(Item.of(Kind.FILE_SYSTEM, f.value(), volume.design())));
		}
		volume.mount().filter(m -> m.nodes().contains(node)).ifPresent(m -> users.add(Item.of(Kind.MOUNT, m.point().value(), volume.design(), "mounted at " + m.point().value())));
		for (EffectiveGuest guest : cluster.guests().all()) {
			if (guest.disks().stream().anyMatch(d -> d.volume().filter(v -> v == volume).isPresent())) {
				users.add(guest(node, guest));
			}
		}
		String size = volume.size().value().option() + " " + volume.size().value().amount();
		String label = sizes ? volume.device().value() + " " + volume.size().value().amount() : volume.device().value();
		return new Volume(Item.of(Kind.VOLUME, label, volume.design(), "logical volume", "lvcreate " + size), users);
	}

	private static Item guest(EffectiveNode node, EffectiveGuest guest) {
		List<String> tip = List.of("guest, " + guest.memory().value() + " of memory, " + guest.cpus().value() + (guest.cpus().value() == 1 ? " processor" : " processors"),
				home(guest).map(h -> "normally runs on " + h.name().value()).orElse("runs anywhere"));
		return new Item(Kind.GUEST, guest.name().value(), home(guest).filter(h -> h != node).isPresent(), guest.design(), tip);
	}

	/** Where a guest normally runs. */
	static Optional<EffectiveNode> home(EffectiveGuest guest) {
		return guest.preferred().map(Effective::value).or(() -> guest.nodes().stream().findFirst());
	}

	private String sized(String label, Optional<Long> bytes) {
		return sizes && bytes.isPresent() ? label + " " + Sizes.rounded(bytes.get()) : label;
	}
}
