package org.clusterwright.core.forms;

import java.util.List;
import java.util.Optional;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.eclipse.emf.ecore.EObject;

/** The value of a parameter that is a row of its own: the owner is the written parameter, not its block. Erasing removes the row. */
public record ParameterProperty() implements Property {

	private static SettingProperty of(EObject owner) {
		return SettingProperty.of(((Setting) owner).getKey());
	}

	@Override
	public Optional<String> written(EObject owner) {
		return of(owner).written(owner.eContainer());
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		return of(owner).effective(cluster, owner.eContainer());
	}

	@Override
	public void write(EObject owner, String text) {
		of(owner).write(owner.eContainer(), text);
	}

	@Override
	public void erase(EObject owner) {
		((Block) owner.eContainer()).getStatements().remove(owner);
	}

	@Override
	public Optional<String> complaint(EObject owner, String text) {
		return of(owner).complaint(owner.eContainer(), text);
	}

	@Override
	public List<Region> regions(EObject owner) {
		return Regions.of(owner).stream().toList();
	}

	@Override
	public String help(EObject owner) {
		return of(owner).help(owner.eContainer());
	}

	@Override
	public List<String> choices(EObject owner) {
		return of(owner).choices(owner.eContainer());
	}
}
