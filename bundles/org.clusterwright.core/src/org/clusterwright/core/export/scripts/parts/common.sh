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
