package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.model.design.Amount;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.PercentAmount;
import org.clusterwright.model.design.PercentBase;
import org.clusterwright.model.design.PhysicalVolume;
import org.clusterwright.model.design.SectorAmount;
import org.clusterwright.model.design.Service;
import org.clusterwright.model.design.ServiceResource;
import org.clusterwright.model.design.SizeAmount;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.values.Size;
import org.eclipse.emf.ecore.EObject;

/** Volume groups, logical volumes and the file systems on them. */
public final class Volumes {
	/** The options of the tutorial's fstab line. */
	private static final String MOUNT_OPTIONS = "rw,suid,dev,exec,nouser,async";

	private final EffectiveCluster cluster;
	private final List<EffectiveVolumeGroup> groups = new ArrayList<>();
	private final Map<VolumeGroup, EffectiveVolumeGroup> byDesign = new HashMap<>();
	private final Map<LogicalVolume, EffectiveVolume> volumes = new LinkedHashMap<>();
	private final Map<String, EffectiveVolume> gfs2 = new HashMap<>();
	private final Map<DrbdResource, Effective<String>> devices = new HashMap<>();
	private final Set<String> startedByServices = new HashSet<>();
	/** Null until it is asked for: every guest asks. */
	private Optional<EffectiveVolume> shared;

	Volumes(EffectiveCluster cluster) {
		this.cluster = cluster;
		cluster.replication().resources().forEach(r -> devices.put(r.design(), r.volume().device()));
		Statements.all(cluster.design(), Service.class).forEach(this::findStarted);
		for (VolumeGroup group : Statements.all(cluster.design(), VolumeGroup.class)) {
			EffectiveVolumeGroup effective = effective(group);
			groups.add(effective);
			byDesign.put(group, effective);
			for (EffectiveVolume volume : effective.volumes()) {
				volumes.put(volume.design(), volume);
				volume.gfs2().ifPresent(g -> gfs2.putIfAbsent(g.name().value(), volume));
			}
		}
	}

	/** In the author's order. */
	public List<EffectiveVolumeGroup> groups() {
		return List.copyOf(groups);
	}

	public Optional<EffectiveVolumeGroup> of(VolumeGroup design) {
		return Optional.ofNullable(byDesign.get(design));
	}

	public Optional<EffectiveVolume> of(LogicalVolume design) {
		return Optional.ofNullable(volumes.get(design));
	}

	/** The group of a volume. */
	public Optional<EffectiveVolumeGroup> groupOf(EffectiveVolume volume) {
		return volume.design().eContainer() instanceof VolumeGroup group ? of(group) : Optional.empty();
	}

	/** The volume with the GFS2 file system of a name: what {@code start clusterfs NAME} of a service means. */
	public Optional<EffectiveVolume> gfs2(String name) {
		return Optional.ofNullable(gfs2.get(name));
	}

	/** All volumes, group by group. */
	public List<EffectiveVolume> all() {
		return List.copyOf(volumes.values());
	}

	/** The GFS2 file system that the whole cluster shares: the first that is mounted somewhere. The guests' definitions lie there. */
	public Optional<EffectiveVolume> shared() {
		if (shared == null) {
			shared = volumes.values().stream().filter(v -> v.gfs2().isPresent() && v.mount().isPresent()).findFirst();
		}
		return shared;
	}

	/** Whether a service of rgmanager starts the file system: a resource clusterfs (or fs) by its name. */
	public boolean startedByService(EffectiveVolume volume) {
		return startedByServices.contains(fileSystemName(volume));
	}

	/** The name by which services know the file system on a volume. */
	public static String fileSystemName(EffectiveVolume volume) {
		return volume.gfs2().map(g -> g.name().value()).orElse(volume.name().value());
	}

	/** The nodes that have a copy of a DRBD resource: its hosts, or all nodes while they are not said. */
	public List<EffectiveNode> nodesOf(DrbdResource resource) {
		List<EffectiveNode> hosts = cluster.replication().resource(resource).stream().flatMap(r -> r.hosts().stream()).map(ReplicaHost::node).toList();
		return hosts.isEmpty() ? cluster.nodes() : cluster.nodes().stream().filter(hosts::contains).toList();
	}

