# The backup sets lie in ./var/lib/clusterwright/CLUSTER/DATE/: "old" holds the files as they were, "journal" what was there and what was not. The
# journal is written and flushed before the first file is touched; "done" when all is installed. A set without journal touched nothing.
state_directory() { # cluster; sets $state
	for name in var var/lib var/lib/clusterwright "var/lib/clusterwright/$1"; do
		[ ! -h "./$name" ] || die "$root/$name is a symbolic link, and links are not followed; put a real directory there"
	done
	state=./var/lib/clusterwright/$1
}

process_begin() { # pid; sets $began: tells a process from a later one of the same number
	began=
	[ -r "/proc/$1/stat" ] || return 0
	read -r began < "/proc/$1/stat" || :
	began=${began##*) }
	# shellcheck disable=SC2086 # the fields after the name
	set -- $began
	shift 19 2>/dev/null || set --
	began=${1-}
}

lives() { # pid, when it began
	if [ -d /proc/self ]; then
		process_begin "$1"
		[ -n "$began" ] && [ "$began" = "$2" ]
	else
		kill -0 "$1" 2>/dev/null
	fi
}

# One run at a time. The lock is a symbolic link, which is made with its content in one step; that of a process that lives no more is taken over.
locked=
lock() {
	process_begin $$
	mine=$$.$began
	tries=0
	until ln -sn "$mine" "$state/lock" 2>/dev/null; do
		tries=$((tries + 1))
		[ "$tries" -le 3 ] || die "the lock $root${state#.}/lock cannot be taken; is the disk full or read-only, or are you not root?"
		holder=$(readlink "$state/lock") || continue
		! lives "${holder%%.*}" "${holder#*.}" || die "another install.sh or rollback.sh is at work (process ${holder%%.*}); wait until it has ended"
		mv -f "$state/lock" "$state/lock.$$" 2>/dev/null || continue
		if [ "$(readlink "$state/lock.$$")" != "$holder" ]; then
			mv -f "$state/lock.$$" "$state/lock"
			die "another install.sh or rollback.sh has just begun; wait until it has ended"
		fi
		rm -f "$state/lock.$$"
	done
	locked=1
}

unlock() {
	[ -n "$locked" ] || return 0
	locked=
	rm -rf "$state/work"
	find_sets
	made=
	# Of the state only what holds something stays.
	if [ -z "$sets" ] && [ -f "$state/made" ]; then
		read -r made < "$state/made" || :
		rm -f "$state/made"
	fi
	rm -f "$state/lock"
	# shellcheck disable=SC2086 # names of ours, without blanks
	rmdir "$state" ./var/lib/clusterwright $made 2>/dev/null || :
}

# The names of the backup sets, oldest first, in $sets; the last of them in $newest.
find_sets() {
	sets=
	newest=
	for name in "$state"/[0-9]*Z*; do
		[ -d "$name" ] || continue
		case $name in *.restored) continue ;; esac
		newest=${name##*/}
		sets="$sets $newest"
	done
}

# Why a program could not write; on a full disk not even that could be written.
reason() {
	said=$(head -n 1 "$work/error" 2>/dev/null)
	say "${said:-is the disk full?}"
}

flush() { dd if=/dev/null of="$1" conv=notrunc,fsync 2>/dev/null; }

temporary() { # path; sets $temp: where its new content waits, in the same directory
	temp=.${1%/*}/.${1##*/}.clusterwright-new
}

process_runs() { # name
	for stat in /proc/[0-9]*/stat; do
		read -r line 2>/dev/null < "$stat" || continue
		line=${line#* (}
		[ "${line%)*}" != "$1" ] || return 0
	done
	return 1
}

cman_runs() { process_runs corosync || process_runs aisexec || { command -v cman_tool >/dev/null && cman_tool status >/dev/null 2>&1; }; }

drbd_up() { # minor, or nothing for any
	awk -v minor="${1-}" '$1 ~ /^[0-9]+:$/ && $2 ~ /^cs:/ && $2 != "cs:Unconfigured" && (minor == "" || $1 == minor ":") { up = 1 } END { exit !up }' /proc/drbd 2>/dev/null
}

# Whether a gate is shut now on this machine: sets $why. Gates of the cluster and of mounts are dealt with by those who call.
gate_shut() { # gate, path
	why=
	case $1 in
		drbd) ! drbd_up || why="a DRBD device is up; stop DRBD first (services, then: drbdadm down all)" ;;
		drbd:*)
			# A resource that is new replaces nothing that runs.
			[ -e ".$2" ] || return 1
			minors=$(drbdadm sh-minor "${1#drbd:}" 2>/dev/null) || minors=
			if [ -z "$minors" ]; then
				! drbd_up || why="a DRBD device is up, and drbdadm does not say whether it is ${1#drbd:}; stop DRBD first (services, then: drbdadm down all)"
			fi
			for minor in $minors; do
				! drbd_up "$minor" || why="the DRBD resource ${1#drbd:} is up; stop what uses it, then: drbdadm down ${1#drbd:}"
			done ;;
		lvm)
			if process_runs clvmd; then
				why="clvmd runs; stop it first: service clvmd stop"
			elif command -v lvs >/dev/null && lvs --noheadings -o lv_attr,vg_attr --config 'global{locking_type=0}' 2>/dev/null \
				| awk 'substr($1, 5, 1) == "a" && substr($2, 6, 1) == "c" { found = 1 } END { exit !found }'; then
				why="volumes of a clustered volume group are active; deactivate them first: vgchange -an"
			fi ;;
	esac
	[ -n "$why" ]
}

confirm() { # question
	[ -z "$yes" ] || return 0
	[ -t 0 ] || die "nobody is here to answer the question: $1 Say --yes to answer it beforehand. Nothing was changed"
	printf '%s [y/N] ' "$1"
	read -r answer || answer=
	case $answer in y | Y | yes | YES) ;; *) die "nothing was changed" ;; esac
}
