package org.clusterwright.formats.gfs2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.formats.StepScript;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.formats.lvm.LvmSteps;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveGfs2;
import org.clusterwright.model.effective.EffectiveMount;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.EffectiveVolume;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.values.Size;

/** The steps of file systems on logical volumes: one node makes them, every node that mounts them gets the mount point and, where init mounts, the line of fstab. */
public final class FileSystemSteps implements NativeFormat {

	@Override
	public String id() {
		return "gfs2-steps";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		List<NativeFile> files = new ArrayList<>();
		for (EffectiveNode node : cluster.nodes()) {
			List<EffectiveVolume> made = cluster.volumes().groups().stream().filter(g -> LvmSteps.madeOn(g, node)).flatMap(g -> g.volumes().stream())
					.filter(v -> v.fileSystem().isPresent()).toList();
			if (!made.isEmpty()) {
				files.add(create(cluster, node, made));
			}
			List<EffectiveVolume> mounted = cluster.volumes().all().stream().filter(v -> v.mount().map(m -> m.nodes().contains(node)).orElse(false)).toList();
			if (!mounted.isEmpty()) {
				files.add(mount(cluster, node, mounted));
			}
		}
		return files;
	}

	private static NativeFile create(EffectiveCluster cluster, EffectiveNode node, List<EffectiveVolume> volumes) {
		Origin fixed = new Origin.Default(cluster.design(), "mkfs.gfs2(8)");
		String devices = volumes.stream().map(v -> v.device().value()).collect(Collectors.joining(" "));
		StepScript script = new StepScript(node, fixed, List.of("Makes the file systems on the logical volumes that this node made."), "what lies on " + devices + ".");
		if (volumes.stream().anyMatch(v -> v.gfs2().map(g -> g.lockProtocol().value().equals("lock_dlm")).orElse(false))) {
			script.line("service cman status >/dev/null || die \"start cman on all nodes first: service cman start\"");
		}
		volumes.forEach(v -> script.out().put(fixed, "must_be_blank ").put(v.device().origin(), word(v.device())).line(fixed, ""));
		script.line("confirm " + ShellWords.quote("This makes file systems on " + devices + "; what is on them is lost."));
		volumes.forEach(v -> make(script.out(), v, fixed));
		cluster.volumes().shared().filter(v -> volumes.contains(v) && !cluster.guests().all().isEmpty()).ifPresent(v -> directories(cluster, script, v));
		return script.finish("41-gfs2-1-create.sh");
	}

	private static void make(TracedWriter out, EffectiveVolume volume, Origin fixed) {
		if (volume.gfs2().isEmpty()) {
			Effective<String> type = volume.fileSystem().orElseThrow();
			out.put(type.origin(), "mkfs." + ShellWords.quote(type.value())).put(fixed, " ").put(volume.device().origin(), word(volume.device())).line(fixed, "");
			return;
		}
		EffectiveGfs2 gfs2 = volume.gfs2().get();
		out.put(gfs2.lockProtocol().origin(), "mkfs.gfs2 -p " + word(gfs2.lockProtocol())).put(fixed, " -j ").put(gfs2.journals());
		size(out, gfs2.journalSize(), " -J ", Size.MIB);
		size(out, gfs2.blockSize(), " -b ", 1);
		size(out, gfs2.resourceGroupSize(), " -r ", Size.MIB);
		size(out, gfs2.quotaChangeSize(), " -c ", Size.MIB);
		out.put(fixed, " -t ").put(gfs2.lockTable().origin(), word(gfs2.lockTable())).put(fixed, " ").put(volume.device().origin(), word(volume.device())).line(fixed, "");
	}

	private static void size(TracedWriter out, Optional<Effective<Size>> size, String option, long unit) {
		size.ifPresent(s -> out.put(s.origin(), option + s.value().bytes() / unit));
	}

