package org.clusterwright.formats.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.RawFragments;
import org.clusterwright.formats.TracedText;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Firewall.Opening;
import org.clusterwright.model.effective.Firewall.Protocol;
import org.clusterwright.model.effective.Origin;

/**
 * Opens the cluster's ports in /etc/sysconfig/iptables. EL6 has no way to include a file there, so this is a patch: a marked block before the first
 * rule that turns packets away.
 */
public final class IptablesPatch implements NativeFormat {
	private static final NativePath TARGET = new NativePath("/etc/sysconfig/iptables");

	/** Puts lines of block() where they belong; what an earlier run wrote goes first, so that running it again changes nothing. */
	private static final String PROGRAM = """
			# A chain's rule without conditions: its target, else nothing.
			function target(text, chain,    part, count) {
				count = split(text, part, " ")
				return count >= 4 && part[1] == "-A" && part[2] == chain && part[3] == "-j" ? part[4] : ""
			}

			# Whether packets can be turned away at this rule of INPUT, by itself or by a chain that ends so.
			function stops(text,    to) {
				if (text ~ /^-A INPUT .*-j REJECT( |$)/) return 1
				to = target(text, "INPUT")
				return to == "DROP" || to == "REJECT" || (to in closed)
			}

			BEGIN {
				BEGINNING = "# BEGIN clusterwright"
				ENDING = "# END clusterwright"
				lines = n = place = 0
				table = ""
			}

			{
				sub(/\\r$/, "")
				line[++lines] = $0
			}

			END {
				for (i = 1; i <= lines; i++) {
					if (line[i] == BEGINNING) {
						for (j = i + 1; j <= lines && line[j] !~ /^(COMMIT|\\*)/ && line[j] != BEGINNING && line[j] != ENDING; j++);
						if (j <= lines && line[j] == ENDING) i = j
					} else if (line[i] != ENDING && line[i] !~ /--comment "clusterwright: /) {
						kept[++n] = line[i]
					}
				}
				for (i = 1; i <= n; i++) {
					rule[i] = kept[i]
					sub(/^\\[[0-9]+:[0-9]+\\][ \\t]+/, "", rule[i])
					gsub(/[ \\t]+/, " ", rule[i])
					sub(/ $/, "", rule[i])
					if (rule[i] ~ /^-A [^ ]+ -j (REJECT|DROP)( |$)/) {
						split(rule[i], word, " ")
						closed[word[2]] = 1
					}
				}
				for (i = 1; i <= n && !place; i++) {
					if (rule[i] ~ /^\\*/) {
						if (table == "*filter") place = i
						table = rule[i]
					} else if (table == "*filter" && (rule[i] == "COMMIT" || stops(rule[i]))) {
						place = i
					}
				}
				unfinished = !place && table == "*filter"
				for (i = 1; i <= n; i++) {
					if (i == place) block()
					print kept[i]
				}
				if (!place) {
					if (!unfinished) {
						print "*filter"
						print ":INPUT ACCEPT [0:0]"
						print ":FORWARD ACCEPT [0:0]"
						print ":OUTPUT ACCEPT [0:0]"
					}
					block()
					print "COMMIT"
				}
			}
			""";

	@Override
	public String id() {
		return "iptables";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		if (!cluster.firewall().managed().value()) {
			return List.of();
		}
		RawFragments raw = new RawFragments(cluster);
		List<NativeFile> files = new ArrayList<>();
		for (EffectiveNode node : cluster.nodes()) {
			files.add(new NativeFile.Patch(TARGET, patch(cluster, node, raw), Optional.of(node)));
		}
		return files;
	}

	private static TracedText patch(EffectiveCluster cluster, EffectiveNode node, RawFragments raw) {
		Origin fixed = new Origin.Default(cluster.design(), "iptables-restore(8): EL6's firewall has one file");
		TracedWriter out = new TracedWriter();
		out.put(fixed, """
				# Opens the cluster's ports in /etc/sysconfig/iptables, before the first rule of INPUT that turns packets away.
				# An empty file becomes a filter table that lets all in. Run again, it changes nothing: awk -f THIS < FILE > NEW

				function block() {
					print BEGINNING
				""");
		cluster.firewall().openings(node).forEach(o -> rule(o, out));
		for (Raw text : raw.of(TARGET, Optional.of(node))) {
			text.getText().lines().filter(l -> !l.isBlank()).forEach(l -> out.line(RawFragments.origin(text), "\tprint " + AwkWords.quote(l)));
		}
		out.put(fixed, "\tprint ENDING\n}\n\n" + PROGRAM);
		return out.finish();
	}

	private static void rule(Opening opening, TracedWriter out) {
		out.put(opening.origin(), "\tprint \"-A INPUT");
		opening.source().ifPresent(s -> out.put(opening.origin(), " -s ").put(s.origin(), AwkWords.escape(s.value())));
		out.put(opening.origin(), switch (opening.protocol()) {
			case TCP -> " -p tcp -m tcp";
			case UDP -> " -p udp -m udp";
			case IGMP -> " -p igmp";
			case MULTICAST -> " -m addrtype --dst-type MULTICAST";
		});
		opening.ports().filter(p -> opening.protocol() == Protocol.TCP || opening.protocol() == Protocol.UDP)
				.ifPresent(p -> out.put(opening.origin(), " --dport ").put(p.origin(), p.value().toString().replace('-', ':')));
		out.put(opening.origin(), " -m comment --comment " + AwkWords.escape("\"clusterwright: " + opening.purpose() + "\"") + " -j ACCEPT\"\n");
	}
}
