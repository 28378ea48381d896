package org.clusterwright.core.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.DrbdPeer;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * What one host of a DRBD resource does differently, as a property of the node. Writing makes the resource's {@code peer}; erasing the last thing
 * that it says removes it.
 */
public record PeerProperty(String resource, Property inner, Derivation derivation) implements Property {
	public PeerProperty {
		Objects.requireNonNull(resource);
		Objects.requireNonNull(inner);
		Objects.requireNonNull(derivation);
	}

	private Optional<DrbdResource> resource(EObject node) {
		return Candidates.find(node, DesignPackage.Literals.DRBD_RESOURCE, resource).map(DrbdResource.class::cast);
	}

	private Optional<DrbdPeer> peer(EObject node) {
		return resource(node).flatMap(r -> Statements.all(r, DrbdPeer.class).stream().filter(p -> p.getNode() == node).findFirst());
	}

	@Override
	public Optional<String> written(EObject owner) {
		return peer(owner).flatMap(inner::written);
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		return derivation.of(cluster, owner).map(e -> e.map(Derivation::text));
	}

	@Override
	public void write(EObject owner, String text) {
		DrbdPeer peer = peer(owner).orElseGet(() -> {
			Block block = resource(owner).orElseThrow(() -> new RefusedEdit("There is no DRBD resource called '" + resource + "' any more."));
			DrbdPeer made = DesignFactory.eINSTANCE.createDrbdPeer();
			made.setNode((Node) owner);
			return Insertions.put(block, Optional.empty(), made);
		});
		inner.write(peer, text);
	}

	@Override
	public void erase(EObject owner) {
		peer(owner).ifPresent(p -> {
			inner.erase(p);
			if (p.getDisk() == null && p.getStatements().isEmpty() && !org.clusterwright.dsl.ide.Regions.hasComment(p)) {
				EcoreUtil.remove(p);
			}
		});
	}

	@Override
	public Optional<String> complaint(EObject owner, String text) {
		return inner.complaint(peer(owner).map(EObject.class::cast).orElseGet(() -> EcoreUtil.create(DesignPackage.Literals.DRBD_PEER)), text);
	}

	@Override
	public List<Region> regions(EObject owner) {
		return peer(owner).map(inner::regions).orElse(List.of());
	}

	@Override
	public String help(EObject owner) {
		return inner.help(peer(owner).map(EObject.class::cast).orElseGet(() -> EcoreUtil.create(DesignPackage.Literals.DRBD_PEER)));
	}
}
