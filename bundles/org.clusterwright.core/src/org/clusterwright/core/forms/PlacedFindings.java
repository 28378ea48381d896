package org.clusterwright.core.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Severity;
import org.eclipse.emf.ecore.EObject;

/** The findings of one snapshot by where they belong: to an area, an element, a property. */
public final class PlacedFindings {
	private final List<Finding> all;
	private final Map<FormArea, List<Finding>> byArea = new EnumMap<>(FormArea.class);

	private PlacedFindings(ClusterSnapshot snapshot) {
		all = snapshot.findings();
		for (Finding finding : all) {
			FormArea area = Regions.elementAt(snapshot.design(), finding.place().offset()).map(FormArea::of).orElse(FormArea.OVERVIEW);
			byArea.computeIfAbsent(area, a -> new ArrayList<>()).add(finding);
		}
	}

	public static PlacedFindings of(ClusterSnapshot snapshot) {
		return new PlacedFindings(snapshot);
	}

	public List<Finding> all() {
		return all;
	}

	public List<Finding> of(FormArea area) {
		return List.copyOf(byArea.getOrDefault(area, List.of()));
	}

	/** Those anywhere in an element, its block included. */
	public List<Finding> in(EObject element) {
		return all.isEmpty() ? List.of() : Regions.of(element).map(r -> all.stream().filter(f -> r.holds(f.place().offset())).toList()).orElse(List.of());
	}

	/** Those that speak of a property of an element. */
	public List<Finding> of(EObject element, Property property) {
		if (all.isEmpty()) {
			return List.of();
		}
		List<Region> said = property.regions(element);
		Optional<Region> whole = property.codes().isEmpty() ? Optional.empty() : Regions.of(element);
		return all.stream().filter(f -> said.stream().anyMatch(r -> r.holds(f.place().offset()))
				|| property.codes().contains(f.code()) && whole.filter(r -> r.holds(f.place().offset())).isPresent()).toList();
	}

	/** The worst severity of some findings. */
	public static Optional<Severity> worst(List<Finding> findings) {
		return findings.stream().map(Finding::severity).min(Comparator.naturalOrder());
	}
}
