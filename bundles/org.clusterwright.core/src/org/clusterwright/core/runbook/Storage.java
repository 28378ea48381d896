package org.clusterwright.core.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.document.Words;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.model.effective.EffectiveGfs2;
import org.clusterwright.model.effective.EffectiveMount;
import org.clusterwright.model.effective.EffectiveMount.Owner;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.EffectiveVolume;
import org.clusterwright.model.effective.EffectiveVolumeGroup;
import org.clusterwright.model.effective.LvmConfiguration;

/** LVM on top of DRBD, and the file systems on it. */
final class Storage {
	private final Site site;
	private final DocumentBuilder out;

	private Storage(Site site, DocumentBuilder out) {
		this.site = site;
		this.out = out;
	}

	static void write(Site site, DocumentBuilder out) {
		Storage storage = new Storage(site, out);
		if (!site.cluster().volumes().groups().isEmpty()) {
			storage.lvm();
		}
		if (site.cluster().volumes().all().stream().anyMatch(v -> v.fileSystem().isPresent())) {
			storage.fileSystems();
		}
	}

	private boolean clustered() {
		return site.cluster().lvmConfiguration().clustered();
	}

	private void lvm() {
		out.chapter(clustered() ? "Clustered LVM" : "LVM");
		List<LvmConfiguration.Parameter> parameters = site.cluster().lvmConfiguration().parameters();
		if (!parameters.isEmpty()) {
			out.section("What LVM may see");
			out.text((site.hasDrbd() ? "LVM finds the same signature on a DRBD device and on the disk below it, and must never use the disk. " : "")
					+ (clustered() ? "And every change must be locked through the cluster, with no way back to local locks. " : "")
							+ "`install.sh` has set this in `/etc/lvm/lvm.conf` and left the rest of the file alone:");
			out.table(List.of("Parameter", "Value"), parameters.stream().map(p -> List.of(Words.value(p.path()), Words.value(p.list() ? p.values().value().stream().map(v -> "\""
					+ v + "\"").collect(Collectors.joining(", ", "[ ", " ]"))
					: String.join(" ", p.values().value())))).toList());
			out.text("Make LVM forget what it saw through the old filter:");
			site.runEach(out, n -> site.step(n, "40-lvm-1-rescan.sh").isPresent() ? List.of("rm -f /etc/lvm/cache/.cache", "vgscan --ignorelockingfailure") : List.of());
			out.text(Site.script("40-lvm-1-rescan.sh") + " does the same, and says whether the initramfs must be built anew because `/` is on LVM.");
		}
		start();
		create();
	}

	private void start() {
		List<String> order = new ArrayList<>();
		if (clustered()) {
			order.add("cman");
		}
		if (site.hasDrbd()) {
			order.add("drbd");
		}
		if (clustered()) {
			order.add("clvmd");
		}
		if (order.isEmpty()) {
			return;
		}
		out.section("Start what it needs");
		out.text("In this order, each on " + site.all() + " before the next" + (clustered() ? ": `clvmd` does not start without `cman`" : "")
				+ ". `cman` may still run from before.");
		order.forEach(s -> out.run(site.onAll(), "/etc/init.d/" + s + " start"));
		if (site.hasDrbd()) {
			out.run(site.onAll(), "cat /proc/drbd");
			boolean dual = site.cluster().replication().resources().stream().allMatch(r -> site.cluster().replication().isDualPrimary(r));
			out.text(dual ? "Every resource must be `cs:Connected ro:Primary/Primary ds:UpToDate/UpToDate`."
					: "Every resource must be `cs:Connected` and `ds:UpToDate/UpToDate`, and `Primary` where it is used.");
		}
	}

