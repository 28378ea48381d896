#!/bin/sh
# Makes the mount points, and the lines of /etc/fstab for what the init scripts mount.
# Run it when the file systems are made and their volume groups are active here.
# Destroys: nothing.
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

[ "$(uname -n)" = an-node01.alteeve.com ] || die "this is $(uname -n), the script is for another node"
[ "$(id -u)" = 0 ] || die "only root can do this"
# Whether /etc/fstab has an active line for a mount point.
in_fstab() {
	awk -v point="$1" '$1 !~ /^#/ && $2 == point { found = 1 } END { exit !found }' /etc/fstab
}
mkdir -p /shared
! in_fstab /shared || die "rgmanager mounts /shared: take its line out of /etc/fstab"
