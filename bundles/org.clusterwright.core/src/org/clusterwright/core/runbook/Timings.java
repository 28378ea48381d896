package org.clusterwright.core.runbook;

/** How long the cluster takes to notice a dead node and to begin fencing it, in milliseconds, from the design or the daemons' defaults. */
record Timings(long token, long consensus, boolean consensusWritten, long postFailDelay) {
	/** cman(5): 2 s with two nodes; corosync.conf(5): else 1.2 times the token. */
	static Timings of(Site site) {
		long token = site.millis("totem", "token").orElse(10_000L);
		var written = site.millis("totem", "consensus");
		return new Timings(token, written.orElse(site.nodes().size() <= 2 ? 2000L : token * 6 / 5), written.isPresent(), site.millis("fencing", "post-fail-delay").orElse(0L));
	}

	/** Until fenced calls the first agent. */
	long untilFencing() {
		return token + consensus + postFailDelay;
	}

	static String seconds(long millis) {
		return millis % 1000 == 0 ? millis / 1000 + " s" : millis / 1000 + "." + String.format(java.util.Locale.ROOT, "%03d", millis % 1000).replaceFirst("0+$", "") + " s";
	}
}
