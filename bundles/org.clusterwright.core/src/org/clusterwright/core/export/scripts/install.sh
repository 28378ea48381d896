#!/bin/sh
# Installs the files of this bundle on the node that it was made for; needs nothing but a POSIX shell, coreutils, awk and sed.
#
# What it does, in this order: checks the bundle and the machine; works out what would change; makes all of it ready; backs up what it will touch into
# /var/lib/clusterwright/CLUSTER/DATE; writes the new files beside the old ones; renames them. Killed at any point, run again it completes, and
# rollback.sh brings back what was there. It restarts nothing, and it never partitions, makes a file system or writes DRBD's meta-data.
# shellcheck disable=SC2015,SC2016 # A && B || die is meant so; awk's programs stand in single quotes
set -u
# include common
# include bundle
# include target
# include earlier
# include state

help() {
	cat <<END
usage: $program [--dry-run] [--yes] [--live] [--keep-going] [--force-host] [--secrets FILE] [--root DIR]

Installs the files of this bundle on the node that it was made for. Run a second time it changes nothing.
  --dry-run       show what would change, as a unified diff for each file, and change nothing; values of secrets are not shown
  --yes           answer yes to the questions, none of which destroys anything
  --live          while cman runs: take a cluster.conf of a higher config_version
  --keep-going    leave files that cannot be replaced now (their DRBD resource is up, clvmd runs) and install the others
  --force-host    install although this machine does not look like the node
  --secrets FILE  the values of secrets, lines NAME=VALUE; the file must be yours and have the mode 0600; FILE.gpg is opened by gpg -d
  --root DIR      install into the tree DIR instead of this machine: its name, MACs and running services do not matter, and without --secrets
                  files keep their placeholders @SECRET(NAME)@
What it replaces is kept in /var/lib/clusterwright/CLUSTER/DATE; rollback.sh brings it back. verify.sh checks what is installed.
Exit codes: 0 done, or nothing to do; 1 refused or failed, and why is said; 2 wrong usage.
END
}

dry='' yes='' live='' going='' forced='' secret_file=''
while [ $# -gt 0 ]; do
	case $1 in
		-h | --help) help; exit 0 ;;
		-n | --dry-run) dry=1 ;;
		-y | --yes) yes=1 ;;
		--live) live=1 ;;
		--keep-going) going=1 ;;
		--force-host) forced=1 ;;
		--secrets | --root)
			[ $# -ge 2 ] && [ -n "$2" ] || usage "$1 wants a value"
			if [ "$1" = --root ]; then root=$2; else secret_file=$2; fi
			shift ;;
		--secrets=?*) secret_file=${1#*=} ;;
		--root=?*) root=${1#*=} ;;
		*) usage "unknown argument $1" ;;
	esac
	shift
done
case $secret_file in '' | /*) ;; *) secret_file=$PWD/$secret_file ;; esac

work=
echo_off=
leave() {
	[ -z "$echo_off" ] || stty "$echo_off"
	echo_off=
	if [ -n "$dry" ]; then [ -z "$work" ] || rm -rf "$work"; else unlock; fi
}
trap leave EXIT
trap 'trap - EXIT; [ -z "$locked" ] || drop_temporaries; leave; [ -n "$dry" ] || warn "interrupted; run it again to complete, or rollback.sh to bring back what was there"; exit 1' HUP INT TERM PIPE

problems=$(bundle_problems)
[ -z "$problems" ] || { say "$problems" >&2; die "the bundle is damaged or not complete; copy it again. Nothing was changed"; }
cluster=$(manifest_value cluster)
node=$(manifest_value node)
host=$(manifest_value host)
enter_root
state_directory "$cluster"
user=$(id -u)

# The machine: its name, and one of the node's network cards.
check_host() {
	name=$(uname -n)
	case $name in
		"$host" | "${host%%.*}" | "$node") ;;
		*) die "this bundle is for $host, and this machine is $name. Take the right bundle; if this is $node before it has its name, say --force-host. Nothing was changed" ;;
	esac
	macs=$(awk -F '\t' '$1 == "mac" { print $2 }' "$here/MANIFEST")
	[ -n "$macs" ] || return 0
	for card in /sys/class/net/*/address; do
		read -r address 2>/dev/null < "$card" || continue
		address=$(say "$address" | tr ABCDEF abcdef)
		case "$newline$macs$newline" in *"$newline$address$newline"*) return 0 ;; esac
	done
	die "this machine has none of the network cards that the design gives to $node:$(say "$macs" | tr '\n' ' ' | sed 's/^/ /; s/ *$//'). If it is $node with new cards, correct the design, or say --force-host. Nothing was changed"
}
[ -n "$root$forced" ] || check_host