	private void findStarted(Block block) {
		for (ServiceResource resource : Statements.all(block, ServiceResource.class)) {
			if (("clusterfs".equals(resource.getType()) || "fs".equals(resource.getType())) && resource.getName() != null) {
				startedByServices.add(resource.getName());
			}
			findStarted(resource);
		}
	}

	private EffectiveVolumeGroup effective(VolumeGroup group) {
		List<EffectivePhysicalVolume> physical = group.getPhysicalVolumes().stream().map(this::effective).flatMap(Optional::stream).toList();
		List<EffectiveNode> nodes = reach(physical);
		Effective<Boolean> clustered = Settings.flag(group, "clustered")
				.orElseGet(() -> group.isLocal() ? Effective.set(false, group, DesignPackage.Literals.VOLUME_GROUP__LOCAL)
						: Effective.derived(nodes.size() > 1, group, nodes.size() > 1 ? "several nodes reach the group" : "one node alone reaches the group"));
		Effective<Size> extent = Settings.parsed(group, "extent-size", Size::parse).orElseGet(() -> Effective.byDefault(Size.ofBytes(4 * Size.MIB), group, "vgcreate(8) -s"));
		Effective<String> name = name(group.getName(), group);
		Optional<Effective<EffectiveNode>> preferred = Optional.ofNullable(group.getPrefers()).flatMap(cluster::node)
				.map(n -> Effective.set(n, group, DesignPackage.Literals.VOLUME_GROUP__PREFERS));
		List<EffectiveVolume> inside = Statements.all(group, LogicalVolume.class).stream().map(v -> effective(v, name, clustered, nodes)).toList();
		return new EffectiveVolumeGroup(group, name, group.isLocal(), clustered, extent, physical, nodes, preferred, inside);
	}

	private static Effective<String> name(String name, EObject element) {
		return Effective.set(name == null ? "" : name, element, DesignPackage.Literals.NAMED__NAME);
	}

	private Optional<EffectivePhysicalVolume> effective(PhysicalVolume volume) {
		if (volume.getResource() != null) {
			return Optional.ofNullable(devices.get(volume.getResource())).map(d -> new EffectivePhysicalVolume(volume, d, Optional.of(volume.getResource())));
		}
		return Optional.ofNullable(volume.getDevice())
				.map(d -> new EffectivePhysicalVolume(volume, Effective.set(d, volume, DesignPackage.Literals.PHYSICAL_VOLUME__DEVICE), Optional.empty()));
	}

	private List<EffectiveNode> reach(List<EffectivePhysicalVolume> physical) {
		Set<EffectiveNode> nodes = new LinkedHashSet<>(cluster.nodes());
		for (EffectivePhysicalVolume volume : physical) {
			volume.resource().ifPresent(r -> nodes.retainAll(new HashSet<>(nodesOf(r))));
		}
		return List.copyOf(nodes);
	}

	private EffectiveVolume effective(LogicalVolume volume, Effective<String> group, Effective<Boolean> clustered, List<EffectiveNode> nodes) {
		Effective<String> name = name(volume.getName(), volume);
		Effective<String> device = Effective.derived("/dev/" + group.value() + "/" + name.value(), volume, "the volume's name in its group", group.origin(), name.origin());
		Optional<EffectiveGfs2> fileSystem = volume.getGfs2() == null ? Optional.empty() : Optional.of(gfs2(volume, name, clustered, nodes));
		Optional<Effective<String>> type = fileSystem.isPresent() ? Optional.of(Effective.set("gfs2", volume, DesignPackage.Literals.LOGICAL_VOLUME__GFS2))
				: Optional.ofNullable(volume.getFileSystem()).map(t -> Effective.set(t, volume, DesignPackage.Literals.LOGICAL_VOLUME__FILE_SYSTEM));
		Optional<EffectiveMount> mount = volume.getMountPoint() == null ? Optional.empty() : Optional.of(mount(volume, fileSystem.isPresent(), nodes));
		return new EffectiveVolume(volume, name, group, device, size(volume), type, fileSystem, mount, nodes);
	}

