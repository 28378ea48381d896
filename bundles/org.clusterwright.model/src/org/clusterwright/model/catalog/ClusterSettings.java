package org.clusterwright.model.catalog;

import java.util.List;
import java.util.Map;

/** Parameters of the cluster as a whole and its daemons (cman, totem, fenced, qdiskd, logging, dlm, gfs). */
final class ClusterSettings {
	/** Kinds of block that are sections: a word and braces. */
	static final List<String> SECTIONS = List.of("cman", "totem", "fencing", "quorumd", "logging", "dlm", "gfs", "boot-services");

	static final Map<String, List<SettingSpec>> BLOCKS = Map.of();

	private ClusterSettings() {
	}
}
