package org.clusterwright.core.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.NetworkRole;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.eclipse.emf.ecore.EObject;

/** Whether a network has a role. */
public record RoleProperty(NetworkRole role) implements Property {
	public RoleProperty {
		Objects.requireNonNull(role);
	}

	@Override
	public Optional<String> written(EObject owner) {
		return ((Network) owner).getRoles().contains(role) ? Optional.of("yes") : Optional.empty();
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		return written(owner).map(t -> Effective.set(t, owner, DesignPackage.Literals.NETWORK__ROLES));
	}

	@Override
	public void write(EObject owner, String text) {
		if (written(owner).isEmpty()) {
			((Network) owner).getRoles().add(role);
		}
	}

	@Override
	public void erase(EObject owner) {
		((Network) owner).getRoles().removeIf(role::equals);
	}

	@Override
	public Optional<String> complaint(EObject owner, String text) {
		return Optional.empty();
	}

	@Override
	public List<Region> regions(EObject owner) {
		List<Region> all = Regions.of(owner, DesignPackage.Literals.NETWORK__ROLES);
		int index = ((Network) owner).getRoles().indexOf(role);
		return index >= 0 && index < all.size() ? List.of(all.get(index)) : List.of();
	}

	@Override
	public String help(EObject owner) {
		return FeatureHelp.text("NetworkRole." + role.getLiteral()).map(t -> t + "\nTakes yes or no.").orElse("");
	}
}
