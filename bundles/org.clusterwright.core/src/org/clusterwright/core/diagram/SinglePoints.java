package org.clusterwright.core.diagram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Plugged;
import org.clusterwright.model.design.Psu;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.effective.EffectiveBond;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNic;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.EObject;

/** What a node loses with a single thing: all links of a bond, all ways to fence it, all its power. Switches that are stacked count as one. */
final class SinglePoints {
	/** The elements of the node that depend on one thing, that thing where the design names it, and why. */
	private record Found(EffectiveNode node, List<EObject> elements, Optional<EObject> bar, String text) {
	}

	private final EffectiveCluster cluster;
	private final List<Found> all = new ArrayList<>();

	SinglePoints(EffectiveCluster cluster) {
		this.cluster = cluster;
		for (EffectiveNode node : cluster.nodes()) {
			cluster.bonding().all().forEach(b -> bond(node, b));
			cluster.hardware().bmc(node).ifPresent(b -> fencing(node, b));
			power(node);
		}
	}

	private void bond(EffectiveNode node, EffectiveBond bond) {
		List<EffectiveNic> nics = cluster.hardware().members(node, bond);
		List<Switch> switches = switches(nics.stream().map(EffectiveNic::design).toList());
		if (nics.size() > 1 && areOne(switches)) {
			List<EObject> elements = new ArrayList<>(List.of(bond.design()));
			nics.forEach(n -> elements.add(n.design()));
			add(node, elements, switches, "all links of " + bond.name().value() + " are on " + names(switches));
		}
	}

	private void fencing(EffectiveNode node, Bmc bmc) {
		List<Plugged> ways = new ArrayList<>(List.of(bmc));
		Set<Pdu> pdus = cluster.hardware().pdus(node);
		ways.addAll(pdus);
		List<Switch> switches = switches(ways);
		if (!pdus.isEmpty() && areOne(switches)) {
			add(node, List.of(bmc), switches, "its BMC and " + pdus.stream().map(Pdu::getName).collect(Collectors.joining(", ")) + " are behind " + names(switches) + ": without it nothing can fence the node");
		}
	}

	private void power(EffectiveNode node) {
		List<Psu> supplies = Statements.all(node.design(), Psu.class);
		Set<Pdu> pdus = new HashSet<>();
		supplies.forEach(s -> pdus.add(s.getPdu()));
		Optional<EObject> pdu = pdus.size() == 1 ? Optional.ofNullable(pdus.iterator().next()) : Optional.empty();
		if (supplies.size() == 1) {
			all.add(new Found(node, List.copyOf(supplies), pdu, "it has a single power supply" + pdu.map(p -> ", on " + ((Named) p).getName()).orElse("")));
		} else if (pdu.isPresent()) {
			all.add(new Found(node, List.copyOf(supplies), pdu, "all its power supplies are on " + ((Named) pdu.get()).getName()));
		}
	}

	private void add(EffectiveNode node, List<EObject> elements, List<Switch> switches, String text) {
		switches.forEach(s -> all.add(new Found(node, elements, Optional.of(s), text)));
	}

	private static List<Switch> switches(List<? extends Plugged> plugged) {
		Set<Switch> found = new LinkedHashSet<>();
		plugged.forEach(p -> found.add(p.getSwitch()));
		return new ArrayList<>(found);
	}

	/** Whether all are known and fail as one. */
	private static boolean areOne(List<Switch> switches) {
		return !switches.contains(null) && switches.stream().map(SinglePoints::stack).distinct().count() == 1;
	}

	/** The switch that a stack is told by: the last that another is stacked with. */
	private static Switch stack(Switch of) {
		Set<Switch> seen = new LinkedHashSet<>();
		Switch at = of;
		while (at.getStackedWith() != null && seen.add(at)) {
			at = at.getStackedWith();
		}
		return seen.contains(at) ? seen.stream().min((a, b) -> String.valueOf(a.getName()).compareTo(String.valueOf(b.getName()))).orElseThrow() : at;
	}

	private static String names(List<Switch> switches) {
		return switches.stream().map(Switch::getName).collect(Collectors.joining(" and ")) + (switches.size() > 1 ? ", which are stacked" : "");
	}

	boolean isOn(EffectiveNode node, EObject element) {
		return all.stream().anyMatch(f -> f.node() == node && f.elements().contains(element));
	}

	boolean isBar(EObject bar) {
		return all.stream().anyMatch(f -> f.bar().filter(b -> b == bar).isPresent());
	}

	/** Why, for a thing of a node or a bar. */
	List<String> tip(EffectiveNode node, EObject element) {
		return all.stream().filter(f -> f.node() == node && f.elements().contains(element)).map(f -> "single point of failure: " + f.text()).distinct().toList();
	}

	/** Everything as sentences, each with the element that it is about. */
	Map<String, EObject> sentences() {
		Map<String, EObject> sentences = new LinkedHashMap<>();
		all.forEach(f -> sentences.putIfAbsent(f.node().name().value() + ": " + f.text(), f.elements().get(f.elements().size() - 1)));
		return sentences;
	}
}
