#!/bin/sh
# Makes the file systems on the logical volumes that this node made.
# Destroys: what lies on /dev/vg_data/home /dev/vg_data/pool.
# Runs on: box, as root.
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

[ "$(uname -n)" = box ] || die "this is $(uname -n), the script is for another node"
[ "$(id -u)" = 0 ] || die "only root can do this"
must_be_blank /dev/vg_data/home
must_be_blank /dev/vg_data/pool
confirm 'This makes file systems on /dev/vg_data/home /dev/vg_data/pool; what is on them is lost.'
mkfs.ext4 /dev/vg_data/home
mkfs.gfs2 -p lock_nolock -j 2 -J 64 -b 1024 -r 256 -t solo:pool /dev/vg_data/pool

# The guests' definitions and scripts of this bundle, or of this generated tree, go onto the shared file system.
tree=$(cd "$(dirname "$0")/.." && pwd)
if [ -d "$tree/files" ]; then tree=$tree/files; else tree=${tree%/*}; fi
work=$(mktemp -d /tmp/clusterwright.XXXXXX)
mount -t gfs2 /dev/vg_data/pool "$work"
trap 'umount "$work" && rmdir "$work"' EXIT
mkdir -p "$work/definitions" "$work/provision" "$work/files"
if [ -d "$tree"/pool/definitions ]; then
	cp -Rp "$tree"/pool/definitions/. "$work/definitions"
fi
if [ -d "$tree"/pool/provision ]; then
	cp -Rp "$tree"/pool/provision/. "$work/provision"
fi