# Secrets live in this variable, as lines NAME=VALUE, and go to awk through a pipe: never on a command line, never to the disk but in the files that need them.
secrets=
read_secrets='
{ sub(/\r$/, "") }
/^[ \t]*$/ || /^[ \t]*#/ { next }
{
	at = index($0, "=")
	name = at ? substr($0, 1, at - 1) : ""
	gsub(/^[ \t]+|[ \t]+$/, "", name)
	if (name !~ /^[A-Za-z0-9][A-Za-z0-9_.-]*$/) { print "line " NR " is not of the form NAME=VALUE" | "cat 1>&2"; exit 1 }
	if (name in seen) { print "the secret " name " is there twice" | "cat 1>&2"; exit 1 }
	seen[name]
	if (at == length($0)) { print "the secret " name " has no value; where the password is empty, write it so in the design" | "cat 1>&2"; exit 1 }
	print name "=" substr($0, at + 1)
}'
load_secrets() { # file
	case $1 in
		*.gpg)
			command -v gpg >/dev/null || die "gpg is not installed, which opens $1; give the values with --secrets FILE"
			opened=$(gpg -d "$1") || die "gpg could not open $1. Nothing was changed" ;;
		*)
			[ -f "$1" ] || die "$1 is no regular file; a file of secrets has lines NAME=VALUE"
			set -- "$1" "$(stat -L -c '%a %u' "$1")"
			[ "${2%% *}" = 600 ] || die "$1 has the mode ${2%% *}; a file of secrets must have 600 (chmod 0600 $1)"
			[ "${2##* }" = "$user" ] || die "$1 is not yours; a file of secrets must belong to who runs this"
			opened=$(cat "$1") || die "$1 cannot be read" ;;
	esac
	secrets=$(printf '%s\n' "$opened" | awk "$read_secrets") || die "$1 is not a file of secrets: see above. Nothing was changed"
	opened=
}
ask_secret() { # name
	echo_off=$(stty -g) && stty -echo || die "the terminal cannot be made silent; give the values with --secrets FILE"
	printf 'Value of the secret %s: ' "$1" >&2
	IFS= read -r first || first=
	printf '\nOnce more: ' >&2
	IFS= read -r second || second=
	printf '\n' >&2
	stty "$echo_off"
	echo_off=
	[ -n "$first" ] || die "no value for the secret $1; nothing was changed"
	[ "$first" = "$second" ] || die "the two values of $1 differ; nothing was changed"
	secrets="${secrets:+$secrets$newline}$1=$first"
	first='' second=''
}
named() { # text with placeholders; their names, sorted
	awk '{ while ((at = index($0, "@SECRET(")) > 0) { $0 = substr($0, at + 8); end = index($0, ")@"); if (end) print substr($0, 1, end - 1) } }' "$1" | sort -u
}
known() { case "$newline$secrets" in *"$newline$1="*) ;; *) return 1 ;; esac; }

