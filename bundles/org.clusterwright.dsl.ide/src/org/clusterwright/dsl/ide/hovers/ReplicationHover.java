package org.clusterwright.dsl.ide.hovers;

import java.util.stream.Collectors;
import org.clusterwright.model.design.DrbdPeer;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.effective.DrbdOption;
import org.clusterwright.model.effective.DrbdOptions;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.ReplicaDisk;
import org.clusterwright.model.effective.ReplicatedResource;
import org.clusterwright.model.effective.Replication;

/** DRBD: what drbd.conf will say, and how much of the disks is left for data. */
final class ReplicationHover {
	private ReplicationHover() {
	}

	static String common(EffectiveCluster cluster, Facts facts) {
		Replication replication = cluster.replication();
		facts.add("Protocol", replication.protocol());
		for (String section : DrbdOptions.SECTIONS) {
			for (DrbdOption option : replication.common().in(section)) {
				facts.add(section + " " + option.name(), option.text());
			}
		}
		facts.add("Resources", replication.resources().stream().map(r -> r.name().value()).collect(Collectors.joining(", ")));
		return "What all DRBD resources have in common (global_common.conf)";
	}

	static String dualPrimary(Facts facts) {
		facts.add("net", "allow-two-primaries").add("startup", "become-primary-on both");
		return "Both peers may be Primary at the same time, as live migration and GFS2 need";
	}

	static String resource(DrbdResource design, EffectiveCluster cluster, Facts facts) {
		cluster.replication().resource(design).ifPresent(resource -> about(resource, cluster, facts));
		return "A DRBD resource: a device that two nodes keep the same" + (design.getLabel() == null ? "" : ". " + design.getLabel());
	}

	private static void about(ReplicatedResource resource, EffectiveCluster cluster, Facts facts) {
		facts.add("Device", resource.volume().device()).add("Minor", resource.volume().minor());
		if (!resource.hosts().isEmpty()) {
			facts.add("Port", resource.hosts().get(0).port());
		}
		facts.add("Protocol", cluster.replication().protocol(resource));
		for (ReplicaDisk disk : resource.volume().disks()) {
			String address = disk.host().address().map(a -> a.value() + ":" + disk.host().port().value()).orElse("no address");
			facts.add(disk.host().node().name().value(), disk.disk().map(Effective::value).orElse("no disk") + " at " + address);
		}
		resource.volume().usableBytes().ifPresent(b -> facts.add("Usable", Facts.bytes(b), "the smaller disk without DRBD's meta-data"));
		facts.add("Two primaries", cluster.replication().isDualPrimary(resource) ? "yes" : "no");
		resource.volume().disks().stream().findFirst().ifPresent(d -> facts.add("Meta-data", d.metaDisk()));
		cluster.replication().option(resource, "disk", "fencing").ifPresent(f -> facts.add("Fencing", f));
		facts.add("Volume groups", cluster.volumes().groups().stream().filter(g -> g.physicalVolumes().stream().anyMatch(p -> p.resource().filter(r -> r == resource.design()).isPresent()))
				.map(g -> g.name().value()).collect(Collectors.joining(", ")));
	}

	static String peer(DrbdPeer design, EffectiveCluster cluster, Facts facts) {
		if (design.eContainer() instanceof DrbdResource owner) {
			cluster.replication().resource(owner).ifPresent(r -> r.volume().disks().stream().filter(d -> d.host().node().design() == design.getNode())
					.forEach(d -> facts.add("Disk", d.disk()).add("Address", d.host().address()).add("Port", d.host().port())));
		}
		return "What one host of the resource does differently";
	}
}
