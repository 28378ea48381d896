package org.clusterwright.dsl.ide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.design.Bond;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.GuestNic;
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
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.values.Address;
import org.clusterwright.model.values.Cidr;
import org.clusterwright.model.values.Counts;
import org.clusterwright.model.values.Mac;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;

/** Numbers, names and addresses that a design does not use yet. Looks at one state of a model; make a new one after a change. */
public final class NextFree {
	private static final long DOCUMENTATION_MACS = 0x00005E005300L;
	private static final long GUEST_MACS = 0x525400000000L;
	private static final long MASK_24 = 0xFFFFFFL;
	/** RFC 1918. */
	private static final List<Cidr> PRIVATE = List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("172.16.0.0/12"), Cidr.parse("192.168.0.0/16"));
	private static final int FIRST_DRBD_PORT = 7789;

	private final Cluster cluster;
	private final EffectiveCluster effective;
	private Set<Mac> macs;
	private Set<Address> addresses;

	public NextFree(Cluster cluster) {
		this.cluster = Objects.requireNonNull(cluster);
		this.effective = new EffectiveCluster(cluster);
	}

	/** The effective values that this looks at. */
	public EffectiveCluster effective() {
		return effective;
	}

	/** The lowest node id. */
	public long nodeId() {
		return nodeId(null);
	}

	/** The lowest node id that no other node has. */
	public long nodeId(Node of) {
		Set<Long> used = effective.nodes().stream().filter(n -> n.design() != of).map(n -> n.id().value()).collect(Collectors.toSet());
		return first(1, used::contains);
	}

	/** A name like the one given with another number: {@code r1} becomes {@code r2}. */
	public String name(EClass kind, String like) {
		Set<String> used = all(Named.class).filter(n -> n.eClass() == kind).map(Named::getName).collect(Collectors.toSet());
		return name(like, used::contains);
	}

	/** A name like the one given with another number, of those that are free. */
	public static String name(String like, Predicate<String> used) {
		String stem = like.replaceFirst("[0-9]{1,9}$", "");
		String digits = like.substring(stem.length());
		long from = digits.isEmpty() ? 2 : Long.parseLong(digits) + 1;
		String form = digits.startsWith("0") ? "%0" + digits.length() + "d" : "%d";
		return stem + String.format(Locale.ROOT, form, first(from, n -> used.test(stem + String.format(Locale.ROOT, form, n))));
	}

	/** The first host address of a subnet behind the one given, else the first at all. */
	public Optional<Address> address(Cidr subnet, Address behind) {
		Set<Address> used = addresses();
		long last = subnet.broadcast().bits();
		LongStream above = LongStream.rangeClosed(behind.bits() + 1, Math.min(last, behind.bits() + used.size() + 2));
		LongStream fromStart = LongStream.rangeClosed(subnet.network().bits(), Math.min(last, subnet.network().bits() + used.size() + 2));
		return LongStream.concat(above, fromStart).mapToObj(Address::new).filter(a -> subnet.isHost(a) && !used.contains(a)).findFirst();
	}

	/** The network whose subnet holds an address. */
	public Optional<EffectiveNetwork> networkOf(Address address) {
		return effective.networks().all().stream().filter(n -> n.subnet().filter(s -> s.value().contains(address)).isPresent()).findFirst();
	}

	private Set<Address> addresses() {
		if (addresses == null) {
			addresses = all(EObject.class).flatMap(NextFree::addressesOf).collect(Collectors.toCollection(HashSet::new));
			effective.hostNames().groups().forEach(g -> g.lines().forEach(l -> addresses.add(l.address().value())));
			effective.networks().all().forEach(n -> effective.networks().gateway(n).ifPresent(g -> addresses.add(g.value())));
		}
		return addresses;
	}

	private static Stream<Address> addressesOf(EObject element) {
		List<Address> found = new ArrayList<>();
		for (EAttribute attribute : element.eClass().getEAllAttributes()) {
			if (element.eGet(attribute) instanceof Address address) {
				found.add(address);
			}
		}
		return found.stream();
	}

	/** The next hardware address of the same maker behind the one given. */
	public Mac macLike(Mac mac) {
		long bits = bits(mac);
		return mac(bits & ~MASK_24, (bits & MASK_24) + 1);
	}

	/** A sample hardware address for a NIC, in the range that RFC 7042 keeps for documentation. */
	public Mac nicMac() {
		return mac(DOCUMENTATION_MACS, 0);
	}

	/** A hardware address for a guest, in the range that KVM uses. */
	public Mac guestMac() {
		return mac(GUEST_MACS, 1);
	}

	private Mac mac(long base, long from) {
		Set<Mac> used = macs();
		return of(base + first(from, n -> used.contains(of(base + (n & MASK_24))) && n <= MASK_24 * 2) % (MASK_24 + 1));
	}

	private Set<Mac> macs() {
		if (macs == null) {
			macs = new HashSet<>();
			all(Nic.class).map(Nic::getMac).filter(Objects::nonNull).forEach(macs::add);
			all(GuestNic.class).map(GuestNic::getMac).filter(Objects::nonNull).forEach(macs::add);
			effective.guests().all().forEach(g -> g.nics().forEach(n -> macs.add(n.mac().value())));
		}
		return macs;
	}

	private static Mac of(long bits) {
		return Mac.parse(String.format(Locale.ROOT, "%02X:%02X:%02X:%02X:%02X:%02X", bits >> 40 & 255, bits >> 32 & 255, bits >> 24 & 255, bits >> 16 & 255, bits >> 8 & 255, bits & 255));
	}

	private static long bits(Mac mac) {
		return Long.parseLong(mac.text().replace(":", ""), 16);
	}

	/** The lowest outlet of a PDU; absent where all that it says to have are taken. */
	public Optional<Long> outlet(Pdu pdu) {
		Set<String> used = all(Psu.class).filter(p -> p.getPdu() == pdu && p.getOutlet() != null).map(p -> String.valueOf(p.getOutlet())).collect(Collectors.toSet());
		all(FenceCall.class).filter(c -> c.getDevice() != null && c.getDevice().getPdu() == pdu)
				.forEach(c -> c.getParameters().stream().filter(s -> "port".equals(s.getKey())).flatMap(s -> s.getValues().stream()).forEach(v -> used.add(Settings.text(v))));
		return within(first(1, n -> used.contains(String.valueOf(n))), Settings.parsed(pdu, "outlets", Counts::parse));
	}

	/** The lowest port of a switch; absent where all that it says to have are taken. */
	public Optional<Long> port(Switch networkSwitch) {
		Set<String> used = all(Plugged.class).filter(p -> p.getSwitch() == networkSwitch).map(Plugged::getSwitchPort).collect(Collectors.toCollection(HashSet::new));
		Statements.all(networkSwitch, SwitchPort.class).stream().filter(SwitchPort::isUplink).forEach(p -> used.add(p.getName()));
		return within(first(1, n -> used.contains(String.valueOf(n))), Settings.parsed(networkSwitch, "ports", Counts::parse));
	}

	private static Optional<Long> within(long number, Optional<Effective<Long>> count) {
		return Optional.of(number).filter(n -> count.isEmpty() || n <= count.get().value());
	}

	/** The lowest link of a node in a bond. */
	public static long link(Node node, Bond bond) {
		Set<Long> used = Statements.all(node, Nic.class).stream().filter(n -> n.getBond() == bond && n.getLink() != null).map(Nic::getLink).collect(Collectors.toSet());
		return first(1, used::contains);
	}

	/** The lowest DRBD minor number. */
	public long minor() {
		Set<Long> used = effective.replication().resources().stream().flatMap(r -> r.volumes().stream()).map(v -> v.minor().value()).collect(Collectors.toSet());
		return first(0, used::contains);
	}

	/** The lowest TCP port for a DRBD resource, from 7789 upward. */
	public long drbdPort() {
		Set<Long> used = effective.replication().resources().stream().flatMap(r -> r.hosts().stream()).map(h -> h.port().value()).collect(Collectors.toSet());
		return first(FIRST_DRBD_PORT, used::contains);
	}

	/** The lowest VLAN on a bond or NIC. */
	public long vlan(String link) {
		Set<Long> used = effective.networks().all().stream().filter(n -> n.link().value().equals(link)).map(n -> n.design().getVlan()).collect(Collectors.toCollection(HashSet::new));
		return first(2, used::contains);
	}

	/** A subnet of the same size that overlaps none, of the same private range. */
	public Optional<Cidr> subnet(Cidr like) {
		Cidr range = PRIVATE.stream().filter(p -> p.prefix() <= like.prefix() && p.contains(like.network())).findFirst().orElse(PRIVATE.get(0));
		long step = like.broadcast().bits() - like.network().bits() + 1;
		long size = range.broadcast().bits() - range.network().bits() + 1;
		List<Cidr> used = effective.networks().all().stream().flatMap(n -> n.subnet().stream()).map(Effective::value).toList();
		return LongStream.rangeClosed(1, 512).map(n -> range.network().bits() + Math.floorMod(like.network().bits() - range.network().bits() + n * step, size))
				.mapToObj(b -> new Cidr(new Address(b), like.prefix())).filter(c -> used.stream().noneMatch(c::overlaps)).findFirst();
	}

	/** The device paths of partitions that nothing lies on yet, without those of the operating system. */
	public List<String> partitions() {
		Set<String> used = new HashSet<>();
		effective.replication().resources().forEach(r -> r.volumes().forEach(v -> v.disks().forEach(d -> d.disk().ifPresent(p -> used.add(p.value())))));
		effective.volumes().groups().forEach(g -> g.physicalVolumes().forEach(p -> used.add(p.device().value())));
		effective.partitions().common().arrays().forEach(a -> a.members().forEach(m -> used.add(m.value())));
		return effective.partitions().common().partitioned().flatMap(d -> d.partitions().stream())
				.filter(p -> p.kind() != org.clusterwright.model.design.PartitionKind.EXTENDED && p.design().getMountPoint() == null && !p.design().isSwap() && !p.design().isBoot())
				.map(p -> p.device()).filter(d -> !used.contains(d)).toList();
	}

	/** The address that follows those of the BMCs, else any of the cluster's network. */
	public Optional<Address> bmcAddress() {
		Optional<Cidr> subnet = effective.networks().clusterNetwork().flatMap(EffectiveNetwork::subnet).map(Effective::value);
		Optional<Address> last = all(Bmc.class).map(Bmc::getAddress).filter(Objects::nonNull).filter(a -> subnet.filter(s -> s.contains(a)).isPresent()).max(Address::compareTo);
		return subnet.flatMap(s -> address(s, last.orElse(s.network())));
	}

	private <T extends EObject> Stream<T> all(Class<T> type) {
		List<T> found = new ArrayList<>();
		cluster.eAllContents().forEachRemaining(e -> {
			if (type.isInstance(e)) {
				found.add(type.cast(e));
			}
		});
		return found.stream();
	}

	private static long first(long from, Predicate<Long> used) {
		long n = from;
		while (used.test(n)) {
			n++;
		}
		return n;
	}
}
