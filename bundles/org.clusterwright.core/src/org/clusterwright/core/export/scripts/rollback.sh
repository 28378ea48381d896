#!/bin/sh
# Brings back what install.sh has replaced: content, mode, owner and time of each file, and that files were not there. Needs nothing but a POSIX
# shell, coreutils, awk and sed. It reads only the backup in /var/lib/clusterwright/CLUSTER/DATE, so a damaged bundle does not keep it from working.
# Killed at any point, run again it completes.
# shellcheck disable=SC2015,SC2016 # A && B || die is meant so; awk's programs stand in single quotes
set -u
# include common
# include target
# include state

help() {
	cat <<END
usage: $program [--list] [--to DATE] [--yes] [--live] [--root DIR]

Brings back what the last run of install.sh replaced on this machine: content, mode, owner and time of each file; files that were not there go.
  --list       show the backups that are there, and change nothing
  --to DATE    bring back what was there before the run of DATE, undoing the later ones too
  --yes        answer yes to the questions; what was changed by hand since the run is kept aside either way
  --live       while cman runs: bring back cluster.conf all the same (cman keeps the version that it has, and takes no lower one)
  --root DIR   in the tree DIR instead of this machine
Exit codes: 0 done, or nothing to do; 1 refused or failed, and why is said; 2 wrong usage.
END
}

list='' to='' yes='' live=''
while [ $# -gt 0 ]; do
	case $1 in
		-h | --help) help; exit 0 ;;
		-l | --list) list=1 ;;
		-y | --yes) yes=1 ;;
		--live) live=1 ;;
		--to | --root)
			[ $# -ge 2 ] && [ -n "$2" ] || usage "$1 wants a value"
			if [ "$1" = --root ]; then root=$2; else to=$2; fi
			shift ;;
		--to=?*) to=${1#*=} ;;
		--root=?*) root=${1#*=} ;;
		*) usage "unknown argument $1" ;;
	esac
	shift
done

trap unlock EXIT
trap 'trap - EXIT; unlock; warn "interrupted; run it again to complete"; exit 1' HUP INT TERM PIPE
[ -r "$here/MANIFEST" ] || die "$here/MANIFEST is missing, which names the cluster"
cluster=$(manifest_value cluster)
case $cluster in '' | [!A-Za-z0-9]* | *[!A-Za-z0-9_.-]*) die "$here/MANIFEST is damaged: it does not name the cluster" ;; esac
enter_root
state_directory "$cluster"
if [ ! -d "$state" ]; then
	# A run that was interrupted at its very beginning has left an empty directory.
	[ -n "$list" ] || rmdir ./var/lib/clusterwright 2>/dev/null || :
	say "Nothing to roll back: install.sh has no backup in $root${state#.}."
	exit 0
fi
[ -w "$state" ] && [ -x "$state" ] || die "$root${state#.} cannot be written; are you root?"
if [ -n "$list" ]; then
	find_sets
	for name in $sets; do
		[ -f "$state/$name/journal" ] || continue
		say "$name  $(awk '/^file/ { n++ } END { print n + 0 }' "$state/$name/journal") files$([ -f "$state/$name/done" ] || say ', interrupted')"
	done
	exit 0
