package org.clusterwright.core.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.NodeAddress;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.values.Address;
import org.eclipse.emf.ecore.EObject;

/** A node's address on one network: written at the node where it does not follow the network's rule. */
public record NodeAddressProperty(String network) implements Property {
	public NodeAddressProperty {
		Objects.requireNonNull(network);
	}

	private Optional<NodeAddress> statement(EObject owner) {
		return owner instanceof Node node
				? Statements.all(node, NodeAddress.class).stream().filter(a -> a.getNetwork() != null && network.equals(a.getNetwork().getName())).findFirst()
				: Optional.empty();
	}

	@Override
	public Optional<String> written(EObject owner) {
		return statement(owner).filter(a -> a.getAddress() != null).map(a -> a.getAddress().toString());
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		return cluster.networks().all().stream().filter(n -> network.equals(n.design().getName())).findFirst()
				.flatMap(n -> owner instanceof Node node ? cluster.node(node).flatMap(e -> cluster.networks().address(e, n)) : Optional.empty()).map(e -> e.map(Address::toString));
	}

	@Override
	public void write(EObject owner, String text) {
		Address address = parse(text);
		Node node = (Node) owner;
		NodeAddress statement = statement(node).orElseGet(() -> {
			NodeAddress made = DesignFactory.eINSTANCE.createNodeAddress();
			made.setNetwork((Network) Candidates.find(node, DesignPackage.Literals.NETWORK, network)
					.orElseThrow(() -> new RefusedEdit("There is no network called '" + network + "' any more.")));
			node.getStatements().add(place(node), made);
			return made;
		});
		statement.setAddress(address);
	}

	/** Behind the node's other addresses and NICs, before its fence methods. */
	private static int place(Node node) {
		List<Statement> all = node.getStatements();
		int place = 0;
		for (int i = 0; i < all.size(); i++) {
			if (all.get(i) instanceof NodeAddress || all.get(i) instanceof org.clusterwright.model.design.Nic) {
				place = i + 1;
			}
		}
		return place;
	}

	private static Address parse(String text) {
		try {
			return Address.parse(text.strip());
		} catch (IllegalArgumentException e) {
			throw new RefusedEdit(e.getMessage());
		}
	}

	@Override
	public void erase(EObject owner) {
		statement(owner).ifPresent(a -> ((Node) owner).getStatements().remove(a));
	}

	@Override
	public Optional<String> complaint(EObject owner, String text) {
		try {
			Address.parse(text.strip());
			return Optional.empty();
		} catch (IllegalArgumentException e) {
			return Optional.of(e.getMessage());
		}
	}

	@Override
	public List<Region> regions(EObject owner) {
		return statement(owner).flatMap(Regions::of).stream().toList();
	}

	@Override
	public String help(EObject owner) {
		return FeatureHelp.of(org.eclipse.emf.ecore.util.EcoreUtil.create(DesignPackage.Literals.NODE_ADDRESS), DesignPackage.Literals.NODE_ADDRESS__ADDRESS);
	}
}
