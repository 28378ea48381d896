package org.clusterwright.model.effective;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.GuestDisk;
import org.clusterwright.model.design.GuestNic;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.values.Mac;
import org.clusterwright.model.values.Size;

/** The guests, and where their definitions lie. */
public final class Guests {
	private final EffectiveCluster cluster;
	private final List<EffectiveGuest> guests = new ArrayList<>();
	private final Map<Guest, EffectiveGuest> byDesign = new HashMap<>();
	private final Set<Mac> taken = new HashSet<>();

	Guests(EffectiveCluster cluster) {
		this.cluster = cluster;
		List<Guest> designs = Statements.all(cluster.design(), Guest.class);
		designs.forEach(g -> Statements.all(g, GuestNic.class).forEach(n -> take(n.getMac())));
		cluster.nodes().forEach(n -> Statements.all(n.design(), Nic.class).forEach(c -> take(c.getMac())));
		for (Guest guest : designs) {
			EffectiveGuest effective = effective(guest);
			guests.add(effective);
			byDesign.put(guest, effective);
		}
	}

	/** In the author's order. */
	public List<EffectiveGuest> all() {
		return List.copyOf(guests);
	}

	public Optional<EffectiveGuest> of(Guest design) {
		return Optional.ofNullable(byDesign.get(design));
	}

	/** The directory of the libvirt definitions, on the shared file system: what rgmanager's vm resources name as their path. */
	public Effective<String> definitions() {
		return below("definitions");
	}

	/** The directory of the scripts that install the guests. */
	public Effective<String> provision() {
		return below("provision");
	}

	/** The directory of installation images. */
	public Effective<String> files() {
		return below("files");
	}

	/** Where the shared file system is mounted; /shared where the design has none. */
	public Effective<String> sharedDirectory() {
		return cluster.volumes().shared().flatMap(EffectiveVolume::mount).map(EffectiveMount::point)
				.orElseGet(() -> Effective.byDefault("/shared", cluster.design(), "the tutorial's shared file system"));
	}

	private Effective<String> below(String name) {
		Effective<String> shared = sharedDirectory();
		String directory = (shared.value().endsWith("/") ? shared.value() : shared.value() + "/") + name;
		return Effective.derived(directory, shared.origin().element(), "a directory of the shared file system", shared.origin());
	}

	private void take(Mac mac) {
		if (mac != null) {
			taken.add(mac);
		}
	}

	private EffectiveGuest effective(Guest guest) {
		Effective<String> name = Effective.set(guest.getName() == null ? "" : guest.getName(), guest, DesignPackage.Literals.NAMED__NAME);
		Effective<String> uuid = Settings.text(guest, "uuid")
				.orElseGet(() -> Effective.derived(UUID.nameUUIDFromBytes(identity(name)).toString(), guest, "the names of the cluster and the guest", cluster.name().origin(),
						name.origin()));
		Effective<Size> memory = Settings.parsed(guest, "memory", Size::parse).orElseGet(() -> Effective.byDefault(Size.ofBytes(Size.GIB), guest, "Clusterwright's default"));
		Effective<Long> cpus = Settings.parsed(guest, "cpus", Long::valueOf).orElseGet(() -> Effective.byDefault(1L, guest, "virt-install(1): one processor"));
		List<EffectiveGuest.Disk> disks = disks(guest);
		List<EffectiveNode> nodes = reach(disks);
		return new EffectiveGuest(guest, name, uuid, memory, cpus, disks, nics(guest, name), nodes, preferred(guest, disks));
	}

	private byte[] identity(Effective<String> guest) {
		return (cluster.name().value() + "/" + guest.value()).getBytes(StandardCharsets.UTF_8);
	}

	private List<EffectiveGuest.Disk> disks(Guest guest) {
		String prefix = switch (Settings.text(guest, "disk-bus").map(Effective::value).orElse("virtio")) {
			case "ide" -> "hd";
			case "scsi" -> "sd";
			default -> "vd";
		};
		List<EffectiveGuest.Disk> disks = new ArrayList<>();
		for (GuestDisk disk : Statements.all(guest, GuestDisk.class)) {
			Optional<EffectiveVolume> volume = Optional.ofNullable(disk.getVolume()).flatMap(cluster.volumes()::of);
			Effective<String> device = volume.map(v -> new Effective<>(v.device().value(), (Origin) new Origin.Set(disk, DesignPackage.Literals.GUEST_DISK__VOLUME)))
					.orElseGet(() -> Effective.derived("", disk, "the volume is not known"));
			disks.add(new EffectiveGuest.Disk(disk, volume, device, Effective.derived(prefix + letters(disks.size()), disk, "the disk's position in the guest")));
		}
		return disks;
	}

	/** a to z, then aa, ab. */
	private static String letters(int position) {
		return (position < 26 ? "" : letters(position / 26 - 1)) + (char) ('a' + position % 26);
	}

	private List<EffectiveNode> reach(List<EffectiveGuest.Disk> disks) {
		Set<EffectiveNode> nodes = new LinkedHashSet<>(cluster.nodes());
		disks.forEach(d -> d.volume().ifPresent(v -> nodes.retainAll(new HashSet<>(v.nodes()))));
		return List.copyOf(nodes);
	}

	private Optional<Effective<EffectiveNode>> preferred(Guest guest, List<EffectiveGuest.Disk> disks) {
		if (guest.getPrefers() != null) {
			return cluster.node(guest.getPrefers()).map(n -> Effective.set(n, guest, DesignPackage.Literals.GUEST__PREFERS));
		}
		return disks.stream().flatMap(d -> d.volume().stream()).findFirst().flatMap(cluster.volumes()::groupOf).flatMap(EffectiveVolumeGroup::preferred)
				.map(n -> Effective.derived(n.value(), guest, "the node that its volume group prefers", n.origin()));
	}

	private List<EffectiveGuest.Nic> nics(Guest guest, Effective<String> name) {
		List<EffectiveGuest.Nic> nics = new ArrayList<>();
		for (GuestNic nic : Statements.all(guest, GuestNic.class)) {
			String bridge = nic.getBridge() == null || nic.getBridge().getName() == null ? "" : nic.getBridge().getName();
			Effective<Mac> mac = nic.getMac() != null ? Effective.set(nic.getMac(), nic, DesignPackage.Literals.GUEST_NIC__MAC)
					: Effective.derived(free(name, nics.size()), nic, "52:54:00 and a number from the names of the cluster and the guest", name.origin());
			nics.add(new EffectiveGuest.Nic(nic, Effective.set(bridge, nic, DesignPackage.Literals.GUEST_NIC__BRIDGE), mac));
		}
		return nics;
	}

	/** Of KVM's range, by a hash (FNV-1a) of the names, so that a new guest changes no other's; the next free one where two hashes meet. */
	private Mac free(Effective<String> guest, int position) {
		int hash = 0x811c9dc5;
		for (byte b : identity(guest)) {
			hash = (hash ^ b & 0xff) * 0x01000193;
		}
		int number = ((hash >>> 24 ^ hash) & 0xffffff) + position;
		Mac mac;
		do {
			mac = Mac.parse("52:54:00:%02x:%02x:%02x".formatted(number >> 16 & 0xff, number >> 8 & 0xff, number & 0xff));
			number++;
		} while (!taken.add(mac));
		return mac;
	}
}
