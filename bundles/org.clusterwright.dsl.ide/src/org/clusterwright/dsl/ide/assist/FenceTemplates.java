package org.clusterwright.dsl.ide.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.effective.Statements;

/** Fence devices by the kinds of hardware that people have, and methods that call those of the design. */
final class FenceTemplates {
	private static final List<String> FOR_BMCS = List.of("fence_ipmilan", "fence_ilo", "fence_drac5");
	private static final List<String> FOR_PDUS = List.of("fence_apc", "fence_apc_snmp");

	private final Cluster cluster;
	private final String indent;

	FenceTemplates(Cluster cluster, String indent) {
		this.cluster = cluster;
		this.indent = indent;
	}

	List<Suggestion> all() {
		List<String> names = Statements.all(cluster, FenceDevice.class).stream().map(FenceDevice::getName).filter(Objects::nonNull).toList();
		List<Suggestion> found = new ArrayList<>();
		for (String agent : FOR_BMCS) {
			String name = free(agent.replace("fence_", "").replace("ipmilan", "ipmi"), names);
			TemplateText t = new TemplateText(indent).text("fence-device ").hole("name", name).text(" per node named \"").hole("name", name).text("_{short}\" agent ").text(agent).text(" { login ");
			found.add(t.hole("root").text("  passwd secret ").hole("name", name).text(" }").as("fence-device … " + agent, "the BMC of each node"));
		}
		List<Pdu> taken = Statements.all(cluster, FenceDevice.class).stream().map(FenceDevice::getPdu).toList();
		String pdu = Statements.all(cluster, Pdu.class).stream().filter(p -> p.getName() != null && !taken.contains(p)).map(Pdu::getName).findFirst().orElse("pdu1");
		for (String agent : FOR_PDUS) {
			TemplateText t = new TemplateText(indent).text("fence-device ").hole("name", free(pdu, names)).text(" agent ").text(agent).text(" at ").hole(pdu);
			t.text(" { login ").hole("apc").text("  passwd secret ").hole("pdu").text(" }");
			found.add(t.as("fence-device … " + agent, "a power distribution unit"));
		}
		return found;
	}

	private static String free(String name, List<String> names) {
		return names.contains(name) ? org.clusterwright.dsl.ide.NextFree.name(name, names::contains) : name;
	}

	/** One for each device. */
	List<Suggestion> methods() {
		return Statements.all(cluster, FenceDevice.class).stream().filter(d -> d.getName() != null).map(d -> {
			TemplateText t = new TemplateText(indent).text("method ").hole(d.getName()).text(" { call ").text(d.getName());
			if (d.getPdu() != null) {
				t.text(" port ").hole("1");
			}
			return t.text(" action ").hole("reboot").text(" }").as("method " + d.getName() + " …", "one call of " + d.getName());
		}).toList();
	}
}
