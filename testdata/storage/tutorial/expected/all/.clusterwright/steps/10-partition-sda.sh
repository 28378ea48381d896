#!/bin/sh
# Makes the partitions of /dev/sda that are not there yet. Run it on every node that has this disk, before DRBD.
#
# DESTROYS what lies in the unpartitioned part of /dev/sda. Partitions that exist are compared with the plan and never changed:
# if one differs, nothing is written. For a rehearsal give it an image file: sh SCRIPT IMAGE
#
# The plan, in sectors of 512 bytes, and how each place was found:
#   /dev/sda1 primary 2048 to 526335, 524288 sectors, mounted at /boot
#     start as written: 2048
#     256MiB / 512 = 524288 sectors
#     end: 2048 + 524288 - 1 = 526335
#   /dev/sda2 primary 526336 to 84412415, 83886080 sectors, mounted at /
#     first free sector: 526335 + 1 = 526336
#     aligned to 2048 sectors: int((526336 + 2047) / 2048) x 2048 = 526336
#     40GiB / 512 = 83886080 sectors
#     end: 526336 + 83886080 - 1 = 84412415
#   /dev/sda3 primary 84412416 to 92801023, 8388608 sectors, swap
#     first free sector: 84412415 + 1 = 84412416
#     aligned to 2048 sectors: int((84412416 + 2047) / 2048) x 2048 = 84412416
#     4GiB / 512 = 8388608 sectors
#     end: 84412416 + 8388608 - 1 = 92801023
#   /dev/sda4 extended 92801024 to 976773167, 883972144 sectors
#     first free sector: 92801023 + 1 = 92801024
#     aligned to 2048 sectors: int((92801024 + 2047) / 2048) x 2048 = 92801024
#     end: the last free sector, 976773167
#   /dev/sda5 logical 92803072 to 134746111, 41943040 sectors
#     first free sector: 92801024 + 2048 = 92803072
#     20GiB / 512 = 41943040 sectors
#     end: 92803072 + 41943040 - 1 = 134746111
#   /dev/sda6 logical 134748160 to 555760663, 421012504 sectors
#     first free sector: 134746111 + 1 + 2048 = 134748160
#     aligned to 128 sectors: int((134748160 + 127) / 128) x 128 = 134748160
#     free: 976773167 - 134748160 = 842025007
#     50% of it: int(842025007 x 50 / 100) = 421012503
#     end: 134748160 + 421012503 = 555760663
#   /dev/sda7 logical 555762816 to 976773167, 421010352 sectors
#     first free sector: 555760663 + 1 + 2048 = 555762712
#     aligned to 128 sectors: int((555762712 + 127) / 128) x 128 = 555762816
#     end: the last free sector, 976773167
#
# The same by hand for those that the installer does not make: fdisk -c -u /dev/sda, then these lines:
#   n e 92801024 976773167
#   n 92803072 134746111
#   n 134748160 555760663
#   n 555762816 976773167
#   w
set -eu
disk=${1:-/dev/sda}
sectors=976773168
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
	want 1 2048 526335
	want 2 526336 84412415
	want 3 84412416 92801023
	want 4 92801024 976773167
	want 5 92803072 134746111
	want 6 134748160 555760663
	want 7 555762816 976773167
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
make 1 primary ext2 2048 526335
make 2 primary ext2 526336 84412415
make 3 primary linux-swap 84412416 92801023
make 4 extended 92801024 976773167
make 5 logical ext2 92803072 134746111
make 6 logical ext2 134748160 555760663
make 7 logical ext2 555762816 976773167
mark 1 boot

# Is it what was planned?
made=$missing
missing=
verify
[ -z "$missing" ] || stop "partitions$missing were not made; the table is: $(table | tr '\n' ' ')"
echo "$disk: made$made"
if [ -b "$disk" ] && ! partprobe "$disk"; then
	echo "The kernel still uses the old table. Stop the cluster (/etc/init.d/cman stop) and reboot before the next step."
fi
