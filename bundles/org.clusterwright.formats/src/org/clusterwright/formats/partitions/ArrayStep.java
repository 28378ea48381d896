package org.clusterwright.formats.partitions;

import java.util.stream.Collectors;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.formats.TracedText;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.PlannedArray;

/** The script that makes a software RAID array, unless it is there. */
final class ArrayStep {
	private static final String GATE = """
			stop() {
				echo "STOP: $*" >&2
				exit 1
			}
			if mdadm --detail "$array" >/dev/null 2>&1; then
				echo "$array is there already; nothing to do"
				exit 0
			fi
			for member in $members; do
				[ -b "$member" ] || stop "$member is no block device"
				[ -z "$(ls "/sys/class/block/${member##*/}/holders")" ] || stop "$member is in use"
				if grep "^$member " /proc/mounts /proc/swaps; then stop "$member is in use"; fi
			done
			echo "All data on these will be lost: $members"
			printf 'Type YES to make %s of them: ' "$array"
			read -r answer || answer=
			[ "$answer" = YES ] || stop "nothing was written"
			""";

	private ArrayStep() {
	}

	static TracedText text(PlannedArray array) {
		Origin fixed = new Origin.Default(array.design(), "mdadm(8) of EL6");
		TracedWriter out = new TracedWriter();
		String members = array.members().stream().map(Effective::value).collect(Collectors.joining(" "));
		Origin membersOrigin = array.members().isEmpty() ? fixed : array.members().get(0).origin();
		out.line(fixed, "#!/bin/sh");
		out.line(fixed, "# Makes the software RAID array " + array.device() + ". Run it on every node that has these disks, after partitioning them all alike.");
		out.line(fixed, "#");
		out.line(membersOrigin, ShellWords.comment("# DESTROYS all data on " + members + "."));
		array.bytes().ifPresent(b -> out.line(b.origin(), "# Planned size: " + b.value() / 512 + " sectors of 512 bytes; mdadm has the last word. If it differs, write the true one to the array: sectors N"));
		out.line(fixed, "set -eu");
		out.line(fixed, "array=" + ShellWords.quote(array.device()));
		out.line(membersOrigin, "members=" + ShellWords.quote(members));
		out.put(fixed, GATE);
		out.line(fixed, "# shellcheck disable=SC2086  # a list of paths without blanks");
		out.put(fixed, "mdadm --create \"$array\" --run --metadata=").put(array.metadata()).put(fixed, " --level=").put(array.level());
		out.put(membersOrigin, " --raid-devices=" + array.active());
		if (array.spares().value() > 0) {
			out.put(array.spares().origin(), " --spare-devices=" + array.spares().value());
		}
		if (!array.level().value().matches("1|linear")) {
			out.put(array.chunkBytes().origin(), " --chunk=" + array.chunkBytes().value() / 1024);
		}
		if (!array.bitmap().value().equals("none")) {
			out.put(array.bitmap().origin(), " --bitmap=" + array.bitmap().value());
		}
		out.line(fixed, " $members");
		out.line(fixed, "mdadm --detail --brief \"$array\" >>/etc/mdadm.conf");
		array.bytes().ifPresent(b -> out.line(b.origin(), "echo \"$array has $(cat \"/sys/class/block/${array##*/}/size\") sectors, the plan says " + b.value() / 512 + "\""));
		out.line(fixed, "echo \"$array is being built; it can be used already. Watch: cat /proc/mdstat\"");
		return out.finish();
	}
}