fi
lock
work=$state/work
rm -rf "$work" "$state"/*.restored
mkdir "$work" || die "$root${work#.} cannot be made; is the disk full?"

find_sets
chosen=
for name in $sets; do
	if [ ! -f "$state/$name/journal" ]; then
		# It was interrupted before it touched anything.
		rm -rf "${state:?}/$name"
	elif [ -z "$to" ]; then
		chosen=$name
	elif [ "$name" = "$to" ] || [ -n "$chosen" ]; then
		chosen="$name $chosen"
	fi
done
if [ -z "$chosen" ]; then
	[ -z "$to" ] || die "there is no backup of $to; these are there: $(say "$sets" | sed 's/^ //') "
	say "Nothing to roll back: install.sh has no backup in $root${state#.}."
	exit 0
fi

missing_directory() { :; }

# Reads the set and writes $work/todo: the files that are not as they were. Their state is compared with the backup's, modes and times too.
compare() {
	set --
	while IFS=$tab read -r kind number before _ _ path <&3; do
		case $kind in
			directory) continue ;;
			file) ;;
			*) die "$root${set#.}/journal is damaged at: $kind $path" ;;
		esac
		reachable "$path" || die "$why. Nothing was changed"
		[ "$before" = - ] || [ -f "$set/old/$number" ] || die "the backup $root${set#.}/old/$number is missing. Nothing was changed"
		for name in ".$path" "$set/old/$number"; do [ ! -f "$name" ] || set -- "$@" "$name"; done
	done 3< "$set/journal"
	printf '' > "$work/facts"
	if [ $# -gt 0 ]; then
		{ sha256sum -- "$@" && stat -c 'is %a %u:%g %Y %n' -- "$@"; } > "$work/facts" || die "files cannot be read; is the disk full, or are you not root?"
	fi
	# kind of work, number, sum now, path: "restore", "remove"; with "+" when somebody changed the file since.
	awk -F '\t' -v OFS='\t' -v old="$set/old/" '
		pass == 1 && /^is / { split($0, part, " "); facts[part[5]] = part[2] " " part[3] " " part[4]; next }
		pass == 1 { sum[substr($0, 67)] = substr($0, 1, 64); next }
		$1 != "file" { next }
		{
			now = ("." $6) in sum ? sum["." $6] : "-"
			backup = old $2
			if ($3 != "-" && sum[backup] != $3) { print "damaged", $2, now, $5, $6; next }
			if ($3 == "-" ? now == "-" : now == $3 && facts["." $6] == facts[backup]) next
			print ($3 == "-" ? "remove" : "restore") (now != "-" && now != $3 && now != $4 ? "+" : ""), $2, now, $5, $6
		}' pass=1 "$work/facts" pass=2 "$set/journal" > "$work/todo" || die "the work cannot be listed; is the disk full?"
}

check_work() {
	refused=
	changed=
	while IFS=$tab read -r kind number _ gate path <&3; do
		case $kind in
			damaged) refused="$refused$newline  the backup of $path is damaged ($root${set#.}/old/$number)" ;;
			*+) changed="$changed$newline  $path" ;;
		esac
		[ -z "$root" ] || continue
		case $gate in
			cluster)
				if [ -z "$live" ] && cman_runs; then refused="$refused$newline  $path: cman runs; stop the cluster on this node first (service rgmanager stop; service cman stop), or say --live"; fi ;;
			mount:*) mounted "${gate#mount:}" || refused="$refused$newline  $path: ${gate#mount:} is not mounted; mount it first" ;;
			-) ;;
			*) ! gate_shut "$gate" "$path" || refused="$refused$newline  $path: $why" ;;
		esac
	done 3< "$work/todo"
	[ -z "$refused" ] || die "refused; nothing was changed:$refused"
}

cannot() { # path
	rm -f "$temp"
	die "$root$1 cannot be brought back: $(reason). The backup is still in $root${set#.}; make room and run it again"
}

# What somebody wrote after the run is kept.
keep_aside() { # path
	aside=$state/saved/${set##*/}
	temp=$aside/none
	mkdir -p "$aside${1%/*}" 2> "$work/error" && cp -a ".$1" "$aside$1" 2> "$work/error" && flush "$aside$1" || cannot "$1"
}

restore() {
	set --
	while IFS=$tab read -r kind number _ _ path <&3; do
		case $kind in *+) keep_aside "$path" ;; esac
		temporary "$path"
		case $kind in
			restore*)
				rm -f "$temp"
				[ -d ".${path%/*}" ] || (umask 022 && mkdir -p ".${path%/*}") 2> "$work/error" || cannot "$path"
				cp -a "$set/old/$number" "$temp" 2> "$work/error" && flush "$temp" && mv -f "$temp" ".$path" 2> "$work/error" || cannot "$path"
				set -- "$@" ".$path" ;;
			remove*)
				rm -f ".$path" 2> "$work/error" || cannot "$path" ;;
		esac
	done 3< "$work/todo"
	if [ -z "$root" ] && [ $# -gt 0 ] && command -v restorecon >/dev/null; then restorecon "$@" || warn "restorecon could not set the SELinux contexts; see above"; fi
	set --
	while IFS=$tab read -r kind _ _ _ _ path <&3; do
		if [ "$kind" = directory ]; then
			set -- ".$path" "$@"
		else
			temporary "$path"
			if [ -e "$temp" ] || [ -h "$temp" ]; then rm -f "$temp"; fi
		fi
	done 3< "$set/journal"
	# Only those that hold nothing any more go.
	[ $# -eq 0 ] || rmdir "$@" 2>/dev/null || :
}

for date in $chosen; do
	set=$state/$date
	compare
	check_work
	if [ -n "$changed" ]; then
		confirm "These files were changed since install.sh ran; they are brought back all the same, and what is there now is kept in $root${state#.}/saved/$date:$changed${newline}Go on?"
	fi
	count=$(awk 'END { print NR }' "$work/todo")
	touched=" $(awk -F '\t' '{ printf "%s ", $5 }' "$work/todo")"
	restore
	compare
	[ ! -s "$work/todo" ] || die "these files are not as they were; the backup is still in $root${set#.}:$newline$(awk -F '\t' '{ print "  " $5 }' "$work/todo")"
	[ -n "$root" ] || sync
	mv -f "$set" "$set.restored" && rm -rf "$set.restored" || die "$root${set#.} cannot be removed; everything is as it was before, though"
	say "Brought back $(files "$count") as before the run of $date."
	[ -z "$changed" ] || say "What was changed since is in $root${state#.}/saved/$date:$changed"
done
if [ -z "$root" ]; then
	case "$touched" in *" /etc/sysconfig/network"* | *" /etc/udev/"*) say "The network is not restarted: reboot, or at the console: service network restart" ;; esac
	case "$touched" in *" /etc/sysconfig/iptables "*) say "The firewall is as before until: service iptables restart" ;; esac
fi
