package org.clusterwright.formats.netboot;

import java.util.List;
import java.util.Optional;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.RawFragments;
import org.clusterwright.formats.Syntax;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.effective.EffectiveBond;
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
		TracedWriter out = new TracedWriter();
		for (EffectiveBond bond : cluster.bonding().all()) {
			out.line(bond.name().origin(), "alias " + bond.name().value() + " bonding");
		}
		new RawFragments(cluster).append(out, PATH, Optional.empty());
		return List.of(new NativeFile.Whole(PATH, 0644, Syntax.PLAIN, out.finish(), Optional.empty()));
	}
}
