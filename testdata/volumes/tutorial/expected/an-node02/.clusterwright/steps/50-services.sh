#!/bin/sh
# Says which services start when this node boots. It starts and stops none now.
# Services of EL6 that are not installed are named at the end.
# Destroys: nothing.
# Runs on: an-node02.alteeve.com, as root.
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

[ "$(uname -n)" = an-node02.alteeve.com ] || die "this is $(uname -n), the script is for another node"
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
at_boot libvirtd on
# rgmanager stops and starts guests; libvirt-guests would do it too.
at_boot libvirt-guests off
# It does not know bridges and bonds of this kind.
at_boot NetworkManager off
# With it an IPMI power off becomes a shutdown, which a hung node never ends.
at_boot acpid off
# rgmanager starts it.
at_boot gfs2 off
# rgmanager starts it.
at_boot clvmd off
# rgmanager starts it.
at_boot drbd off
# A node that was fenced should come back only when someone has looked at it, unless the design says so under boot-services.
at_boot cman off
at_boot rgmanager off
[ -z "$missing" ] || die "not installed:$missing"
