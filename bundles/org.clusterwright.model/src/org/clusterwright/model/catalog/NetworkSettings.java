package org.clusterwright.model.catalog;

import java.util.List;
import java.util.Map;

/** Parameters of networks, bonds, switches and nodes. */
final class NetworkSettings {
	/** Kinds of block that are sections: a word and braces. */
	static final List<String> SECTIONS = List.of("network.bridge", "firewall");

	static final Map<String, List<SettingSpec>> BLOCKS = Map.of();

	private NetworkSettings() {
	}
}
