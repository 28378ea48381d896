package org.clusterwright.dsl.validation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdPeer;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.DrbdVolume;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.ReplicaDisk;
import org.clusterwright.model.effective.ReplicaHost;
import org.clusterwright.model.effective.ReplicaVolume;
import org.clusterwright.model.effective.ReplicatedResource;
import org.clusterwright.model.effective.Replication;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;

/** DRBD's resources: hosts, numbers, addresses and disks, as drbdadm 8.3 and the cluster's other programs allow them. */
public class DrbdChecks extends DslChecks {
	private record Range(long first, long last, String owner) {
	}

	private static final List<Range> RESERVED = List.of(new Range(22, 22, "sshd"), new Range(111, 111, "rpcbind"), new Range(5404, 5405, "corosync"), new Range(8084, 8084, "luci"),
			new Range(11111, 11111, "ricci"), new Range(16514, 16514, "libvirtd"), new Range(16851, 16851, "modclusterd"), new Range(21064, 21064, "dlm"),
			new Range(49152, 49215, "live migration"));

	@Check
	public void thereIsOneBlock(Cluster cluster) {
		Statements.all(cluster, Drbd.class).stream().skip(1).forEach(d -> report(Code.DRBD_TWICE, d, null));
	}

	@Check
	public void nameSuitsDrbd(DrbdResource resource) {
		String name = resource.getName();
		if (name == null) {
			return;
		}
		if (name.equals("all")) {
			report(Code.DRBD_NAME, resource, Literals.NAMED__NAME, name, "drbdadm means every resource by it");
		} else if (name.matches("minor-.*")) {
			report(Code.DRBD_NAME, resource, Literals.NAMED__NAME, name, "drbdadm means a minor number by it");
		} else if (!name.matches("[A-Za-z0-9_.-]*")) {
			report(Code.DRBD_NAME, resource, Literals.NAMED__NAME, name, "it may hold letters, digits, _ . and -");
		}
	}

	@Check
	public void resourceHasTwoHosts(DrbdResource resource) {
		String name = String.valueOf(resource.getName());
		Set<Node> seen = new HashSet<>();
		for (int i = 0; i < resource.getHosts().size(); i++) {
			Node node = resource.getHosts().get(i);
			if (!node.eIsProxy() && !seen.add(node)) {
				reportAt(Code.DRBD_HOST_TWICE, resource, Literals.DRBD_RESOURCE__HOSTS, i, name, node.getName());
			}
		}
		int nodes = effective(resource).nodes().size();
		if (resource.getHosts().isEmpty() && nodes != 2) {
			report(Code.DRBD_BETWEEN, resource, Literals.NAMED__NAME, nodes, name);
		} else if (!resource.getHosts().isEmpty() && resource.getHosts().size() != 2) {
			report(Code.DRBD_HOSTS, resource, Literals.DRBD_RESOURCE__HOSTS, name, resource.getHosts().size());
		}
		Optional<ReplicatedResource> planned = planned(resource);
		for (DrbdPeer peer : Statements.all(resource, DrbdPeer.class)) {
			boolean host = planned.isEmpty() || peer.getNode() == null || planned.get().hosts().stream().anyMatch(h -> h.node().design() == peer.getNode());
			if (!host && !planned.get().hosts().isEmpty()) {
				report(Code.DRBD_PEER_NOT_HOST, peer, Literals.DRBD_PEER__NODE, name, peer.getNode().getName());
			}
		}
	}

	@Check
	public void resourceHasOneVolume(DrbdVolume volume) {
		report(Code.DRBD_VOLUMES, volume, Literals.DRBD_VOLUME__NUMBER, volume.getNumber());
	}

	@Check
	public void hostsHaveDiskAndAddress(DrbdResource resource) {
		planned(resource).ifPresent(r -> {
			Optional<ReplicaDisk> bare = r.volume().disks().stream().filter(d -> d.disk().isEmpty()).findFirst();
			bare.ifPresent(d -> report(Code.DRBD_NO_DISK, resource, Literals.NAMED__NAME, r.name().value(), d.host().node().name().value()));
			Optional<ReplicaHost> mute = r.hosts().stream().filter(h -> h.address().isEmpty()).findFirst();
			mute.ifPresent(h -> report(Code.DRBD_NO_ADDRESS, resource, Literals.NAMED__NAME, r.name().value(), h.node().name().value()));
			metaDisks(r);
		});
	}

