#!/bin/sh
# Makes the volume groups and logical volumes that this node makes for the cluster.
# After a failure on the way: vgremove what was made, pvremove its devices, and run it again.
# Destroys: what lies on /dev/drbd7 /dev/sda3.
# Runs on: b.example.net, as root.
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
confirm() {
	printf '%s\nType yes to go on: ' "$1"
	read -r answer || answer=
	[ "$answer" = yes ] || die "stopped; nothing is changed"
}
# Refuses a device that is missing or holds anything that blkid(8) knows.
must_be_blank() {
	[ -b "$1" ] || die "$1 is not there"
	found=0
	blkid -p "$1" >&2 || found=$?
	[ "$found" = 2 ] || die "$1 holds data already (see above); nothing is changed"
}

[ "$(uname -n)" = b.example.net ] || die "this is $(uname -n), the script is for another node"
[ "$(id -u)" = 0 ] || die "only root can do this"
# clvmd needs cman to run first, on all nodes of the groups.
service cman status >/dev/null || die "start cman on all nodes first: service cman start"
case $(drbdadm role bc) in
Primary/*) ;;
*) die "DRBD resource bc is not primary here: start drbd on both of its nodes first, service drbd start" ;;
esac
service clvmd status >/dev/null || die "start clvmd on all nodes first: service clvmd start"
must_be_blank /dev/drbd7
! vgs vg-bc >/dev/null 2>&1 || die "there is a volume group vg-bc already; nothing is changed"
must_be_blank /dev/sda3
! vgs scratch >/dev/null 2>&1 || die "there is a volume group scratch already; nothing is changed"
confirm 'This makes physical volumes of /dev/drbd7 /dev/sda3; what is on them is lost.'
pvcreate /dev/drbd7
vgcreate -c y vg-bc /dev/drbd7
lvcreate -l 30%VG -n y vg-bc
lvcreate -L 100m -n z vg-bc
lvcreate -l 100%FREE -n remains vg-bc
pvcreate /dev/sda3
vgcreate -c n scratch /dev/sda3
lvcreate -l 100%FREE -n tmp scratch
lvs
