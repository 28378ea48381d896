package org.clusterwright.model.catalog;

import java.util.List;
import java.util.Map;

/** Parameters of DRBD and its resources. */
final class DrbdSettings {
	/** Kinds of block that are sections: a word and braces. */
	static final List<String> SECTIONS = List.of("drbd.startup", "drbd.split-brain", "drbd.handlers", "drbd.disk", "drbd.net", "drbd.syncer", "drbd.global");

	static final Map<String, List<SettingSpec>> BLOCKS = Map.of();

	private DrbdSettings() {
	}
}
