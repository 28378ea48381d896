package org.clusterwright.core.start;

import java.util.ArrayList;
import java.util.List;
import org.clusterwright.core.start.NewDesign.Pdu;
import org.clusterwright.core.start.NewDesign.Unit;
import org.clusterwright.core.start.NewDesign.Wiring;
import org.clusterwright.dsl.ide.Highlighting;
import org.clusterwright.dsl.ide.Highlighting.Kind;
import org.clusterwright.model.catalog.FenceAgents;

/** Writes a new design, in the formatter's layout, with few comments and without anything that follows from the rest. */
final class NewDesignWriter {
	private static final String INDENT = "    ";

	private final NewDesign design;
	private final StringBuilder out = new StringBuilder();
	private final List<NewDesignText.Word> words = new ArrayList<>();
	private final StorageWriter storage;

	private NewDesignWriter(NewDesign design) {
		this.design = design;
		this.storage = new StorageWriter(design, this);
	}

	static NewDesignText write(NewDesign design) {
		NewDesignWriter writer = new NewDesignWriter(design);
		writer.cluster();
		return new NewDesignText(writer.out.toString(), writer.words);
	}

	private void cluster() {
		put("// The cluster ").put(design.name().replaceAll("[\\x00-\\x1f\\x7f]", " ").strip()).put(". What is not written here follows from the rest: hover over a word to see it.\n");
		put("cluster ").name("name", design.name()).put(" {\n");
		if (!design.domain().isBlank()) {
			line("domain ").value("domain", design.domain()).put("\n");
		}
		line("fencing { post-join-delay 30s }\n");
		line("totem { secauth off  rrp none }\n\n");
		networks();
		hardware();
		fenceDevices();
		design.eachNode().forEach(this::node);
		storage.write();
		put("}\n");
	}

	private void networks() {
		line("// Node N is the subnet's address plus N on each network.\n");
		boolean four = design.wiring() == Wiring.FOUR_NICS;
		line("network bcn ").quoted(design.backChannelLabel()).put(" ").value("bcn.subnet", design.bcn().subnet()).put(four ? " on bond0 cluster replication\n" : " on bond0 bridge vbr0 cluster\n");
		if (!four) {
			line("network sn ").quoted(design.sn().label()).put(" ").value("sn.subnet", design.sn().subnet()).put(" on bond1 replication\n");
		}
		line("network ifn ").quoted(design.ifn().label()).put(" ").value("ifn.subnet", design.ifn().subnet()).put(four ? " on bond1 bridge vbr1" : " on bond2 bridge vbr2");
		List<String> dns = design.dnsServers();
		if (design.ifn().gateway().isBlank() && dns.isEmpty()) {
			put("\n");
		} else {
			put(" {\n");
			if (!design.ifn().gateway().isBlank()) {
				line(INDENT + "gateway ").value("ifn.gateway", design.ifn().gateway()).put("\n");
			}
			if (!dns.isEmpty()) {
				line(INDENT + "dns ");
				for (int i = 0; i < dns.size(); i++) {
					put(i > 0 ? ", " : "").value("ifn.dns", dns.get(i));
				}
				put("\n");
			}
			line("}\n");
		}
		line(four ? "bond bond0, bond1\n\n" : "bond bond0, bond1, bond2\n\n");
	}

	private void hardware() {
		line("// What is plugged where: IPMI and PDUs on opposite switches, the links of each bond too.\n");
		for (int i = 1; i <= 2; i++) {
			String address = design.switchAddress(i);
			line("switch switch" + i + (address.isEmpty() ? "" : " address " + address) + "\n");
		}
		for (int i = 0; i < design.fencing().pdus().size(); i++) {
			line("pdu ").name("pdu." + i + ".name", design.fencing().pdus().get(i).name());
			if (!design.pduAddress(i).isEmpty()) {
				put(" address ").value("pdu." + i + ".address", design.pduAddress(i));
			}
			put(" via switch2\n");
		}
		put("\n");
	}

	private void fenceDevices() {
		if (design.fencing().ipmi()) {
			line("fence-device ipmi per node named \"ipmi_{short}\" agent fence_ipmilan { ");
			login("ipmi.login", design.fencing().ipmiLogin());
			put("passwd secret ipmi }\n");
		}
		for (int i = 0; i < design.fencing().pdus().size(); i++) {
			Pdu pdu = design.fencing().pdus().get(i);
			line("fence-device ").name("pdu." + i + ".name", pdu.name()).put(" agent ").name("pdu." + i + ".agent", pdu.agent()).put(" at ").name("pdu." + i + ".name", pdu.name());
			put(" { ");
			if (FenceAgents.of(pdu.agent()).map(a -> a.parameters().containsKey("login")).orElse(true)) {
				login("pdu." + i + ".login", pdu.login());
			}
			put("passwd secret pdu }\n");
		}
		if (design.fencing().ipmi() || !design.fencing().pdus().isEmpty()) {
			put("\n");
		}
	}

