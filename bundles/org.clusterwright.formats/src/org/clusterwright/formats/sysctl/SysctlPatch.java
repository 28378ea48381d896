package org.clusterwright.formats.sysctl;

import java.util.List;
import java.util.Optional;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.Origin;

/** Keeps the host's firewall away from what guests say over bridges: EL6's FORWARD chain would reject it. Nothing to do without bridges. */
public final class SysctlPatch implements NativeFormat {
	private static final NativePath TARGET = new NativePath("/etc/sysctl.conf");

	private static final String PROGRAM = """
			# Sets net.bridge.bridge-nf-call-* to 0 in /etc/sysctl.conf, so that guests' packets on the bridges do not pass the host's firewall.
			# Values that are there are replaced, others are added at the end. Run again, it changes nothing: awk -f THIS < FILE > NEW

			BEGIN {
				count = split("ip6tables iptables arptables", name, " ")
				for (i = 1; i <= count; i++) wanted[name[i]] = 1
				titles = 0
			}

			{
				sub(/\\r$/, "")
				key = ""
				if ($0 ~ /^[ \\t]*net[.\\/]bridge[.\\/]bridge-nf-call-[a-z0-9]+[ \\t]*=/) {
					key = $0
					sub(/^.*bridge-nf-call-/, "", key)
					sub(/[ \\t]*=.*$/, "", key)
				}
				if (!(key in wanted)) print
				else if (!(key in done)) {
					done[key] = 1
					print "net.bridge.bridge-nf-call-" key " = 0"
				}
			}

			END {
				for (i = 1; i <= count; i++) if (!(name[i] in done)) {
					if (!titles++) print "# Packets of guests on bridges do not pass the host's firewall."
					print "net.bridge.bridge-nf-call-" name[i] " = 0"
				}
			}
			""";

	@Override
	public String id() {
		return "sysctl";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		List<EffectiveNetwork> bridged = cluster.networks().bridged();
		if (bridged.isEmpty()) {
			return List.of();
		}
		TracedWriter out = new TracedWriter();
		out.put(Origin.derived(bridged.get(0).design().getBridge(), "there is a bridge, and the host's firewall must not judge its guests",
				bridged.stream().map(n -> n.device().origin()).toArray(Origin[]::new)), PROGRAM);
		return List.of(new NativeFile.Patch(TARGET, out.finish(), Optional.empty()));
	}
}
