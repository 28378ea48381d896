#!/bin/sh
# Makes LVM forget the devices that it saw through the old filter.
# Run it when /etc/lvm/lvm.conf is in place.
# Destroys: nothing.
# Runs on: a.example.net, as root.
set -eu
PATH=$PATH:/sbin:/usr/sbin
export PATH

say() {
	printf '%s\n' "$*"
}
die() {
	printf '%s: %s\n' "$0" "$*" >&2
	exit 1
}

[ "$(uname -n)" = a.example.net ] || die "this is $(uname -n), the script is for another node"
[ "$(id -u)" = 0 ] || die "only root can do this"
grep -Fq -e 'filter = [ "a|^/dev/drbd[0-9]+$|", "a|^/dev/sda3$|", "r|.*|" ]' /etc/lvm/lvm.conf || die "/etc/lvm/lvm.conf does not have this design's filter yet"
rm -f /etc/lvm/cache/.cache
# The cluster need not run yet: cman, then drbd, then clvmd come before the next step.
vgscan --ignorelockingfailure
case $(awk '$2 == "/" { print $1 }' /proc/mounts) in
*/dev/mapper/* | */dev/dm-*)
	say "The root file system may be on LVM: see that the filter accepts its disk, then rebuild the initramfs with dracut -f."
	;;
esac
