package org.clusterwright.core.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Whether a block has the statement of a kind that is one word: {@code dual-primary}. A new one comes behind the parameters. */
public record StatementProperty(EClass kind) implements Property {
	public StatementProperty {
		Objects.requireNonNull(kind);
	}

	private Optional<Statement> statement(EObject owner) {
		return owner instanceof Block block ? block.getStatements().stream().filter(kind::isInstance).findFirst() : Optional.empty();
	}

	@Override
	public Optional<String> written(EObject owner) {
		return statement(owner).map(s -> "yes");
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		return statement(owner).map(s -> Effective.set("yes", owner, DesignPackage.Literals.BLOCK__STATEMENTS));
	}

	@Override
	public void write(EObject owner, String text) {
		if (statement(owner).isEmpty()) {
			List<Statement> all = ((Block) owner).getStatements();
			int place = 0;
			for (int i = 0; i < all.size(); i++) {
				place = all.get(i) instanceof Setting ? i + 1 : place;
			}
			all.add(place, (Statement) EcoreUtil.create(kind));
		}
	}

	@Override
	public void erase(EObject owner) {
		statement(owner).ifPresent(EcoreUtil::remove);
	}

	@Override
	public Optional<String> complaint(EObject owner, String text) {
		return Optional.empty();
	}

	@Override
	public List<Region> regions(EObject owner) {
		return statement(owner).flatMap(Regions::of).stream().toList();
	}

	@Override
	public String help(EObject owner) {
		return FeatureHelp.text(kind.getName()).map(t -> t + "\nTakes yes or no.").orElse("");
	}
}
