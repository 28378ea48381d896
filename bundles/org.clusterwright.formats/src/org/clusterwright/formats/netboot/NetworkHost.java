package org.clusterwright.formats.netboot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.RawFragments;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.formats.Syntax;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Origin;

/** /etc/sysconfig/network: that there is a network, and the host's name, which must be the one of the node in cluster.conf. */
public final class NetworkHost implements NativeFormat {
	private static final NativePath PATH = new NativePath("/etc/sysconfig/network");

	@Override
	public String id() {
		return "network";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		RawFragments raw = new RawFragments(cluster);
		List<NativeFile> files = new ArrayList<>();
		for (EffectiveNode node : cluster.nodes()) {
			Origin fixed = new Origin.Default(node.design(), "EL6 initscripts, sysconfig.txt");
			TracedWriter out = new TracedWriter();
			out.line(fixed, "NETWORKING=yes");
			out.put(fixed, "HOSTNAME=").put(node.hostName().origin(), ShellWords.quote(node.hostName().value())).put(fixed, "\n");
			raw.append(out, PATH, Optional.of(node));
			files.add(RawFragments.whole(PATH, Syntax.IFCFG, out.finish(), Optional.of(node)));
		}
		return files;
	}
}
