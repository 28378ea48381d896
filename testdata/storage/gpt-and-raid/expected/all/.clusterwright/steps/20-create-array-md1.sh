#!/bin/sh
# Makes the software RAID array /dev/md1. Run it on every node that has these disks, after partitioning them all alike.
#
# DESTROYS all data on /dev/sda2 /dev/sdb2.
# Planned size: 2146433008 sectors of 512 bytes; mdadm has the last word. If it differs, write the true one to the array: sectors N
set -eu
array=/dev/md1
members='/dev/sda2 /dev/sdb2'
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
# shellcheck disable=SC2086  # a list of paths without blanks
mdadm --create "$array" --run --metadata=1.0 --level=1 --raid-devices=2 --bitmap=internal $members
mdadm --detail --brief "$array" >>/etc/mdadm.conf
echo "$array has $(cat "/sys/class/block/${array##*/}/size") sectors, the plan says 2146433008"
echo "$array is being built; it can be used already. Watch: cat /proc/mdstat"
