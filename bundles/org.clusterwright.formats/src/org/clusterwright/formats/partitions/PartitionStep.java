package org.clusterwright.formats.partitions;

import org.clusterwright.formats.ShellWords;
import org.clusterwright.formats.TracedText;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.PartitionKind;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.PlannedDisk;
import org.clusterwright.model.effective.PlannedPartition;

/**
 * The script that makes the partitions of a disk which are not there yet. Those that are must be as planned, or it stops before it writes; it
 * takes an image file in place of the disk, for a rehearsal.
 */
final class PartitionStep {
	private static final String GATE = """
			stop() {
				echo "STOP: $*" >&2
				exit 1
			}
			table() {
				parted -s -m "$disk" unit s print 2>/dev/null | sed -n 's/;$//; /^[0-9][0-9]*:/p'
			}

			# Is this the disk of the plan?
			if [ -b "$disk" ]; then
				bytes=$(blockdev --getsize64 "$disk")
				size=$(blockdev --getss "$disk")
			elif [ -f "$disk" ]; then
				bytes=$(stat -c %s "$disk")
				size=$sector
			else
				stop "$disk is no block device"
			fi
			[ "$size" = "$sector" ] || stop "$disk has sectors of $size bytes, the plan says $sector"
			[ $((bytes / size)) = "$sectors" ] || stop "$disk has $((bytes / size)) sectors, the plan says $sectors"

			# What is there already must be as planned.
			blank=no
			if ! found=$(LC_ALL=C parted -s -m "$disk" unit s print 2>&1); then
				case $found in
				*"unrecognised disk label"*) blank=yes ;;
				*) stop "parted cannot read $disk: $found" ;;
				esac
			fi
			[ "$blank" = yes ] || case $found in
			*":$label:"*) ;;
			*) stop "$disk has another kind of partition table than $label" ;;
			esac
			missing=
			planned=' '
			want() {
				planned="$planned$1 "
				line=$(table | grep "^$1:") || {
					missing="$missing $1"
					return 0
				}
				case $line in
				"$1:$2s:$3s:"*) ;;
				*) stop "partition $1 is there, but not from sector $2 to $3: $line" ;;
				esac
			}
			make() {
				case "$missing " in
				*" $1 "*) ;;
				*) return 0 ;;
				esac
				# Its exit status also says whether the kernel could read the new table; what counts is the check at the end.
				shift
				parted -s -a none "$disk" unit s mkpart "$@" || true
			}
			mark() {
				case "$missing " in
				*" $1 "*) parted -s "$disk" set "$1" "$2" on || true ;;
				esac
			}
			type_of() {
				case "$missing " in
				*" $1 "*) sfdisk --change-id "$disk" "$1" "$2" || true ;;
				esac
			}
			""";
	private static final String USE = """
			for number in $(table | cut -d: -f1); do
				case $planned in
				*" $number "*) ;;
				*) stop "partition $number is there, but not in the plan" ;;
				esac
			done
			if [ -z "$missing" ]; then
				echo "$disk: all partitions are there as planned; nothing to do"
				exit 0
			fi

			# Nothing may use what is about to be written.
			if [ -b "$disk" ]; then
				base=${disk##*/}
				for number in $missing; do
					[ ! -e "/sys/class/block/$base$infix$number" ] || stop "the kernel knows a partition $number that is not in the table; reboot first"
				done
				if [ "$blank" = yes ]; then
					[ -z "$(ls "/sys/class/block/$base/holders")" ] || stop "$disk is in use"
					if grep "^$disk" /proc/mounts /proc/swaps; then stop "$disk is in use"; fi
					if blkid -p "$disk"; then stop "$disk holds data without a partition table"; fi
				fi
			fi

			echo "Partitions to make on $disk:$missing"
			printf 'Type YES to write them: '
			read -r answer || answer=
			[ "$answer" = YES ] || stop "nothing was written"

			[ "$blank" = no ] || parted -s "$disk" mklabel "$label"
			""";
	private static final String END = """

			# Is it what was planned?
			made=$missing
			missing=
			verify
			[ -z "$missing" ] || stop "partitions$missing were not made; the table is: $(table | tr '\\n' ' ')"
			echo "$disk: made$made"
			if [ -b "$disk" ] && ! partprobe "$disk"; then
				echo "The kernel still uses the old table. Stop the cluster (/etc/init.d/cman stop) and reboot before the next step."
			fi
			""";

