#!/bin/sh
# Says which services start when this node boots. It starts and stops none now.
# Services of EL6 that are not installed are named at the end.
# Destroys: nothing.
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

[ "$(uname -n)" = b.example.net ] || die "this is $(uname -n), the script is for another node"
[ "$(id -u)" = 0 ] || die "only root can do this"
missing=
at_boot() {
	if [ -x "/etc/init.d/$1" ]; then
		chkconfig "$1" "$2"
		say "$1 $2"
	elif [ "$2" = on ]; then
		missing="$missing $1"
	fi
}
at_boot network on
at_boot iptables on
at_boot ricci on
at_boot modclusterd on
# It does not know bridges and bonds of this kind.
at_boot NetworkManager off
# With it an IPMI power off becomes a shutdown, which a hung node never ends.
at_boot acpid off
# A file system of the cluster is mounted from /etc/fstab.
at_boot gfs2 on
# A file system of the cluster is mounted from /etc/fstab.
at_boot clvmd on
# A file system of the cluster is mounted from /etc/fstab.
at_boot drbd on
# A node that was fenced should come back only when someone has looked at it, unless the design says so under boot-services.
at_boot cman on
at_boot rgmanager off
[ -z "$missing" ] || die "not installed:$missing"
