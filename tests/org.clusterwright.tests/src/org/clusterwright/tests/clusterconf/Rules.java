package org.clusterwright.tests.clusterconf;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clusterwright.tests.Designs;

/** A rule's failing and passing example. */
final class Rules {
	/** Two nodes, fenced by their BMCs, with nothing to complain about. */
	static final String PAIR = """
			fencing { post-join-delay 60s }
			network bcn 10.20.0.0/16 on nic eth0 cluster
			fence-device ipmi per node agent fence_ipmilan { login root  passwd secret ipmi }
			node a { bmc 10.20.1.1 nic eth0 mac 00:00:5E:00:53:01 method ipmi { call ipmi action reboot delay 15s } }
			node b { bmc 10.20.1.2 nic eth0 mac 00:00:5E:00:53:02 method ipmi { call ipmi action reboot } }
			""";

	private Rules() {
	}

	static void fails(String code, String body) {
		List<String> codes = Designs.codes(Designs.cluster(body));
		assertTrue(codes.contains(code), code + " not in " + codes + " of\n" + body);
	}

	static void passes(String code, String body) {
		List<String> codes = Designs.codes(Designs.cluster(body));
		assertFalse(codes.stream().anyMatch(c -> c.equals(code) || c.equals("syntax") || c.equals("unresolved-reference")), codes + " of\n" + body);
	}
}
