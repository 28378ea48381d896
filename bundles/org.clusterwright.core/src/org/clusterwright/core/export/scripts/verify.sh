#!/bin/sh
# Checks that what this bundle installs is on the node as it should be: contents, modes, owners, patches, packages. Changes nothing. Needs nothing but a
# POSIX shell, coreutils, awk and sed.
# shellcheck disable=SC2015,SC2016 # A && B || die is meant so; awk's programs stand in single quotes
set -u
# include common
# include bundle
# include target
# include earlier

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
