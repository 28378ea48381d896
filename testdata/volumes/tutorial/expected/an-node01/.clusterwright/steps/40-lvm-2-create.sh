#!/bin/sh
# Makes the volume groups and logical volumes that this node makes for the cluster.
# After a failure on the way: vgremove what was made, pvremove its devices, and run it again.
# Destroys: what lies on /dev/drbd0 /dev/drbd1 /dev/drbd2.
# Runs on: an-node01.alteeve.com, as root.
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

[ "$(uname -n)" = an-node01.alteeve.com ] || die "this is $(uname -n), the script is for another node"
[ "$(id -u)" = 0 ] || die "only root can do this"
# clvmd needs cman to run first, on all nodes of the groups.
service cman status >/dev/null || die "start cman on all nodes first: service cman start"
case $(drbdadm role r0) in
Primary/*) ;;
*) die "DRBD resource r0 is not primary here: start drbd on both of its nodes first, service drbd start" ;;
esac
case $(drbdadm role r1) in
Primary/*) ;;
*) die "DRBD resource r1 is not primary here: start drbd on both of its nodes first, service drbd start" ;;
esac
case $(drbdadm role r2) in
Primary/*) ;;
*) die "DRBD resource r2 is not primary here: start drbd on both of its nodes first, service drbd start" ;;
esac
service clvmd status >/dev/null || die "start clvmd on all nodes first: service clvmd start"
must_be_blank /dev/drbd0
! vgs shared-vg0 >/dev/null 2>&1 || die "there is a volume group shared-vg0 already; nothing is changed"
must_be_blank /dev/drbd1
! vgs an1-vg0 >/dev/null 2>&1 || die "there is a volume group an1-vg0 already; nothing is changed"
must_be_blank /dev/drbd2
! vgs an2-vg0 >/dev/null 2>&1 || die "there is a volume group an2-vg0 already; nothing is changed"
confirm 'This makes physical volumes of /dev/drbd0 /dev/drbd1 /dev/drbd2; what is on them is lost.'
pvcreate /dev/drbd0
vgcreate -c y shared-vg0 /dev/drbd0
lvcreate -L 10g -n lv_shared shared-vg0
pvcreate /dev/drbd1
vgcreate -c y an1-vg0 /dev/drbd1
lvcreate -l 50%VG -n vm0001_1 an1-vg0
lvcreate -l 100%FREE -n vm0002_1 an1-vg0
pvcreate /dev/drbd2
vgcreate -c y an2-vg0 /dev/drbd2
lvcreate -l 50%VG -n vm0003_1 an2-vg0
lvcreate -l 100%FREE -n vm0004_1 an2-vg0
lvs
