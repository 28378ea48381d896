#!/bin/sh
# Makes the mount points, and the lines of /etc/fstab for what the init scripts mount.
# Run it when the file systems are made and their volume groups are active here.
# Destroys: nothing.
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

[ "$(uname -n)" = box ] || die "this is $(uname -n), the script is for another node"
[ "$(id -u)" = 0 ] || die "only root can do this"
# Whether /etc/fstab has an active line for a mount point.
in_fstab() {
	awk -v point="$1" '$1 !~ /^#/ && $2 == point { found = 1 } END { exit !found }' /etc/fstab
}
mkdir -p /home
if in_fstab /home; then
	say "/etc/fstab mounts /home already: left alone"
else
	uuid=$(blkid -p -o value -s UUID /dev/vg_data/home | tr A-F a-f)
	[ -n "$uuid" ] || die "/dev/vg_data/home has no file system with a UUID"
	cp -p /etc/fstab /etc/fstab.before-clusterwright
	printf 'UUID=%s %s\t\t%s\t%s\t0 0\n' "$uuid" /home ext4 defaults,noatime >> /etc/fstab
fi
mkdir -p /pool
if in_fstab /pool; then
	say "/etc/fstab mounts /pool already: left alone"
else
	uuid=$(blkid -p -o value -s UUID /dev/vg_data/pool | tr A-F a-f)
	[ -n "$uuid" ] || die "/dev/vg_data/pool has no file system with a UUID"
	cp -p /etc/fstab /etc/fstab.before-clusterwright
	printf 'UUID=%s %s\t\t%s\t%s\t0 0\n' "$uuid" /pool gfs2 rw,suid,dev,exec,nouser,async >> /etc/fstab
fi
