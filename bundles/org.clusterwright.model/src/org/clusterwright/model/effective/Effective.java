package org.clusterwright.model.effective;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** A value that the native files will have, and why. */
public record Effective<T>(T value, Origin origin) {
	public Effective {
		Objects.requireNonNull(value);
		Objects.requireNonNull(origin);
	}

	public static <T> Effective<T> set(T value, EObject element, EStructuralFeature feature) {
		return new Effective<>(value, new Origin.Set(element, feature));
	}

	public static <T> Effective<T> derived(T value, EObject element, String rule, Origin... inputs) {
		return new Effective<>(value, new Origin.Derived(element, rule, List.of(inputs)));
	}

	public static <T> Effective<T> byDefault(T value, EObject element, String source) {
		return new Effective<>(value, new Origin.Default(element, source));
	}

	public <U> Effective<U> map(Function<? super T, ? extends U> function) {
		return new Effective<>(function.apply(value), origin);
	}

	/** Whether the design says it, rather than it being derived or a default. */
	public boolean isSet() {
		return origin instanceof Origin.Set;
	}
}
