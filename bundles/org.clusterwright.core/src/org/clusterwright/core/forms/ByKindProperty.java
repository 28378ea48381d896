package org.clusterwright.core.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;

/** One column for rows of several kinds: another property for each kind of element; the rest have none. */
public record ByKindProperty(Map<EClass, Property> kinds) implements Property {
	public ByKindProperty {
		kinds = Map.copyOf(kinds);
	}

	private Optional<Property> of(EObject owner) {
		return Optional.ofNullable(kinds.get(owner.eClass()));
	}

	@Override
	public Optional<String> written(EObject owner) {
		return of(owner).flatMap(p -> p.written(owner));
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		return of(owner).flatMap(p -> p.effective(cluster, owner));
	}

	@Override
	public void write(EObject owner, String text) {
		of(owner).orElseThrow(() -> new RefusedEdit(nothing(owner))).write(owner, text);
	}

	private static String nothing(EObject owner) {
		return "There is nothing to write here for a " + Candidates.word(owner.eClass()) + ".";
	}

	@Override
	public void erase(EObject owner) {
		of(owner).ifPresent(p -> {
			if (!p.isOptional()) {
				throw new RefusedEdit("This cannot be left out.");
			}
			p.erase(owner);
		});
	}

	@Override
	public Optional<String> complaint(EObject owner, String text) {
		return of(owner).map(p -> p.complaint(owner, text)).orElseGet(() -> Optional.of(nothing(owner)));
	}

	@Override
	public List<Region> regions(EObject owner) {
		return of(owner).map(p -> p.regions(owner)).orElse(List.of());
	}

	@Override
	public String help(EObject owner) {
		return of(owner).map(p -> p.help(owner)).orElse("");
	}

	@Override
	public List<String> choices(EObject owner) {
		return of(owner).map(p -> p.choices(owner)).orElse(List.of());
	}

	@Override
	public boolean appliesTo(EObject owner) {
		return of(owner).isPresent();
	}

	/** Whether every kind can do without; a kind that cannot refuses to be erased. */
	@Override
	public boolean isOptional() {
		return kinds.values().stream().allMatch(Property::isOptional);
	}

	@Override
	public Set<Code> codes() {
		return kinds.values().stream().flatMap(p -> p.codes().stream()).collect(Collectors.toSet());
	}
}
