package org.clusterwright.core.runbook;

import java.util.List;
import java.util.stream.Collectors;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.document.Words;
import org.clusterwright.core.export.RequiredPackages;
import org.clusterwright.core.export.RequiredPackages.Needed;
import org.clusterwright.core.export.RequiredPackages.Origin;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.PlannedDisk;
import org.clusterwright.model.effective.Replication;

/** The operating system's and the cluster's packages, and where they come from; DRBD from ELRepo or from source. */
final class Software {
	private Software() {
	}

	static void write(Site site, DocumentBuilder out) {
		List<Needed> needed = RequiredPackages.of(site.cluster());
		out.chapter("Install the software");
		system(site, out);
		packages(site, out, needed);
		withoutInternet(site, out, needed);
		if (site.hasDrbd()) {
			drbd(site, out, needed);
		}
		out.check(site.boxes(), "`rpm -q` names a version for every package");
	}

	private static void system(Site site, DocumentBuilder out) {
		out.section("The operating system");
		out.text("A minimal EL6 will do. In the installer give each machine its full name, which the cluster uses to the letter:");
		out.table(List.of("Node", "Host name"), site.nodes().stream().map(n -> List.of(Site.code(n), Site.code(n.hostName()))).toList());
		if (site.nodes().stream().anyMatch(n -> site.cluster().partitions().of(n).partitioned().anyMatch(PlannedDisk::isPlanned))) {
			out.text("Make only the partitions that the system itself needs and leave the rest of the disk free: [[Divide the disks]] lists them, with their sectors.");
		}
		out.run(site.onAll(), "uname -n");
	}

	private static void packages(Site site, DocumentBuilder out, List<Needed> needed) {
		out.section("Packages");
		out.table(List.of("Package", "From", "For"), needed.stream().map(n -> List.of(Words.value(n.name()), Words.plain(n.origin().title()), Words.plain(n.why()))).toList());
		out.run(site.onAll(), "yum install " + needed.stream().filter(n -> n.origin() != Origin.ELREPO).map(Needed::name).collect(Collectors.joining(" ")));
		out.note("The tutorial's list is shorter. Without `fence-agents` there is nothing to fence with"
				+ (site.cluster().lvmConfiguration().clustered() ? ", and `clvmd` comes with `lvm2-cluster`." : "."));
	}

	private static void withoutInternet(Site site, DocumentBuilder out, List<Needed> needed) {
		out.section("At a site without Internet");
		out.text("`packages.txt` of the bundle lists the same packages. If the bundle was exported with your RPM files they lie in its directory `packages`; unpack it first "
				+ "([[Install the bundle]]), then:");
		out.run(site.onAll(), "yum --nogpgcheck localinstall packages/*.rpm");
		out.text("Or put the EL6 DVD in the drive and name it to yum as a repository. Either way, see that nothing is missing:");
		out.run(site.onAll(), "rpm -q " + needed.stream().map(Needed::name).collect(Collectors.joining(" ")));
	}

	private static void drbd(Site site, DocumentBuilder out, List<Needed> needed) {
		out.section("DRBD");
		out.text("""
				EL6 has no DRBD. Take it from ELRepo and updates come with the system's; build it from source and it is yours to keep up to date. Choose one. It is installed now, before the bundle, so that its own
				sample files cannot take the place of the bundle's.
				""");
		out.text("**A, from ELRepo.** Fetch its public key and its release package for EL6, in the tutorial's time `elrepo-release-6-4.el6.elrepo.noarch.rpm`, from the repository's own site, and put them "
				+ "where you type:");
		out.run(site.onAll(), """
				rpm --import RPM-GPG-KEY-elrepo*
				rpm -Uvh elrepo-release-6-4.el6.elrepo.noarch.rpm
				yum install\s""" + needed.stream().filter(n -> n.origin() == Origin.ELREPO).map(Needed::name).collect(Collectors.joining(" ")));
		out.text("**B, from source.** It needs `gcc`, `make`, `flex` and `kernel-devel` of the running kernel, and is built again after each new kernel.");
		out.run(site.onAll(), """
				wget -c http://oss.linbit.com/drbd/8.3/drbd-8.3.11.tar.gz
				tar -xvzf drbd-8.3.11.tar.gz
				cd drbd-8.3.11
				./configure \\
				   --prefix=/usr \\
				   --localstatedir=/var \\
				   --sysconfdir=/etc \\
				   --with-utils \\
				   --with-km \\
				   --with-udev \\
				   --with-pacemaker \\
				   --with-rgmanager \\
				   --with-bashcompletion
				make
				make install
				chkconfig --add drbd
				""");
		out.text("Versions and the address are those of the tutorial's time; ELRepo keeps what it had for EL6 in its archive. Carry the files over where a node cannot reach them. Then, "
				+ "with A and with B:");
		out.run(site.onAll(), "chkconfig drbd off\nmodinfo drbd | grep ^version");
		if (site.nodes().stream().anyMatch(n -> site.file(n, Replication.FENCE_PEER_SCRIPT).isPresent())) {
			out.note("The tutorial fetches `" + Replication.FENCE_PEER_SCRIPT
					+ "` from the network here. The bundle brings one of its own that knows the names of these nodes; there is nothing to fetch.");
		}
	}

	static List<EffectiveNode> drbdNodes(Site site) {
		return site.nodes().stream().filter(n -> site.cluster().replication().resources().stream().anyMatch(r -> r.isOn(n))).toList();
	}
}
