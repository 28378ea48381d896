package org.clusterwright.core.export;

import java.util.ArrayList;
import java.util.List;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveInterface;

/** The RPM packages that a design needs on its nodes, and where EL6 has them: the tutorial's lists, and what it leaves out. */
public final class RequiredPackages {
	/** Where a package comes from. */
	public enum Origin {
		BASE("base"), HIGH_AVAILABILITY("High Availability add-on"), RESILIENT_STORAGE("Resilient Storage add-on"), ELREPO("ELRepo, or built from source");

		private final String title;

		Origin(String title) {
			this.title = title;
		}

		public String title() {
			return title;
		}
	}

	/** {@code why} is what of the design needs it. */
	public record Needed(String name, Origin origin, String why) {
	}

	private RequiredPackages() {
	}

	/** In the order in which the tutorial installs them. */
	public static List<Needed> of(EffectiveCluster cluster) {
		List<Needed> needed = new ArrayList<>();
		needed.add(new Needed("cman", Origin.HIGH_AVAILABILITY, "membership and quorum"));
		needed.add(new Needed("corosync", Origin.HIGH_AVAILABILITY, "totem"));
		needed.add(new Needed("fence-agents", Origin.HIGH_AVAILABILITY, "fence devices"));
		needed.add(new Needed("ricci", Origin.HIGH_AVAILABILITY, "a new cluster.conf reaches all nodes"));
		needed.add(new Needed("modcluster", Origin.HIGH_AVAILABILITY, "a new cluster.conf reaches all nodes"));
		if (!cluster.services().isEmpty()) {
			needed.add(new Needed("rgmanager", Origin.HIGH_AVAILABILITY, "services"));
		}
		if (cluster.nodes().stream().anyMatch(n -> cluster.interfaces().of(n).stream().anyMatch(i -> i.kind() == EffectiveInterface.Kind.BRIDGE))) {
			needed.add(new Needed("bridge-utils", Origin.BASE, "bridges"));
		}
		if (cluster.nodes().stream().anyMatch(n -> !cluster.partitions().of(n).arrays().isEmpty())) {
			needed.add(new Needed("mdadm", Origin.BASE, "software RAID"));
		}
		if (cluster.replication().design().isPresent()) {
			needed.add(new Needed("drbd83-utils", Origin.ELREPO, "DRBD"));
			needed.add(new Needed("kmod-drbd83", Origin.ELREPO, "DRBD"));
		}
		if (cluster.lvmConfiguration().clustered()) {
			needed.add(new Needed("lvm2-cluster", Origin.RESILIENT_STORAGE, "clustered volume groups (clvmd)"));
		}
		if (cluster.volumes().all().stream().anyMatch(v -> v.gfs2().isPresent())) {
			needed.add(new Needed("gfs2-utils", Origin.RESILIENT_STORAGE, "GFS2"));
		}
		if (!cluster.guests().all().isEmpty()) {
			needed.add(new Needed("qemu-kvm", Origin.BASE, "guests"));
			needed.add(new Needed("libvirt", Origin.BASE, "guests"));
			needed.add(new Needed("python-virtinst", Origin.BASE, "guests"));
		}
		return List.copyOf(needed);
	}
}
