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
