package org.clusterwright.core.help;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.core.forms.FenceTexts;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveBond;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveFenceCall;
import org.clusterwright.model.effective.EffectiveFenceMethod;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.EffectiveVolume;
import org.clusterwright.model.effective.EffectiveVolumeGroup;
import org.clusterwright.model.effective.Fencing;
import org.clusterwright.model.effective.PlannedPartition;
import org.clusterwright.model.effective.ReplicatedResource;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.values.Duration;

/**
 * What the help's chapters say of a design: single values by key ({@code bcn.subnet}) and lists of rows ({@code nodes}, each with {@code node.name}). A key
 * without a value stands for something that the design does not have. All of it comes from the effective values.
 */
public final class HelpValues {
	private static final String NOTHING = "…";

	private final EffectiveCluster cluster;
	private final Map<String, String> values = new HashMap<>();
	private final Map<String, List<Map<String, String>>> lists = new HashMap<>();

	private HelpValues(EffectiveCluster cluster) {
		this.cluster = cluster;
	}

	/** @param open whether the cluster is a design that the reader has open, rather than the tutorial's */
	public static HelpValues of(EffectiveCluster cluster, boolean open) {
		HelpValues found = new HelpValues(cluster);
		String name = cluster.name().value();
		found.put("source", open ? "the open design, " + name : "the tutorial's cluster (no design is open)");
		found.put("Source", open ? "The open design" : "The tutorial's cluster");
		found.identity();
		found.networks();
		found.fencing();
		found.storage();
		found.replication();
		found.volumes();
		found.services();
		return found;
	}

	EffectiveCluster cluster() {
		return cluster;
	}

	public Optional<String> value(String key) {
		return Optional.ofNullable(values.get(key));
	}

	/** Rows of a list, or the presence of a value or list as a condition. */
	boolean has(String key) {
		return values.containsKey(key) || !rows(key).isEmpty();
	}

	List<Map<String, String>> rows(String list) {
		return lists.getOrDefault(list, List.of());
	}

	private void put(String key, String value) {
		if (!value.isEmpty()) {
			values.put(key, value);
		}
	}

	private Map<String, String> row(String list) {
		Map<String, String> row = new LinkedHashMap<>();
		lists.computeIfAbsent(list, k -> new ArrayList<>()).add(row);
		return row;
	}

	private void identity() {
		List<EffectiveNode> nodes = cluster.nodes();
		put("cluster", cluster.name().value());
		put("version", String.valueOf(cluster.version().value()));
		put("count", String.valueOf(nodes.size()));
		put("all", nodes.size() == 2 ? "both nodes" : nodes.size() == 1 ? "the node" : "all nodes");
		EffectiveNode first = nodes.isEmpty() ? null : nodes.get(0);
		EffectiveNode second = nodes.size() > 1 ? nodes.get(1) : first;
		put("node1", first == null ? NOTHING : first.name().value());
		put("host1", first == null ? NOTHING : first.hostName().value());
		put("node2", second == null ? NOTHING : second.name().value());
		put("host2", second == null ? NOTHING : second.hostName().value());
		put("quorum", String.valueOf(cluster.quorum().quorum()));
		put("votes", String.valueOf(cluster.quorum().totalVotes()));
		put("two-node", cluster.quorum().twoNode().value() ? "yes" : "");
		put("cluster-id", String.valueOf(cluster.quorum().clusterId().value()));
		put("multicast", cluster.quorum().multicast().map(m -> m.value().toString()).orElse("none"));
		put("secauth-off", totem("secauth").filter("off"::equals).orElse(""));
		put("rrp-none", totem("rrp").filter("none"::equals).orElse(""));
		put("rrp-two", totem("rrp").filter(mode -> !mode.equals("none")).orElse(""));
		put("delay", cluster.daemons().value("fencing", "post-join-delay").flatMap(d -> seconds(d.value())).orElse("6"));
	}

