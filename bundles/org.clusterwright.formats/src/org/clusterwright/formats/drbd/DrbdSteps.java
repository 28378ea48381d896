package org.clusterwright.formats.drbd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.formats.TracedText;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.design.RaidArray;
import org.clusterwright.model.effective.DrbdSums;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.ReplicaDisk;
import org.clusterwright.model.effective.ReplicatedResource;
import org.clusterwright.model.effective.Replication;

/** The steps that make DRBD's meta-data and bring the resources up for the first time, for each node those that it holds. */
public final class DrbdSteps implements NativeFormat {
	private static final String STOP = """
			stop() {
				echo "STOP: $*" >&2
				exit 1
			}
			""";
	private static final String CREATE = """
			create() { # resource, backing disk, planned bytes or -
				[ -b "$2" ] || stop "$2 is no block device; has the disk been partitioned and the kernel read its table?"
				if grep "^$2 " /proc/mounts /proc/swaps; then stop "$2 is in use"; fi
				[ -z "$(ls "/sys/class/block/${2##*/}/holders" 2>/dev/null)" ] || stop "$2 is in use"
				[ "$3" = - ] || [ "$(blockdev --getsize64 "$2")" = "$3" ] || stop "$2 has $(blockdev --getsize64 "$2") bytes, the plan says $3"
				drbdadm create-md "$1" || stop "no meta-data for $1. If drbdadm found a file system on $2 that is not needed: dd if=/dev/zero of=$2 bs=4M count=1000"
			}
			drbdadm dump >/dev/null || stop "the configuration in /etc/drbd.d has errors"
			if [ -e /proc/drbd ] && grep -q ' cs:' /proc/drbd; then stop "DRBD is running; stop it first: /etc/init.d/drbd stop"; fi
			printf 'Type YES to go on: '
			read -r answer || answer=
			[ "$answer" = YES ] || stop "nothing was written"
			""";
	private static final String START = """
			await() { # resource, command of drbdadm, wanted answers (a pattern), seconds
				tries=0
				until now=$(drbdadm "$2" "$1") && printf '%s\\n' "$now" | grep -Eqx "$3"; do
					tries=$((tries + 1))
					[ "$tries" -le "$4" ] || stop "$1: $2 is '$now' and did not become $3 within $4 s"
					sleep 1
				done
				echo "$1: $2 is $now"
			}
			chkconfig drbd off
			modprobe drbd
			""";

	@Override
	public String id() {
		return "drbd-steps";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		Replication replication = cluster.replication();
		List<NativeFile> files = new ArrayList<>();
		for (EffectiveNode node : cluster.nodes()) {
			List<ReplicatedResource> here = replication.resources().stream().filter(r -> r.isOn(node)).toList();
			if (!here.isEmpty()) {
				files.add(new NativeFile.Step("30-drbd-create-md.sh", create(replication, node, here), Optional.of(node)));
				files.add(new NativeFile.Step("31-drbd-first-start.sh", start(replication, node, here), Optional.of(node)));
				files.add(new NativeFile.Step("32-drbd-stop.sh", stop(replication), Optional.of(node)));
			}
		}
		return files;
	}

	private static TracedText create(Replication replication, EffectiveNode node, List<ReplicatedResource> resources) {
		Origin fixed = new Origin.Default(replication.design().orElseThrow(), "the tutorial: initializing the DRBD resources");
		TracedWriter out = new TracedWriter();
		out.line(fixed, "#!/bin/sh");
		out.line(node.name().origin(), ShellWords.comment("# Writes DRBD's meta-data to the backing disks of " + node.hostName().value() + ". Run it on both hosts of each resource."));
		out.line(fixed, "#");
		out.line(fixed, "# DESTROYS what was on these disks: their ends are overwritten, and what is left is taken for a new, empty device.");
		for (ReplicatedResource resource : resources) {
			disk(resource, node).ifPresent(d -> {
				out.line(d.disk().get().origin(), ShellWords.comment("#   " + resource.name().value() + ": " + d.disk().get().value()));
				d.sums().ifPresent(s -> out.line(d.device().flatMap(b -> b.bytes()).get().origin(), "#     drbdadm will say: " + sums(s)));
			});
		}
		out.line(fixed, "# drbdadm itself asks once more where it finds data.");
		out.line(fixed, "set -eu");
		out.put(fixed, STOP);
		out.put(fixed, CREATE);
		for (ReplicatedResource resource : resources) {
			disk(resource, node).ifPresent(d -> {
				out.put(resource.name().origin(), "create " + ShellWords.quote(resource.name().value())).put(d.disk().get().origin(), " " + ShellWords.quote(d.disk().get().value()));
				out.put(planned(d).map(Effective::origin).orElse(fixed), " " + planned(d).map(b -> String.valueOf(b.value())).orElse("-"));
				out.line(fixed, "");
			});
		}
		return out.finish();
	}

