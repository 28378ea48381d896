package org.clusterwright.core.forms;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.DrbdOption;
import org.clusterwright.model.effective.DrbdSums;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.ReplicaDisk;
import org.clusterwright.model.effective.ReplicatedResource;
import org.clusterwright.model.effective.Replication;
import org.eclipse.emf.ecore.EObject;

/** What follows for DRBD, for fields that only show it. */
public final class DrbdFacts {
	private DrbdFacts() {
	}

	public static Optional<ReplicatedResource> resource(EffectiveCluster cluster, EObject design) {
		return design instanceof DrbdResource r ? cluster.replication().resource(r) : Optional.empty();
	}

	/** An option that holds for a resource, or for all where the common part is asked. */
	public static Optional<Effective<String>> option(EffectiveCluster cluster, EObject design, String section, String key) {
		Replication replication = cluster.replication();
		if (design instanceof Drbd) {
			return replication.common().find(section, key).map(DrbdOption::text).map(DrbdFacts::asWritten).or(() -> Catalog.spec("drbd." + section, key)
					.flatMap(s -> s.defaultText().map(d -> Effective.byDefault(d, design, s.source()))));
		}
		return resource(cluster, design).flatMap(r -> replication.option(r, section, key)).map(DrbdFacts::asWritten);
	}

	/** A policy after a split brain, by the design's word for it. */
	static Optional<Effective<String>> policy(EffectiveCluster cluster, EObject design, String key) {
		return option(cluster, design, "net", switch (key) {
			case "zero-primaries" -> "after-sb-0pri";
			case "one-primary" -> "after-sb-1pri";
			default -> "after-sb-2pri";
		});
	}

	/** What the design says, in its spelling rather than in DRBD's units. */
	private static Effective<String> asWritten(Effective<String> value) {
		return value.origin() instanceof Origin.Set set && set.element() instanceof Setting setting
				? new Effective<>(setting.getValues().stream().map(SettingEdits::text).collect(Collectors.joining(", ")), set)
				: value;
	}

	/** The hosts of a resource that it does not name. */
	public static Optional<Effective<String>> hosts(EffectiveCluster cluster, EObject design) {
		return resource(cluster, design).filter(r -> !r.hosts().isEmpty()).map(r -> Effective
				.derived(r.hosts().stream().map(h -> h.node().name().value()).collect(Collectors.joining(", ")), design, "the two nodes of the cluster"));
	}

	/** The port of a resource. */
	public static Optional<Effective<Long>> port(EffectiveCluster cluster, EObject design) {
		return resource(cluster, design).flatMap(r -> r.hosts().stream().findFirst()).map(h -> h.port());
	}

	/** What programs can use: the smallest of the hosts'. */
	public static Optional<Effective<String>> usable(EffectiveCluster cluster, EObject design) {
		return resource(cluster, design).flatMap(r -> r.volume().usableBytes())
				.map(b -> Effective.derived(SizeTexts.of(b) + " (" + b / 1024 + " KiB)", design, "the smaller backing disk without DRBD's own data"));
	}

	/** A host's disk of a resource. */
	public static Optional<ReplicaDisk> disk(EffectiveCluster cluster, DrbdResource design, EObject node) {
		return resource(cluster, design).flatMap(r -> r.volume().disks().stream().filter(d -> d.host().node().design() == node).findFirst());
	}

	/** The hosts of a resource, in its order. */
	public static List<Node> hostsOf(EffectiveCluster cluster, EObject design) {
		return resource(cluster, design).map(r -> r.hosts().stream().map(h -> h.node().design()).toList()).orElse(List.of());
	}

	/** An offset of DRBD's internal meta-data on the hosts' backing disks, in bytes, as drbdadm create-md will print it. */
	public static Optional<Effective<String>> offset(EffectiveCluster cluster, EObject design, ToLongFunction<DrbdSums> offset) {
		String offsets = resource(cluster, design).stream().flatMap(r -> r.volume().disks().stream()).flatMap(d -> d.sums().stream()).map(s -> String.valueOf(offset.applyAsLong(s)))
				.distinct().collect(Collectors.joining(", "));
		return offsets.isEmpty() ? Optional.empty() : Optional.of(Effective.derived(offsets, design, "the size of the backing disk, from its end: superblock, activity log, bitmap"));
	}
}