# The values in place of the placeholders, written as the file's syntax wants it.
fill_program='
function stop(why) { print "the value of the secret " name " cannot be written there: " why | "cat 1>&2"; close("cat 1>&2"); failed = 1; exit 3 }
function written(value,    out, i, c) {
	out = ""
	for (i = 1; i <= length(value); i++) {
		c = substr(value, i, 1)
		if (index(controls, c)) stop("it has a line break or control character")
		if (escape == "xml") c = c == "&" ? "&amp;" : c == "<" ? "&lt;" : c == ">" ? "&gt;" : c == "\"" ? "&quot;" : c
		else if (escape == "drbd") { if (c == "\"") stop("drbd.conf has no way to write a double quote") }
		else if (escape == "shell" || escape == "ifcfg") { if (index("\\\"$`", c)) c = "\\" c }
		else if (escape == "awk") { if (index("\\\"", c)) c = "\\" c }
		out = out c
	}
	return out
}
BEGIN {
	for (i = 1; i < 32; i++) controls = controls sprintf("%c", i)
	controls = controls sprintf("%c", 127)
}
pass == 1 {
	at = index($0, "=")
	if (at) { name = substr($0, 1, at - 1); value[name] = substr($0, at + 1); have[name] }
	next
}
{
	out = ""
	rest = $0
	while ((at = index(rest, "@SECRET(")) > 0) {
		tail = substr(rest, at + 8)
		end = index(tail, ")@")
		name = end ? substr(tail, 1, end - 1) : ""
		if (name in have) {
			out = out substr(rest, 1, at - 1) written(value[name])
			rest = substr(tail, end + 2)
		} else {
			out = out substr(rest, 1, at + 7)
			rest = tail
		}
	}
	print out rest
}'

# What a file with secrets becomes: $new. Without values given, those that are in the installed file stay.
stage_secret() { # path, escape
	template=$here/files$1
	if [ -z "$secret_file" ] && [ -f ".$1" ]; then
		awk -v escape="$2" "$kept_program$kept_lines" pass=1 ".$1" pass=2 "$template" > "$new" || die "$root$1 cannot be read"
		sum_of "$new" && found=$sum && sum_of ".$1" || die "$root$1 cannot be read"
		if [ "$found" = "$sum" ] && ! holds_placeholder "$new"; then return 0; fi
	fi
	if [ -z "$dry" ]; then
		for secret in $(named "$template"); do
			known "$secret" || wanted "$secret"
		done
	fi
	printf '%s\n' "$secrets" | awk -v escape="$2" "$fill_program" pass=1 - pass=2 "$template" > "$new" || die "$root$1 is not written. Nothing was changed"
	if holds_placeholder "$new"; then
		[ -n "$root$dry" ] || die "$1 would still hold the text @SECRET(, which stands for a secret without value; no value may have it. Nothing was changed"
		waiting="$waiting$newline  $1"
	fi
}
sealed=
wanted() { # secret without a value
	if [ -z "$secret_file$root$sealed" ] && [ -f "$here/secrets.gpg" ]; then
		sealed=1
		load_secrets "$here/secrets.gpg"
		! known "$1" || return 0
	fi
	if [ -n "$root" ]; then
		return 0
	elif [ -t 0 ]; then
		ask_secret "$1"
	else
		die "no value for the secret $1, and no terminal to ask for it. Give --secrets FILE (lines NAME=VALUE, mode 0600). A file with a placeholder is not installed; nothing was changed"
	fi
}

# What would be written where a file to be patched is not there: $from, or nothing.
absent_target() { # path
	case $1 in
		/etc/sysconfig/iptables) from=/dev/null; mode=0600 ;;
		/etc/sysctl.conf) from=/dev/null; mode=0644 ;;
		*) from= ;;
	esac
}

later="" waiting="" directories=""
missing_directory() {
	case "$newline$directories$newline" in *"$newline$1$newline"*) ;; *) directories="${directories:+$directories$newline}$1" ;; esac
}

