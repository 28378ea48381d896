#!/bin/sh
# Checks that what this bundle installs is on the node as it should be: contents, modes, owners, patches, packages. Changes nothing. Needs nothing but a
# POSIX shell, coreutils, awk and sed.
# shellcheck disable=SC2015,SC2016 # A && B || die is meant so; awk's programs stand in single quotes
set -u
# ---- shared: common (the same text in the scripts that have it; so is each block named so)
umask 077
unset CDPATH
IFS=' 	
'
LC_ALL=C
PATH=${PATH:-/bin:/usr/bin}:/sbin:/usr/sbin
export LC_ALL PATH
tab='	'
# shellcheck disable=SC2034 # not all scripts need it
newline='
'
say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$program: $*" >&2; }
die() { warn "$*"; exit 1; }
usage() { warn "$*; try: $program --help"; exit 2; }

program=${0##*/}
case $0 in */*) here=${0%/*} ;; *) here=. ;; esac
here=$(cd -P -- "${here:-/}" && pwd -P) || die "the directory of $0 cannot be entered"
root=

# From here on every path of the target is relative to its root: ./etc/hosts.
enter_root() {
	if [ -n "$root" ]; then
		[ -d "$root" ] || die "--root $root is no directory; make it first"
		cd -P -- "$root" || die "--root $root cannot be entered"
		root=$(pwd -P)
		[ "$root" != / ] || die "--root / is this machine itself; leave --root out, so that it is checked to be the right one"
	else
		cd / || die "/ cannot be entered"
	fi
}

# A path as it is typed in a shell, and how a script of this bundle is called: by sh, since a stick keeps no modes.
typed() { case $1 in *[!A-Za-z0-9_./+:@%,-]*) say "'$(say "$1" | sed "s/'/'\\\\''/g")'" ;; *) say "$1" ;; esac; }
call() { say "sh $(typed "$here/$1")${root:+ --root $(typed "$root")}"; }

files() { if [ "$1" = 1 ]; then say "1 file"; else say "$1 files"; fi; }
manifest_value() { awk -F '\t' -v word="$1" '$1 == word { print $2; exit }' "$here/MANIFEST"; }

# Whether a file system is mounted there.
mounted() { awk -v point="$1" '$2 == point { found = 1 } END { exit !found }' /proc/mounts 2>/dev/null; }
# ---- end
# ---- shared: bundle
sums_program='
length($0) < 67 || substr($0, 65, 2) != "  " || substr($0, 1, 64) ~ /[^0-9a-f]/ { print "SHA256SUMS line " NR " is damaged"; bad = 1; next }
{
	path = substr($0, 67)
	if (path ~ /^\// || ("/" path "/") ~ /\/(\.|\.\.|)\// || path ~ /[\\\001-\037\177]/) { print "SHA256SUMS names a path that leads elsewhere: " path; bad = 1 }
	if (path in seen) { print "SHA256SUMS names " path " twice"; bad = 1 }
	seen[path] = 1
}
END {
	if (!NR) { print "SHA256SUMS is empty"; bad = 1 }
	exit bad
}'
compare_program='
pass == 1 { want[substr($0, 67)] = substr($0, 1, 64); next }
pass == 2 { got[substr($0, 67)] = substr($0, 1, 64); next }
{ path = substr($0, 3) }
/^L/ { print path " is a symbolic link; a bundle has none" }
/^F/ {
	there[path] = 1
	if (!(path in want) && path ~ /^(files|patches|steps)\//) print path " does not belong to the bundle: SHA256SUMS does not name it"
}
END {
	for (path in want) {
		if (!(path in there)) print path " is missing from the bundle"
		else if (!(path in got)) print path " cannot be read (are you root?)"
		else if (got[path] != want[path]) print path " is not as it was exported: its SHA-256 differs"
	}
}'
manifest_program='
function complain(text) { print "MANIFEST line " FNR ": " text }
function clean(path,    part, count, i) {
	count = split(path, part, "/")
	if (count < 2 || part[1] != "") return 0
	for (i = 2; i <= count; i++)
		if (part[i] == "" || part[i] == "." || part[i] == ".." || part[i] ~ /[^A-Za-z0-9_.+:@%=,-]/) return 0
	return path !~ /^\/var\/lib\/clusterwright\//
}
function listed(path) {
	told[path] = 1
	if (!(path in sum)) complain(path " is not in SHA256SUMS")
	else if (sum[path] != $2) complain("the sum of " path " is not that of SHA256SUMS")
}
BEGIN {
	FS = "\t"
	once["cluster"]; once["config_version"]; once["node"]; once["host"]
	many["mac"]; many["secret"]; many["package"]
	split("- xml drbd shell ifcfg awk hosts plain", word, " ")
	for (i in word) escapes[word[i]]
}
pass == 1 { sum[substr($0, 67)] = substr($0, 1, 64); next }
FNR == 1 {
	begun = 1
	if ($0 != "clusterwright-manifest\t1") { print "MANIFEST is not of the version that this script knows; use the scripts of the same bundle"; exit }
	next
}
$1 in once {
	if (NF != 2 || $2 == "" || seen[$1]++) complain($1 " is damaged")
	else if ($1 == "config_version" ? $2 !~ /^[0-9]+$/ : $2 !~ /^[A-Za-z0-9][A-Za-z0-9_.-]*$/) complain("not a " $1 ": " $2)
	next
}
$1 in many {
	if (NF != 2 || $2 == "") complain($1 " is damaged")
	next
}
$1 == "file" || $1 == "patch" || $1 == "step" {
	if (NF != 8) { complain("it has " NF " fields instead of 8"); next }
	if ($1 == "step" ? !clean("/" $5) || $5 ~ /\// : !clean($5)) { complain("not a path that may be written: " $5); next }
	if (($1, $5) in paths) complain($5 " is there twice")
	paths[$1, $5]
	if ($1 == "patch") {
		name = substr($5, 2)
		gsub("/", "-", name)
		listed("patches/" name ".awk")
	} else listed($1 == "file" ? "files" $5 : "steps/" $5)
	if ($1 == "patch" ? $3 != "-" : $3 !~ /^0[0-7][0-7][0-7]$/) complain("not a mode: " $3)
	if ($1 == "patch" ? $4 != "-" : $4 !~ /^[A-Za-z0-9_][A-Za-z0-9_.-]*:[A-Za-z0-9_][A-Za-z0-9_.-]*$/) complain("not an owner: " $4)
	if ($6 !~ /^(-|cluster|lvm|drbd|drbd:[A-Za-z0-9_.-]+)$/ && !($6 ~ /^mount:/ && clean(substr($6, 7)))) complain("an unknown gate: " $6)
	if (!($7 in escapes) || $1 == "patch" && $7 != "-") complain("an unknown way to write secrets: " $7)
	next
}
{ complain("an unknown word: " $1) }
END {
	if (!begun) { print "MANIFEST is empty"; exit }
	for (name in once) if (!(name in seen)) print "MANIFEST does not name the " name
	for (path in sum) if (path ~ /^(files|patches|steps)\// && !(path in told)) print path " is not in MANIFEST"
	split("MANIFEST packages.txt install.sh verify.sh rollback.sh", word, " ")
	for (i in word) if (!(word[i] in sum)) print "SHA256SUMS does not name " word[i]
}'

list_tree() {
	for entry in "$1"/* "$1"/.[!.]* "$1"/..?*; do
		if [ -h "$entry" ]; then
			printf 'L %s\n' "${entry#./}"
		elif [ -d "$entry" ]; then
			(list_tree "$entry")
		elif [ -f "$entry" ]; then
			printf 'F %s\n' "${entry#./}"
		fi
	done
}

# What is wrong with the bundle itself, one line each; nothing when it is whole and as it was exported.
bundle_problems() (
	cd "$here" || exit 1
	for name in SHA256SUMS MANIFEST; do
		if [ -h "$name" ] || [ ! -f "$name" ] || [ ! -r "$name" ]; then
			say "$name is missing from the bundle or cannot be read"
			exit 1
		fi
	done
	awk "$sums_program" SHA256SUMS || exit 1
	set --
	while IFS= read -r line; do
		name=${line#*  }
		if [ -f "$name" ] && [ -r "$name" ]; then set -- "$@" "$name"; fi
	done < SHA256SUMS
	{
		[ $# -eq 0 ] || sha256sum -- "$@" 2>/dev/null
		say "---"
		list_tree .
	} | awk "$split_program$compare_program" pass=1 SHA256SUMS pass=2 - | sort
	awk "$manifest_program" pass=1 SHA256SUMS pass=2 MANIFEST
)
# sha256sum and list_tree come through one pipe, with a line between.
split_program='pass == 2 && $0 == "---" { pass = 3; next }'

patch_program() { # target; sets $patch
	patch=$(say "${1#/}" | sed 's,/,-,g')
	patch=$here/patches/$patch.awk
}

# What a template with placeholders becomes with the values that stand in the file beside it: equal to that file when only the values differ.
kept_program='
function fits(line, text,    at, end, name, rest, i, value, plain) {
	while ((at = index(line, "@SECRET(")) > 0) {
		rest = substr(line, at + 8)
		end = index(rest, ")@")
		if (!end) break
		if (substr(text, 1, at - 1) != substr(line, 1, at - 1)) return 0
		text = substr(text, at)
		line = substr(rest, end + 2)
		i = index(line, "@SECRET(")
		name = i ? substr(line, 1, i - 1) : line
		if (i) value = index(text, name) ? substr(text, 1, index(text, name) - 1) : "\""
		else value = length(text) >= length(name) && substr(text, length(text) - length(name) + 1) == name ? substr(text, 1, length(text) - length(name)) : "\""
		plain = value
		if (escape ~ /^(shell|ifcfg|awk)$/) gsub(/\\./, "", plain)
		if (escape !~ /^(plain|hosts)$/ && index(plain, "\"")) return 0
		if (value == "\"") return 0
		text = substr(text, length(value) + 1)
	}
	return text == line
}'
kept_lines='
pass == 1 { have[FNR] = $0; next }
{ print index($0, "@SECRET(") && fits($0, have[FNR]) ? have[FNR] : $0 }'

holds_placeholder() { awk 'index($0, "@SECRET(") { found = 1 } END { exit !found }' "$1"; }
# ---- end
# ---- shared: target
# Whether a path below the root can be written: sets $why to the reason when not. No link on the way is followed, so nothing lands elsewhere.
reachable() {
	why=
	walked=.
	left=${1#/}
	while :; do
		case $left in
			*/*) walked=$walked/${left%%/*}; left=${left#*/} ;;
			*) break ;;
		esac
		if [ -h "$walked" ]; then
			why="$root${walked#.} is a symbolic link, and links are not followed; put a real directory there, or change the path in the design"
			return 1
		elif [ ! -d "$walked" ]; then
			[ ! -e "$walked" ] || { why="$root${walked#.} is not a directory"; return 1; }
			missing_directory "${walked#.}"
		fi
	done
	if [ -h ".$1" ]; then
		why="$root$1 is a symbolic link, and links are not followed; put the file there that it points to, or change the path in the design"
		return 1
	elif [ -e ".$1" ] && [ ! -f ".$1" ]; then
		why="$root$1 is not a regular file"
		return 1
	fi
}

