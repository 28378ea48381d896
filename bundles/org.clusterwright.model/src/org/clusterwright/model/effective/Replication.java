package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.DualPrimary;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.Section;

/** DRBD: its global and common options, and the resources with hosts, minors, ports, addresses and backing disks. */
public final class Replication {
	/** Where our fence-peer script lies. */
	public static final String FENCE_PEER_SCRIPT = "/sbin/obliterate-peer.sh";
	private static final List<String> STOCK_HANDLERS = List.of("pri-on-incon-degr", "pri-lost-after-sb", "local-io-error", "fence-peer");
	private static final List<String> GLOBALS = List.of("usage-count", "minor-count", "dialog-refresh", "disable-ip-verification");
	private static final String SEED = "the tutorial's global_common.conf";

	private final Optional<Drbd> drbd;
	private final DrbdOptions common;
	private final List<DrbdOption> globals = new ArrayList<>();
	private final List<ReplicatedResource> resources;
	private final Map<DrbdResource, ReplicatedResource> byDesign = new HashMap<>();

	Replication(EffectiveCluster cluster) {
		drbd = Statements.first(cluster.design(), Drbd.class);
		common = new DrbdOptions(drbd.orElse(null));
		drbd.ifPresent(this::completeCommon);
		drbd.ifPresent(this::readGlobals);
		resources = drbd.map(d -> new ResourcePlanner(cluster, d).plan()).orElse(List.of());
		resources.forEach(r -> byDesign.put(r.design(), r));
		Map<String, String> hosts = new HashMap<>();
		cluster.nodes().forEach(n -> hosts.put(n.name().value(), n.hostName().value()));
		common.translate("startup", "become-primary-on", hosts);
		resources.forEach(r -> r.options().translate("startup", "become-primary-on", hosts));
	}

	/** Absent in a design without DRBD. */
	public Optional<Drbd> design() {
		return drbd;
	}

	/** In the author's order. */
	public List<ReplicatedResource> resources() {
		return resources;
	}

	public Optional<ReplicatedResource> resource(DrbdResource design) {
		return Optional.ofNullable(byDesign.get(design));
	}

	public DrbdOptions common() {
		return common;
	}

	/** The options of the global section. */
	public List<DrbdOption> globals() {
		return List.copyOf(globals);
	}

	/** The common protocol; what a resource says goes before it. */
	public Optional<Effective<String>> protocol() {
		return drbd.map(d -> Settings.text(d, "protocol").or(() -> passedThrough(d, "protocol"))
				.orElseGet(() -> Effective.byDefault("C", d, "the tutorial: a write is done when it is on both disks")));
	}

	public Effective<String> protocol(ReplicatedResource resource) {
		return resource.protocol().or(this::protocol).orElseThrow();
	}

	/** What holds for a resource: said there, else in the common part, else DRBD's own default. Absent where leaving it out is its value. */
	public Optional<Effective<String>> option(ReplicatedResource resource, String section, String name) {
		return resource.options().find(section, name).or(() -> common.find(section, name)).map(DrbdOption::text).or(() -> builtIn(resource, section, name));
	}

	private Optional<Effective<String>> builtIn(ReplicatedResource resource, String section, String name) {
		if (section.equals("net") && name.startsWith("after-sb-")) {
			return Optional.of(Effective.byDefault("disconnect", resource.design(), "drbd.conf(5), DRBD 8.3"));
		}
		return Catalog.spec("drbd." + section, name).flatMap(s -> s.defaultText().map(t -> Effective.byDefault(DrbdOptions.nativeText(s.type(), t), resource.design(), s.source())));
	}

	public boolean isDualPrimary(ReplicatedResource resource) {
		return option(resource, "net", "allow-two-primaries").filter(v -> v.value().equals("yes")).isPresent();
	}

	/** Whether our own script is the fence-peer handler of any resource. */
	public boolean usesFencePeerScript() {
		return drbd.isPresent() && (isOurs(common) || resources.stream().anyMatch(r -> isOurs(r.options())));
	}

	private static boolean isOurs(DrbdOptions options) {
		return options.find("handlers", "fence-peer").filter(o -> o.values().equals(List.of(FENCE_PEER_SCRIPT))).isPresent();
	}

	private void completeCommon(Drbd design) {
		for (String name : STOCK_HANDLERS) {
			Catalog.spec("drbd.handlers", name).ifPresent(s -> common.complete("handlers", stock(design, s)));
		}
		Catalog.spec("drbd.disk", "fencing").ifPresent(s -> common.complete("disk", stock(design, s)));
		Statements.first(design, DualPrimary.class).ifPresent(d -> completeDualPrimary(common, d));
	}

	private static DrbdOption stock(Drbd design, SettingSpec spec) {
		return DrbdOption.of(spec.key(), Effective.byDefault(spec.defaultText().orElse(""), design, spec.source()));
	}

	/** What dual-primary means in native options. */
	static void completeDualPrimary(DrbdOptions options, DualPrimary dual) {
		options.complete("startup", new DrbdOption("become-primary-on", List.of("both"), Origin.derived(dual, "dual-primary promotes both nodes at start")));
		options.complete("net", DrbdOption.flag("allow-two-primaries", Origin.derived(dual, "dual-primary lets both nodes be primary")));
	}

	private void readGlobals(Drbd design) {
		Optional<Section> section = Statements.section(design, "global");
		for (String name : GLOBALS) {
			Optional<DrbdOption> said = section.flatMap(s -> Statements.all(s, Option.class).stream().filter(o -> name.equals(o.getKey())).findFirst()).map(DrbdOptions::nativeOption)
					.or(() -> section.flatMap(s -> Settings.text(s, name)).or(() -> Settings.text(design, name)).flatMap(t -> global(name, t)));
			said.or(() -> name.equals("usage-count") ? Optional.of(DrbdOption.of(name, Effective.byDefault("yes", design, SEED))) : Optional.empty()).ifPresent(globals::add);
		}
		section.map(s -> Statements.all(s, Option.class)).orElse(List.of()).stream().filter(o -> o.getKey() != null && !GLOBALS.contains(o.getKey()))
				.forEach(o -> globals.add(DrbdOptions.nativeOption(o)));
	}

	private static Optional<DrbdOption> global(String name, Effective<String> text) {
		if (!name.equals("disable-ip-verification")) {
			return Optional.of(DrbdOption.of(name, text));
		}
		return text.value().matches("yes|on|true|1") ? Optional.of(DrbdOption.flag(name, text.origin())) : Optional.empty();
	}

	/** The common part's options that are no section's: {@code option "protocol" "B"}. */
	public static List<DrbdOption> passedThrough(Block block) {
		return Statements.all(block, Option.class).stream().filter(o -> o.getKey() != null).map(DrbdOptions::nativeOption).toList();
	}

	static Optional<Effective<String>> passedThrough(Block block, String name) {
		return passedThrough(block).stream().filter(o -> o.name().equals(name)).findFirst().map(DrbdOption::text);
	}

	/** How many devices the kernel module makes room for: as said, else drbdadm's own sum. */
	public long minorCount() {
		return globals.stream().filter(o -> o.name().equals("minor-count")).map(o -> o.text().value()).filter(t -> t.matches("[0-9]{1,9}")).map(Long::parseLong).findFirst()
				.orElse(Math.max(32, resources.size() + 11L));
	}
}
