#!/bin/sh
# Asks for a password for the user ricci and starts ricci: cman_tool version -r and ccs send cluster.conf
# to the other nodes through it.
# Destroys: the password that ricci had.
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
id ricci >/dev/null || die "ricci is not installed: yum install ricci"
confirm 'This sets a new password for the user ricci.'
passwd ricci
chkconfig ricci on
service ricci start
