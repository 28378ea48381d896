package org.clusterwright.formats.clusterconf;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.clusterwright.formats.clusterconf.ClusterConfTree.Comment;
import org.clusterwright.formats.clusterconf.ClusterConfTree.Element;
import org.clusterwright.formats.clusterconf.ClusterConfTree.Verbatim;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Heuristic;
import org.clusterwright.model.design.NetworkRole;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.effective.ClusterConfRaws;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveFenceCall;
import org.clusterwright.model.effective.EffectiveFenceDevice;
import org.clusterwright.model.effective.EffectiveFenceMethod;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Fencing;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.Parameter;
import org.clusterwright.model.effective.Quorum;
import org.clusterwright.model.effective.Statements;

/** A cluster as the tree of its cluster.conf, in the tutorial's order of elements. */
final class ClusterConfWriter {
	private final EffectiveCluster cluster;
	private final ClusterConfRaws raws;
	private final Origin whole;

	ClusterConfWriter(EffectiveCluster cluster) {
		this.cluster = cluster;
		raws = new ClusterConfRaws(cluster.design());
		whole = cluster.name().origin();
	}

	Element write() {
		Element root = new Element(whole, "cluster").set("name", cluster.name()).set("config_version", cluster.version());
		parametersOnly(root, cluster.design());
		identity(root);
		root.addUnlessEmpty(cman());
		root.add(nodes());
		root.addUnlessEmpty(devices());
		root.addUnlessEmpty(daemon("fence_daemon", "fencing"));
		root.addUnlessEmpty(daemon("totem", "totem"));
		root.addUnlessEmpty(quorumDisk());
		root.addUnlessEmpty(logging());
		root.addUnlessEmpty(daemon("dlm", "dlm"));
		root.addUnlessEmpty(daemon("gfs_controld", "gfs"));
		root.addUnlessEmpty(daemon("group", "groupd"));
		Element rm = new ServicesWriter(cluster, raws).write();
		root.addUnlessEmpty(rm);
		raw(root);
		return root;
	}

	private void parametersOnly(Element element, Block block) {
		Attributes.set(element, Parameter.options(block));
	}

	/** What a reader will want to compare with cman_tool status. */
	private void identity(Element root) {
		Quorum quorum = cluster.quorum();
		Effective<Long> id = quorum.clusterId();
		if (!id.isSet() && !id.value().equals(0L)) {
			String address = quorum.multicast().filter(m -> !m.isSet()).map(m -> ", multicast address " + m.value()).orElse("");
			root.add(new Comment(id.origin(), "Foretold by cman's rule, to compare with cman_tool status: cluster id " + id.value() + address));
		}
	}

	private Element cman() {
		Quorum quorum = cluster.quorum();
		Origin origin = origin("cman");
		Element cman = new Element(origin, "cman");
		quorum.expectedVotes().ifPresent(v -> cman.set("expected_votes", v));
		if (quorum.twoNode().value()) {
			cman.set("two_node", quorum.twoNode().map(t -> "1"));
		}
		List<Parameter> written = cluster.daemons().written("cman");
		Predicate<Parameter> child = p -> p.key().equals("multicast") || p.key().equals("alt-multicast");
		Predicate<Parameter> known = p -> p.key().equals("expected-votes") || p.key().equals("two-node");
		written.stream().filter(child.or(known).negate()).forEach(p -> Attributes.set(cman, p));
		written.stream().filter(child).forEach(
				p -> cman.add(new Element(p.value().origin(), p.key().equals("multicast") ? "multicast" : "altmulticast").set("addr", p.value())));
		raw(cman);
		return cman;
	}

	private Element nodes() {
		Element nodes = new Element(whole, "clusternodes");
		cluster.nodes().forEach(n -> nodes.add(node(n)));
		raw(nodes);
		return nodes;
	}

