package org.clusterwright.dsl.ide.hovers;

import java.util.stream.Collectors;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.PhysicalVolume;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.EffectiveVolume;

/** LVM and the file systems on it. */
final class VolumeHover {
	private VolumeHover() {
	}

	static String group(VolumeGroup design, EffectiveCluster cluster, Facts facts) {
		cluster.volumes().of(design).ifPresent(group -> {
			facts.add("Physical volumes", group.physicalVolumes().stream().map(p -> p.device().value()).collect(Collectors.joining(", ")));
			facts.add("Clustered", group.clustered().value() ? "yes" : "no", group.clustered().origin()).add("Extent size", group.extentSize());
			facts.add("Reached by", nodes(group.nodes()));
			group.preferred().ifPresent(p -> facts.add("Preferred node", p.value().name().value(), p.origin()));
			facts.add("Volumes", group.volumes().stream().map(v -> v.name().value()).collect(Collectors.joining(", ")));
		});
		return design.isLocal() ? "A volume group that each node has for itself" : "A volume group of LVM";
	}

	static String physical(PhysicalVolume design, EffectiveCluster cluster, Facts facts) {
		if (design.getResource() != null) {
			return ReplicationHover.resource(design.getResource(), cluster, facts);
		}
		facts.add("Device", String.valueOf(design.getDevice()));
		return "A physical volume";
	}

	private static String nodes(java.util.List<EffectiveNode> nodes) {
		return nodes.stream().map(n -> n.name().value()).collect(Collectors.joining(", "));
	}

	static String volume(LogicalVolume design, EffectiveCluster cluster, Facts facts) {
		cluster.volumes().of(design).ifPresent(volume -> about(volume, cluster, facts));
		return "A logical volume";
	}

	private static void about(EffectiveVolume volume, EffectiveCluster cluster, Facts facts) {
		facts.add("Device", volume.device()).add("Size", volume.size().value().bytes().isPresent() ? Facts.bytes(volume.size().value().bytes().getAsLong())
				: "lvcreate " + volume.size().value().option() + " " + volume.size().value().amount(), volume.size().origin());
		facts.add("File system", volume.fileSystem());
		volume.gfs2().ifPresent(g -> facts.add("Lock table", g.lockTable()).add("Lock protocol", g.lockProtocol()).add("Journals", g.journals()));
		volume.mount().ifPresent(m -> facts.add("Mounted on", m.point()).add("Options", m.options())
				.add("Mounted by", m.owner().value() == org.clusterwright.model.effective.EffectiveMount.Owner.INIT ? "the init script (/etc/fstab)" : "rgmanager", m.owner().origin()));
		facts.add("Reached by", nodes(volume.nodes()));
		facts.add("Guests", cluster.guests().all().stream().filter(g -> g.disks().stream().anyMatch(d -> d.volume().filter(v -> v.design() == volume.design()).isPresent()))
				.map(g -> g.name().value()).collect(Collectors.joining(", ")));
	}
}