# Writes $work/plan: all files with the sums that they should have; those that are to be patched or hold secrets are made in $work/NUMBER.
make_plan() {
	number=0
	set --
	while IFS=$tab read -r kind sum mode owner path gate escape source <&3; do
		case $kind in file | patch) ;; *) continue ;; esac
		number=$((number + 1))
		case $gate in
			mount:*)
				if [ -z "$root" ] && ! mounted "${gate#mount:}"; then
					later="$later$newline  $path: ${gate#mount:} is not mounted, and the file would be hidden under it"
					continue
				fi ;;
		esac
		reachable "$path" || die "$why. Nothing was changed"
		new=$work/$number
		origin=staged
		if [ "$kind" = patch ]; then
			patch_program "$path"
			from=.$path
			mode=-
			owner=-
			[ -f ".$path" ] || { owner=root:root; absent_target "$path"; }
			if [ -z "$from" ]; then
				later="$later$newline  $path: it is not there to be patched; install its package first"
				continue
			fi
			awk -f "$patch" < "$from" > "$new" || die "awk cannot apply patches/${patch##*/} to $root$path: see above; is the disk full, or the file not what its program would read? Nothing was changed"
			sum_of "$new" || die "$new cannot be read"
			if [ -z "$root" ] && holds_placeholder "$new"; then die "$path would hold a placeholder @SECRET(NAME)@ after its patch. Nothing was changed"; fi
		elif [ "$escape" != - ]; then
			stage_secret "$path" "$escape"
			sum_of "$new" || die "$new cannot be read"
		else
			origin=bundle
		fi
		[ ! -f ".$path" ] || set -- "$@" ".$path"
		printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$number" "$origin" "$sum" "${mode#0}" "$owner" "$path" "$gate" "$escape" "$source" >&4 || die "$work cannot be written; is the disk full? Nothing was changed"
	done 3< "$here/MANIFEST" 4> "$work/plan"
	if [ $# -gt 0 ]; then
		sha256sum -- "$@" > "$work/sums" && stat -c '%a %u:%g %n %U:%G' -- "$@" > "$work/stats" || die "files cannot be read; are you root? Nothing was changed"
	else
		printf '' > "$work/sums" && printf '' > "$work/stats" || die "$work cannot be written; is the disk full? Nothing was changed"
	fi
	# Only what differs: number, origin, mode, owner, path, gate, escape, sum now or -, sum then, mode now, owner now, source.
	awk -F '\t' -v user="$user" '
		pass == 1 { now[substr($0, 67)] = substr($0, 1, 64); next }
		pass == 2 { split($0, part, " "); path = part[3]; mode[path] = part[1]; ids[path] = part[2]; names[path] = substr($0, length(part[1] part[2] path) + 4); next }
		{
			path = "." $6
			there = path in now
			owner = $5 == "root:root" ? "0:0" : $5
			if (there && $4 == "-") { $4 = mode[path]; owner = ids[path] }
			same = there && now[path] == $3 && mode[path] == $4 && (user != 0 || owner == ids[path] || owner == names[path])
			if (!same) print $1, $2, $4, owner, $6, $7, $8, there ? now[path] : "-", $3, there ? mode[path] : "-", there ? ids[path] : "-", $9
		}' OFS='\t' pass=1 "$work/sums" pass=2 "$work/stats" pass=3 "$work/plan" > "$work/changes" || die "the plan cannot be made; is the disk full? Nothing was changed"
	count=$(awk 'END { print NR }' "$work/changes")
}

content() { if [ "$1" = bundle ]; then new=$here/files$2; else new=$work/$3; fi; } # origin, path, number; sets $new

# ---------------------------------------------------------------- --dry-run
# Lines of the installed file that differ from the new one's only in a secret's value look like the placeholder; other values of passwords are blanked.
mask_lines='
pass == 1 { if (index($0, "@SECRET(")) template[++templates] = $0; next }
{
	for (i = 1; i <= templates; i++) if (fits(template[i], $0)) { print template[i]; next }
	if (match($0, /(passw[a-z]*|[a-z-]*secret|[a-z_]*key|token)[ \t]*=?[ \t]*"[^"]*"/)) {
		head = substr($0, 1, RSTART + RLENGTH - 1)
		sub(/"[^"]*"$/, "\"***\"", head)
		$0 = head substr($0, RSTART + RLENGTH)
	}
	print
}'
# A unified diff of one hunk, where there is no diff.
plain_diff='
pass == 1 { old[++n] = $0; next }
{ new[++m] = $0 }
END {
	while (a < n && a < m && old[a + 1] == new[a + 1]) a++
	while (b < n - a && b < m - a && old[n - b] == new[m - b]) b++
	first = a > 3 ? a - 3 : 0
	tail = b > 3 ? 3 : b
	print "--- " ENVIRON["shown"]
	print "+++ " ENVIRON["shown"] " (new)"
	print "@@ -" (n ? first + 1 : 0) "," (n - b + tail - first) " +" (m ? first + 1 : 0) "," (m - b + tail - first) " @@"
	for (i = first + 1; i <= a; i++) print " " old[i]
	for (i = a + 1; i <= n - b; i++) print "-" old[i]
	for (i = a + 1; i <= m - b; i++) print "+" new[i]
	for (i = n - b + 1; i <= n - b + tail; i++) print " " old[i]
}'
show_change() {
	say "$root$path: $what ($source)"
	[ "$old" = "$sum" ] && return 0
	template=$new
	[ "$escape" = - ] || template=$here/files$path
	printf '' > "$work/old"
	[ "$old" = - ] || awk -v escape="$escape" "$kept_program$mask_lines" pass=1 "$template" pass=2 ".$path" > "$work/old"
	awk -v escape="$escape" "$kept_program$mask_lines" pass=1 "$template" pass=2 "$template" > "$work/new"
	sum_of "$work/old"
	masked=$sum
	sum_of "$work/new"
	if [ "$escape" != - ] && [ "$masked" = "$sum" ]; then
		say "  the value of a secret changes (not shown)"
	elif command -v diff >/dev/null; then
		diff -u -L "$root$path" -L "$root$path (new)" "$work/old" "$work/new"
	else
		shown=$root$path awk "$plain_diff" pass=1 "$work/old" pass=2 "$work/new"
	fi
}
describe() { # sets $what
	if [ "$old" = - ]; then
		what="new, mode $mode"
	elif [ "$old" = "$sum" ]; then
		what="mode and owner change: $old_mode $old_owner becomes $mode $owner"
	elif [ "$old_mode" != "$mode" ]; then
		what="changes, and the mode $old_mode becomes $mode"
	else
		what="changes"
	fi
}

