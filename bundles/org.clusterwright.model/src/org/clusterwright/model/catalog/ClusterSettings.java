package org.clusterwright.model.catalog;

import static org.clusterwright.model.catalog.ValueType.FLAG;
import static org.clusterwright.model.catalog.ValueType.IP;
import static org.clusterwright.model.catalog.ValueType.PATH;
import static org.clusterwright.model.catalog.ValueType.TEXT;
import static org.clusterwright.model.catalog.ValueType.millis;
import static org.clusterwright.model.catalog.ValueType.number;
import static org.clusterwright.model.catalog.ValueType.seconds;
import static org.clusterwright.model.catalog.ValueType.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Parameters of the cluster as a whole and its daemons (cman, totem, fenced, qdiskd, logging, dlm, gfs). A key is the attribute of cluster.conf
 * with hyphens; the order is the one of the file. Vocabulary after cluster.rng of RHCS stable3 and EL6.
 */
final class ClusterSettings {
	/** Kinds of block that are sections: a word and braces. */
	static final List<String> SECTIONS = List.of("cman", "totem", "fencing", "quorumd", "logging", "dlm", "gfs", "groupd", "boot-services");

	private static final long DAY = 86_400;
	private static final long DAY_MILLIS = DAY * 1000;
	private static final ValueType ANY_COUNT = number(0, Integer.MAX_VALUE);
	private static final ValueType COUNT = number(1, Integer.MAX_VALUE);
	private static final ValueType PRIORITIES = word("emerg", "alert", "crit", "error", "warning", "notice", "info", "debug");

	static final ValueType FACILITIES = word("auth", "authpriv", "cron", "daemon", "kern", "lpr", "mail", "news", "syslog", "user", "uucp", "local0", "local1",
			"local2", "local3", "local4", "local5", "local6", "local7");

	static final Map<String, List<SettingSpec>> BLOCKS = Map.ofEntries(Map.entry("cluster", cluster()), Map.entry("cman", cman()), Map.entry("totem", totem()),
			Map.entry("fencing", fencing()), Map.entry("quorumd", quorumd()), Map.entry("heuristic", heuristic()), Map.entry("logging", logging()), Map.entry("dlm", dlm()),
			Map.entry("gfs", gfs()), Map.entry("groupd", groupd()), Map.entry("boot-services", bootServices()));

	private ClusterSettings() {
	}

	private static List<SettingSpec> cluster() {
		return List.of(
				SettingSpec.of("stack", word("rhcs3"), "The software that runs the cluster", "the tutorial: EL6 with cman and rgmanager").orElse("rhcs3"),
				SettingSpec.of("domain", TEXT, "DNS domain of the nodes, PDUs and switches", "the tutorial's host names"),
				SettingSpec.of("quorum", word("two-node", "majority", "with-disk"),
						"How the cluster knows that it may work: two-node leaves it to fencing, majority counts votes, with-disk adds the votes of a quorum disk (section quorumd)",
						"cman(5); follows from the number of nodes"));
	}

	private static List<SettingSpec> cman() {
		String source = "cman(5)";
		return List.of(SettingSpec.of("expected-votes", number(1, 1_000_000), "Votes that the cluster expects in all; the sum of all votes if not written", source),
				SettingSpec.of("two-node", FLAG, "One node of two goes on alone; fencing decides which", source),
				SettingSpec.of("cluster-id", number(1, 65_535), "Identity of the cluster on the wire; made from its name if not written", source),
				SettingSpec.of("hash-cluster-id", TEXT, "Stronger hash for the cluster's identity", "cluster.rng"),
				SettingSpec.of("transport", word("udp", "udpb", "udpu", "rdma"), "How corosync sends: multicast, broadcast, to each node, over InfiniBand", source).orElse("udp"),
				SettingSpec.of("multicast", IP, "Multicast address; made from the cluster's identity if not written", source),
				SettingSpec.of("alt-multicast", IP, "Multicast address of the second ring", source),
				SettingSpec.of("broadcast", FLAG, "Broadcast instead of multicast", source).orElse("no"),
				SettingSpec.of("port", number(1, 65_535), "UDP port of corosync; the port below is used too", source).orElse("5405"),
				SettingSpec.of("keyfile", PATH, "Key that the messages are signed with; made from the cluster's name if not written", source),
				SettingSpec.of("quorum-dev-poll", millis(1, DAY_MILLIS), "Time without a poll after which the quorum disk counts as dead", source).orElse("50s"),
				SettingSpec.of("shutdown-timeout", millis(1, DAY_MILLIS), "Time that a program has to agree to a shutdown", source).orElse("5s"),
				SettingSpec.of("ccsd-poll", millis(1, DAY_MILLIS), "How often the configuration's version is looked at", "cluster.rng").orElse("1s"),
				SettingSpec.of("debug-mask", ANY_COUNT, "Bits of cman's debugging output", "cluster.rng"),
				SettingSpec.of("upgrading", FLAG, "A rolling upgrade from the release before is under way", source).orElse("no"),
				SettingSpec.of("disallowed", FLAG, "Disallowed mode of the releases before", source).orElse("no"),
				SettingSpec.of("disable-openais", FLAG, "Leave out the openais services", "cluster.rng").orElse("no"));
	}

