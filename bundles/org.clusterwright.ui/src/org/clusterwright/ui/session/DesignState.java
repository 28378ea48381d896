package org.clusterwright.ui.session;

import java.util.Objects;
import org.clusterwright.dsl.ide.ParsedDesign;

/** What is known of a document's text as it was at one modification stamp. Read-only and replaceable. */
public record DesignState(long stamp, ParsedDesign parsed) {
	public DesignState {
		Objects.requireNonNull(parsed);
	}
}
