package org.clusterwright.model.effective;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Section;

/** The parameters of the cluster's daemons: what the sections say, and what holds where they are silent. */
public final class Daemons {
	private final EffectiveCluster cluster;

	Daemons(EffectiveCluster cluster) {
		this.cluster = cluster;
	}

	public Optional<Section> section(String name) {
		return Statements.section(cluster.design(), name);
	}

	/** What a section says, in the order of the file; empty where the section is not written. */
	public List<Parameter> written(String section) {
		return section(section).map(Parameter::inOrder).orElse(List.of());
	}

	/** A parameter as it will be, in the design's spelling: written, or the daemon's default; absent where there is none. */
	public Optional<Effective<String>> value(String section, String key) {
		Optional<Effective<String>> written = section(section).flatMap(s -> Settings.text(s, key));
		Block where = section(section).map(Block.class::cast).orElse(cluster.design());
		return written.or(() -> Catalog.spec(section, key).flatMap(s -> s.defaultText().map(d -> Effective.byDefault(d, where, s.source()))));
	}

	/** Whether a daemon is started at boot. */
	public boolean startsAtBoot(String daemon) {
		return value("boot-services", daemon).map(v -> isYes(v.value())).orElse(false);
	}

	static boolean isYes(String text) {
		try {
			return Settings.yesOrNo(text);
		} catch (IllegalArgumentException e) {
			return false;
		}
	}
}