# ---------------------------------------------------------------- what may not be replaced now
version_of() { sed -n 's/.*config_version="\([0-9]*\)".*/\1/p' "$1" | head -n 1; }
check_version() { # while cman runs
	next=$(manifest_value config_version)
	running=$(cman_tool version 2>/dev/null | sed -n 's/.*config \([0-9][0-9]*\).*/\1/p')
	for have in "$running" "$(if [ -f ".$path" ]; then version_of ".$path"; fi)"; do
		[ -n "$have" ] || continue
		[ "$next" -gt "$have" ] || { refused="$refused${newline}$path: cman runs with config_version $have, and this one is $next: it must be higher. Raise 'version' in the design and export again"; return; }
	done
}
check_gates() {
	refused='' shut='' cman=''
	if [ -z "$root" ] && [ "$count" -gt 0 ] && cman_runs; then
		cman=1
		[ -n "$live" ] || refused="${newline}cman runs. Stop the cluster on this node first (service rgmanager stop; service cman stop), or say --live to take a cluster.conf of a higher config_version while it runs"
	fi
	while IFS=$tab read -r number origin mode owner path gate escape old sum old_mode old_owner source <&3; do
		if [ -z "$root" ]; then
			if [ "$gate" = cluster ] && [ -n "$cman" ] && [ -n "$live" ]; then check_version; fi
			if gate_shut "$gate" "$path"; then
				shut="$shut$newline  $path: $why"
				continue
			fi
		fi
		printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$number" "$origin" "$mode" "$owner" "$path" "$gate" "$escape" "$old" "$sum" "$old_mode" "$old_owner" "$source" >&4 \
			|| die "$work cannot be written; is the disk full? Nothing was changed"
	done 3< "$work/changes" 4> "$work/open"
	if [ -z "$shut" ]; then return 0; fi
	mv -f "$work/open" "$work/changes"
	count=$(awk 'END { print NR }' "$work/changes")
}

