package org.clusterwright.dsl.ide.assist;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clusterwright.dsl.ide.NextFree;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.design.Bond;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceMethod;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Plugged;
import org.clusterwright.model.design.Psu;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.values.Mac;

/** A node like the last one: the same NICs in the same bonds and switches, with addresses, ports and outlets of its own. */
final class NodeTemplate {
	private final Cluster cluster;
	private final NextFree free;
	private final String indent;
	private final Map<Switch, Set<Long>> ports = new HashMap<>();
	private final Map<Pdu, Set<Long>> outlets = new HashMap<>();
	private final Map<Pdu, Long> outletOf = new HashMap<>();
	private Mac lastMac;

	NodeTemplate(Cluster cluster, NextFree free, String indent) {
		this.cluster = cluster;
		this.free = free;
		this.indent = indent;
	}

	Suggestion node() {
		List<Node> nodes = Statements.all(cluster, Node.class).stream().filter(n -> n.getName() != null).toList();
		String name = Templates.next("node1", nodes.stream().map(Node::getName));
		TemplateText t = new TemplateText(indent).text("node ").hole(name).text(" id ").hole(free.nodeId());
		if (nodes.isEmpty()) {
			return fresh(t);
		}
		Node like = nodes.get(nodes.size() - 1);
		if (like.getShortName() != null) {
			t.text(" short ").hole(Templates.next("n1", nodes.stream().map(Node::getShortName)));
		}
		t.open();
		for (var statement : like.getStatements()) {
			switch (statement) {
				case Bmc bmc -> {
					t.line().text("bmc ").hole(free.bmcAddress().map(Object::toString).orElse("10.20.1.1"));
					plug(t, bmc);
				}
				case Psu psu -> psu(t, psu);
				case Nic nic -> nic(t, nic);
				case FenceMethod method -> method(t, method);
				default -> {
					// what else the other node says is its own
				}
			}
		}
		return t.close().as("node " + name + " …", "wired like " + like.getName());
	}

	/** Two NICs for each bond. */
	private Suggestion fresh(TemplateText t) {
		t.open();
		int eth = 0;
		for (int link = 1; link <= 2; link++) {
			for (Bonds bonds : Statements.all(cluster, Bonds.class)) {
				for (Bond bond : bonds.getBonds()) {
					t.line().text("nic eth" + eth++ + " mac ").hole(mac()).text(" in " + bond.getName() + " link " + link);
				}
			}
		}
		return t.close().as("node …", "two NICs for each bond");
	}

	Suggestion nic() {
		return new TemplateText(indent).text("nic ").hole(Templates.next("eth0", Statements.all(cluster, Node.class).stream().limit(1).flatMap(n -> Statements.all(n, Nic.class).stream()).map(Nic::getName))).text(" mac ").hole(mac()).as("nic …", "a NIC with its address");
	}

	private void psu(TemplateText t, Psu psu) {
		t.line().text("psu ").text(psu.getName());
		if (psu.getPdu() != null) {
			t.text(" on ").text(psu.getPdu().getName());
			if (psu.getOutlet() != null) {
				long outlet = next(outlets.computeIfAbsent(psu.getPdu(), k -> new HashSet<>()), free.outlet(psu.getPdu()).orElse(1L));
				outletOf.putIfAbsent(psu.getPdu(), outlet);
				t.text(" outlet ").hole("outlet " + psu.getPdu().getName() + outlet, outlet);
			}
		}
	}

	private void nic(TemplateText t, Nic nic) {
		t.line().text("nic ").text(nic.getName()).text(" mac ").hole(mac());
		if (nic.getBond() != null) {
			t.text(" in ").text(nic.getBond().getName());
			if (nic.getLink() != null) {
				t.text(" link ").text(nic.getLink());
			}
		}
		plug(t, nic);
	}

	private void plug(TemplateText t, Plugged plugged) {
		Switch to = plugged.getSwitch();
		if (to != null && to.getName() != null) {
			t.text(" via ").text(to.getName());
			if (plugged.getSwitchPort() != null && plugged.getSwitchPort().matches("[0-9]{1,6}")) {
				t.text(" port ").hole(next(ports.computeIfAbsent(to, k -> new HashSet<>()), firstPort(to)));
			}
		}
	}

	private long firstPort(Switch to) {
		return free.port(to).orElse(1L);
	}

	/** Behind those given out in this template. */
	private static long next(Set<Long> taken, long first) {
		long n = first;
		while (!taken.add(n)) {
			n++;
		}
		return n;
	}

	private String mac() {
		lastMac = lastMac == null ? free.nicMac() : free.macLike(lastMac);
		return lastMac.text();
	}

	private void method(TemplateText t, FenceMethod method) {
		t.line().text("method ").text(method.getName());
		List<FenceCall> calls = Statements.all(method, FenceCall.class).stream().filter(c -> c.getDevice() != null && c.getDevice().getName() != null).toList();
		if (calls.size() == 1) {
			t.text(" { ");
			call(t, calls.get(0));
			t.text(" }");
			return;
		}
		t.open();
		for (FenceCall call : calls) {
			t.line();
			call(t, call);
		}
		t.close();
	}

	private void call(TemplateText t, FenceCall call) {
		t.text("call ").text(call.getDevice().getName());
		Pdu pdu = call.getDevice().getPdu();
		for (Setting setting : call.getParameters()) {
			Long outlet = "port".equals(setting.getKey()) && pdu != null ? outletOf.get(pdu) : null;
			if (outlet != null) {
				t.text(" port ").hole("outlet " + pdu.getName() + outlet, outlet);
			} else if (!"delay".equals(setting.getKey()) && !setting.getValues().isEmpty()) {
				t.text(" ").text(setting.getKey()).text(" ").text(Objects.requireNonNullElse(Settings.text(setting.getValues().get(0)), ""));
			}
		}
	}
}
