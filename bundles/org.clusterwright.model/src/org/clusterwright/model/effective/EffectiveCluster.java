package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Node;

/**
 * Every value of a cluster that is derived or defaulted, with its origin: the one place that computes them. Made for one model that does not
 * change any more; its parts are computed when first asked for. For one thread.
 */
public final class EffectiveCluster {
	private final Cluster design;
	private final Map<Class<?>, Object> themes = new HashMap<>();
	private List<EffectiveNode> nodes;
	private Map<Node, EffectiveNode> byDesign;

	public EffectiveCluster(Cluster design) {
		this.design = design;
	}

	public Cluster design() {
		return design;
	}

	public Effective<String> name() {
		return design.getName() == null ? Effective.byDefault("", design, "no name is written")
				: Effective.set(design.getName(), design, DesignPackage.Literals.NAMED__NAME);
	}

	/** config_version of cluster.conf. */
	public Effective<Long> version() {
		return design.getVersion() == null ? Effective.byDefault(1L, design, "first version of a cluster.conf")
				: Effective.set(design.getVersion(), design, DesignPackage.Literals.CLUSTER__VERSION);
	}

	public Effective<String> stack() {
		return Settings.text(design, "stack").orElseGet(() -> Effective.byDefault("rhcs3", design, "the tutorial's stack"));
	}

	/** The DNS domain of the nodes; absent where node names are complete by themselves. */
	public Optional<Effective<String>> domain() {
		return Settings.text(design, "domain");
	}

	/** In the author's order. */
	public List<EffectiveNode> nodes() {
		if (nodes == null) {
			List<EffectiveNode> found = new ArrayList<>();
			byDesign = new HashMap<>();
			for (Node node : Statements.all(design, Node.class)) {
				EffectiveNode effective = effective(node, found.size() + 1L);
				found.add(effective);
				byDesign.put(node, effective);
			}
			nodes = List.copyOf(found);
		}
		return nodes;
	}

	public Optional<EffectiveNode> node(Node node) {
		nodes();
		return Optional.ofNullable(byDesign.get(node));
	}

	private EffectiveNode effective(Node node, long position) {
		Effective<Long> id = node.getNodeId() == null ? Effective.derived(position, node, "the node's position in the design")
				: Effective.set(node.getNodeId(), node, DesignPackage.Literals.NODE__NODE_ID);
		Effective<Long> votes = node.getVotes() == null ? Effective.byDefault(1L, node, "cman(5): one vote for each node")
				: Effective.set(node.getVotes(), node, DesignPackage.Literals.NODE__VOTES);
		Effective<String> name = Effective.set(node.getName() == null ? "" : node.getName(), node, DesignPackage.Literals.NAMED__NAME);
		Effective<String> shortName = node.getShortName() == null ? Effective.derived(name.value(), node, "the node's name", name.origin())
				: Effective.set(node.getShortName(), node, DesignPackage.Literals.NODE__SHORT_NAME);
		Effective<String> hostName = name.value().contains(".") || domain().isEmpty() ? name
				: Effective.derived(name.value() + "." + domain().get().value(), node, "node name and domain", name.origin(), domain().get().origin());
		return new EffectiveNode(node, id, votes, name, shortName, hostName);
	}

	public Networks networks() {
		return theme(Networks.class, () -> new Networks(this));
	}

	public Daemons daemons() {
		return theme(Daemons.class, () -> new Daemons(this));
	}

	public Quorum quorum() {
		return theme(Quorum.class, () -> new Quorum(this));
	}

	public Fencing fencing() {
		return theme(Fencing.class, () -> new Fencing(this));
	}

	public Services services() {
		return theme(Services.class, () -> new Services(this));
	}

	public Partitions partitions() {
		return theme(Partitions.class, () -> new Partitions(this));
	}

	public Replication replication() {
		return theme(Replication.class, () -> new Replication(this));
	}

	public Volumes volumes() {
		return theme(Volumes.class, () -> new Volumes(this));
	}

	public LvmConfiguration lvmConfiguration() {
		return theme(LvmConfiguration.class, () -> new LvmConfiguration(this));
	}

	public Guests guests() {
		return theme(Guests.class, () -> new Guests(this));
	}

	public BootServices bootServices() {
		return theme(BootServices.class, () -> new BootServices(this));
	}

	public Bonding bonding() {
		return theme(Bonding.class, () -> new Bonding(this));
	}

	public Hardware hardware() {
		return theme(Hardware.class, () -> new Hardware(this));
	}

	public Interfaces interfaces() {
		return theme(Interfaces.class, () -> new Interfaces(this));
	}

	public HostNames hostNames() {
		return theme(HostNames.class, () -> new HostNames(this));
	}

	public Firewall firewall() {
		return theme(Firewall.class, () -> new Firewall(this));
	}

	/** One instance of each theme for each cluster. */
	<T> T theme(Class<T> type, Supplier<T> make) {
		Object theme = themes.get(type);
		if (theme == null) {
			theme = make.get();
			themes.put(type, theme);
		}
		return type.cast(theme);
	}
}