sum_of() { # file; sets $sum
	sum=$(sha256sum < "$1") || return 1
	sum=${sum%% *}
}
# ---- end
# ---- shared: earlier
# What an earlier version of the design has installed, that is as it was installed, and that this version does not have any more: sets $forgotten.
forgotten_files() {
	forgotten=
	set --
	for name in "$state"/[0-9]*Z*; do
		case $name in *.restored) continue ;; esac
		if [ -f "$name/journal" ] && [ -f "$name/done" ]; then set -- "$@" "$name/journal"; fi
	done
	[ $# -gt 0 ] || return 0
	forgotten=$(awk -F '\t' '
		pass == 1 { if ($1 == "file" || $1 == "patch") wanted[$5]; next }
		$1 == "file" && !($6 in wanted) { last[$6] = $4 }
		END { for (path in last) print last[path] "  ." path }' pass=1 "$here/MANIFEST" pass=2 "$@" | sort -k 2 \
		| while IFS= read -r line; do
			if [ -f "${line#*  }" ] && sum_of "${line#*  }" && [ "$sum" = "${line%%  *}" ]; then say "  ${line#*  .}"; fi
		done)
}
# ---- end

help() {
	cat <<END
usage: $program [--root DIR]

Checks the bundle, and that its files are installed as they should be: contents, modes and owners, that the patches are applied, that the packages are
there (rpm -q), and that no placeholder @SECRET(NAME)@ is left. One line for each problem. A file with secrets is compared in all but their values.
  --root DIR   check the tree DIR instead of this machine: no packages, owners only as root, and a placeholder that is left is only noted
Exit codes: 0 all is as it should be; 1 there are problems; 2 wrong usage.
END
}

