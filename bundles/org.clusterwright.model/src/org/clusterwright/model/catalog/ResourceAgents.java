package org.clusterwright.model.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** rgmanager's resource agents, from {@code resource-agents.txt} beside this class; read when first asked. */
public final class ResourceAgents {
	/**
	 * An agent: {@code primary} is the attribute that a ref names, {@code required} the further keys that a definition needs. Keys are the
	 * attributes with hyphens.
	 */
	public record ResourceAgent(String type, String primary, List<String> required, Map<String, SettingSpec> parameters) {
	}

	private static final long YEAR = 366L * 86_400;
	private static final Set<String> FLAGS = Set.of("force_unmount", "self_fence", "nfslock", "nfsrestart", "quick_status", "force_fsck", "monitor_link", "disable_rdisc",
			"use_findmnt", "no_unmount", "allow_recover");
	private static final Set<String> SECONDS = Set.of("shutdown_wait", "sleeptime", "startup_wait");

	private static final class Loaded {
		static final Map<String, ResourceAgent> AGENTS = read(DataLines.of("resource-agents.txt"));
	}

	private ResourceAgents() {
	}

	public static Optional<ResourceAgent> of(String type) {
		return Optional.ofNullable(Loaded.AGENTS.get(type));
	}

	public static Set<String> types() {
		return Collections.unmodifiableSet(Loaded.AGENTS.keySet());
	}

	/** The parameters that rgmanager understands on every resource, also on one that is defined elsewhere. */
	public static boolean isEverywhere(String key) {
		return ServiceSettings.EVERYWHERE.stream().anyMatch(s -> s.key().equals(key));
	}

	private static Map<String, ResourceAgent> read(List<String> lines) {
		Map<String, ResourceAgent> agents = new LinkedHashMap<>();
		for (String line : lines) {
			List<String> words = List.of(line.split(" "));
			String type = words.get(0);
			Map<String, SettingSpec> parameters = new LinkedHashMap<>();
			words.stream().skip(2).map(w -> w.replace("!", "")).forEach(a -> parameters.put(key(a), SettingSpec.of(key(a), type(a), "attribute " + a, "rgmanager's " + type + ".sh")));
			ServiceSettings.EVERYWHERE.forEach(s -> parameters.put(s.key(), s));
			List<String> required = words.stream().skip(2).filter(w -> w.endsWith("!")).map(w -> key(w.replace("!", ""))).toList();
			agents.put(type, new ResourceAgent(type, words.get(1).replace("!", ""), required, Collections.unmodifiableMap(parameters)));
		}
		return agents;
	}

	private static String key(String attribute) {
		return attribute.replace('_', '-');
	}

	private static ValueType type(String attribute) {
		return FLAGS.contains(attribute) ? ValueType.FLAG
				: SECONDS.contains(attribute) ? ValueType.seconds(0, YEAR)
						: Stream.of("mountpoint", "file").anyMatch(attribute::equals) ? ValueType.PATH : ValueType.TEXT;
	}
}
