#!/bin/sh
# Makes the mount points, and the lines of /etc/fstab for what the init scripts mount.
# Run it when the file systems are made and their volume groups are active here.
# Destroys: nothing.
# Runs on: c.example.net, as root.
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

[ "$(uname -n)" = c.example.net ] || die "this is $(uname -n), the script is for another node"
[ "$(id -u)" = 0 ] || die "only root can do this"
# Whether /etc/fstab has an active line for a mount point.
in_fstab() {
	awk -v point="$1" '$1 !~ /^#/ && $2 == point { found = 1 } END { exit !found }' /etc/fstab
}
mkdir -p /scratch
if in_fstab /scratch; then
	say "/etc/fstab mounts /scratch already: left alone"
else
	uuid=$(blkid -p -o value -s UUID /dev/scratch/tmp | tr A-F a-f)
	[ -n "$uuid" ] || die "/dev/scratch/tmp has no file system with a UUID"
	cp -p /etc/fstab /etc/fstab.before-clusterwright
	printf 'UUID=%s %s\t\t%s\t%s\t0 0\n' "$uuid" /scratch ext4 rw,suid,dev,exec,nouser,async >> /etc/fstab
fi
