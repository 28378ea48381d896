# Opens the cluster's ports in /etc/sysconfig/iptables, before the first rule of INPUT that turns packets away.
# An empty file becomes a filter table that lets all in. Run again, it changes nothing: awk -f THIS < FILE > NEW

function block() {
	print BEGINNING
	print "-A INPUT -s 10.20.0.0/16 -p udp -m udp --dport 5404:5405 -m comment --comment \"clusterwright: corosync\" -j ACCEPT"
	print "-A INPUT -s 10.20.0.0/16 -p igmp -m comment --comment \"clusterwright: corosync\" -j ACCEPT"
	print "-A INPUT -s 10.20.0.0/16 -m addrtype --dst-type MULTICAST -m comment --comment \"clusterwright: corosync\" -j ACCEPT"
	print "-A INPUT -s 10.20.0.0/16 -p tcp -m tcp --dport 21064 -m comment --comment \"clusterwright: dlm\" -j ACCEPT"
	print "-A INPUT -s 10.20.0.0/16 -p tcp -m tcp --dport 11111 -m comment --comment \"clusterwright: ricci\" -j ACCEPT"
	print "-A INPUT -s 10.20.0.0/16 -p tcp -m tcp --dport 16851 -m comment --comment \"clusterwright: modclusterd\" -j ACCEPT"
	print "-A INPUT -s 10.20.0.0/16 -p tcp -m tcp --dport 49152:49215 -m comment --comment \"clusterwright: live migration\" -j ACCEPT"
	print "-A INPUT -s 10.20.0.1 -p tcp -m tcp --dport 7789:7790 -m comment --comment \"clusterwright: DRBD\" -j ACCEPT"
	print "-A INPUT -s 10.20.0.1 -p tcp -m tcp --dport 7799 -m comment --comment \"clusterwright: DRBD\" -j ACCEPT"
	print "-A INPUT -s 10.20.0.0/16 -p tcp -m tcp --dport 22 -m comment --comment \"clusterwright: ssh\" -j ACCEPT"
	print ENDING
}

# A chain's rule without conditions: its target, else nothing.
function target(text, chain,    part, count) {
	count = split(text, part, " ")
	return count >= 4 && part[1] == "-A" && part[2] == chain && part[3] == "-j" ? part[4] : ""
}

# Whether packets can be turned away at this rule of INPUT, by itself or by a chain that ends so.
function stops(text,    to) {
	if (text ~ /^-A INPUT .*-j REJECT( |$)/) return 1
	to = target(text, "INPUT")
	return to == "DROP" || to == "REJECT" || (to in closed)
}

BEGIN {
	BEGINNING = "# BEGIN clusterwright"
	ENDING = "# END clusterwright"
	lines = n = place = 0
	table = ""
}

{
	sub(/\r$/, "")
	line[++lines] = $0
}

END {
	for (i = 1; i <= lines; i++) {
		if (line[i] == BEGINNING) {
			for (j = i + 1; j <= lines && line[j] !~ /^(COMMIT|\*)/ && line[j] != BEGINNING && line[j] != ENDING; j++);
			if (j <= lines && line[j] == ENDING) i = j
		} else if (line[i] != ENDING && line[i] !~ /--comment "clusterwright: /) {
			kept[++n] = line[i]
		}
	}
	for (i = 1; i <= n; i++) {
		rule[i] = kept[i]
		sub(/^\[[0-9]+:[0-9]+\][ \t]+/, "", rule[i])
		gsub(/[ \t]+/, " ", rule[i])
		sub(/ $/, "", rule[i])
		if (rule[i] ~ /^-A [^ ]+ -j (REJECT|DROP)( |$)/) {
			split(rule[i], word, " ")
			closed[word[2]] = 1
		}
	}
	for (i = 1; i <= n && !place; i++) {
		if (rule[i] ~ /^\*/) {
			if (table == "*filter") place = i
			table = rule[i]
		} else if (table == "*filter" && (rule[i] == "COMMIT" || stops(rule[i]))) {
			place = i
		}
	}
	unfinished = !place && table == "*filter"
	for (i = 1; i <= n; i++) {
		if (i == place) block()
		print kept[i]
	}
	if (!place) {
		if (!unfinished) {
			print "*filter"
			print ":INPUT ACCEPT [0:0]"
			print ":FORWARD ACCEPT [0:0]"
			print ":OUTPUT ACCEPT [0:0]"
		}
		block()
		print "COMMIT"
	}
}
