package org.clusterwright.model.catalog;

import java.util.List;
import java.util.Map;

/** Parameters of LVM and GFS2. */
final class VolumeSettings {
	/** Kinds of block that are sections: a word and braces. */
	static final List<String> SECTIONS = List.of("lvm");

	static final Map<String, List<SettingSpec>> BLOCKS = Map.of();

	private VolumeSettings() {
	}
}