# ---------------------------------------------------------------- backup, install
# Takes over the set of a run that was interrupted, or begins one; then "old" has what the changes replace, and the journal says so.
interrupted=
find_interrupted() {
	find_sets
	for name in $sets; do
		if [ ! -f "$state/$name/journal" ]; then
			rm -rf "${state:?}/$name"
		elif [ ! -f "$state/$name/done" ]; then
			interrupted=$name
		fi
	done
	[ -z "$interrupted" ] || set=$state/$interrupted
}
new_set() {
	find_sets
	date=$(date -u +%Y%m%dT%H%M%SZ)
	# Sets are ordered by their names, also where the clock went back.
	if [ -n "$newest" ] && [ "$(printf '%s\n%s\n' "$newest" "$date" | sort | tail -n 1)" = "$newest" ]; then
		case $newest in
			*Z-*) tries=${newest#*Z-}; tries=$((${tries#0} + 1)) ;;
			*) tries=2 ;;
		esac
		date=${newest%%Z*}Z-$(printf %02d "$tries")
	fi
	set=$state/$date
	mkdir "$set" "$set/old"
}
no_backup() {
	[ -n "$interrupted" ] || rm -rf "$set"
	die "the backup in $root${set#.} cannot be written: $(reason). Nothing was changed"
}
back_up() {
	if [ -z "$interrupted" ]; then
		new_set 2> "$work/error" || no_backup
		printf '' > "$work/journal"
	else
		cp "$set/journal" "$work/journal" 2> "$work/error" || no_backup
	fi
	number=$(awk -F '\t' '$2 > n { n = $2 } END { print n + 0 }' "$work/journal")
	if [ -n "$directories" ]; then
		say "$directories" | awk '{ print "directory\t-\t-\t-\t-\t" $0 }' >> "$work/journal" || no_backup
	fi
	while IFS=$tab read -r _ _ _ _ path gate _ old wanted_sum _ <&3; do
		known_as=
		[ -z "$interrupted" ] || known_as=$(awk -F '\t' -v path="$path" '$6 == path && $1 != "directory" { print $2, $3, $4; exit }' "$work/journal")
		if [ -n "$known_as" ]; then
			# Backed up by the interrupted run. What somebody else wrote since is kept beside.
			before=${known_as#* }
			after=${before#* }
			before=${before%% *}
			if [ "$old" != - ] && [ "$old" != "$before" ] && [ "$old" != "$after" ]; then
				cp -a ".$path" "$set/old/${known_as%% *}.found" 2> "$work/error" && flush "$set/old/${known_as%% *}.found" || no_backup
				warn "$root$path was changed by hand after the interrupted run; that is kept as $root${set#.}/old/${known_as%% *}.found"
			fi
			awk -F '\t' -v OFS='\t' -v path="$path" -v sum="$wanted_sum" '$6 == path { $4 = sum } { print }' "$work/journal" > "$work/journal.next" && mv -f "$work/journal.next" "$work/journal" || no_backup
			continue
		fi
		number=$((number + 1))
		if [ "$old" != - ]; then
			cp -a ".$path" "$set/old/$number" 2> "$work/error" && flush "$set/old/$number" || no_backup
			sum_of "$set/old/$number" && [ "$sum" = "$old" ] || no_backup
		fi
		printf '%s\t%s\t%s\t%s\t%s\t%s\n' file "$number" "$old" "$wanted_sum" "$gate" "$path" >> "$work/journal" || no_backup
	done 3< "$work/changes"
	dd if="$work/journal" of="$set/journal.new" conv=fsync 2> "$work/error" || no_backup
	mv -f "$set/journal.new" "$set/journal" 2> "$work/error" || no_backup
	# Flushed, and its name too: /var may be another file system than those that change now.
	[ -n "$root" ] || sync
}

# Stops in the middle: what is installed is whole, what is not is as it was.
stop_here() { # path
	drop_temporaries
	die "$root$1 cannot be written: $(reason). $installed of $count files are installed; put that right and run it again, or bring back what was there: $(call rollback.sh)"
}
# Their names never come from anything but a run that was interrupted.
drop_temporaries() {
	set --
	while IFS=$tab read -r kind _ _ _ path _ <&3; do
		case $kind in file | patch) ;; *) continue ;; esac
		temporary "$path"
		if [ -e "$temp" ] || [ -h "$temp" ]; then set -- "$@" "$temp"; fi
	done 3< "$here/MANIFEST"
	[ $# -eq 0 ] || rm -f -- "$@"
}
write_files() {
	installed=0
	if [ -n "$directories" ]; then
		set --
		while IFS= read -r name <&3; do set -- "$@" ".$name"; done 3<<END
$directories
END
		mkdir -m 0755 "$@" 2> "$work/error" || stop_here "${name:-/}"
	fi
	modes=
	while IFS=$tab read -r number origin mode owner path rest <&3; do
		temporary "$path"
		content "$origin" "$path" "$number"
		dd if="$new" of="$temp" bs=65536 conv=fsync 2> "$work/error" || stop_here "$path"
		case " $modes " in *" $mode "*) ;; *) modes="$modes $mode" ;; esac
		if [ "$user" = 0 ] && [ "$owner" != 0:0 ]; then chown "$owner" "$temp" 2> "$work/error" || stop_here "$path"; fi
	done 3< "$work/changes"
	for wanted_mode in $modes; do
		set --
		while IFS=$tab read -r number origin mode owner path rest <&3; do
			[ "$mode" = "$wanted_mode" ] || continue
			temporary "$path"
			set -- "$@" "$temp"
		done 3< "$work/changes"
		chmod "$wanted_mode" "$@" 2> "$work/error" || stop_here "${path%/*}"
	done
	set --
	while IFS=$tab read -r number origin mode owner path rest <&3; do
		temporary "$path"
		mv -f "$temp" ".$path" 2> "$work/error" || stop_here "$path"
		installed=$((installed + 1))
		set -- "$@" ".$path"
	done 3< "$work/changes"
	if [ -z "$root" ] && command -v restorecon >/dev/null; then restorecon "$@" || warn "restorecon could not set the SELinux contexts; see above"; fi
	sha256sum -- "$@" | awk -F '\t' 'pass == 1 { sum["." $5] = $9; next } { split($0, part, "  "); if (sum[part[2]] != part[1]) exit 1; n++ } END { if (!n) exit 1 }' pass=1 "$work/changes" pass=2 - \
		|| die "what is on the disk is not what was written; see: $(call verify.sh). To bring back what was there: $(call rollback.sh)"
}
finish_set() {
	rm -rf "$work"
	printf '' > "$set/done" && flush "$set/done" || die "$root${set#.} cannot be written; run it again"
	[ -n "$root" ] || sync
}