	private Element node(EffectiveNode n) {
		Element node = new Element(n.name().origin(), "clusternode").set("name", n.hostName()).set("nodeid", n.id());
		if (n.votes().isSet()) {
			node.set("votes", n.votes());
		}
		Attributes.set(node, Parameter.options(n.design()));
		cluster.networks().withRole(NetworkRole.RING1).ifPresent(ring -> node.add(new Element(ring.name().origin(), "altname").set("name",
				Effective.derived(n.name().value() + "." + ring.name().value(), ring.design(), "the node's name on the network of the second ring", n.name().origin(),
						ring.name().origin()))));
		Element fence = new Element(n.name().origin(), "fence");
		cluster.fencing().methods(n).forEach(m -> fence.add(method(m)));
		node.addUnlessEmpty(fence);
		List<EffectiveFenceCall> calls = cluster.fencing().unfence(n);
		if (!calls.isEmpty()) {
			Element unfence = new Element(n.name().origin(), "unfence");
			calls.forEach(c -> call(unfence, c));
			node.add(unfence);
		}
		raws.of(n.design()).forEach(r -> node.add(verbatim(r)));
		return node;
	}

	private Element method(EffectiveFenceMethod m) {
		Element method = new Element(m.name().origin(), "method").set("name", m.name());
		m.calls().forEach(c -> call(method, c));
		return method;
	}

	private void call(Element parent, EffectiveFenceCall call) {
		Optional<EffectiveFenceDevice> device = call.device();
		if (device.isEmpty()) {
			return;
		}
		Origin origin = new Origin.Set(call.design(), DesignPackage.Literals.FENCE_CALL__DEVICE);
		Element element = new Element(origin, "device").set("name", device.get().name());
		call.parameters().forEach(p -> element.set(p.key(), Fencing.nativeValue(p)));
		parent.add(element);
	}

	private Element devices() {
		Element devices = new Element(whole, "fencedevices");
		for (EffectiveFenceDevice d : cluster.fencing().devices()) {
			Element device = new Element(new Origin.Set(d.design(), DesignPackage.Literals.NAMED__NAME), "fencedevice").set("name", d.name()).set("agent", d.agent());
			d.parameters().forEach(p -> device.set(p.key(), Fencing.nativeValue(p)));
			devices.add(device);
		}
		raw(devices);
		return devices;
	}

	private Element daemon(String element, String section) {
		Element daemon = new Element(origin(section), element);
		Attributes.set(daemon, cluster.daemons().written(section));
		raw(daemon);
		return daemon;
	}

	private Element quorumDisk() {
		Element disk = daemon("quorumd", "quorumd");
		cluster.quorum().diskVotes().ifPresent(v -> disk.set("votes", v));
		cluster.daemons().section("quorumd").ifPresent(s -> Statements.all(s, Heuristic.class).forEach(h -> disk.add(heuristic(h))));
		return disk;
	}

	private static Element heuristic(Heuristic h) {
		Origin origin = new Origin.Set(h, DesignPackage.Literals.HEURISTIC__PROGRAM);
		Element heuristic = new Element(origin, "heuristic").set("program", new Effective<>(h.getProgram() == null ? "" : h.getProgram(), origin));
		Attributes.set(heuristic, Parameter.written(h));
		return heuristic;
	}

	private Element logging() {
		Element logging = new Element(origin("logging"), "logging");
		for (Parameter p : cluster.daemons().written("logging")) {
			if (p.key().equals("debug-daemons")) {
				for (String daemon : p.value().value().split(",")) {
					logging.add(new Element(p.value().origin(), "logging_daemon").set("name", p.value().map(v -> daemon)).set("debug", p.value().map(v -> "on")));
				}
			} else {
				Attributes.set(logging, p);
			}
		}
		raw(logging);
		return logging;
	}

	private Origin origin(String section) {
		return cluster.daemons().section(section).<Origin>map(s -> new Origin.Set(s, DesignPackage.Literals.NAMED__NAME)).orElse(whole);
	}

	private void raw(Element element) {
		raws.at(element.name()).forEach(r -> element.add(verbatim(r)));
	}

	static Verbatim verbatim(Raw raw) {
		return new Verbatim(new Origin.Set(raw, DesignPackage.Literals.RAW__TEXT), raw.getText() == null ? "" : raw.getText());
	}
}