	private void login(String field, String login) {
		if (!login.isBlank()) {
			put("login ").value(field, login).put("  ");
		}
	}

	private void node(int index) {
		String field = "node." + index + ".";
		NewDesign.Node node = design.nodes().get(index);
		line("node ").name(field + "name", node.name());
		if (!design.shortName(index).equals(node.name().strip())) {
			put(" short ").name(field + "short", design.shortName(index));
		}
		put(" {\n");
		if (design.fencing().ipmi()) {
			line(INDENT + "bmc ").value(field + "bmc", design.bmc(index)).put(" via switch1\n");
		}
		List<Pdu> pdus = design.fencing().pdus();
		for (int i = 0; i < pdus.size(); i++) {
			line(INDENT + "psu psu" + (i + 1) + " on ").name("pdu." + i + ".name", pdus.get(i).name()).put(" outlet ").value(field + "outlet", design.outlet(index)).put("\n");
		}
		int bonds = design.wiring().bonds();
		for (int nic = 0; nic < design.wiring().nics(); nic++) {
			line(INDENT + "nic eth" + nic);
			if (!design.mac(index, nic).isEmpty()) {
				put(" mac ").value(field + "mac." + nic, design.mac(index, nic));
			}
			mark(field + "mac." + nic, " in bond" + nic % bonds + " via switch" + (nic < bonds ? 1 : 2)).put("\n");
		}
		methods(index, field);
		line("}\n");
	}

	private void methods(int index, String field) {
		boolean delayed = design.fencing().headStart() && design.nodes().size() == 2 && index == 0;
		List<Pdu> pdus = design.fencing().pdus();
		if (design.fencing().ipmi()) {
			line(INDENT + "method ipmi { call ipmi action reboot" + (delayed ? " delay 15s" : "") + " }\n");
		}
		if (pdus.size() == 1) {
			line(INDENT + "method pdu { call ").name("pdu.0.name", pdus.get(0).name()).put(" port ").value(field + "outlet", design.outlet(index)).put(" action reboot");
			put(delayed && !design.fencing().ipmi() ? " delay 15s }\n" : " }\n");
		} else if (pdus.size() > 1) {
			line(INDENT + "method pdu {\n");
			calls(field, index, "off", delayed && !design.fencing().ipmi());
			calls(field, index, "on", false);
			line(INDENT + "}\n");
		}
	}

	/** All outlets of a node, one call each: only when all are off is the node. */
	private void calls(String field, int index, String action, boolean delayed) {
		List<Pdu> pdus = design.fencing().pdus();
		for (int i = 0; i < pdus.size(); i++) {
			line(INDENT + INDENT + "call ").name("pdu." + i + ".name", pdus.get(i).name()).put(" port ").value(field + "outlet", design.outlet(index)).put(" action " + action);
			put(delayed && i == 0 ? " delay 15s\n" : "\n");
		}
	}

	/** The size of the disk as the language says it; digits alone are bytes. */
	static String size(NewDesign.Disk disk) {
		String size = disk.size().strip().replaceAll("[ ,_']", "");
		return disk.unit() == Unit.BYTES && size.matches("[0-9]+") ? size + "B" : size;
	}

	NewDesignWriter put(String text) {
		out.append(text);
		return this;
	}

	/** Text of one indented line of the cluster's block. */
	NewDesignWriter line(String text) {
		return put(INDENT).put(text);
	}

	/** Text that an answer is shown at without being in it. */
	private NewDesignWriter mark(String field, String text) {
		words.add(new NewDesignText.Word(field, out.length(), text.length()));
		return put(text);
	}

	/** An answer that is a name: any text, quoted where it must be. */
	NewDesignWriter name(String field, String text) {
		return mark(field, word(text.strip()));
	}

	/** An answer that is a value of one word. Where it is none it is quoted, so that the text around it is still read and the finding is at it. */
	NewDesignWriter value(String field, String text) {
		return mark(field, word(text.strip()));
	}

	NewDesignWriter quoted(String text) {
		return put(quote(text));
	}

	static String word(String text) {
		List<Highlighting.Region> regions = Highlighting.lexical(text);
		boolean word = regions.size() == 1 && regions.get(0).length() == text.length() && (regions.get(0).kind() == Kind.TEXT || regions.get(0).kind() == Kind.NUMBER) && !text.startsWith("/");
		return word ? text : quote(text);
	}

	private static String quote(String text) {
		return "\"" + text.replaceAll("[\\x00-\\x1f\\x7f]", " ").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}
}
