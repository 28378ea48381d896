#!/bin/sh
# Writes DRBD's meta-data to the backing disks of b.example.org. Run it on both hosts of each resource.
#
# DESTROYS what was on these disks: their ends are overwritten, and what is left is taken for a new, empty device.
#   ab: /dev/sdb1
#     drbdadm will say: md_offset 53686038528, al_offset 53686005760, bm_offset 53684367360; oos of the new device: 52426140
#   bc: /dev/sdb2
#     drbdadm will say: md_offset 53687087104, al_offset 53687054336, bm_offset 53685415936; oos of the new device: 52427164
# drbdadm itself asks once more where it finds data.
set -eu
stop() {
	echo "STOP: $*" >&2
	exit 1
}
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
create ab /dev/sdb1 53686042624
create bc /dev/sdb2 53687091200
