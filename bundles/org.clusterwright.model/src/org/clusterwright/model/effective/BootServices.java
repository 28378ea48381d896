package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.List;
import org.clusterwright.model.design.Drbd;
import org.eclipse.emf.ecore.EObject;

/** Which init scripts a node runs when it boots. */
public final class BootServices {
	private static final String SOURCE = "Clusterwright: rgmanager starts DRBD, clvmd and GFS2, people start the cluster";

	/** An init script and whether it runs at boot; {@code reason} is empty where it goes without saying. */
	public record Service(String name, Effective<Boolean> on, String reason) {
	}

	private final EffectiveCluster cluster;

	BootServices(EffectiveCluster cluster) {
		this.cluster = cluster;
	}

	/** In a fixed order: what is on, what is off, what the design chooses. */
	public List<Service> of(EffectiveNode node) {
		EObject design = cluster.design();
		List<Service> services = new ArrayList<>();
		services.add(new Service("network", on(design), ""));
		services.add(new Service("iptables", on(design), ""));
		services.add(new Service("ricci", on(design), ""));
		services.add(new Service("modclusterd", on(design), ""));
		if (!cluster.guests().all().isEmpty()) {
			services.add(new Service("libvirtd", on(design), ""));
			services.add(new Service("libvirt-guests", off(design), "rgmanager stops and starts guests; libvirt-guests would do it too."));
		}
		services.add(new Service("NetworkManager", off(design), "It does not know bridges and bonds of this kind."));
		services.add(new Service("acpid", off(design), "With it an IPMI power off becomes a shutdown, which a hung node never ends."));
		Effective<Boolean> init = mountedByInit(node);
		String reason = init.value() ? "A file system of the cluster is mounted from /etc/fstab." : "rgmanager starts it.";
		if (cluster.volumes().all().stream().anyMatch(v -> v.gfs2().isPresent())) {
			services.add(new Service("gfs2", init, reason));
		}
		if (cluster.lvmConfiguration().clustered()) {
			services.add(new Service("clvmd", init, reason));
		}
		if (Statements.first(cluster.design(), Drbd.class).isPresent()) {
			services.add(new Service("drbd", init, reason));
		}
		services.add(new Service("cman", chosen("cman", init), "A node that was fenced should come back only when someone has looked at it, unless the design says so under boot-services."));
		services.add(new Service("rgmanager", chosen("rgmanager", off(design)), ""));
		return services;
	}

	/** The design's word ({@code boot-services { cman yes }}), else what the file systems need, else no. */
	private Effective<Boolean> chosen(String service, Effective<Boolean> otherwise) {
		return Statements.section(cluster.design(), "boot-services").flatMap(s -> Settings.flag(s, service)).orElse(otherwise);
	}

	private Effective<Boolean> mountedByInit(EffectiveNode node) {
		return cluster.volumes().all().stream().filter(v -> v.gfs2().isPresent() && v.nodes().contains(node)).flatMap(v -> v.mount().stream())
				.filter(m -> m.owner().value() == EffectiveMount.Owner.INIT).findFirst().map(m -> m.owner().map(o -> true)).orElseGet(() -> off(cluster.design()));
	}

	private static Effective<Boolean> on(EObject design) {
		return Effective.byDefault(true, design, SOURCE);
	}

	private static Effective<Boolean> off(EObject design) {
		return Effective.byDefault(false, design, SOURCE);
	}
}
