#!/bin/sh
# Makes the partitions of /dev/sdc that are not there yet. Run it on every node that has this disk, before DRBD.
#
# DESTROYS what lies in the unpartitioned part of /dev/sdc. Partitions that exist are compared with the plan and never changed:
# if one differs, nothing is written. For a rehearsal give it an image file: sh SCRIPT IMAGE
#
# The plan, in sectors of 512 bytes, and how each place was found:
#   /dev/sdc1 primary 2048 to 1288491007, 1288488960 sectors, mounted at /data local data
#     first free sector: 33 + 1 = 34
#     aligned to 2048 sectors: int((34 + 2047) / 2048) x 2048 = 2048
#     usable on the disk: 12884901854 - 2048 + 1 = 12884899807 sectors
#     10% of it: int(12884899807 x 10 / 100) = 1288489980, whole MiB: 1288488960 sectors
#     end: 2048 + 1288488960 - 1 = 1288491007
#   /dev/sdc2 primary 1288491008 to 12884901854, 11596410847 sectors
#     first free sector: 1288491007 + 1 = 1288491008
#     aligned to 2048 sectors: int((1288491008 + 2047) / 2048) x 2048 = 1288491008
#     end: the last free sector, 12884901854
set -eu
disk=${1:-/dev/sdc}
sectors=12884901888
sector=512
label=gpt
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
	want 1 2048 1288491007
	want 2 1288491008 12884901854
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
make 1 p1 ext2 2048 1288491007
make 2 p2 ext2 1288491008 12884901854

# Is it what was planned?
made=$missing
missing=
verify
[ -z "$missing" ] || stop "partitions$missing were not made; the table is: $(table | tr '\n' ' ')"
echo "$disk: made$made"
if [ -b "$disk" ] && ! partprobe "$disk"; then
	echo "The kernel still uses the old table. Stop the cluster (/etc/init.d/cman stop) and reboot before the next step."
fi
