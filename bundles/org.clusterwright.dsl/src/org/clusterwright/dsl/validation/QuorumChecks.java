package org.clusterwright.dsl.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.Heuristic;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Quorum;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Duration;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;

/** The cluster's identity, its nodes' ids, and votes. Numbers from cman(5), qdisk(5) and the tutorial. */
public class QuorumChecks extends DslChecks {
	private static final int MAX_NAME = 15;
	private static final int MAX_NODES = 16;

	@Check
	public void clusterNameFitsCmanAndTheLockTable(Cluster cluster) {
		String name = cluster.getName();
		if (name != null && name.length() > MAX_NAME) {
			report(Code.CLUSTER_NAME_TOO_LONG, cluster, DesignPackage.Literals.NAMED__NAME, name.length());
		}
		if (name != null && !name.matches("[A-Za-z0-9_-]*")) {
			report(Code.CLUSTER_NAME_CHARACTERS, cluster, DesignPackage.Literals.NAMED__NAME, name.replaceAll("[\\x00-\\x1f\\x7f]", "?"));
		}
	}

	@Check
	public void versionIsPositive(Cluster cluster) {
		if (cluster.getVersion() != null && (cluster.getVersion() < 1 || cluster.getVersion() > Integer.MAX_VALUE)) {
			report(Code.CONFIG_VERSION, cluster, DesignPackage.Literals.CLUSTER__VERSION, cluster.getVersion());
		}
	}

	@Check
	public void numberOfNodesIsPossible(Cluster cluster) {
		int nodes = effective(cluster).nodes().size();
		if (nodes == 0) {
			report(Code.NO_NODES, cluster, DesignPackage.Literals.NAMED__NAME);
		} else if (nodes > MAX_NODES) {
			report(Code.TOO_MANY_NODES, cluster, DesignPackage.Literals.NAMED__NAME, nodes);
		}
	}

	@Check
	public void nodesAreTellableApart(Cluster cluster) {
		Map<Long, EffectiveNode> ids = new HashMap<>();
		Map<String, EffectiveNode> hosts = new HashMap<>();
		for (EffectiveNode node : effective(cluster).nodes()) {
			long id = node.id().value();
			if (id < 1 || id > Integer.MAX_VALUE) {
				report(Code.NODE_ID_RANGE, node.design(), DesignPackage.Literals.NODE__NODE_ID, id);
			}
			EffectiveNode same = ids.putIfAbsent(id, node);
			if (same != null) {
				report(Code.DUPLICATE_NODE_ID, same.design(), DesignPackage.Literals.NODE__NODE_ID, id);
				report(Code.DUPLICATE_NODE_ID, node.design(), DesignPackage.Literals.NODE__NODE_ID, id);
			}
			EffectiveNode twin = hosts.putIfAbsent(node.hostName().value(), node);
			if (twin != null && !twin.name().value().equals(node.name().value())) {
				report(Code.DUPLICATE_HOST_NAME, node.design(), DesignPackage.Literals.NAMED__NAME, node.hostName().value());
			}
		}
	}

	@Check
	public void twoNodeFits(Cluster cluster) {
		EffectiveCluster effective = effective(cluster);
		Quorum quorum = effective.quorum();
		Effective<Boolean> twoNode = quorum.twoNode();
		if (!twoNode.value() || !twoNode.isSet()) {
			return;
		}
		EObject at = twoNode.origin().element();
		if (effective.nodes().size() != 2) {
			report(Code.TWO_NODE_COUNT, at, DesignPackage.Literals.SETTING__VALUES, effective.nodes().size());
		}
		effective.nodes().stream().filter(n -> n.votes().value() != 1)
				.forEach(n -> report(Code.TWO_NODE_VOTES, n.design(), DesignPackage.Literals.NODE__VOTES, n.name().value(), n.votes().value()));
		if (quorum.disk().isPresent()) {
			report(Code.TWO_NODE_DISK, at, DesignPackage.Literals.SETTING__VALUES);
		}
	}

