#!/bin/sh
# Makes the partitions of /dev/sdb that are not there yet. Run it on every node that has this disk, before DRBD.
#
# DESTROYS what lies in the unpartitioned part of /dev/sdb. Partitions that exist are compared with the plan and never changed:
# if one differs, nothing is written. For a rehearsal give it an image file: sh SCRIPT IMAGE
#
# The plan, in sectors of 512 bytes, and how each place was found:
#   /dev/sdb1 primary 2048 to 104857599, 104855552 sectors
#     first free sector: 0 + 1 = 1
#     aligned to 2048 sectors: int((1 + 2047) / 2048) x 2048 = 2048
#     usable on the disk: 209715199 - 2048 + 1 = 209713152 sectors
#     50% of it: int(209713152 x 50 / 100) = 104856576, whole MiB: 104855552 sectors
#     end: 2048 + 104855552 - 1 = 104857599
#   /dev/sdb2 primary 104857600 to 209715199, 104857600 sectors
#     first free sector: 104857599 + 1 = 104857600
#     aligned to 2048 sectors: int((104857600 + 2047) / 2048) x 2048 = 104857600
#     end: the last free sector, 209715199
#
# The same by hand for those that the installer does not make: fdisk -c -u /dev/sdb, then these lines:
#   n p 1 2048 104857599
#   n p 2 104857600 209715199
#   w
set -eu
disk=${1:-/dev/sdb}
sectors=209715200
sector=512
label=msdos
infix=''
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
verify() {
	want 1 2048 104857599
	want 2 104857600 209715199
}
verify
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
make 1 primary ext2 2048 104857599
make 2 primary ext2 104857600 209715199

# Is it what was planned?
made=$missing
missing=
verify
[ -z "$missing" ] || stop "partitions$missing were not made; the table is: $(table | tr '\n' ' ')"
echo "$disk: made$made"
if [ -b "$disk" ] && ! partprobe "$disk"; then
	echo "The kernel still uses the old table. Stop the cluster (/etc/init.d/cman stop) and reboot before the next step."
fi
