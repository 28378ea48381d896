package org.clusterwright.tests.storage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of DRBD with a design that breaks it and one that does not. */
class DrbdChecksTest {
	private static final String NODES = "network net 10.0.0.0/24 on nic eth0\nnode a id 1\nnode b id 2\n";
	private static final String THREE = NODES + "node c id 3\n";
	private static final String R0 = "\nresource r0 on sdx5 ";

	private static Arguments rule(String code, String breaks, String keeps) {
		return Arguments.of(code, NODES + "drbd {\n" + breaks + "\n}\n", NODES + "drbd {\n" + keeps + "\n}\n");
	}

	private static Arguments three(String code, String breaks, String keeps) {
		return Arguments.of(code, THREE + "drbd {\n" + breaks + "\n}\n", THREE + "drbd {\n" + keeps + "\n}\n");
	}

	static Stream<Arguments> rules() {
		return Stream.of(hosts(), numbers(), options(), together()).flatMap(s -> s);
	}

	private static Stream<Arguments> hosts() {
		return Stream.of(Arguments.of("drbd-twice", NODES + "drbd { }\ndrbd { }", NODES + "drbd { }"), rule("drbd-name", "resource all on sdx5", "resource every on sdx5"),
				rule("drbd-name", "resource minor-1 on sdx5", "resource r-1 on sdx5"), rule("drbd-name", "resource a:b on sdx5", "resource a_b on sdx5"),
				rule("unsafe-name", "resource \"a b/../c\" on sdx5", "resource abc on sdx5"), three("drbd-between", R0, R0 + "between a, c"),
				three("drbd-hosts", R0 + "between a, b, c", R0 + "between b, c"), rule("drbd-hosts", R0 + "between a", R0 + "between a, b"),
				rule("drbd-host-twice", R0 + "between a, a", R0 + "between a, b"), three("drbd-peer-not-host", R0 + "between a, b { peer c on sdx6 }", R0 + "between a, b { peer b on sdx6 }"),
				rule("drbd-volumes", R0 + "{ volume 1 on sdx6 }", R0), rule("drbd-no-disk", "resource r0", R0),
				Arguments.of("drbd-no-address", "node a id 1\nnode b id 2\ndrbd { resource r0 on sdx5 }", NODES + "drbd { resource r0 on sdx5 }"),
				rule("drbd-meta-disk", "meta-disk somewhere" + R0, "meta-disk \"/dev/sdx1[0]\"" + R0));
	}

	private static Stream<Arguments> numbers() {
		return Stream.of(rule("drbd-minor-twice", "resource r0 on sdx5 { minor 1 } resource r1 on sdx6 { minor 1 }", "resource r0 on sdx5 { minor 1 } resource r1 on sdx6 { minor 2 }"),
				rule("drbd-minor-count", R0 + "{ minor 40 }", "minor-count 50" + R0 + "{ minor 40 }"),
				rule("drbd-port-twice", "resource r0 on sdx5 { port 8000 } resource r1 on sdx6 { port 8000 }", "resource r0 on sdx5 { port 8000 } resource r1 on sdx6 { port 8001 }"),
				three("drbd-port-twice", "resource r0 on sdx5 between a, b { port 8000 } resource r1 on sdx6 between b, c { port 8000 }",
						"resource r0 on sdx5 between a, b { port 8000 } resource r1 on sdx6 between b, c"),
				Arguments.of("drbd-port-twice", NODES + "drbd { resource r0 on sdx5 { port 8000 } resource r1 on sdx6 { port 8000 } }",
						NODES.replace("id 2", "id 1") + "drbd {" + R0 + "}"),
				rule("drbd-port-reserved", R0 + "{ port 21064 }", R0 + "{ port 21063 }"),
				rule("drbd-port-range", "first-port 65535\nresource r0 on sdx5 resource r1 on sdx6", "first-port 65534\nresource r0 on sdx5 resource r1 on sdx6"),
				rule("drbd-device", R0 + "{ device /dev/sda }", R0 + "{ device /dev/drbd_data }"),
				rule("drbd-device-twice", "resource r0 on sdx5 { device /dev/drbd_x } resource r1 on sdx6 { device /dev/drbd_x }", "resource r0 on sdx5 { device /dev/drbd_x } resource r1 on sdx6"),
				rule("bad-value", "rate 20MB/s" + R0, "rate 20MiB/s" + R0), rule("bad-value", "rate 5000GiB/s" + R0, "rate 1KiB/s" + R0),
				rule("bad-value", "startup { wfc-timeout 1500ms }" + R0, "startup { wfc-timeout 15s }" + R0), rule("bad-value", "protocol D" + R0, "protocol B" + R0));
	}