	private static List<SettingSpec> totem() {
		String source = "corosync.conf(5)";
		return List.of(SettingSpec.of("token", millis(30, DAY_MILLIS), "Time without the token after which a node counts as lost", "cman(5)").orElse("10000ms"),
				SettingSpec.of("token-retransmits-before-loss-const", COUNT, "How often the token is sent again before it counts as lost", source).orElse("20"),
				SettingSpec.of("consensus", millis(1, DAY_MILLIS), "Time to agree before a new round of membership begins; 2 s with two nodes", "cman(5)"),
				SettingSpec.of("join", millis(1, DAY_MILLIS), "Time to wait for join messages", "the tutorial's corosync-objctl").orElse("60ms"),
				SettingSpec.of("fail-recv-const", COUNT, "Rotations without messages before a new membership", "the tutorial's corosync-objctl").orElse("2500"),
				SettingSpec.of("seqno-unchanged-const", COUNT, "Rotations without traffic before partitions are looked for", source).orElse("30"),
				SettingSpec.of("netmtu", number(256, 65_536), "Largest packet in bytes", source).orElse("1500"),
				SettingSpec.of("window-size", COUNT, "Messages for each rotation of the token", source).orElse("50"),
				SettingSpec.of("max-messages", COUNT, "Messages of one node for each time it has the token", source).orElse("17"),
				SettingSpec.of("rrp", word("none", "active", "passive"), "Redundant rings: both at once, by turns, or one ring only (rrp_mode)", source).orElse("none"),
				SettingSpec.of("rrp-problem-count-threshold", COUNT, "Problems after which a ring is marked faulty", source).orElse("10"),
				SettingSpec.of("secauth", FLAG, "Sign and encrypt the cluster's messages; costs time on every message", "corosync.conf(5); cman sets it on").orElse("on"),
				SettingSpec.of("keyfile", PATH, "Key of the messages", "cman(5)"));
	}

	private static List<SettingSpec> fencing() {
		String source = "fenced(8)";
		return List.of(SettingSpec.of("post-join-delay", seconds(0, DAY), "How long to wait at the start for nodes that are missing before they are fenced", source).orElse("6s"),
				SettingSpec.of("post-fail-delay", seconds(0, DAY), "How long to wait after a failure before fencing", source).orElse("0s"),
				SettingSpec.of("override-path", PATH, "Where fence_ack_manual tells fenced that a node is off", source).orElse("/var/run/cluster/fenced_override"),
				SettingSpec.of("override-time", seconds(0, DAY), "How long to wait for fence_ack_manual between two attempts", source).orElse("3s"),
				SettingSpec.of("clean-start", FLAG, "Take missing nodes for dead at the start without fencing them", source).orElse("no"),
				SettingSpec.of("skip-undefined", FLAG, "Take nodes without a method for dead at the start", source).orElse("no"));
	}

	private static List<SettingSpec> quorumd() {
		String source = "qdisk(5)";
		return List.of(SettingSpec.of("device", PATH, "The shared disk, the same on every node; never DRBD", source),
				SettingSpec.of("label", TEXT, "Label that mkqdisk wrote; found on any disk, so it comes before device", source),
				SettingSpec.of("votes", number(0, 1_000_000), "Votes of the disk; one less than there are nodes if not written", source),
				SettingSpec.of("interval", seconds(1, 3600), "Time between two reads and writes", source).orElse("1s"),
				SettingSpec.of("tko", COUNT, "Rounds a node may miss before it counts as dead", source).orElse("10"),
				SettingSpec.of("tko-up", COUNT, "Good rounds before a node counts as alive", source),
				SettingSpec.of("upgrade-wait", ANY_COUNT, "Rounds to wait before a node bids for master", source).orElse("2"),
				SettingSpec.of("master-wins", FLAG, "Only the master's side has the disk's votes (two nodes, no heuristics)", source),
				SettingSpec.of("min-score", ANY_COUNT, "Score that a node needs; half of the sum rounded up if not written", source),
				SettingSpec.of("cman-label", TEXT, "Name of the disk in cman's output", source),
				SettingSpec.of("status-file", PATH, "File for the daemon's state", source),
				SettingSpec.of("scheduler", word("rr", "fifo", "other"), "Scheduling of the daemon", source).orElse("rr"),
				SettingSpec.of("priority", number(1, 99), "Priority of the daemon", source).orElse("1"),
				SettingSpec.of("reboot", FLAG, "Reboot when the score is too low", source).orElse("yes"),
				SettingSpec.of("allow-kill", FLAG, "Tell cman to evict nodes that stopped writing", source).orElse("yes"),
				SettingSpec.of("paranoid", FLAG, "Reboot when the daemon itself is too slow", source).orElse("no"),
				SettingSpec.of("stop-cman", FLAG, "Stop cman when the disk is not found", source).orElse("no"),
				SettingSpec.of("io-timeout", FLAG, "Die when a write takes longer than interval times tko", source).orElse("no"),
				SettingSpec.of("max-error-cycles", ANY_COUNT, "Die after so many rounds with errors; 0 is never", source).orElse("0"),
				SettingSpec.of("use-uptime", FLAG, "Read the time from /proc/uptime", source).orElse("yes"));
	}

