package org.clusterwright.formats.netboot;

import java.util.List;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.RawFragments;
import org.clusterwright.formats.Syntax;
import org.clusterwright.model.effective.EffectiveCluster;

/** /etc/modprobe.d/bonding.conf: starting a bond loads its driver. There is none without bonds. */
public final class BondingAliases implements NativeFormat {
	private static final NativePath PATH = new NativePath("/etc/modprobe.d/bonding.conf");

	@Override
	public String id() {
		return "bonding";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		if (cluster.bonding().all().isEmpty()) {
			return List.of();
		}
		return new RawFragments(cluster).files(PATH, Syntax.PLAIN,
				out -> cluster.bonding().all().forEach(b -> out.line(b.name().origin(), "alias " + b.name().value() + " bonding")));
	}
}
