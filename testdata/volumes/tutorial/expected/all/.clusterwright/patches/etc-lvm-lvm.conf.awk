# Settings of /etc/lvm/lvm.conf: awk -f THIS < lvm.conf > lvm.conf.new. Applying it twice changes nothing more.
# Each setting replaces the one in the file, or the comment that shows it, or is added to its section.
BEGIN {
	want("devices/filter", "[ \"a|^/dev/drbd[0-9]+$|\", \"r|.*|\" ]", "a regular expression: the tutorial's /dev/drbd* means drb and any number of d")
	want("global/locking_type", "3", "")
	want("global/fallback_to_local_locking", "0", "")
}

function want(path, value, note) {
	paths[++count] = path
	values[path] = value
	notes[path] = note
	section[path] = path
	sub(/\/[^\/]*$/, "", section[path])
	key[path] = substr(path, length(section[path]) + 2)
	sections[section[path]] = 1
}

# The line with comments blanked and strings as \001, so that braces and signs in them do not count.
function mask(line,    i, c, out, n) {
	if (!instring && line !~ /["#]/)
		return line
	n = length(line)
	out = ""
	for (i = 1; i <= n; i++) {
		c = substr(line, i, 1)
		if (instring) {
			out = out "\001"
			if (c == "\\") {
				if (i < n)
					out = out "\001"
				i++
			} else if (c == "\"")
				instring = 0
		} else if (c == "#") {
			while (i++ <= n)
				out = out " "
		} else if (c == "\"") {
			instring = 1
			out = out "\001"
		} else
			out = out c
	}
	return out
}

function here(    i, path) {
	path = stack[1]
	for (i = 2; i <= depth; i++)
		path = path "/" stack[i]
	return path
}

function noted(path) {
	return key[path] " = " values[path] (notes[path] == "" ? "" : " # " notes[path])
}

# The wanted settings of a section that no line of the file has.
function missing(name, indent,    i) {
	for (i = 1; i <= count; i++)
		if (section[paths[i]] == name && !active[paths[i]] && !candidate[paths[i]])
			print indent noted(paths[i])
	complete[name] = 1
}

# A comment that shows a wanted setting: the last one of its section is where the setting goes when no line sets it.
function comment(pass, i,    path, text, word, last) {
	if (depth < 1 || mode != "key" || lines[i] !~ /^[ \t]*#/)
		return 0
	text = lines[i]
	sub(/^[ \t#]+/, "", text)
	if (text !~ /^[a-z_]+[ \t]*=[ \t]*([0-9]+[ \t\r]*$|[0-9]+[ \t]*#|"[^"]*"[ \t\r]*$|"[^"]*"[ \t]*#|\[)/)
		return 0
	word = text
	sub(/[^a-z_].*$/, "", word)
	path = here() "/" word
	if (!(path in values))
		return 0
	if (pass == 1) {
		last = i
		if (text ~ /=[ \t]*\[/)
			while (lines[last] !~ /\]/ && last < NR && lines[last + 1] ~ /^[ \t]*#/)
				last++
		candidate[path] = i
		candidateend[path] = lines[last] ~ /\]/ ? last : i
		return 0
	}
	if (active[path] || candidate[path] != i)
		return 0
	text = lines[i]
	sub(/#.*$/, "", text)
	print text noted(path)
	swallow = candidateend[path]
	return 1
}

# Ends a value; of a wanted setting the file's text is taken up again behind it.
function ended(j) {
	mode = "key"
	name = ""
	if (skipping) {
		skipping = 0
		copied = j
	}
}

function begin(pass, i, j,    path) {
	path = depth ? here() "/" name : name
	mode = "value"
	if (!(path in values))
		return
	if (pass == 1) {
		active[path]++
		return
	}
	if (nameline != i)
		namestart = copied
	out = out substr(lines[i], copied, namestart - copied)
	if (!written[path]++) {
		out = out (nameline == i ? name " = " : "= ") values[path]
		note = notes[path]
	}
	touched = 1
	skipping = 1
}

function close_section(pass, i, j,    before, indent) {
	if (pass == 2 && (here() in sections) && !complete[here()]) {
		before = out substr(lines[i], copied, j - copied)
		indent = before
		sub(/[^ \t].*$/, "", indent)
		if (before ~ /[^ \t]/) {
			sub(/[ \t]+$/, "", before)
			print before
		} else
			out = indent
		missing(here(), indent "    ")
		out = indent
		copied = j
		touched = 1
	}
	depth--
	name = ""
}

function one(pass, i,    m, n, j, c) {
	if (i <= swallow)
		return
	if (!instring && comment(pass, i))
		return
	m = mask(lines[i])
	n = length(m)
	out = ""
	copied = 1
	touched = inside = skipping
	note = ""
	for (j = 1; j <= n; j++) {
		c = substr(m, j, 1)
		if (mode == "list") {
			if (c == "]")
				ended(j + 1)
		} else if (mode == "scalar") {
			if (c ~ /[ \t\r{}]/ || instringvalue && c != "\001")
				ended(j--)
		} else if (c ~ /[ \t\r]/) {
			continue
		} else if (mode == "value") {
			mode = c == "[" ? "list" : "scalar"
			instringvalue = c == "\001"
		} else if (c == "{") {
			stack[++depth] = name
			seen[here()] = 1
			name = ""
		} else if (c == "}") {
			close_section(pass, i, j)
		} else if (c == "=") {
			begin(pass, i, j)
		} else if (c ~ /[A-Za-z0-9_.\/+-]/) {
			if (nameline != i || nameend != j - 1 || name == "") {
				name = ""
				nameline = i
				namestart = j
			}
			name = name c
			nameend = j
		} else
			name = ""
	}
	if (mode == "scalar" && !instring)
		ended(n + 1)
	if (pass == 1)
		return
	if (!skipping)
		out = out substr(lines[i], copied)
	else if (!touched)
		out = lines[i]
	if (touched && out !~ /[^ \t\r]/ && (inside || lines[i] ~ /[^ \t\r]/))
		return
	if (note != "" && out !~ /#/ && (skipping || substr(lines[i], copied) !~ /[^ \t\r]/)) {
		sub(/[ \t\r]+$/, "", out)
		out = out " # " note
	}
	print out
}

function scan(pass,    i) {
	depth = 0
	mode = "key"
	instring = 0
	skipping = 0
	swallow = 0
	name = ""
	nameline = 0
	for (i = 1; i <= NR; i++)
		one(pass, i)
}

{
	lines[NR] = $0
}

END {
	scan(1)
	if (depth != 0 || mode != "key" || instring) {
		print "lvm.conf: the braces, brackets or quotes do not match; nothing is changed" | "cat 1>&2"
		exit 1
	}
	scan(2)
	for (k = 1; k <= count; k++) {
		name = section[paths[k]]
		if (!seen[name]) {
			print ""
			print name " {"
			missing(name, "    ")
			print "}"
			seen[name] = 1
		}
	}
}