while [ $# -gt 0 ]; do
	case $1 in
		-h | --help) help; exit 0 ;;
		--root)
			[ $# -ge 2 ] && [ -n "$2" ] || usage "$1 wants a value"
			root=$2
			shift ;;
		--root=?*) root=${1#*=} ;;
		*) usage "unknown argument $1" ;;
	esac
	shift
done

problems=$(bundle_problems)
if [ -n "$problems" ]; then
	say "$problems"
	die "the bundle itself is damaged or not complete; copy it again"
fi
cluster=$(manifest_value cluster)
node=$(manifest_value node)
enter_root
user=$(id -u)
bad=0
checked=0
problem() { say "$*"; bad=$((bad + 1)); }
note() { say "note: $*"; }
missing_directory() { :; }

check_state() {
	state=./var/lib/clusterwright/$cluster
	for name in "$state"/[0-9]*Z*; do
		case $name in *.restored) continue ;; esac
		if [ -f "$name/journal" ] && [ ! -f "$name/done" ]; then problem "install.sh was interrupted (${name##*/}): run it again, or rollback.sh"; fi
	done
}

# Contents, one file at a time where it takes more than a sum; sets of names for the rest.
check_files() {
	set --
	while IFS=$tab read -r kind sum _ _ path gate escape _ <&3; do
		case $kind in file | patch) ;; *) continue ;; esac
		case $gate in
			mount:*)
				if [ -z "$root" ] && ! mounted "${gate#mount:}"; then
					note "$path is not checked: ${gate#mount:} is not mounted"
					continue
				fi ;;
		esac
		checked=$((checked + 1))
		if ! reachable "$path"; then
			problem "$why"
		elif [ ! -e ".$path" ]; then
			if [ "$kind" = patch ] && [ -n "$root" ]; then note "$root$path is not there to be patched"; else problem "$root$path is missing"; fi
		elif [ ! -r ".$path" ]; then
			problem "$root$path cannot be read; are you root?"
		elif [ "$kind" = patch ]; then
			patch_program "$path"
			sum_of ".$path"
			found=$sum
			if patched=$(awk -f "$patch" < ".$path" | sha256sum) && [ "${patched%% *}" = "$found" ]; then :; else problem "$root$path is not patched; install.sh does it"; fi
		else
			set -- "$@" ".$path"
			if [ "$escape" != - ]; then
				if holds_placeholder ".$path"; then
					if [ -n "$root" ]; then note "$root$path still holds placeholders of secrets"; else problem "$root$path still holds placeholders of secrets: install.sh --secrets FILE"; fi
				fi
				kept=$(awk -v escape="$escape" "$kept_program$kept_lines" pass=1 ".$path" pass=2 "$here/files$path" | sha256sum)
				sum_of ".$path"
				[ "${kept%% *}" = "$sum" ] || problem "$root$path differs from the bundle's in more than the values of secrets"
			fi
		fi
	done 3< "$here/MANIFEST"
	[ $# -gt 0 ] || return 0
	# Sums, modes and owners of all at once.
	differences=$({ sha256sum -- "$@" && stat -c 'is %a %u:%g %n %U:%G' -- "$@"; } | shown=$root awk -F '\t' -v user="$user" '
		BEGIN { root = ENVIRON["shown"] }
		pass == 1 && /^is / { split($0, part, " "); path = part[4]; mode[path] = part[2]; ids[path] = part[3]; names[path] = substr($0, length(part[2] part[3] path) + 7); next }
		pass == 1 { sum[substr($0, 67)] = substr($0, 1, 64); next }
		$1 == "file" {
			path = "." $5
			if (!(path in sum)) next
			wanted = $3
			sub(/^0/, "", wanted)
			if ($7 == "-" && sum[path] != $2) print root $5 " differs from the bundle (" $8 ")"
			if (mode[path] != wanted) print root $5 " has the mode " mode[path] " instead of " wanted
			if ((root == "" || user == 0) && $4 != names[path] && !($4 == "root:root" && ids[path] == "0:0")) print root $5 " belongs to " names[path] " instead of " $4
		}' pass=1 - pass=2 "$here/MANIFEST")
	if [ -n "$differences" ]; then
		say "$differences"
		bad=$((bad + $(say "$differences" | awk 'END { print NR }')))
	fi
}

check_packages() {
	if [ -n "$root" ] || ! command -v rpm >/dev/null; then
		note "packages are not checked${root:+ in a tree}"
		return 0
	fi
	# shellcheck disable=SC2013 # one word a line
	for package in $(awk -F '\t' '$1 == "package" { print $2 }' "$here/MANIFEST"); do
		rpm -q "$package" > /dev/null 2>&1 || problem "the package $package is not installed"
	done
}

check_state
check_files
forgotten_files
[ -z "$forgotten" ] || note "these files are of an earlier version of the design, and no part of this one; remove what is not needed:$newline$forgotten"
check_packages
if [ "$bad" -gt 0 ]; then
	say "$bad problem$([ "$bad" = 1 ] || say s); $(files "$checked") of $node were checked"
	exit 1
fi
say "All is as it should be: $(files "$checked") of $node were checked."