	private final PlannedDisk disk;
	private final Origin fixed;
	private final TracedWriter out = new TracedWriter();

	PartitionStep(PlannedDisk disk) {
		this.disk = disk;
		this.fixed = new Origin.Default(disk.design(), "the tutorial's partitioning, with parted(8) of EL6");
	}

	TracedText text() {
		head();
		out.line(fixed, "set -eu");
		out.line(fixed, "disk=${1:-" + ShellWords.quote(disk.device()) + "}");
		out.put(fixed, "sectors=").put(disk.sectors().orElseThrow()).line(fixed, "");
		out.put(fixed, "sector=").put(disk.sectorSize()).line(fixed, "");
		out.put(fixed, "label=").put(disk.label()).line(fixed, "");
		out.line(fixed, "infix=" + (disk.name().matches(".*[0-9]") ? "p" : "''"));
		out.put(fixed, GATE);
		out.line(fixed, "verify() {");
		for (PlannedPartition p : disk.partitions()) {
			out.put(of(p), "\twant " + p.number() + " ").put(p.start().orElseThrow()).put(fixed, " ").put(p.end().orElseThrow()).line(fixed, "");
		}
		out.line(fixed, "}");
		out.line(fixed, "verify");
		out.put(fixed, USE);
		TableTexts texts = new TableTexts(disk);
		for (PlannedPartition p : disk.partitions()) {
			out.put(of(p), "make " + p.number() + " " + TableTexts.partedWords(p, disk.isGpt()) + " ").put(p.start().get()).put(fixed, " ").put(p.end().get()).line(fixed, "");
		}
		for (PlannedPartition p : disk.partitions()) {
			for (Effective<String> flag : texts.partedFlags(p)) {
				out.line(flag.origin(), "mark " + p.number() + " " + flag.value());
			}
			if (!p.typeCode().value().matches("8[23e]|fd|5|f|0[5f]") && !disk.isGpt()) {
				out.line(p.typeCode().origin(), "type_of " + p.number() + " " + p.typeCode().value());
			}
		}
		out.put(fixed, END);
		return out.finish();
	}

	private void head() {
		out.line(fixed, "#!/bin/sh");
		out.line(fixed, "# Makes the partitions of " + disk.device() + " that are not there yet. Run it on every node that has this disk, before DRBD.");
		out.line(fixed, "#");
		out.line(fixed, "# DESTROYS what lies in the unpartitioned part of " + disk.device() + ". Partitions that exist are compared with the plan and never changed:");
		out.line(fixed, "# if one differs, nothing is written. For a rehearsal give it an image file: sh SCRIPT IMAGE");
		out.line(fixed, "#");
		out.line(fixed, "# The plan, in sectors of " + disk.sectorSize().value() + " bytes, and how each place was found:");
		for (PlannedPartition p : disk.partitions()) {
			String what = p.design().getLabel() != null ? " " + p.design().getLabel() : "";
			out.line(of(p), ShellWords.comment("#   " + p.device() + " " + p.kind().getLiteral() + " " + p.start().orElseThrow().value() + " to " + p.end().orElseThrow().value() + ", "
					+ p.sectors() + " sectors" + use(p.design()) + what));
			p.arithmetic().forEach(a -> out.line(of(p), ShellWords.comment("#     " + a)));
		}
		if (!disk.isGpt()) {
			out.line(fixed, "#");
			out.line(fixed, "# The same by hand for those that the installer does not make: fdisk -c -u " + disk.device() + ", then these lines:");
			byHand();
		}
	}

	private void byHand() {
		PartitionSteps.fdiskKeys(disk).forEach((p, keys) -> out.line(of(p), "#   " + String.join(" ", keys)));
		out.line(fixed, "#   w");
	}

	private static String use(Partition partition) {
		return partition.isSwap() ? ", swap" : partition.getMountPoint() != null ? ", mounted at " + partition.getMountPoint() : "";
	}

	private static Origin of(PlannedPartition p) {
		return new Origin.Set(p.design(), Literals.PARTITION__NUMBER);
	}
}