	@Check
	public void votesAddUp(Cluster cluster) {
		EffectiveCluster effective = effective(cluster);
		Quorum quorum = effective.quorum();
		Optional<Effective<Long>> expected = quorum.expectedVotes().filter(Effective::isSet);
		if (quorum.twoNode().value()) {
			expected.filter(e -> e.value() != 1)
					.ifPresent(e -> report(Code.TWO_NODE_EXPECTED, e.origin().element(), DesignPackage.Literals.SETTING__VALUES, e.value()));
			return;
		}
		expected.filter(e -> e.value() != quorum.totalVotes())
				.ifPresent(e -> report(Code.EXPECTED_VOTES_SUM, e.origin().element(), DesignPackage.Literals.SETTING__VALUES, e.value(), quorum.totalVotes()));
		if (effective.nodes().size() == 2 && quorum.disk().isEmpty()) {
			Optional<Setting> kind = Settings.find(cluster, "quorum");
			report(Code.TWO_NODE_LOST, kind.<EObject>map(s -> s).orElse(cluster),
					kind.<EStructuralFeature>map(s -> DesignPackage.Literals.SETTING__VALUES).orElse(DesignPackage.Literals.NAMED__NAME));
		}
	}

	@Check
	public void quorumDiskIsThere(Cluster cluster) {
		Optional<Setting> kind = Settings.find(cluster, "quorum");
		if (Settings.text(cluster, "quorum").map(t -> t.value().equals("with-disk")).orElse(false) && Statements.section(cluster, "quorumd").isEmpty()) {
			report(Code.QUORUM_DISK_MISSING, kind.get(), DesignPackage.Literals.SETTING__VALUES);
		}
	}

	@Check
	public void quorumDiskIsUsable(Section section) {
		if (!"quorumd".equals(section.getName()) || !(section.eContainer() instanceof Cluster cluster)) {
			return;
		}
		Optional<Setting> device = Settings.find(section, "device");
		boolean label = Settings.find(section, "label").isPresent();
		if (device.isEmpty() && !label) {
			report(Code.QUORUM_DISK_UNNAMED, section, DesignPackage.Literals.NAMED__NAME);
		}
		if (device.isPresent() && label) {
			report(Code.QUORUM_DISK_BOTH, device.get(), DesignPackage.Literals.SETTING__KEY);
		}
		String path = Settings.text(section, "device").map(Effective::value).orElse("");
		if (path.startsWith("/dev/drbd") || isBehindDrbd(cluster, path)) {
			report(Code.QUORUM_DISK_ON_DRBD, device.get(), DesignPackage.Literals.SETTING__VALUES, path);
		}
		int nodes = effective(section).nodes().size();
		effective(section).quorum().diskVotes().filter(v -> v.isSet() && v.value() != nodes - 1)
				.ifPresent(v -> report(Code.QUORUM_DISK_VOTES, v.origin().element(), DesignPackage.Literals.SETTING__VALUES, v.value(), nodes, nodes - 1));
		boolean masterWins = Settings.flag(section, "master-wins").map(Effective::value).orElse(false);
		if (Statements.all(section, Heuristic.class).isEmpty() && !masterWins) {
			report(Code.QUORUM_DISK_NO_HEURISTIC, section, DesignPackage.Literals.NAMED__NAME);
		}
		quorumDiskIsFasterThanTheToken(section);
	}

	/** The disk of a DRBD resource, or a volume in a group on DRBD. */
	private static boolean isBehindDrbd(Cluster cluster, String path) {
		String name = path.replaceFirst("^/dev/", "");
		return Statements.all(cluster, Drbd.class).stream().flatMap(d -> Statements.all(d, DrbdResource.class).stream())
				.anyMatch(r -> r.getDisk() != null && r.getDisk().replaceFirst("^/dev/", "").equals(name))
				|| Statements.all(cluster, VolumeGroup.class).stream()
						.anyMatch(g -> path.startsWith("/dev/" + g.getName() + "/") && g.getPhysicalVolumes().stream().anyMatch(p -> p.getResource() != null));
	}

	private void quorumDiskIsFasterThanTheToken(Section section) {
		long interval = millis(effective(section), "quorumd", "interval");
		long tko = effective(section).daemons().value("quorumd", "tko").map(Effective::value).filter(t -> t.matches("[0-9]{1,9}")).map(Long::valueOf).orElse(10L);
		long token = millis(effective(section), "totem", "token");
		if (interval > 0 && token > 0 && token < 2 * interval * tko) {
			report(Code.QUORUM_DISK_SLOW, section, DesignPackage.Literals.NAMED__NAME, interval * tko, token);
		}
	}

	/** A daemon's time, or 0 where it is not readable. */
	static long millis(EffectiveCluster cluster, String section, String key) {
		return cluster.daemons().value(section, key).map(Effective::value).map(v -> {
			try {
				return Duration.parse(v).millis();
			} catch (IllegalArgumentException e) {
				return 0L;
			}
		}).orElse(0L);
	}
}
