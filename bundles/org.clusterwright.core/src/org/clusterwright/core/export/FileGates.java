package org.clusterwright.core.export;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativePath;
import org.clusterwright.model.effective.EffectiveCluster;

/** What must not be running while a file is replaced, in the words of MANIFEST: install.sh asks the machine. */
final class FileGates {
	static final String NONE = "-";
	private static final String CLUSTER_CONF = "/etc/cluster/cluster.conf";
	private static final String DRBD = "/etc/drbd.d/";
	private static final String RESOURCE = ".res";

	private final List<String> mountPoints;
	private final Set<String> resources = new TreeSet<>();

	FileGates(EffectiveCluster cluster) {
		mountPoints = cluster.volumes().all().stream().filter(v -> v.gfs2().isPresent()).flatMap(v -> v.mount().stream()).map(m -> m.point().value()).distinct().toList();
		cluster.replication().resources().forEach(r -> resources.add(r.name().value()));
	}

	String of(NativeFile file) {
		return switch (file) {
			case NativeFile.Whole whole -> ofTarget(whole.path());
			case NativeFile.Patch patch -> ofTarget(patch.target());
			case NativeFile.Step step -> NONE;
		};
	}

	private String ofTarget(NativePath target) {
		String path = target.text();
		if (path.equals(CLUSTER_CONF)) {
			return "cluster";
		}
		if (path.equals("/etc/drbd.conf") || path.startsWith(DRBD)) {
			return drbd(path);
		}
		if (path.startsWith("/etc/lvm/")) {
			return "lvm";
		}
		return mountPoints.stream().filter(p -> path.startsWith(p.endsWith("/") ? p : p + "/")).findFirst().map(p -> "mount:" + p).orElse(NONE);
	}

	private String drbd(String path) {
		if (path.startsWith(DRBD) && path.endsWith(RESOURCE)) {
			String resource = path.substring(DRBD.length(), path.length() - RESOURCE.length());
			if (resources.contains(resource)) {
				return "drbd:" + resource;
			}
		}
		return "drbd";
	}
}
