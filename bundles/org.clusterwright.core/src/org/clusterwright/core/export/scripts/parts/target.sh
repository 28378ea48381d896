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
