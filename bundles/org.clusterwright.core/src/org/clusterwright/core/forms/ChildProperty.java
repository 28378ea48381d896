package org.clusterwright.core.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * A property of the one statement of a kind in a block, as the BMC of a node. The {@code essential} one makes the statement when it is written and
 * removes it when it is erased; the others need it.
 */
public record ChildProperty(EClass kind, Property inner, boolean essential) implements Property {
	public ChildProperty {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(inner);
	}

	private Optional<Statement> child(EObject owner) {
		return owner instanceof Block block ? block.getStatements().stream().filter(kind::isInstance).findFirst() : Optional.empty();
	}

	@Override
	public Optional<String> written(EObject owner) {
		return child(owner).flatMap(inner::written);
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		return child(owner).flatMap(c -> inner.effective(cluster, c));
	}

	@Override
	public void write(EObject owner, String text) {
		inner.write(child(owner).orElseGet(() -> {
			if (!essential) {
				throw new RefusedEdit(missing());
			}
			Statement made = (Statement) EcoreUtil.create(kind);
			((Block) owner).getStatements().add(0, made);
			return made;
		}), text);
	}

	private String missing() {
		return "There is no " + Candidates.word(kind) + " yet; fill in its first field first.";
	}

	@Override
	public void erase(EObject owner) {
		child(owner).ifPresent(c -> {
			if (essential) {
				References.remove(c);
			} else {
				inner.erase(c);
			}
		});
	}

	@Override
	public Optional<String> complaint(EObject owner, String text) {
		Optional<Statement> child = child(owner);
		return child.isPresent() ? inner.complaint(child.get(), text) : essential ? inner.complaint(EcoreUtil.create(kind), text) : Optional.of(missing());
	}

	@Override
	public List<Region> regions(EObject owner) {
		return child(owner).map(inner::regions).orElse(List.of());
	}

	@Override
	public String help(EObject owner) {
		return inner.help(child(owner).map(EObject.class::cast).orElseGet(() -> EcoreUtil.create(kind)));
	}

	@Override
	public List<String> choices(EObject owner) {
		return child(owner).map(inner::choices).orElse(List.of());
	}

	@Override
	public Set<Code> codes() {
		return inner.codes();
	}
}
