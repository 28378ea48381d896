package org.clusterwright.model.effective;

import java.util.List;
import java.util.Objects;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Where an effective value came from. {@code element} is where a reader should look, and where an override would be written. */
public sealed interface Origin {
	EObject element();

	/** Written in the design. */
	record Set(EObject element, EStructuralFeature feature) implements Origin {
		public Set {
			Objects.requireNonNull(element);
			Objects.requireNonNull(feature);
		}
	}

	/** Follows by a rule (a short sentence) from other values. */
	record Derived(EObject element, String rule, List<Origin> inputs) implements Origin {
		public Derived {
			Objects.requireNonNull(element);
			Objects.requireNonNull(rule);
			inputs = List.copyOf(inputs);
		}
	}

	/** Fixed by Clusterwright, a format or a program; {@code source} names the man page, the tutorial's section or the format. */
	record Default(EObject element, String source) implements Origin {
		public Default {
			Objects.requireNonNull(element);
			Objects.requireNonNull(source);
		}
	}

	static Origin derived(EObject element, String rule, Origin... inputs) {
		return new Derived(element, rule, List.of(inputs));
	}
}
