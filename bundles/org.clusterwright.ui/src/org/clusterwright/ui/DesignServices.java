package org.clusterwright.ui;

import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.dsl.ide.Proposals;

/** The workbench's one language: Xtext registers it for the process, so editors, builder and views share it. Made when first asked for, which takes a second. */
public final class DesignServices {
	private DesignServices() {
	}

	private static final class Holder {
		static final ClusterLanguage LANGUAGE = new ClusterLanguage();
		static final Proposals PROPOSALS = new Proposals(LANGUAGE);
	}

	public static ClusterLanguage language() {
		return Holder.LANGUAGE;
	}

	public static Proposals proposals() {
		return Holder.PROPOSALS;
	}
}