	private static List<SettingSpec> heuristic() {
		String source = "qdisk(5)";
		return List.of(SettingSpec.of("score", COUNT, "Weight of the test", source).orElse("1"),
				SettingSpec.of("interval", seconds(1, 3600), "Time between two runs", source).orElse("2s"),
				SettingSpec.of("tko", COUNT, "Failures in a row before the score is lost", source).orElse("1"));
	}

	private static List<SettingSpec> logging() {
		String source = "cluster.conf(5)";
		return List.of(SettingSpec.of("to-syslog", FLAG, "Messages to syslog", source).orElse("yes"),
				SettingSpec.of("to-logfile", FLAG, "Messages to a file for each daemon", source).orElse("yes"),
				SettingSpec.of("syslog-facility", FACILITIES, "Facility of syslog", source).orElse("local4"),
				SettingSpec.of("syslog-priority", PRIORITIES, "Least priority for syslog", source).orElse("info"),
				SettingSpec.of("logfile-priority", PRIORITIES, "Least priority for the file", source).orElse("info"),
				SettingSpec.of("logfile", PATH, "The file", source).orElse("/var/log/cluster/corosync.log"),
				SettingSpec.of("debug", FLAG, "Debugging messages of every daemon", source).orElse("off"),
				SettingSpec.of("debug-daemons", word("corosync", "qdiskd", "groupd", "fenced", "dlm_controld", "gfs_controld", "rgmanager"),
						"Daemons with debugging messages (logging_daemon)", source).many());
	}

	private static List<SettingSpec> dlm() {
		String source = "dlm_controld(8)";
		List<SettingSpec> all = new ArrayList<>(List.of(SettingSpec.of("log-debug", FLAG, "Debugging messages of the kernel", source).orElse("no"),
				SettingSpec.of("timewarn", ANY_COUNT, "Hundredths of a second that a lock is blocked before a warning", source),
				SettingSpec.of("protocol", word("detect", "tcp", "sctp"), "Protocol of the lock traffic; sctp for two rings", source).orElse("detect"),
				SettingSpec.of("enable-fencing", FLAG, "Recovery waits for fencing", source).orElse("yes"),
				SettingSpec.of("enable-quorum", FLAG, "Recovery waits for quorum", source).orElse("no"),
				SettingSpec.of("enable-deadlk", FLAG, "Look for deadlocks", source).orElse("no")));
		all.addAll(posixLocks(source, "10000"));
		return List.copyOf(all);
	}

	private static List<SettingSpec> gfs() {
		String source = "gfs_controld(8)";
		List<SettingSpec> all = new ArrayList<>(List.of(SettingSpec.of("enable-withdraw", FLAG, "Answer to a file system that withdraws", source).orElse("yes")));
		all.addAll(posixLocks(source, "10000"));
		return List.copyOf(all);
	}

	private static List<SettingSpec> posixLocks(String source, String age) {
		return List.of(SettingSpec.of("enable-plock", FLAG, "POSIX locks across the cluster", source).orElse("yes"),
				SettingSpec.of("plock-debug", FLAG, "Debugging messages of POSIX locks", source).orElse("no"),
				SettingSpec.of("plock-rate-limit", ANY_COUNT, "POSIX locks for each second; 0 is no limit", source).orElse("0"),
				SettingSpec.of("plock-ownership", FLAG, "Keep locks at the node that uses them", source).orElse("yes"),
				SettingSpec.of("drop-resources-time", millis(1, DAY_MILLIS), "How often unused locks are dropped", source).orElse("10000ms"),
				SettingSpec.of("drop-resources-count", ANY_COUNT, "How many at once", source).orElse("10"),
				SettingSpec.of("drop-resources-age", millis(1, DAY_MILLIS), "How long unused", source).orElse(age + "ms"));
	}

	private static List<SettingSpec> groupd() {
		return List.of(SettingSpec.of("groupd-compat", FLAG, "Work with nodes of cluster 2", "groupd(8)").orElse("no"));
	}

	private static List<SettingSpec> bootServices() {
		String source = "the tutorial starts them by hand: a node that was fenced should be looked at first";
		return List.of(SettingSpec.of("cman", FLAG, "Join the cluster when the node boots", source).orElse("off"),
				SettingSpec.of("rgmanager", FLAG, "Start services when the node boots", source).orElse("off"));
	}
}