	/** Mounted aside, since the tree of files may lie at / with its own copies under the mount point. */
	private static void directories(EffectiveCluster cluster, StepScript script, EffectiveVolume volume) {
		Origin origin = cluster.guests().sharedDirectory().origin();
		script.line("").line("# The guests' definitions and scripts of this bundle, or of this generated tree, go onto the shared file system.");
		script.line("tree=$(cd \"$(dirname \"$0\")/..\" && pwd)");
		script.line("if [ -d \"$tree/files\" ]; then tree=$tree/files; else tree=${tree%/*}; fi");
		script.line("work=$(mktemp -d /tmp/clusterwright.XXXXXX)");
		script.out().put(volume.fileSystem().orElseThrow().origin(), "mount -t gfs2 ").put(volume.device().origin(), word(volume.device())).line(origin, " \"$work\"");
		script.line("trap 'umount \"$work\" && rmdir \"$work\"' EXIT");
		script.line(origin, "mkdir -p \"$work/definitions\" \"$work/provision\" \"$work/files\"");
		for (Effective<String> directory : List.of(cluster.guests().definitions(), cluster.guests().provision())) {
			String name = directory.value().substring(directory.value().lastIndexOf('/') + 1);
			script.out().line(directory.origin(), "if [ -d \"$tree\"" + word(directory) + " ]; then")
					.line(directory.origin(), "\tcp -Rp \"$tree\"" + word(directory) + "/. \"$work/" + name + "\"").line(directory.origin(), "fi");
		}
	}

	private static NativeFile mount(EffectiveCluster cluster, EffectiveNode node, List<EffectiveVolume> volumes) {
		Origin fixed = new Origin.Default(cluster.design(), "fstab(5)");
		StepScript script = new StepScript(node, fixed, List.of("Makes the mount points, and the lines of /etc/fstab for what the init scripts mount.",
				"Run it when the file systems are made and their volume groups are active here."), "");
		script.line("# Whether /etc/fstab has an active line for a mount point.");
		script.line("in_fstab() {");
		script.line("\tawk -v point=\"$1\" '$1 !~ /^#/ && $2 == point { found = 1 } END { exit !found }' /etc/fstab");
		script.line("}");
		for (EffectiveVolume volume : volumes) {
			EffectiveMount mount = volume.mount().orElseThrow();
			script.out().put(fixed, "mkdir -p ").put(mount.point().origin(), word(mount.point())).line(fixed, "");
			switch (mount.owner().value()) {
				case RGMANAGER -> script.out().put(mount.owner().origin(), "! in_fstab ").put(mount.point().origin(), word(mount.point())).put(mount.owner().origin(),
						" || die \"rgmanager mounts ").put(mount.point()).line(mount.owner().origin(), ": take its line out of /etc/fstab\"");
				case INIT -> fstab(script, volume, mount);
			}
		}
		return script.finish("41-gfs2-2-mount.sh");
	}

	private static void fstab(StepScript script, EffectiveVolume volume, EffectiveMount mount) {
		Origin owner = mount.owner().origin();
		String type = volume.fileSystem().map(Effective::value).orElse("auto");
		script.out().put(owner, "if in_fstab ").put(mount.point().origin(), word(mount.point())).line(owner, "; then");
		script.out().put(owner, "\tsay \"/etc/fstab mounts ").put(mount.point()).line(owner, " already: left alone\"");
		script.line(owner, "else");
		script.out().put(owner, "\tuuid=$(blkid -p -o value -s UUID ").put(volume.device().origin(), word(volume.device())).line(owner, " | tr A-F a-f)");
		script.out().put(owner, "\t[ -n \"$uuid\" ] || die \"").put(volume.device()).line(owner, " has no file system with a UUID\"");
		script.line(owner, "\tcp -p /etc/fstab /etc/fstab.before-clusterwright");
		script.out().put(owner, "\tprintf 'UUID=%s %s\\t\\t%s\\t%s\\t0 0\\n' \"$uuid\" ").put(mount.point().origin(), word(mount.point())).put(owner, " " + ShellWords.quote(type) + " ")
				.put(mount.options().origin(), word(mount.options())).line(owner, " >> /etc/fstab");
		script.line(owner, "fi");
	}

	private static String word(Effective<String> text) {
		return ShellWords.quote(text.value());
	}
}
