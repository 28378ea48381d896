#!/bin/sh
# Brings up the DRBD resources of a for the first time. Start it on all nodes at about the same time,
# after 30-drbd-create-md.sh on all of them. Watch it with: watch cat /proc/drbd
#
# DESTROYS nothing that 30-drbd-create-md.sh has left. The first host of each resource declares the new, empty device
# up to date on both sides (--clear-bitmap), which is done this one time only and refused where there is data to keep.
set -eu
stop() {
	echo "STOP: $*" >&2
	exit 1
}
await() { # resource, command of drbdadm, wanted answers (a pattern), seconds
	tries=0
	until now=$(drbdadm "$2" "$1") && printf '%s\n' "$now" | grep -Eqx "$3"; do
		tries=$((tries + 1))
		[ "$tries" -le "$4" ] || stop "$1: $2 is '$now' and did not become $3 within $4 s"
		sleep 1
	done
	echo "$1: $2 is $now"
}
chkconfig drbd off
modprobe drbd
drbdadm attach one
drbdadm attach two
drbdadm connect one
drbdadm connect two
await one cstate Connected 600
await two cstate Connected 600

await one dstate Inconsistent/Inconsistent 60
drbdadm -- --clear-bitmap new-current-uuid one
await two dstate Inconsistent/Inconsistent 60
drbdadm -- --clear-bitmap new-current-uuid two
await one dstate UpToDate/UpToDate 600
await two dstate UpToDate/UpToDate 600
