package org.clusterwright.dsl.ide;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Lines;
import org.clusterwright.model.findings.Place;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Where a reader wants to go from a place: to what the word there means, or to the other place that the finding there speaks of. */
public final class Destination {
	private Destination() {
	}

	public static Optional<Place> from(ParsedDesign design, int offset) {
		return Elements.definition(design, offset).filter(p -> !covers(p, offset)).or(() -> design.findings().stream().filter(f -> covers(f.place(), offset)).flatMap(f -> other(design, f, offset).stream()).findFirst());
	}

	/** The next place that a finding says the same of, around the end to the start; else what it calls by name. */
	private static Optional<Place> other(ParsedDesign design, Finding finding, int offset) {
		List<Place> same = design.findings().stream().filter(f -> f.code() == finding.code() && f.args().equals(finding.args()) && !covers(f.place(), offset)).map(Finding::place)
				.sorted(Comparator.comparingInt(Place::offset)).toList();
		return same.stream().filter(p -> p.offset() > offset).findFirst().or(() -> same.stream().findFirst()).or(() -> named(design, finding, offset));
	}

	private static Optional<Place> named(ParsedDesign design, Finding finding, int offset) {
		if (design.root().isEmpty()) {
			return Optional.empty();
		}
		Lines lines = new Lines(design.text());
		Stream<Named> all = EcoreUtil2.eAllContentsAsList(design.root().get()).stream().filter(Named.class::isInstance).map(Named.class::cast);
		return all.filter(n -> n.getName() != null && finding.args().contains(n.getName())).flatMap(n -> NodeModelUtils.findNodesForFeature(n, DesignPackage.Literals.NAMED__NAME).stream())
				.map((INode n) -> lines.place(n.getOffset(), n.getLength())).filter(p -> !covers(p, offset)).findFirst();
	}

	private static boolean covers(Place place, int offset) {
		return offset >= place.offset() && offset <= place.offset() + place.length();
	}
}