# ---------------------------------------------------------------- after it
how_to_roll_back() { say "To bring back what was there: $(call rollback.sh)"; }
validate() {
	[ -z "$root" ] || return 0
	bad=
	if command -v ccs_config_validate >/dev/null; then
		ccs_config_validate || bad="$bad ccs_config_validate"
	fi
	if [ -f ./etc/drbd.conf ] && command -v drbdadm >/dev/null; then
		drbdadm dump > /dev/null || bad="$bad 'drbdadm dump'"
	fi
	[ -n "$bad" ] || return 0
	warn "the files are installed, but the node's own check refuses them:$bad, see above"
	how_to_roll_back
	exit 1
}
next_steps() {
	missing=
	if [ -z "$root" ] && command -v rpm >/dev/null; then
		# shellcheck disable=SC2013 # one word a line
		for package in $(awk -F '\t' '$1 == "package" { print $2 }' "$here/MANIFEST"); do
			rpm -q "$package" > /dev/null 2>&1 || missing="$missing $package"
		done
	fi
	say "Next:"
	[ -z "$missing" ] || say "  - packages that are not installed:$missing (packages.txt; yum install, or rpm -Uvh packages/*.rpm)"
	case "$touched" in *" /etc/sysconfig/network"* | *" /etc/udev/"*) say "  - the network is not restarted: reboot, or at the console: service network restart" ;; esac
	case "$touched" in *" /etc/sysconfig/iptables "*) say "  - the firewall is as before until: service iptables restart" ;; esac
	case "$touched" in *" /etc/sysctl.conf "*) say "  - the kernel's settings are as before until: sysctl -p" ;; esac
	if [ -n "${cman-}" ]; then
		case "$touched" in *" /etc/cluster/cluster.conf "*) say "  - when all nodes have the new cluster.conf, on one of them: cman_tool version -r" ;; esac
	fi
	say "  - check what is installed: $(call verify.sh)"
	say "  - go on as $here/runbook.html says (the same text: runbook.md); its scripts, none of which was run:"
	awk -F '\t' '$1 == "step" && $5 ~ /\.sh$/ && ++n <= 3 { print "      steps/" $5 } END { if (n > 3) print "      and " n - 3 " more" }' "$here/MANIFEST"
}
tell_later() {
	forgotten_files
	[ -z "$later" ] || say "Left for later; run it again then:$later"
	[ -z "${shut-}" ] || say "Left as they are:$shut"
	[ -z "$forgotten" ] || say "Installed by an earlier version of the design, and no part of this one; they are left and still count, so remove what you do not need:$newline$forgotten"
	[ -z "$waiting" ] || say "These files hold placeholders @SECRET(NAME)@ instead of secrets; to put the values in, run it again with --secrets FILE:$waiting"
}

