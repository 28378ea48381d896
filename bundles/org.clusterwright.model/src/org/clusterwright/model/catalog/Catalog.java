package org.clusterwright.model.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.ResourceDefinition;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.ServiceResource;
import org.eclipse.emf.ecore.EObject;

/**
 * The parameters that each block knows: one list of the type of block, or of the section, gathered from the theme's class. Rules, proposals,
 * hovers and the effective values read it; a parameter is added in its theme's class and nowhere else.
 */
public final class Catalog {
	private static final Map<String, Map<String, SettingSpec>> BLOCKS = gather(ClusterSettings.BLOCKS, NetworkSettings.BLOCKS, FenceSettings.BLOCKS,
			StorageSettings.BLOCKS, DrbdSettings.BLOCKS, VolumeSettings.BLOCKS, GuestSettings.BLOCKS, ServiceSettings.BLOCKS);

	private Catalog() {
	}

	/**
	 * The name of a kind of block: the model's class in lower case ({@code network}, {@code drbdresource}), for sections the section's name
	 * behind that of its owner where the owner is not the cluster ({@code totem}, {@code network.bridge}, {@code drbd.net}; the sections of a
	 * DRBD resource are those of drbd).
	 */
	public static String blockName(Block block) {
		if (block instanceof Section section) {
			return sectionName(block.eContainer(), String.valueOf(section.getName()));
		}
		return switch (block) {
			case ServiceResource r -> "resource." + r.getType();
			case ResourceDefinition d -> "resource." + d.getType();
			default -> block.eClass().getName().toLowerCase(java.util.Locale.ROOT);
		};
	}

	/** The name of the kind of block that a section of an owner is, also of one that is not written. */
	public static String sectionName(EObject owner, String section) {
		return switch (owner) {
			case Cluster c -> section;
			case Drbd d -> "drbd." + section;
			case DrbdResource r -> "drbd." + section;
			case Network n -> "network." + section;
			case null -> section;
			case EObject other -> other.eClass().getName().toLowerCase(java.util.Locale.ROOT) + "." + section;
		};
	}

	/** Whether the block's parameters are listed here at all; a fence device's, say, come from its agent's metadata. */
	public static boolean knows(Block block) {
		return switch (block) {
			case ServiceResource r -> ResourceAgents.of(r.getType()).isPresent();
			case ResourceDefinition d -> ResourceAgents.of(d.getType()).isPresent();
			default -> BLOCKS.containsKey(blockName(block));
		};
	}

	public static Optional<SettingSpec> spec(Block block, String key) {
		return Optional.ofNullable(parameters(block).get(key));
	}

	/** The parameter of a kind of block by the kind's name: {@code totem}, {@code service}. */
	public static Optional<SettingSpec> spec(String blockName, String key) {
		return Optional.ofNullable(BLOCKS.getOrDefault(blockName, Map.of()).get(key));
	}

	/** The names of all kinds of block that have parameters of their own, sorted. */
	public static List<String> blocks() {
		return BLOCKS.keySet().stream().sorted().toList();
	}

	/** All parameters of a kind of block. */
	public static Collection<SettingSpec> named(String block) {
		return BLOCKS.getOrDefault(block, Map.of()).values();
	}

	public static Collection<SettingSpec> specs(Block block) {
		return parameters(block).values();
	}

	private static Map<String, SettingSpec> parameters(Block block) {
		return switch (block) {
			case ServiceResource r -> ResourceAgents.of(r.getType()).map(ResourceAgents.ResourceAgent::parameters).orElse(Map.of());
			case ResourceDefinition d -> ResourceAgents.of(d.getType()).map(ResourceAgents.ResourceAgent::parameters).orElse(Map.of());
			case FenceDevice d -> d.getAgent() == null ? Map.of() : FenceAgents.of(d.getAgent()).map(FenceSettings::parameters).orElse(Map.of());
			default -> BLOCKS.getOrDefault(blockName(block), Map.of());
		};
	}

	/** The sections that may stand in a block, by the names of their kinds: "" for the cluster's own, "drbd.", "network.". */
	public static List<String> sections(String prefix) {
		return BLOCKS.keySet().stream().filter(k -> k.startsWith(prefix) && SECTION_NAMES.contains(k)).map(k -> k.substring(prefix.length())).filter(k -> !k.contains("."))
				.toList();
	}

	private static final List<String> SECTION_NAMES = Stream
			.of(ClusterSettings.SECTIONS, NetworkSettings.SECTIONS, DrbdSettings.SECTIONS, VolumeSettings.SECTIONS, ServiceSettings.SECTIONS).flatMap(List::stream).toList();

	@SafeVarargs
	private static Map<String, Map<String, SettingSpec>> gather(Map<String, List<SettingSpec>>... themes) {
		Map<String, Map<String, SettingSpec>> all = new LinkedHashMap<>();
		for (Map<String, List<SettingSpec>> theme : themes) {
			theme.forEach((block, specs) -> specs.forEach(s -> all.computeIfAbsent(block, k -> new LinkedHashMap<>()).put(s.key(), s)));
		}
		return all;
	}
}
