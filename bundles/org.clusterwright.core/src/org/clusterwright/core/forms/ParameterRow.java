package org.clusterwright.core.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.FenceAgent;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.LvmConfiguration;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.EObject;

/**
 * A parameter of the catalogue as a row of a table: its section (empty for the element's own), its name, what it is of an element. {@code common}
 * ones are shown also where nothing is written.
 */
public record ParameterRow(String section, String key, Property property, boolean common) {
	private static final List<String> DRBD = List.of("startup", "disk", "net", "syncer", "handlers");
	/** The cluster's sections whose parameters are on the overview; lvm has a table with the volumes. */
	private static final List<String> CLUSTER = List.of("cman", "totem", "fencing", "quorumd", "rgmanager", "logging", "dlm", "gfs", "groupd", "boot-services", "firewall");

	public ParameterRow {
		Objects.requireNonNull(section);
		Objects.requireNonNull(key);
		Objects.requireNonNull(property);
	}

	/** What tells a row from others of its table. */
	public String id() {
		return section.isEmpty() ? key : section + "." + key;
	}

	/** The parameters of a block that no field of a page shows, in the catalogue's order; what is written and unknown comes last. */
	public static List<ParameterRow> of(Block block, Set<String> but) {
		Set<String> keys = new LinkedHashSet<>();
		Catalog.specs(block).forEach(s -> keys.add(s.key()));
		Statements.all(block, Setting.class).forEach(s -> keys.add(s.getKey()));
		return keys.stream().filter(k -> k != null && !but.contains(k)).map(k -> new ParameterRow("", k, SettingProperty.of(k), false)).toList();
	}

	/** The parameters of a fence device: first what the agent cannot work without. */
	public static List<ParameterRow> of(FenceDevice device) {
		return agent(device).map(a -> {
			List<ParameterRow> rows = new ArrayList<>();
			Set<String> needed = new LinkedHashSet<>(List.of("login", "passwd"));
			a.needs().forEach(needed::addAll);
			ordered(a, device).forEach(k -> rows.add(new ParameterRow("", k, fenceParameter(k), needed.contains(k) && !k.equals("port"))));
			return rows;
		}).orElseGet(() -> Statements.all(device, Setting.class).stream().map(s -> new ParameterRow("", s.getKey(), SettingProperty.of(s.getKey()), true)).toList());
	}

	private static Property fenceParameter(String key) {
		return key.equals("ipaddr") ? SettingProperty.of(key).derivedBy((c, o) -> FenceFacts.parameter(c, o, "ipaddr")).about(org.clusterwright.model.findings.Code.MISSING_FENCE_PARAMETER)
				: SettingProperty.of(key);
	}

	/** The parameters of a call that have no field of their own. */
	public static List<ParameterRow> of(FenceCall call) {
		Set<String> keys = new LinkedHashSet<>();
		CallParameterProperty.device(call).flatMap(ParameterRow::agent).ifPresent(a -> ordered(a, call.getDevice()).forEach(keys::add));
		call.getParameters().forEach(s -> keys.add(s.getKey()));
		return keys.stream().filter(k -> k != null && !k.equals("port") && !k.equals("action")).map(k -> new ParameterRow("", k, CallParameterProperty.of(k), false)).toList();
	}

	static Optional<FenceAgent> agent(FenceDevice device) {
		return device.getAgent() == null ? Optional.empty() : FenceAgents.of(device.getAgent());
	}

	private static Collection<String> ordered(FenceAgent agent, FenceDevice device) {
		Set<String> keys = new LinkedHashSet<>();
		Set<String> known = new LinkedHashSet<>();
		agent.onEl6().forEach(p -> known.add(p.name()));
		agent.needs().forEach(alternatives -> alternatives.stream().filter(known::contains).forEach(keys::add));
		agent.onEl6().stream().filter(FenceAgent.Parameter::required).forEach(p -> keys.add(p.name()));
		keys.addAll(known);
		Statements.all(device, Setting.class).forEach(s -> keys.add(s.getKey()));
		keys.remove(null);
		// An alias of action that only the agent's own command line uses.
		keys.remove("option");
		return keys;
	}

	/** The parameters in the sections of the cluster that no field shows; {@code but} has them as {@code totem.token}. */
	public static List<ParameterRow> cluster(Set<String> but) {
		List<ParameterRow> rows = new ArrayList<>();
		for (String section : CLUSTER) {
			Catalog.named(section).stream().map(s -> new ParameterRow(section, s.key(), SettingProperty.in(section, s.key()), false)).filter(r -> !but.contains(r.id())).forEach(rows::add);
		}
		return rows;
	}

	/** The options of DRBD, for all resources or for one; what a resource does not say is the common part's or DRBD's own. */
	public static List<ParameterRow> drbd(EObject owner) {
		List<ParameterRow> rows = new ArrayList<>();
		if (owner instanceof Drbd) {
			rows.add(new ParameterRow("", "minor-count", SettingProperty.of("minor-count"), false));
			Catalog.named("drbd.global").stream().filter(s -> !s.key().equals("usage-count") && !s.key().equals("minor-count"))
					.forEach(s -> rows.add(new ParameterRow("global", s.key(), SettingProperty.in("global", s.key()), false)));
		} else {
			Catalog.named("drbd.split-brain").forEach(s -> rows.add(new ParameterRow("split-brain", s.key(),
					SettingProperty.in("split-brain", s.key()).derivedBy((c, o) -> DrbdFacts.policy(c, o, s.key())), false)));
		}
		for (String section : DRBD) {
			for (SettingSpec spec : Catalog.named("drbd." + section)) {
				rows.add(new ParameterRow(section, spec.key(), SettingProperty.in(section, spec.key()).derivedBy((c, o) -> DrbdFacts.option(c, o, section, spec.key())), false));
			}
		}
		return rows;
	}

	/** The parameters of lvm.conf. */
	public static List<ParameterRow> lvm() {
		return Catalog.named("lvm").stream().map(s -> new ParameterRow("", s.key(), SettingProperty.in("lvm", s.key()).derivedBy((c, o) -> lvm(c, s.key())), false)).toList();
	}

	private static Optional<org.clusterwright.model.effective.Effective<String>> lvm(EffectiveCluster cluster, String key) {
		return LvmConfiguration.path(key).flatMap(path -> cluster.lvmConfiguration().parameters().stream().filter(p -> p.path().equals(path)).findFirst())
				.map(p -> p.values().map(v -> String.join(", ", v)));
	}

	/** Where a value comes from, in a word or two, seen from an element. */
	public static String source(Origin origin, EObject owner) {
		return switch (origin) {
			case Origin.Set set -> inside(set.element(), owner) ? "written here" : whose(set.element());
			case Origin.Derived derived -> "derived";
			case Origin.Default fixed -> "default";
		};
	}

	private static boolean inside(EObject element, EObject owner) {
		return element == owner || owner != null && org.eclipse.emf.ecore.util.EcoreUtil.isAncestor(owner, element);
	}

	private static String whose(EObject element) {
		Map<Class<?>, String> words = new LinkedHashMap<>();
		words.put(DrbdResource.class, "the resource");
		words.put(Drbd.class, "all resources");
		words.put(FenceDevice.class, "the device");
		for (EObject e = element; e != null; e = e.eContainer()) {
			for (Map.Entry<Class<?>, String> word : words.entrySet()) {
				if (word.getKey().isInstance(e)) {
					return word.getValue();
				}
			}
		}
		return "written";
	}
}
