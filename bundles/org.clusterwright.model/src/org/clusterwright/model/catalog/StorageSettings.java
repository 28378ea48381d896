package org.clusterwright.model.catalog;

import java.util.List;
import java.util.Map;

/** Parameters of disks, partitions and RAID arrays. */
final class StorageSettings {
	/** Kinds of block that are sections: a word and braces. */
	static final List<String> SECTIONS = List.of();

	static final Map<String, List<SettingSpec>> BLOCKS = Map.of();

	private StorageSettings() {
	}
}