# ---------------------------------------------------------------- the run
if [ -n "$dry" ]; then
	case ${TMPDIR-} in /*) ;; *) TMPDIR=/tmp ;; esac
	work=$(mktemp -d "$TMPDIR/clusterwright.XXXXXX") || die "no temporary directory can be made in $TMPDIR"
else
	made=
	for name in ./var ./var/lib ./var/lib/clusterwright "$state"; do
		[ ! -d "$name" ] || continue
		said=$(mkdir -m 0755 "$name" 2>&1) || [ -d "$name" ] || die "$root${name#.} cannot be made: $said. Nothing was changed"
		case $name in ./var | ./var/lib) made="$name $made" ;; esac
	done
	said=$(chmod 0700 "$state" 2>&1) || die "$root${state#.} cannot be written: $said. Nothing was changed"
	[ -z "$made" ] || say "$made" > "$state/made"
	lock
	work=$state/work
	rm -rf "$work" "$state"/*.restored
	mkdir "$work" || die "$root${work#.} cannot be made; is the disk full?"
	drop_temporaries
	find_interrupted
fi
[ -z "$secret_file" ] || load_secrets "$secret_file"
make_plan
check_gates
if [ -n "$dry" ]; then
	while IFS=$tab read -r number origin mode owner path gate escape old sum old_mode old_owner source <&3; do
		content "$origin" "$path" "$number"
		describe
		show_change
	done 3< "$work/changes"
	[ -z "$refused" ] || say "It would be refused now:$refused"
	tell_later
	[ "$count" -gt 0 ] || say "Nothing would change: all files are installed."
	say "Nothing was changed (--dry-run)."
	exit 0
fi
[ -z "$refused" ] || die "refused; nothing was changed.$refused"
if [ -n "$shut" ] && [ -z "$going" ]; then die "refused; nothing was changed. These files cannot be replaced now; --keep-going leaves them and installs the others:$shut"; fi
if [ "$count" -eq 0 ]; then
	if [ -n "$interrupted" ]; then
		finish_set
		say "The interrupted run had installed all files already; nothing else was to be done."
	else
		say "Nothing to change: all files of $node are installed."
	fi
	tell_later
	validate
	exit 0
fi
touched=" $(awk -F '\t' '{ printf "%s ", $5 }' "$work/changes")"
[ -n "$root" ] || confirm "Install $(files "$count") of $node on this machine ($(uname -n))?"
back_up
write_files
finish_set
say "Installed $(files "$count") of $node${root:+ in $root}. What they replaced is in $root${set#.}"
tell_later
validate
next_steps
