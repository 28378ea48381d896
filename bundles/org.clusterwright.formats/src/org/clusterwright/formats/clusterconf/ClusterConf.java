package org.clusterwright.formats.clusterconf;

import java.util.List;
import java.util.Optional;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.Syntax;
import org.clusterwright.model.effective.EffectiveCluster;

/** /etc/cluster/cluster.conf, the same on every node: cman, fenced, corosync, qdiskd, dlm and rgmanager read it. It can hold passwords. */
public final class ClusterConf implements NativeFormat {
	public static final NativePath PATH = new NativePath("/etc/cluster/cluster.conf");

	@Override
	public String id() {
		return "cluster.conf";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		return List.of(new NativeFile.Whole(PATH, 0600, Syntax.XML, new ClusterConfPrinter().print(new ClusterConfWriter(cluster).write()), Optional.empty()));
	}
}
