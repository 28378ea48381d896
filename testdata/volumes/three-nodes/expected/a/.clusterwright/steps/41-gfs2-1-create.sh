#!/bin/sh
# Makes the file systems on the logical volumes that this node made.
# Destroys: what lies on /dev/vg-ab/data /dev/scratch/tmp.
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

[ "$(uname -n)" = a.example.net ] || die "this is $(uname -n), the script is for another node"
[ "$(id -u)" = 0 ] || die "only root can do this"
service cman status >/dev/null || die "start cman on all nodes first: service cman start"
must_be_blank /dev/vg-ab/data
must_be_blank /dev/scratch/tmp
confirm 'This makes file systems on /dev/vg-ab/data /dev/scratch/tmp; what is on them is lost.'
mkfs.gfs2 -p lock_dlm -j 2 -t trio:data /dev/vg-ab/data
mkfs.ext4 /dev/scratch/tmp
