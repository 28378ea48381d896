#!/bin/sh
# DRBD 8.3's fence-peer handler for a cluster with cman: has the cluster fence the lost peer and tells DRBD whether it is down.
# Runs on the node that wants to go on; called as root with DRBD_RESOURCE, DRBD_PEER (or DRBD_PEERS) and DRBD_MINOR in the environment.
#
# Exit codes: 7 when, and only when, fence_node has returned 0 for the peer; DRBD then goes on writing alone.
#             1 otherwise; I/O stays frozen until somebody says: drbdadm resume-io RESOURCE.
# DRBD's other codes (3 to 6) speak of the peer's disk, of which nothing is known here, and are never used.
#
# It fences only when this node's own disk is UpToDate and this part of the cluster is quorate. Several resources call at once: one of them
# fences, the others wait for it and share its success. Every wait ends: a fence device that hangs is a failure.

: "${OBLITERATE_STATE:=/var/run/obliterate-peer}"
: "${OBLITERATE_PROC_DRBD:=/proc/drbd}"
: "${OBLITERATE_FENCE_SECONDS:=120}"
: "${OBLITERATE_REUSE_SECONDS:=60}"
PATH=${PATH:+$PATH:}/sbin:/usr/sbin:/bin:/usr/bin
LC_ALL=C
export PATH LC_ALL

# Cluster node and node id of each DRBD host of this cluster.
lookup() {
	case $1 in
	a.example.org) node=a.example.org id=1 ;;
	b.example.org) node=b.example.org id=2 ;;
	c.example.org) node=c.example.org id=3 ;;
	*) return 1 ;;
	esac
}

say() {
	timeout -s KILL 5 logger -t "obliterate-peer[$$]" -p daemon.notice -- "${resource}: $*" </dev/null >/dev/null 2>&1 9>&-
	return 0
}

refuse() {
	say "$* - the peer is NOT fenced, I/O stays frozen"
	exit 1
}

seconds() {
	uptime=
	read -r uptime _ </proc/uptime
	echo "${uptime%%.*}"
}

generation() {
	printf '%s\n' "$1" | sed -n 's/^Cluster Generation: *\([0-9][0-9]*\).*/\1/p'
}

# Whether a success of before covers this call: it came while we waited, or it is fresh and the membership has not changed since.
covered() {
	[ -r "$record" ] || return 1
	past_boot='' past_before='' past_after='' past_time=''
	read -r past_boot past_before past_after past_time <"$record" || return 1
	[ "$past_boot" = "$boot" ] || return 1
	case $past_time in '' | *[!0-9]*) return 1 ;; esac
	[ "$past_time" -ge "$arrived" ] && return 0
	[ -n "$before" ] || return 1
	[ "$before" = "$past_before" ] || [ "$before" = "$past_after" ] || return 1
	[ $(($(seconds) - past_time)) -le "$OBLITERATE_REUSE_SECONDS" ]
}

resource=${DRBD_RESOURCE:-}
peer=${DRBD_PEER:-${DRBD_PEERS:-}}
arrived=$(seconds)
case $arrived in '' | *[!0-9]*) refuse "the time since boot cannot be read" ;; esac
boot=
read -r boot </proc/sys/kernel/random/boot_id
umask 077

# Who is to be fenced?
[ -n "$resource" ] || refuse "DRBD_RESOURCE is not set"
[ -n "$peer" ] || refuse "DRBD_PEER is not set"
node='' id=''
lookup "$(uname -n)" || refuse "this host, $(uname -n), is no node of the cluster"
own=$node
node='' id=''
lookup "$peer" || refuse "the peer '$peer' is no node of the cluster"
[ "$node" != "$own" ] || refuse "the peer '$peer' is this node itself"
record=$OBLITERATE_STATE/fenced.$id
say "the connection to $peer is lost; asked to fence $node"

# One at a time. The lock goes with the process that holds it, however it ends; the programs that it starts do not inherit it.
mkdir -p "$OBLITERATE_STATE" || refuse "$OBLITERATE_STATE cannot be made"
(: >>"$OBLITERATE_STATE/lock") || refuse "$OBLITERATE_STATE/lock cannot be written"
exec 9>>"$OBLITERATE_STATE/lock"
waits=0
until flock -n 9; do
	waits=$((waits + 1))
	[ "$waits" -le $((OBLITERATE_FENCE_SECONDS + 30)) ] || refuse "another call holds the lock for too long"
	sleep 1 9>&-
done

# May this node go on alone?
minor=${DRBD_MINOR:-}
case $minor in
'' | *[!0-9]*) minor=$(timeout -s KILL 10 drbdadm sh-minor "$resource" </dev/null 2>/dev/null 9>&-) ;;
esac
case $minor in
'' | *[!0-9]*) refuse "the minor number of $resource is not known" ;;
esac
disk=$(timeout -s KILL 10 sed -n "s/^ *$minor: cs:.* ds:\([A-Za-z]*\)\/.*/\1/p" "$OBLITERATE_PROC_DRBD" 2>/dev/null 9>&-)
[ "$disk" = UpToDate ] || refuse "this node's own disk is '${disk:-unknown}', not UpToDate"
status=$(timeout -s KILL 10 cman_tool status </dev/null 2>/dev/null 9>&-) || refuse "cman does not answer"
case $status in
*"Activity blocked"*) refuse "this part of the cluster is not quorate" ;;
*"Membership state: Cluster-Member"*) ;;
*) refuse "this node is no member of the cluster" ;;
esac
before=$(generation "$status")

if covered; then
	say "$node was fenced for another resource just now"
	exit 7
fi

say "fencing $node, for at most $OBLITERATE_FENCE_SECONDS s"
timeout -s KILL "$OBLITERATE_FENCE_SECONDS" fence_node "$node" </dev/null >/dev/null 2>&1 9>&-
result=$?
[ "$result" -eq 0 ] || refuse "fence_node $node failed with $result"
status=$(timeout -s KILL 10 cman_tool status </dev/null 2>/dev/null 9>&-) || status=
after=$(generation "$status")
printf '%s %s %s %s\n' "$boot" "${before:--}" "${after:--}" "$(seconds)" >"$record.new" && mv -f "$record.new" "$record"
say "$node is fenced"
exit 7
