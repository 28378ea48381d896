# Sets net.bridge.bridge-nf-call-* to 0 in /etc/sysctl.conf, so that guests' packets on the bridges do not pass the host's firewall.
# Values that are there are replaced, others are added at the end. Run again, it changes nothing: awk -f THIS < FILE > NEW

BEGIN {
	count = split("ip6tables iptables arptables", name, " ")
	for (i = 1; i <= count; i++) wanted[name[i]] = 1
	titles = 0
}

{
	sub(/\r$/, "")
	key = ""
	if ($0 ~ /^[ \t]*net[.\/]bridge[.\/]bridge-nf-call-[a-z0-9]+[ \t]*=/) {
		key = $0
		sub(/^.*bridge-nf-call-/, "", key)
		sub(/[ \t]*=.*$/, "", key)
	}
	if (!(key in wanted)) print
	else if (!(key in done)) {
		done[key] = 1
		print "net.bridge.bridge-nf-call-" key " = 0"
	}
}

END {
	for (i = 1; i <= count; i++) if (!(name[i] in done)) {
		if (!titles++) print "# Packets of guests on bridges do not pass the host's firewall."
		print "net.bridge.bridge-nf-call-" name[i] " = 0"
	}
}