	private void metaDisks(ReplicatedResource resource) {
		Set<EObject> reported = new HashSet<>();
		for (ReplicaVolume volume : resource.volumes()) {
			for (ReplicaDisk disk : volume.disks()) {
				EObject place = disk.metaDisk().origin().element();
				boolean owned = disk.metaDisk().isSet() && !(place.eContainer() instanceof Drbd && resource != effective(place).replication().resources().get(0));
				if (owned && !disk.metaDisk().value().matches("internal|/dev/[A-Za-z0-9_./:+-]+(\\[[0-9]{1,3}\\])?") && reported.add(place)) {
					report(Code.DRBD_META_DISK, place, Literals.SETTING__VALUES, disk.metaDisk().value());
				}
			}
		}
	}

	@Check
	public void numbersAndDevicesAreUnique(Drbd drbd) {
		Replication replication = effective(drbd).replication();
		if (replication.design().orElse(null) != drbd) {
			return;
		}
		Map<Long, ReplicatedResource> minors = new HashMap<>();
		Map<String, ReplicatedResource> devices = new HashMap<>();
		long room = replication.minorCount();
		for (ReplicatedResource resource : replication.resources()) {
			for (ReplicaVolume volume : resource.volumes()) {
				ReplicatedResource first = minors.putIfAbsent(volume.minor().value(), resource);
				ReplicatedResource same = devices.putIfAbsent(volume.device().value(), resource);
				if (first != null) {
					reportValue(Code.DRBD_MINOR_TWICE, volume.minor(), resource, volume.minor().value(), first.name().value(), resource.name().value());
				} else if (same != null) {
					reportValue(Code.DRBD_DEVICE_TWICE, volume.device(), resource, volume.device().value(), same.name().value(), resource.name().value());
				}
				if (volume.minor().value() >= room) {
					reportValue(Code.DRBD_MINOR_COUNT, volume.minor(), resource, volume.minor().value(), room, room - 1);
				}
				if (!volume.device().value().matches("/dev/drbd[A-Za-z0-9_-]*")) {
					reportValue(Code.DRBD_DEVICE, volume.device(), resource, volume.device().value());
				}
			}
		}
		ports(replication);
	}

	private void ports(Replication replication) {
		Map<String, ReplicatedResource> ends = new HashMap<>();
		for (ReplicatedResource resource : replication.resources()) {
			Set<EObject> reported = new HashSet<>();
			for (ReplicaHost host : resource.hosts()) {
				long port = host.port().value();
				EObject place = element(host.port(), resource);
				Optional<Range> owner = RESERVED.stream().filter(r -> port >= r.first() && port <= r.last()).findFirst();
				if (port > 65535 && reported.add(place)) {
					reportValue(Code.DRBD_PORT_RANGE, host.port(), resource, port);
				} else if (owner.isPresent() && reported.add(place)) {
					reportValue(Code.DRBD_PORT_RESERVED, host.port(), resource, port, owner.get().owner());
				}
				if (host.address().isEmpty()) {
					continue;
				}
				String end = host.address().get().value() + ":" + port;
				ReplicatedResource other = ends.putIfAbsent(end, resource);
				if (other != null && other != resource && reported.add(place)) {
					reportValue(Code.DRBD_PORT_TWICE, host.port(), resource, host.node().name().value(), end, other.name().value(), resource.name().value());
				}
			}
		}
	}

	private Optional<ReplicatedResource> planned(DrbdResource resource) {
		return effective(resource).replication().resource(resource);
	}

	/** At the setting that says the value, else at the resource's name. */
	private void reportValue(Code code, Effective<?> value, ReplicatedResource resource, Object... args) {
		EObject element = element(value, resource);
		EStructuralFeature feature = element instanceof Setting ? Literals.SETTING__VALUES : Literals.NAMED__NAME;
		report(code, element, feature, args);
	}

	private static EObject element(Effective<?> value, ReplicatedResource resource) {
		return value.origin() instanceof Origin.Set set && set.element() instanceof Setting ? set.element() : resource.design();
	}
}