	private static Optional<String> seconds(String duration) {
		try {
			return Optional.of(String.valueOf(Duration.parse(duration).millis() / 1000));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	/** As it is written. */
	private Optional<String> totem(String key) {
		return cluster.daemons().section("totem").flatMap(s -> Settings.text(s, key)).map(Effective::value);
	}

	private void networks() {
		Optional<EffectiveNetwork> own = cluster.networks().clusterNetwork();
		network("bcn", own);
		network("sn", cluster.networks().replicationNetwork());
		Optional<EffectiveNetwork> out = cluster.networks().all().stream().filter(n -> cluster.networks().gateway(n).isPresent()).findFirst()
				.or(() -> cluster.networks().bridged().stream().filter(n -> own.isEmpty() || n.design() != own.get().design()).findFirst());
		network("ifn", out);
		for (EffectiveNode node : cluster.nodes()) {
			Map<String, String> row = row("nodes");
			row.put("node.name", node.name().value());
			row.put("node.host", node.hostName().value());
			row.put("node.bcn", address(node, own));
			row.put("node.sn", address(node, cluster.networks().replicationNetwork()));
			row.put("node.ifn", address(node, out));
			if (node != cluster.nodes().get(0)) {
				row("others").put("node.name", node.name().value());
			}
		}
		put("bcn.ip1", cluster.nodes().isEmpty() ? NOTHING : address(cluster.nodes().get(0), own));
	}

	private void network(String key, Optional<EffectiveNetwork> network) {
		put(key + ".name", network.map(n -> n.name().value()).orElse(NOTHING));
		put(key + ".label", network.map(n -> n.label().value()).orElse(NOTHING));
		put(key + ".subnet", network.flatMap(EffectiveNetwork::subnet).map(s -> s.value().toString()).orElse(NOTHING));
		put(key + ".device", network.map(n -> n.device().value()).filter(d -> !d.isEmpty()).orElse(NOTHING));
		put(key + ".link", network.map(n -> n.link().value()).filter(d -> !d.isEmpty()).orElseGet(() -> cluster.bonding().all().stream().map(EffectiveBond::name).map(Effective::value).findFirst().orElse("bond0")));
		put(key + ".suffix", network.map(n -> cluster.networks().suffix(n).value()).orElse(NOTHING));
	}

	private String address(EffectiveNode node, Optional<EffectiveNetwork> network) {
		return network.flatMap(n -> cluster.networks().address(node, n)).map(a -> a.value().toString()).orElse(NOTHING);
	}

	private void fencing() {
		for (EffectiveNode victim : cluster.nodes()) {
			String watcher = cluster.nodes().stream().filter(n -> n != victim).findFirst().map(n -> n.name().value()).orElse("another machine");
			Map<String, String> crash = row("crashes");
			crash.put("test.victim", victim.name().value());
			crash.put("test.watcher", watcher);
			for (EffectiveFenceMethod method : cluster.fencing().methods(victim)) {
				Map<String, String> row = row("methods");
				row.put("fence.node", victim.name().value());
				row.put("fence.method", method.name().value());
				row.put("fence.calls", method.calls().stream().map(HelpValues::summary).collect(Collectors.joining(", then ")));
				method.calls().stream().filter(c -> c.parameter("port").isPresent() && !action(c).equals("on")).forEach(c -> {
					Map<String, String> cut = row("cuts");
					cut.put("test.victim", victim.name().value());
					cut.put("test.watcher", watcher);
					cut.put("test.command", command(c));
				});
				if (cluster.nodes().indexOf(victim) == Math.min(1, cluster.nodes().size() - 1)) {
					method.calls().forEach(this::agent);
				}
			}
		}
	}

	private void agent(EffectiveFenceCall call) {
		Map<String, String> row = row("agents");
		row.put("call.agent", call.device().map(d -> d.agent().value()).orElse(NOTHING));
		row.put("call.input", FenceTexts.input(cluster, call).entrySet().stream().filter(e -> !e.getKey().equals("agent")).map(e -> e.getKey() + "=" + e.getValue())
				.collect(Collectors.joining(" ")));
	}

	private static String summary(EffectiveFenceCall call) {
		return call.device().map(d -> d.name().value()).orElse(NOTHING) + call.parameters().stream().map(p -> " " + p.key() + " " + Fencing.nativeValue(p).value()).collect(Collectors.joining());
	}

	private static String action(EffectiveFenceCall call) {
		return call.parameter("action").map(p -> Fencing.nativeValue(p).value()).orElse("reboot");
	}

	/** The agent by hand, as the tutorial calls it; the password is left to the reader. */
	private String command(EffectiveFenceCall call) {
		Map<String, Effective<String>> input = cluster.fencing().input(call);
		StringBuilder command = new StringBuilder(call.device().map(d -> d.agent().value()).orElse(NOTHING));
		Map.of("a", "ipaddr").forEach((option, key) -> option(command, option, input.get(key)));
		option(command, "l", input.get("login"));
		if (input.containsKey("passwd")) {
			command.append(" -p PASSWORD");
		}
		option(command, "n", input.get("port"));
		return command.append(" -o off").toString();
	}

	private static void option(StringBuilder command, String option, Effective<String> value) {
		if (value != null) {
			command.append(" -").append(option).append(' ').append(value.value());
		}
	}

	private void storage() {
		cluster.partitions().common().partitioned().findFirst().ifPresent(disk -> {
			put("disk", disk.device());
			put("disk.sectors", disk.sectors().map(s -> String.valueOf(s.value())).orElse(NOTHING));
			for (PlannedPartition p : disk.partitions()) {
				Map<String, String> row = row("parts");
				row.put("p.device", p.device());
				row.put("p.start", p.start().map(s -> String.valueOf(s.value())).orElse(NOTHING));
				row.put("p.end", p.end().map(s -> String.valueOf(s.value())).orElse(NOTHING));
				row.put("p.use", use(p));
			}
		});
	}

	private String use(PlannedPartition p) {
		Optional<String> resource = cluster.replication().resources().stream().filter(r -> r.volumes().stream().flatMap(v -> v.disks().stream())
				.anyMatch(d -> d.disk().filter(x -> x.value().equals(p.device())).isPresent())).findFirst().map(r -> "DRBD " + r.name().value());
		return resource.orElseGet(() -> p.design().getMountPoint() != null ? p.design().getMountPoint() : p.design().isSwap() ? "swap" : p.kind() == null ? "" : p.kind().getLiteral());
	}

	private void replication() {
		for (ReplicatedResource resource : cluster.replication().resources()) {
			Map<String, String> row = row("resources");
			row.put("r.name", resource.name().value());
			row.put("r.label", resource.label().value().equals(resource.name().value()) ? "" : resource.label().value());
			row.put("r.device", resource.volumes().isEmpty() ? NOTHING : resource.volume().device().value());
			row.put("r.disk", resource.volumes().isEmpty() ? NOTHING : resource.volume().disks().stream().flatMap(d -> d.disk().stream()).map(Effective::value).distinct().collect(Collectors.joining(" and ")));
			row.put("r.port", resource.hosts().isEmpty() ? NOTHING : String.valueOf(resource.hosts().get(0).port().value()));
			row.put("r.a", resource.hosts().isEmpty() ? NOTHING : resource.hosts().get(0).node().name().value());
			row.put("r.b", resource.hosts().size() < 2 ? NOTHING : resource.hosts().get(1).node().name().value());
			put("drbd", "yes");
		}
		put("drbd.example", cluster.replication().resources().stream().filter(r -> !r.volumes().isEmpty()).map(r -> r.volume().device().value()).findFirst().orElse("a DRBD device"));
		put("Rate", cluster.replication().design().flatMap(d -> Settings.text(d, "rate")).map(r -> "In this design it is " + r.value() + ".").orElse("This design says none."));
	}

	private void volumes() {
		for (EffectiveVolumeGroup group : cluster.volumes().groups()) {
			Map<String, String> row = row("groups");
			row.put("vg.name", group.name().value());
			row.put("vg.pv", group.physicalVolumes().stream().map(p -> p.device().value()).collect(Collectors.joining(" ")));
			row.put("vg.clustered", group.clustered().value() ? "y" : "n");
			row.put("vg.prefers", group.preferred().map(p -> p.value().name().value()).orElse(""));
		}
		Optional<EffectiveVolume> shared = cluster.volumes().shared();
		put("gfs2.sentence", shared.map(v -> "Here it is `" + v.gfs2().orElseThrow().lockTable().value() + "`.").orElse("This design has no GFS2 file system."));
		shared.ifPresent(volume -> {
			put("gfs2", "yes");
			put("gfs2.device", volume.device().value());
			put("gfs2.mount", volume.mount().orElseThrow().point().value());
			put("gfs2.table", volume.gfs2().orElseThrow().lockTable().value());
			put("gfs2.journals", String.valueOf(volume.gfs2().orElseThrow().journals().value()));
		});
	}

	private void services() {
		cluster.services().all().stream().filter(s -> !s.isVm()).forEach(s -> {
			Map<String, String> row = row("services");
			row.put("s.name", s.name().value());
			s.domain().ifPresent(d -> row.put("s.domain", d.value()));
		});
		cluster.guests().all().forEach(g -> {
			Map<String, String> row = row("guests");
			row.put("g.name", g.name().value());
			row.put("g.memory", g.memory().value().text());
			row.put("g.cpus", String.valueOf(g.cpus().value()));
			row.put("g.node", g.preferred().map(p -> p.value().name().value()).orElse("any node"));
		});
		if (!Statements.all(cluster.design(), org.clusterwright.model.design.Raw.class).isEmpty() || !rows("services").isEmpty() || !rows("guests").isEmpty()) {
			put("later", "yes");
		}
	}
}