	/** The size that the disk must have; absent where it is not known or, for a whole array, only foretold. */
	private static Optional<Effective<Long>> planned(ReplicaDisk disk) {
		return disk.device().flatMap(d -> d.bytes().filter(b -> b.isSet() || !(d.design() instanceof RaidArray)));
	}

	private static String sums(DrbdSums sums) {
		return "md_offset " + sums.mdOffset() + ", al_offset " + sums.alOffset() + ", bm_offset " + sums.bmOffset() + "; oos of the new device: " + sums.usableKib();
	}

	private static Optional<ReplicaDisk> disk(ReplicatedResource resource, EffectiveNode node) {
		return resource.volume().on(node).filter(d -> d.disk().isPresent());
	}

	private static TracedText start(Replication replication, EffectiveNode node, List<ReplicatedResource> resources) {
		Origin fixed = new Origin.Default(replication.design().orElseThrow(), "the tutorial: initializing the DRBD resources");
		TracedWriter out = new TracedWriter();
		out.line(fixed, "#!/bin/sh");
		out.line(node.name().origin(), ShellWords.comment("# Brings up the DRBD resources of " + node.hostName().value() + " for the first time. Start it on all nodes at about the same time,"));
		out.line(fixed, "# after 30-drbd-create-md.sh on all of them. Watch it with: watch cat /proc/drbd");
		out.line(fixed, "#");
		out.line(fixed, "# DESTROYS nothing that 30-drbd-create-md.sh has left. The first host of each resource declares the new, empty device");
		out.line(fixed, "# up to date on both sides (--clear-bitmap), which is done this one time only and refused where there is data to keep.");
		out.line(fixed, "set -eu");
		out.put(fixed, STOP);
		out.put(fixed, START);
		each(out, resources, "drbdadm attach ", "");
		each(out, resources, "drbdadm connect ", "");
		each(out, resources, "await ", " cstate Connected 600");
		out.line(fixed, "");
		for (ReplicatedResource resource : resources) {
			String name = ShellWords.quote(resource.name().value());
			boolean first = resource.hosts().get(0).node() == node;
			if (first) {
				out.line(resource.name().origin(), "await " + name + " dstate Inconsistent/Inconsistent 60");
				out.line(resource.hosts().get(0).node().name().origin(), "drbdadm -- --clear-bitmap new-current-uuid " + name);
			}
		}
		each(out, resources, "await ", " dstate UpToDate/UpToDate 600");
		return out.finish();
	}

	/** A step of its own: a host that went on at once would be gone before its peer has seen the connection. */
	private static TracedText stop(Replication replication) {
		Origin fixed = new Origin.Default(replication.design().orElseThrow(), "the tutorial: initializing the DRBD resources");
		TracedWriter out = new TracedWriter();
		out.line(fixed, "#!/bin/sh");
		out.line(fixed, "# Stops DRBD again: from here on the cluster starts and stops it. Run it when 31-drbd-first-start.sh is done on all nodes.");
		out.line(fixed, "#");
		out.line(fixed, "# DESTROYS nothing. DRBD refuses to stop while a device is in use.");
		out.line(fixed, "set -eu");
		out.line(fixed, "chkconfig drbd off");
		out.line(fixed, "/etc/init.d/drbd stop");
		return out.finish();
	}

	private static void each(TracedWriter out, List<ReplicatedResource> resources, String before, String after) {
		resources.forEach(r -> out.line(r.name().origin(), before + ShellWords.quote(r.name().value()) + after));
	}
}
