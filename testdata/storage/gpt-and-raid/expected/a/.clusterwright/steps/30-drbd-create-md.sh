#!/bin/sh
# Writes DRBD's meta-data to the backing disks of a. Run it on both hosts of each resource.
#
# DESTROYS what was on these disks: their ends are overwritten, and what is left is taken for a new, empty device.
#   r0: /dev/md1p2
#     drbdadm will say: md_offset 1056022974464, al_offset 1056022941696, bm_offset 1055990714368; oos of the new device: 1031240932
#   r1: /dev/sdc2
#     drbdadm will say: md_offset 5937362345984, al_offset 5937362313216, bm_offset 5937181118464; oos of the new device: 5798028436
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
create r0 /dev/md1p2 1056022978560
create r1 /dev/sdc2 5937362353664