	private void create() {
		out.section("Make the groups and volumes");
		List<List<String>> rows = new ArrayList<>();
		for (EffectiveVolumeGroup g : site.cluster().volumes().groups()) {
			for (EffectiveVolume v : g.volumes()) {
				rows.add(List.of(Site.code(g.name()), g.physicalVolumes().stream().map(p -> Site.code(p.device())).collect(Collectors.joining(", ")), Site.code(v.device()),
						Words.value(v.size().value().option() + " " + v.size().value().amount()),
						g.preferred().map(p -> Site.code(p.value())).orElse(Site.NOTHING)));
			}
			if (g.volumes().isEmpty()) {
				rows.add(List.of(Site.code(g.name()), g.physicalVolumes().stream().map(p -> Site.code(p.device())).collect(Collectors.joining(", ")), Site.NOTHING, Site.NOTHING,
						g.preferred().map(p -> Site.code(p.value())).orElse(Site.NOTHING)));
			}
		}
		out.table(List.of("Group", "On", "Volume", "Size", "Normally used by"), rows);
		out.warn("What is on these devices is lost. " + (site.nodes().size() > 1 ? "Each group is made once, on the node named below; the others see it at once." : ""));
		List<EffectiveNode> makers = site.withStep("40-lvm-2-create.sh");
		for (EffectiveNode node : makers) {
			out.run("Once, on " + Site.code(node) + ":", Site.lines(site.commands(node, "40-lvm-2-create.sh", "pvcreate ", "vgcreate ", "lvcreate ")));
		}
		out.text(Site.script("40-lvm-2-create.sh") + " does the same, if the devices are blank and everything below them runs. Then look from " + (site.nodes().size() == 1 ? "it"
				: "every node") + ":");
		out.run(site.onAll(), "pvs\nvgs\nlvs");
		for (EffectiveNode node : site.nodes()) {
			String groups = Site.listed(site.cluster().volumes().groups().stream().filter(g -> g.nodes().contains(node)).map(g -> Site.code(g.name()) + " with "
					+ g.volumes().size() + (g.volumes().size() == 1 ? " volume" : " volumes")).toList());
			if (!groups.isEmpty()) {
				out.check(List.of(Site.plain(node)), "shows " + groups);
			}
		}
		if (site.cluster().volumes().groups().stream().anyMatch(g -> g.clustered().value())) {
			out.text("The attributes of a clustered group end in `c`.");
		}
	}

	private void fileSystems() {
		boolean gfs2 = site.cluster().volumes().all().stream().anyMatch(v -> v.gfs2().isPresent());
		out.chapter(gfs2 ? "The shared file system" : "File systems");
		out.section("Make it");
		for (EffectiveVolume v : site.cluster().volumes().all()) {
			v.gfs2().ifPresent(g -> describe(v, g));
		}
		for (EffectiveNode node : site.withStep("41-gfs2-1-create.sh")) {
			out.run("Once, on " + Site.code(node) + ":", Site.lines(site.commands(node, "41-gfs2-1-create.sh", "mkfs.")));
		}
		out.text(Site.script("41-gfs2-1-create.sh") + " does the same, if the volumes are blank.");
		mount();
		directories();
		owner();
	}

	private void describe(EffectiveVolume volume, EffectiveGfs2 gfs2) {
		out.text(Site.code(volume.device()) + " becomes GFS2 with the lock table " + Site.code(gfs2.lockTable()) + " and " + gfs2.journals().value()
				+ " journals, one for each node that mounts it. The first half of the lock table must be the "
				+ "cluster's name to the letter; with any other name it cannot be mounted.");
	}

