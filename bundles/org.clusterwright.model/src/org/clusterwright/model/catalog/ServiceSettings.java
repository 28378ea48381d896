package org.clusterwright.model.catalog;

import java.util.List;
import java.util.Map;

/** Parameters of rgmanager's services. */
final class ServiceSettings {
	/** Kinds of block that are sections: a word and braces. */
	static final List<String> SECTIONS = List.of("rgmanager");

	static final Map<String, List<SettingSpec>> BLOCKS = Map.of();

	private ServiceSettings() {
	}
}
