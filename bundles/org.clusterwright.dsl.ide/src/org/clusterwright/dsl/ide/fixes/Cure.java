package org.clusterwright.dsl.ide.fixes;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.model.design.Cluster;

/** What would mend a finding: a change of the model, or of a few words where there is no model of them. */
sealed interface Cure {
	String title();

	/** {@code change} gets a model of its own, of the same text. */
	record OfModel(String title, Consumer<Cluster> change) implements Cure {
		public OfModel {
			Objects.requireNonNull(title);
			Objects.requireNonNull(change);
		}
	}

	record OfText(String title, List<Replacement> replacements) implements Cure {
		public OfText {
			Objects.requireNonNull(title);
			replacements = List.copyOf(replacements);
		}
	}
}
