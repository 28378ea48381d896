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
