package org.clusterwright.tests.clusterconf;

import static org.clusterwright.tests.clusterconf.Rules.PAIR;
import static org.clusterwright.tests.clusterconf.Rules.fails;
import static org.clusterwright.tests.clusterconf.Rules.passes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.model.catalog.FenceAgent;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveFenceCall;
import org.clusterwright.model.effective.EffectiveFenceMethod;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FencingTest {
	/** A node behind two outlets of two PDUs. */
	private static final String FED_TWICE = """
			pdu pdu1 address 10.20.2.1 { outlets 8 }
			pdu pdu2 address 10.20.2.2
			fence-device pdu1 agent fence_apc at pdu1 { login apc  passwd secret pdu }
			fence-device pdu2 agent fence_apc at pdu2 { login apc  passwd secret pdu }
			node a { psu p1 on pdu1 outlet 1  psu p2 on pdu2 outlet 1  method pdu { %s } }
			""";

	private static String device(String parameters) {
		return "fence-device d agent fence_apc { " + parameters + " }\nnode a { method m { call d port 1 } }";
	}

	@Test
	void catalogueKnowsTheAgents() {
		FenceAgent apc = FenceAgents.of("fence_apc").orElseThrow();
		assertTrue(apc.el6());
		assertTrue(apc.needsPort());
		assertTrue(apc.parameters().get("ipaddr").el6());
		assertFalse(apc.parameters().get("ip").el6());
		assertEquals("ipaddr", apc.parameters().get("ip").was().orElseThrow());
		assertEquals(List.of(List.of("ipaddr")), FenceAgents.of("fence_ipmilan").orElseThrow().needs());
		assertTrue(FenceAgents.of("fence_xvm").orElseThrow().el6());
		assertFalse(FenceAgents.of("fence_aws").orElseThrow().el6());
		assertTrue(FenceAgents.names(false).size() >= 85);
	}

	@Test
	void inputOfTheTutorialsCalls() {
		EffectiveCluster cluster = Designs.effective(Designs.tutorial());
		List<String> inputs = calls(cluster).map(c -> new TreeMap<>(input(cluster, c)).toString()).toList();
		assertEquals(List.of(
				"{action=reboot, agent=fence_ipmilan, ipaddr=an-node01.ipmi, login=root, nodename=an-node01.alteeve.com, passwd=@SECRET(ipmi)@}",
				"{action=reboot, agent=fence_apc, ipaddr=pdu2.alteeve.com, login=apc, nodename=an-node01.alteeve.com, passwd=@SECRET(pdu)@, port=1}",
				"{action=reboot, agent=fence_ipmilan, ipaddr=an-node02.ipmi, login=root, nodename=an-node02.alteeve.com, passwd=@SECRET(ipmi)@}",
				"{action=reboot, agent=fence_apc, ipaddr=pdu2.alteeve.com, login=apc, nodename=an-node02.alteeve.com, passwd=@SECRET(pdu)@, port=2}"), inputs);
	}

	/** Only ever validate-all: the agents look at their parameters and connect to nothing. */
	@TestFactory
	Stream<DynamicTest> realAgentsTakeTheTutorialsInput() {
		EffectiveCluster cluster = Designs.effective(Designs.tutorial());
		return calls(cluster).map(c -> DynamicTest.dynamicTest(c.victim().name().value() + " " + c.device().orElseThrow().name().value(), () -> {
			Map<String, String> input = input(cluster, c);
			String agent = input.get("agent");
			Tool.require(agent);
			input.put("action", "validate-all");
			String text = input.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue() + "\n").collect(Collectors.joining());
			Tool.Result result = Tool.run(Designs.root(), Map.of(), text, agent).assertOk();
			assertFalse(result.output().contains("Ignoring unknown option"), result.output());
			input.remove("ipaddr");
			String poorer = input.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue() + "\n").collect(Collectors.joining());
			assertEquals(1, Tool.run(Designs.root(), Map.of(), poorer, agent).exit());
		}));
	}

	private static Stream<EffectiveFenceCall> calls(EffectiveCluster cluster) {
		return cluster.nodes().stream().flatMap((EffectiveNode n) -> cluster.fencing().methods(n).stream()).map(EffectiveFenceMethod::calls).flatMap(List::stream);
	}

	private static Map<String, String> input(EffectiveCluster cluster, EffectiveFenceCall call) {
		Map<String, String> input = new TreeMap<>();
		cluster.fencing().input(call).forEach((k, v) -> input.put(k, v.value()));
		return input;
	}

	@Test
	void perNodeDevicesAreNamedByThePattern() {
		EffectiveCluster cluster = Designs.effective(Designs.cluster("""
				fence-device x per node named "{name}-{node}-{id}-{short}" agent fence_ipmilan { }
				fence-device y per node agent fence_ipmilan { ipaddr 10.0.0.1 }
				node n1 id 7 short s { bmc 10.20.1.1 }
				"""));
		assertEquals(List.of("x-n1-7-s", "y_s"), cluster.fencing().devices().stream().map(d -> d.name().value()).toList());
		assertEquals(List.of("n1.ipmi", "10.0.0.1"), cluster.fencing().devices().stream().map(d -> d.parameters().get(0).value().value()).toList());
	}

	@Test
	void everyNodeIsFenced() {
		fails("not-fenced", "node a { }\nnode b { }");
		passes("not-fenced", PAIR);
		passes("not-fenced", "node alone { }");
		fails("method-empty", "node a { method m { } }");
		passes("method-empty", PAIR);
		fails("no-power-off", device("ipaddr x").replace("port 1", "port 1 action status"));
		passes("no-power-off", device("ipaddr x"));
	}

	@Test
	void agents() {
		fails("no-fence-agent", "fence-device d { }");
		passes("no-fence-agent", PAIR);
		fails("unknown-fence-agent", "fence-device d agent ipmilan { }");
		passes("unknown-fence-agent", PAIR);
		fails("fence-agent-not-on-el6", "fence-device d agent fence_aws { }");
		passes("fence-agent-not-on-el6", PAIR);
		fails("unused-fence-device", "fence-device d agent fence_apc { }");
		passes("unused-fence-device", PAIR);
		fails("fence-device-name", "fence-device 1d agent fence_apc { }");
		fails("fence-device-name", "node a { }\nfence-device d per node named \"{short}:x\" agent fence_apc { }");
		passes("fence-device-name", PAIR);
		fails("duplicate-fence-device", "node a { }\nnode b { }\nfence-device d per node named \"x\" agent fence_apc { }");
		fails("duplicate-fence-device", "node a { }\nfence-device d per node agent fence_apc { }\nfence-device d_a agent fence_apc { }");
		passes("duplicate-fence-device", PAIR);
	}

	@Test
	void parameters() {
		fails("unknown-fence-parameter", device("bogus 1"));
		fails("unknown-fence-parameter", "fence-device d agent fence_apc { }\nnode a { method m { call d bogus 1 } }");
		passes("unknown-fence-parameter", device("ipaddr x"));
		fails("modern-fence-parameter", device("username x"));
		passes("modern-fence-parameter", device("login x"));
		fails("newer-fence-parameter", device("plug_separator x"));
		passes("newer-fence-parameter", device("login x"));
		fails("missing-fence-parameter", device("ipaddr x  login y"));
		fails("missing-fence-parameter", device("ipaddr x  login y  passwd secret z").replace("port 1", "action off"));
		passes("missing-fence-parameter", device("ipaddr x  login y  passwd secret z"));
		passes("missing-fence-parameter", device("ipaddr x  login y  identity_file /root/.ssh/id_rsa"));
		fails("missing-fence-parameter", "fence-device d per node agent fence_ipmilan { login x }\nnode a { method m { call d } }");
		passes("missing-fence-parameter", "fence-device d per node agent fence_ipmilan { login x }\nnode a { bmc 10.0.0.1 method m { call d } }");
		fails("fence-value", device("power_wait 5"));
		fails("fence-value", device("ipport many"));
		fails("fence-value", "fence-device d agent fence_ipmilan { auth sha }\nnode a { method m { call d } }");
		passes("fence-value", device("power_wait 5s  ipport 23"));
		fails("unknown-fence-action", device("ipaddr x").replace("port 1", "port 1 action explode"));
		passes("unknown-fence-action", device("ipaddr x").replace("port 1", "port 1 action off"));
		fails("literal-password", device("passwd x"));
		passes("literal-password", device("passwd secret x"));
	}

	@Test
	void outlets() {
		String off = "call pdu1 port 1 action off\ncall pdu2 port 1 action off\n";
		String on = "call pdu1 port 1 action \"on\"\ncall pdu2 port 1 action \"on\"\n";
		for (String code : List.of("outlets-reboot", "outlets-order", "outlets-left-off", "outlets-missed", "outlet-of-other", "outlet-beyond-count")) {
			passes(code, FED_TWICE.formatted(off + on));
		}
		fails("outlets-reboot", FED_TWICE.formatted("call pdu1 port 1 action reboot\ncall pdu2 port 1 action reboot"));
		fails("outlets-reboot", FED_TWICE.formatted("call pdu1 port 1\ncall pdu2 port 1"));
		fails("outlets-order", FED_TWICE.formatted("call pdu1 port 1 action off\ncall pdu1 port 1 action \"on\"\ncall pdu2 port 1 action off\ncall pdu2 port 1 action \"on\""));
		fails("outlets-left-off", FED_TWICE.formatted(off + "call pdu1 port 1 action \"on\""));
		fails("outlets-missed", FED_TWICE.formatted("call pdu1 port 1 action reboot"));
		fails("outlet-beyond-count", FED_TWICE.formatted(off.replace("pdu1 port 1", "pdu1 port 9") + on.replace("pdu1 port 1", "pdu1 port 9")));
		fails("outlet-of-other", FED_TWICE.formatted(off.replace("pdu1 port 1", "pdu1 port 2") + on.replace("pdu1 port 1", "pdu1 port 2")));
	}

	@Test
	void race() {
		fails("fence-race", PAIR.replace("delay 15s", ""));
		fails("fence-race", PAIR.replace("secret ipmi", "secret ipmi  delay 5s").replace("delay 15s", ""));
		passes("fence-race", PAIR);
	}

	@Test
	void start() {
		fails("post-join-delay", PAIR.replace("60s", "30s"));
		passes("post-join-delay", PAIR);
		fails("post-join-delay-short", PAIR.replace("60s", "6s"));
		fails("post-join-delay-short", PAIR.replace("fencing { post-join-delay 60s }", ""));
		passes("post-join-delay-short", PAIR);
		fails("clean-start", PAIR.replace("60s", "60s clean-start yes"));
		passes("clean-start", PAIR.replace("60s", "60s clean-start no"));
	}
}
