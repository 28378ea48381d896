package org.clusterwright.model.catalog;

import java.util.List;
import java.util.Map;

/** Parameters of guests. */
final class GuestSettings {
	/** Kinds of block that are sections: a word and braces. */
	static final List<String> SECTIONS = List.of();

	static final Map<String, List<SettingSpec>> BLOCKS = Map.of();

	private GuestSettings() {
	}
}
