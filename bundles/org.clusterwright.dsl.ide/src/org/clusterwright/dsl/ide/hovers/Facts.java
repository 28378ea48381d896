package org.clusterwright.dsl.ide.hovers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.findings.Place;
import org.clusterwright.model.values.Size;
import org.eclipse.emf.ecore.EObject;

/** Gathers what is said of one element. */
final class Facts {
	private final EObject element;
	private final String text;
	private final List<Card.Fact> facts = new ArrayList<>();

	Facts(EObject element, String text) {
		this.element = element;
		this.text = text;
	}

	Facts add(String label, Effective<?> value) {
		return add(label, String.valueOf(value.value()), why(value.origin()));
	}

	Facts add(String label, Optional<? extends Effective<?>> value) {
		value.ifPresent(v -> add(label, v));
		return this;
	}

	/** A value in other words, with the reason of what it is made of. */
	Facts add(String label, String value, Origin origin) {
		return add(label, value, why(origin));
	}

	Facts add(String label, String value) {
		return add(label, value, "");
	}

	/** Nothing where there is no value, as with the name of something that is not there. */
	Facts add(String label, String value, String why) {
		if (value != null && !value.isEmpty()) {
			facts.add(new Card.Fact(label, value, why));
		}
		return this;
	}

	List<Card.Fact> facts() {
		return facts;
	}

	/** Written here needs no word; written elsewhere says where. */
	private String why(Origin origin) {
		return switch (origin) {
			case Origin.Set set -> set.element() == element || set.element().eContainer() == element ? "" : "written in line " + line(set.element());
			case Origin.Derived derived -> "from " + derived.rule();
			case Origin.Default fixed -> "default: " + fixed.source();
		};
	}

	private int line(EObject other) {
		return Elements.place(other, text).map(Place::line).orElse(1);
	}

	/** Bytes in the largest unit that says them exactly, and rounded beside it where that is hard to read. */
	static String bytes(long bytes) {
		String exact = Size.ofBytes(bytes).text();
		double gib = bytes / (double) Size.GIB;
		return exact.length() <= 7 ? exact : exact + (gib >= 1 ? String.format(java.util.Locale.ROOT, " (%.1f GiB)", gib) : String.format(java.util.Locale.ROOT, " (%.1f MiB)", gib * 1024));
	}
}
