#!/bin/sh
# Makes the file systems on the logical volumes that this node made.
# Destroys: what lies on /dev/shared-vg0/lv_shared.
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
service cman status >/dev/null || die "start cman on all nodes first: service cman start"
must_be_blank /dev/shared-vg0/lv_shared
confirm 'This makes file systems on /dev/shared-vg0/lv_shared; what is on them is lost.'
mkfs.gfs2 -p lock_dlm -j 2 -t an-clusterA:shared /dev/shared-vg0/lv_shared

# The guests' definitions and scripts of this bundle, or of this generated tree, go onto the shared file system.
tree=$(cd "$(dirname "$0")/.." && pwd)
if [ -d "$tree/files" ]; then tree=$tree/files; else tree=${tree%/*}; fi
work=$(mktemp -d /tmp/clusterwright.XXXXXX)
mount -t gfs2 /dev/shared-vg0/lv_shared "$work"
trap 'umount "$work" && rmdir "$work"' EXIT
mkdir -p "$work/definitions" "$work/provision" "$work/files"
if [ -d "$tree"/shared/definitions ]; then
	cp -Rp "$tree"/shared/definitions/. "$work/definitions"
fi
if [ -d "$tree"/shared/provision ]; then
	cp -Rp "$tree"/shared/provision/. "$work/provision"
fi
