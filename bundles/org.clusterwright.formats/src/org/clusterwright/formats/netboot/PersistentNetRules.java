package org.clusterwright.formats.netboot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.RawFragments;
import org.clusterwright.formats.Syntax;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNic;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.values.Mac;

/** udev's rules that give each NIC its name by its hardware address, so that a cable leads where the design says after every boot. */
public final class PersistentNetRules implements NativeFormat {
	private static final NativePath PATH = new NativePath("/etc/udev/rules.d/70-persistent-net.rules");

	@Override
	public String id() {
		return "persistent-net";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		RawFragments raw = new RawFragments(cluster);
		List<NativeFile> files = new ArrayList<>();
		for (EffectiveNode node : cluster.nodes()) {
			TracedWriter out = new TracedWriter();
			out.line(new Origin.Default(node.design(), "udev(7): names of NICs by their hardware addresses"), "# Names of the NICs by their hardware addresses.");
			cluster.hardware().nics(node).forEach(n -> n.mac().ifPresent(mac -> rule(n, mac, out)));
			raw.append(out, PATH, Optional.of(node));
			files.add(RawFragments.whole(PATH, Syntax.PLAIN, out.finish(), Optional.of(node)));
		}
		return files;
	}

	/** The names are safe (see the rules), so that no value can end its quotes. */
	private static void rule(EffectiveNic nic, Effective<Mac> mac, TracedWriter out) {
		Origin line = nic.name().origin();
		out.put(line, "\n# " + nic.name().value());
		nic.bond().ifPresent(b -> out.put(b.name().origin(), ", " + b.name().value()));
		nic.link().ifPresent(l -> out.put(l.origin(), " link " + l.value()));
		out.put(line, "\nSUBSYSTEM==\"net\", ACTION==\"add\", DRIVERS==\"?*\", ATTR{address}==\"").put(mac.origin(), mac.value().lowerCase());
		out.put(line, "\", ATTR{type}==\"1\", KERNEL==\"eth*\", NAME=\"").put(nic.name()).put(line, "\"\n");
	}
}