	private void mount() {
		List<EffectiveVolume> mounted = site.cluster().volumes().all().stream().filter(v -> v.mount().isPresent()).toList();
		if (mounted.isEmpty()) {
			return;
		}
		out.section("Mount it");
		site.runEach(out, n -> mounted.stream().filter(v -> v.mount().orElseThrow().nodes().contains(n)).flatMap(v -> List.of("mkdir -p " + point(v),
				"mount -t " + ShellWords.quote(v.fileSystem().map(f -> f.value()).orElse("auto")) + " " + ShellWords.quote(v.device().value()) + " " + point(v)).stream())
						.toList());
		out.run(site.onAll(), "mount | grep -E '" + mounted.stream().map(v -> v.fileSystem().map(f -> f.value()).orElse("")).distinct().collect(Collectors.joining("|"))
				+ "'\ndf -h " + mounted.stream().map(Storage::point).collect(Collectors.joining(" ")));
		for (EffectiveVolume v : mounted) {
			out.check(Site.boxes(v.mount().orElseThrow().nodes()), Words.value(v.mount().orElseThrow().point().value())
					+ (v.mount().orElseThrow().nodes().size() > 1 ? " is mounted; a file made on one node shows on the others" : " is mounted"));
		}
	}

	private static String point(EffectiveVolume volume) {
		return ShellWords.quote(volume.mount().orElseThrow().point().value());
	}

	private void directories() {
		Optional<EffectiveVolume> shared = site.cluster().volumes().shared().filter(v -> !site.cluster().guests().all().isEmpty());
		if (shared.isEmpty()) {
			return;
		}
		out.section("What lies on it");
		out.text("Definitions and installation scripts of the guests lie on the shared file system, so that every node has the same. Make the directories, then let `install.sh` "
				+ "bring what it left out before (`--live`, because `cman` runs):");
		String paths = ShellWords.quote(site.cluster().guests().definitions().value()) + " " + ShellWords.quote(site.cluster().guests().provision().value());
		EffectiveNode node = shared.get().mount().map(EffectiveMount::nodes).filter(n -> !n.isEmpty()).map(n -> n.get(0)).orElse(site.first());
		out.run(Site.on(node), "mkdir -p " + paths + " " + ShellWords.quote(site.cluster().guests().files().value()) + "\ncd " + ShellWords.quote("/root/" + node.name().value())
				+ "\nsh install.sh --live\nls -l " + paths);
		out.text("Installation images go to " + Site.code(site.cluster().guests().files()) + ".");
	}

	private void owner() {
		for (EffectiveVolume v : site.cluster().volumes().all()) {
			if (v.mount().isEmpty()) {
				continue;
			}
			EffectiveMount mount = v.mount().get();
			out.section("Who mounts " + mount.point().value());
			switch (mount.owner().value()) {
				case RGMANAGER -> out.text("Exactly one owner: " + (site.cluster().volumes().startedByService(v) ? "a service of `rgmanager` mounts " + Site.code(mount.point())
						+ " and takes care of what is below it, in that order"
						: "`rgmanager` is to mount " + Site.code(mount.point()) + ", but no service of this design does it yet; until one does, mount it by hand as above")
								+ ". So it has **no** line in `/etc/fstab`: the init scripts would mount it "
						+ "too early at boot, or unmount it below the service's feet. The tutorial's `fstab` step is left out for that reason. "
								+ Site.script("41-gfs2-2-mount.sh") + " sees to it that there is none.");
				case INIT -> fstab(v, mount);
			}
		}
	}

	private void fstab(EffectiveVolume volume, EffectiveMount mount) {
		out.text("The init scripts mount it, from a line in `/etc/fstab` that names it by its UUID, in lower case. Add the line once:");
		for (EffectiveNode node : mount.nodes()) {
			List<String> lines = site.commands(node, "41-gfs2-2-mount.sh", "uuid=$(", "printf 'UUID=").stream().filter(l -> l.contains(" "
					+ ShellWords.quote(volume.device().value()) + " ") || l.contains(" " + point(volume) + " ")).toList();
			if (!lines.isEmpty()) {
				out.run(site.on(mount.nodes()), Site.lines(lines));
				break;
			}
		}
		out.text(Site.script("41-gfs2-2-mount.sh") + " does the same and keeps a copy of the file before.");
		out.run(site.on(mount.nodes()), "grep " + point(volume) + " /etc/fstab" + (mount.owner().value() == Owner.INIT && volume.gfs2().isPresent() ? "\n/etc/init.d/gfs2 status"
				: ""));
	}
}
