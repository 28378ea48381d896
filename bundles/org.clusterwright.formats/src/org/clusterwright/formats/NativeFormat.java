package org.clusterwright.formats;

import java.util.List;
import org.clusterwright.model.effective.EffectiveCluster;

/** One native format: what a cluster becomes in it. Pure and deterministic: no clock, host name, random or locale. */
public interface NativeFormat {
	/** A stable short name: {@code cluster.conf}, {@code ifcfg}. */
	String id();

	/** The files of a design without errors, cluster-wide ones once, in a stable order. */
	List<NativeFile> generate(EffectiveCluster cluster);
}