	private static Effective<VolumeSize> size(LogicalVolume volume) {
		Amount amount = volume.getAmount();
		VolumeSize size = switch (amount) {
			case SizeAmount s when s.getSize() != null -> VolumeSize.ofBytes(s.getSize().bytes());
			case SectorAmount s when s.getSectors() != null && s.getSectors() < Long.MAX_VALUE / 512 -> VolumeSize.ofBytes(s.getSectors() * 512);
			case PercentAmount p when p.getPercent() != null && p.getBase() == PercentBase.GROUP -> VolumeSize.ofGroup(p.getPercent().value());
			case PercentAmount p when p.getPercent() != null -> VolumeSize.ofFree(p.getPercent().value());
			case null, default -> VolumeSize.ofFree(100);
		};
		return amount == null ? Effective.byDefault(size, volume, "no size is written") : Effective.set(size, volume, DesignPackage.Literals.LOGICAL_VOLUME__AMOUNT);
	}

	private EffectiveGfs2 gfs2(LogicalVolume volume, Effective<String> lv, Effective<Boolean> clustered, List<EffectiveNode> nodes) {
		Effective<String> name = volume.getGfs2().getName() != null ? Effective.set(volume.getGfs2().getName(), volume.getGfs2(), DesignPackage.Literals.GFS2__NAME)
				: Effective.derived(lv.value().startsWith("lv_") ? lv.value().substring(3) : lv.value(), volume, "the volume's name without lv_", lv.origin());
		boolean alone = nodes.size() < 2 && !clustered.value();
		Effective<String> protocol = Settings.text(volume, "lock-protocol").orElseGet(
				() -> Effective.derived(alone ? "lock_nolock" : "lock_dlm", volume, alone ? "one node alone reaches the volume" : "nodes agree on locks through the dlm", clustered.origin()));
		Effective<String> table = Settings.text(volume, "lock-table").orElseGet(() -> Effective.derived(cluster.name().value() + ":" + name.value(), volume,
				"the cluster's name and the file system's", cluster.name().origin(), name.origin()));
		Effective<Long> journals = Settings.parsed(volume, "journals", Long::valueOf)
				.orElseGet(() -> Effective.derived(Math.max(1L, nodes.size()), volume, "one journal for each node that mounts the file system"));
		return new EffectiveGfs2(name, protocol, table, journals, size(volume, "journal-size"), size(volume, "block-size"), size(volume, "resource-group-size"),
				size(volume, "quota-change-size"));
	}

	private static Optional<Effective<Size>> size(LogicalVolume volume, String key) {
		return Settings.parsed(volume, key, Size::parse);
	}

	private EffectiveMount mount(LogicalVolume volume, boolean shared, List<EffectiveNode> nodes) {
		Effective<String> point = Effective.set(volume.getMountPoint(), volume, DesignPackage.Literals.LOGICAL_VOLUME__MOUNT_POINT);
		List<Effective<String>> written = Settings.list(volume, "mount-options");
		Effective<String> options = written.isEmpty() ? Effective.byDefault(MOUNT_OPTIONS, volume, "the tutorial's fstab line")
				: new Effective<>(String.join(",", written.stream().map(Effective::value).toList()), written.get(0).origin());
		Effective<EffectiveMount.Owner> owner = Settings.text(volume, "mounted-by")
				.map(t -> t.map(o -> o.equals("init") ? EffectiveMount.Owner.INIT : EffectiveMount.Owner.RGMANAGER))
				.orElseGet(() -> shared ? Effective.derived(EffectiveMount.Owner.RGMANAGER, volume, "rgmanager's services mount GFS2 after DRBD and clvmd")
						: Effective.derived(EffectiveMount.Owner.INIT, volume, "a file system of one node is mounted by its init scripts"));
		return new EffectiveMount(point, options, owner, nodes);
	}
}
