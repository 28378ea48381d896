package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdPeer;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.DrbdVolume;
import org.clusterwright.model.design.DualPrimary;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.values.Address;
import org.clusterwright.model.values.Counts;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Gives the DRBD resources of a design their hosts, minors, ports, addresses and disks: what is not written is the next free number in order. */
final class ResourcePlanner {
	private final EffectiveCluster cluster;
	private final Drbd drbd;
	private final Set<Long> takenMinors = new HashSet<>();
	private final Set<Long> takenPorts = new HashSet<>();
	private final Effective<String> metaDisk;
	private long nextMinor;
	private long nextPort;

	ResourcePlanner(EffectiveCluster cluster, Drbd drbd) {
		this.cluster = cluster;
		this.drbd = drbd;
		this.nextMinor = number(drbd, "first-minor").map(Effective::value).orElse(0L);
		this.nextPort = number(drbd, "first-port").map(Effective::value).orElse(7789L);
		this.metaDisk = Settings.text(drbd, "meta-disk").orElseGet(() -> Effective.byDefault("internal", drbd, "the tutorial: at the end of the backing disk"));
	}

	List<ReplicatedResource> plan() {
		List<DrbdResource> designs = Statements.all(drbd, DrbdResource.class);
		for (DrbdResource design : designs) {
			number(design, "minor").ifPresent(n -> takenMinors.add(n.value()));
			number(design, "port").ifPresent(n -> takenPorts.add(n.value()));
			Statements.all(design, DrbdVolume.class).forEach(v -> number(v, "minor").ifPresent(n -> takenMinors.add(n.value())));
		}
		return designs.stream().map(this::resource).toList();
	}

	private ReplicatedResource resource(DrbdResource design) {
		Effective<String> name = Effective.set(design.getName() == null ? "" : design.getName(), design, Literals.NAMED__NAME);
		Effective<String> label = design.getLabel() == null ? Effective.derived("DRBD resource " + name.value(), design, "the resource's name", name.origin())
				: Effective.set(design.getLabel(), design, Literals.DRBD_RESOURCE__LABEL);
		Effective<Long> port = number(design, "port").orElseGet(() -> Effective.derived(freePort(), design, "the next free port, in the order of the resources"));
		Map<Node, DrbdPeer> peers = new HashMap<>();
		Statements.all(design, DrbdPeer.class).stream().filter(p -> p.getNode() != null).forEach(p -> peers.putIfAbsent(p.getNode(), p));
		List<ReplicaHost> hosts = hosts(design).stream().map(n -> host(n, Optional.ofNullable(peers.get(n.design())), port)).toList();
		DrbdOptions options = new DrbdOptions(design);
		Statements.first(design, DualPrimary.class).ifPresent(d -> Replication.completeDualPrimary(options, d));
		return new ReplicatedResource(design, name, label, hosts, volumes(design, hosts),
				Settings.text(design, "protocol").or(() -> Replication.passedThrough(design, "protocol")), options);
	}

	/** Those that {@code between} names; else both nodes of a cluster of two. */
	private Set<EffectiveNode> hosts(DrbdResource design) {
		Set<EffectiveNode> hosts = new LinkedHashSet<>();
		design.getHosts().forEach(n -> cluster.node(n).ifPresent(hosts::add));
		if (design.getHosts().isEmpty() && cluster.nodes().size() == 2) {
			hosts.addAll(cluster.nodes());
		}
		return hosts;
	}

	private ReplicaHost host(EffectiveNode node, Optional<DrbdPeer> peer, Effective<Long> port) {
		Optional<Effective<Address>> address = peer.flatMap(p -> Settings.parsed(p, "address", Address::parse))
				.or(() -> cluster.networks().replicationNetwork().flatMap(n -> cluster.networks().address(node, n)));
		return new ReplicaHost(node, peer, address, peer.flatMap(p -> number(p, "port")).orElse(port));
	}

	private List<ReplicaVolume> volumes(DrbdResource design, List<ReplicaHost> hosts) {
		List<ReplicaVolume> volumes = new ArrayList<>();
		List<DrbdVolume> written = Statements.all(design, DrbdVolume.class);
		if (written.isEmpty() || design.getDisk() != null) {
			volumes.add(volume(design, design, 0, design.getDisk(), Literals.DRBD_RESOURCE__DISK, hosts));
		}
		for (DrbdVolume volume : written) {
			volumes.add(volume(design, volume, volume.getNumber() == null ? volumes.size() : volume.getNumber(), volume.getDisk(), Literals.DRBD_VOLUME__DISK, hosts));
		}
		return volumes;
	}

	private ReplicaVolume volume(DrbdResource resource, Block design, long number, String disk, EStructuralFeature feature, List<ReplicaHost> hosts) {
		Effective<Long> minor = number(design, "minor").orElseGet(() -> Effective.derived(freeMinor(), design, "the next free minor number, in the order of the resources"));
		Effective<String> device = Settings.text(design, "device")
				.orElseGet(() -> Effective.derived("/dev/drbd" + minor.value(), design, "/dev/drbd and the minor number", minor.origin()));
		Effective<String> meta = Settings.text(design, "meta-disk").or(() -> Settings.text(resource, "meta-disk")).orElse(metaDisk);
		Optional<Effective<String>> written = Optional.ofNullable(disk).map(d -> path(d, design, feature));
		List<ReplicaDisk> disks = hosts.stream().map(h -> disk(h, written, meta)).toList();
		return new ReplicaVolume(design, number, minor, device, disks);
	}

	private ReplicaDisk disk(ReplicaHost host, Optional<Effective<String>> written, Effective<String> meta) {
		Optional<Effective<String>> disk = host.peer().filter(p -> p.getDisk() != null).map(p -> path(p.getDisk(), p, Literals.DRBD_PEER__DISK)).or(() -> written);
		Effective<String> metaDisk = host.peer().flatMap(p -> Settings.text(p, "meta-disk")).orElse(meta);
		Optional<BlockDevice> device = disk.flatMap(d -> cluster.partitions().of(host.node()).device(d.value()));
		Optional<DrbdSums> sums = device.flatMap(BlockDevice::bytes).map(b -> DrbdSums.internal(b.value())).filter(s -> s.bmOffset() > 0);
		return new ReplicaDisk(host, disk, metaDisk, device, metaDisk.value().equals("internal") ? sums : Optional.empty());
	}

	private static Effective<String> path(String written, EObject element, EStructuralFeature feature) {
		return Effective.set(Partitions.devicePath(written), element, feature);
	}

	private static Optional<Effective<Long>> number(Block block, String key) {
		return Settings.parsed(block, key, Counts::parse);
	}

	private long freeMinor() {
		while (!takenMinors.add(nextMinor)) {
			nextMinor++;
		}
		return nextMinor;
	}

	private long freePort() {
		while (!takenPorts.add(nextPort)) {
			nextPort++;
		}
		return nextPort;
	}
}