	private static Stream<Arguments> options() {
		return Stream.of(rule("drbd-unknown-option", "net { option \"no-such\" \"1\" }" + R0, "net { option \"max-buffers\" \"1\" }" + R0),
				rule("drbd-unknown-option", "disk { option \"disk-timeout\" \"100\" }" + R0, "disk { option \"size\" \"100\" }" + R0),
				rule("unknown-parameter", "net { no-such 1 }" + R0, "net { max-buffers 100 }" + R0), rule("unknown-section", "nets { }" + R0, "net { }" + R0),
				rule("drbd-option-name", "net { option \"x; } evil {\" \"1\" }" + R0, "net { option \"ko-count\" \"1\" }" + R0),
				rule("drbd-text", "handlers { pri-lost \"echo \\\"hi\\\"\" }" + R0, "handlers { pri-lost \"echo 'hi'\" }" + R0),
				rule("drbd-text", "net { option \"verify-alg\" \"a\nb\" }" + R0, "net { verify-alg md5 }" + R0),
				rule("drbd-raw", R0 + "{ raw x '''} resource evil {''' }", R0 + "{ raw x '''syncer { use-rle; } # }''' }"),
				rule("drbd-raw", R0 + "{ raw x at net '''ko-count 4''' }", R0 + "{ raw x at net '''ko-count 4;''' }"),
				rule("drbd-raw", R0 + "{ raw x at net '''cram-hmac-alg \"sha1;''' }", R0 + "{ raw x at net '''cram-hmac-alg \"sha1\";''' }"),
				rule("drbd-raw-anchor", R0 + "{ raw x at nowhere '''use-rle;''' }", R0 + "{ raw x at syncer '''use-rle;''' }"),
				rule("drbd-said-twice", "rate 1MiB/s\nsyncer { rate 2MiB/s }" + R0, "syncer { rate 2MiB/s }" + R0),
				rule("drbd-said-twice", "net { ko-count 3 option \"ko-count\" \"4\" }" + R0, "net { option \"ko-count\" \"4\" }" + R0),
				rule("drbd-said-twice", "split-brain { two-primaries disconnect }\nnet { after-sb-2pri disconnect }" + R0, "split-brain { two-primaries disconnect }" + R0),
				rule("drbd-switch-stays-on", "dual-primary" + R0 + "{ net { allow-two-primaries no } }", R0 + "{ net { allow-two-primaries no } }"),
				rule("drbd-secret", "net { shared-secret secret drbd }" + R0, "net { shared-secret secret drbd cram-hmac-alg sha1 }" + R0),
				rule("drbd-secret-literal", "net { shared-secret abc cram-hmac-alg sha1 }" + R0, "net { shared-secret secret drbd cram-hmac-alg sha1 }" + R0),
				rule("drbd-secret-length", "net { shared-secret " + "a".repeat(65) + " cram-hmac-alg sha1 }" + R0, "net { shared-secret " + "a".repeat(64) + " cram-hmac-alg sha1 }" + R0));
	}

	private static Stream<Arguments> together() {
		return Stream.of(rule("drbd-after", "resource r0 on sdx5 { syncer { after r9 } }", "resource r0 on sdx5 resource r1 on sdx6 { syncer { after r0 } }"),
				rule("drbd-after", "resource r0 on sdx5 { syncer { after r1 } } resource r1 on sdx6 { syncer { after r0 } }", "resource r0 on sdx5 resource r1 on sdx6 { syncer { after r0 } }"),
				rule("drbd-become-primary", "startup { become-primary-on x }" + R0, "startup { become-primary-on a }" + R0),
				rule("drbd-both-primary", "startup { become-primary-on both }" + R0, "dual-primary\nstartup { become-primary-on both }" + R0),
				rule("dual-primary-protocol", "dual-primary\nprotocol A" + R0, "protocol A" + R0),
				rule("dual-primary-fencing", "dual-primary\ndisk { fencing resource-only }" + R0, "disk { fencing resource-only }" + R0),
				rule("dual-primary-handler", "dual-primary\nhandlers { fence-peer \"\" }" + R0, "dual-primary" + R0),
				rule("dual-primary-policy", "dual-primary\nsplit-brain { two-primaries violently-as0p }" + R0, "dual-primary\nsplit-brain { two-primaries disconnect }" + R0),
				rule("fencing-handler", "handlers { fence-peer \"\" }" + R0, "handlers { fence-peer \"\" }\ndisk { fencing dont-care }" + R0),
				rule("net-timeout", "net { timeout 12s }" + R0, "net { timeout 12s ping-int 15s connect-int 15s }" + R0),
				rule("wfc-timeout", "startup { wfc-timeout 20s }" + R0, "startup { wfc-timeout 0s }" + R0),
				rule("degr-wfc-timeout", "startup { degr-wfc-timeout 120s }" + R0, "startup { degr-wfc-timeout 180s }" + R0), rule("drbd-rate", "rate 20MiB/s" + R0, R0));
	}

	@ParameterizedTest
	@MethodSource("rules")
	void breaksAndKeeps(String code, String breaks, String keeps) {
		List<String> broken = Designs.codes(Designs.cluster(breaks));
		assertFalse(broken.contains("syntax"), () -> breaks + Designs.LANGUAGE.validate(Designs.cluster(breaks)).findings());
		assertTrue(broken.contains(code), () -> code + " is not in " + broken);
		List<String> kept = Designs.codes(Designs.cluster(keeps));
		assertFalse(kept.contains("syntax") || kept.contains(code), () -> code + " in " + kept);
	}
}
