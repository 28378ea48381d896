package org.clusterwright.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Gfs2;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Lines;
import org.clusterwright.model.findings.Place;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** A thing that the author named: what it is, where its name is given, and where it is used. {@code title} is "node an-node01", {@code kind} its class in the model. */
public record Symbol(String title, String kind, String name, ElementPath path, Place definition, List<Place> references) {
	public Symbol {
		Objects.requireNonNull(path);
		references = List.copyOf(references);
	}

	/** The symbol whose name or reference is at a place, or right before it. */
	public static Optional<Symbol> at(ParsedDesign design, int offset) {
		return Elements.referenced(design, offset).filter(Named.class::isInstance).or(() -> defined(design, offset)).or(() -> defined(design, offset - 1))
				.or(() -> meantNic(design, offset)).or(() -> meantNic(design, offset - 1)).flatMap(e -> of(design, e));
	}

	/** The symbol that the statement beginning at a place defines. */
	public static Optional<Symbol> ofStatement(ParsedDesign design, int offset) {
		return leaf(design, offset).map(NodeModelUtils::findActualSemanticObjectFor).map(e -> e instanceof Bonds bonds && bonds.getBonds().size() == 1 ? bonds.getBonds().get(0) : e)
				.flatMap(e -> of(design, e));
	}

	/** The symbol at a path, in a design that may be newer than the path. */
	public static Optional<Symbol> of(ParsedDesign design, ElementPath path) {
		return design.root().flatMap(path::find).flatMap(e -> of(design, e));
	}

	/** All places, the definition included, in the order of the text. */
	public List<Place> places() {
		List<Place> all = new ArrayList<>(references);
		all.add(definition);
		all.sort((a, b) -> Integer.compare(a.offset(), b.offset()));
		return all;
	}

	private static Optional<EObject> defined(ParsedDesign design, int offset) {
		return leaf(design, offset).filter(l -> !l.isHidden()).map(NodeModelUtils::findActualSemanticObjectFor)
				.filter(e -> NamesByValue.name(e).isPresent()).filter(e -> NamesByValue.words(e).stream().anyMatch(n -> offset >= n.getOffset() && offset < n.getEndOffset()));
	}

	private static Optional<ILeafNode> leaf(ParsedDesign design, int offset) {
		return design.resource().map(XtextResource::getParseResult).filter(p -> offset >= 0 && offset < p.getRootNode().getTotalEndOffset())
				.map(p -> NodeModelUtils.findLeafNodeAtOffset(p.getRootNode(), offset));
	}

	private static Optional<Symbol> of(ParsedDesign design, EObject of) {
		// What has its name together with others is the one that defines them.
		Optional<String> name = of.eIsProxy() ? Optional.empty() : NamesByValue.name(of);
		EObject element = name.isPresent() ? NamesByValue.together(of).getFirst() : of;
		// The words of sections belong to the language, not to the author.
		if (element instanceof Section || name.isEmpty()) {
			return Optional.empty();
		}
		Lines lines = new Lines(design.text());
		Optional<Place> definition = NamesByValue.words(element).stream().findFirst().map(n -> lines.place(n.getOffset(), n.getLength()));
		List<INode> references = element instanceof Nic nic ? interfaces(nic) : references(design, element);
		NamesByValue.together(element).stream().filter(n -> n != element).forEach(n -> references.addAll(NamesByValue.words(n)));
		List<Place> places = new ArrayList<>(references.stream().map(n -> lines.place(n.getOffset(), n.getLength())).toList());
		NamesByValue.values(element).forEach(m -> NodeModelUtils.findNodesForFeature(m.value(), DesignPackage.Literals.TEXT_VALUE__TEXT).forEach(n -> {
			int start = n.getText().indexOf(m.prefix() + name.get()) + m.prefix().length();
			places.add(lines.place(n.getTotalOffset() + start, name.get().length()));
		}));
		return definition.map(d -> new Symbol(element instanceof Gfs2 ? "GFS2 file system " + name.get() : Elements.title(element), element.eClass().getName(), name.get(), ElementPath.of(element), d, places));
	}

	/** A network on a NIC means that of the name in every node; so where there is one, all of the name are one thing. */
	private static List<INode> interfaces(Nic nic) {
		List<INode> found = new ArrayList<>();
		if (!(EcoreUtil.getRootContainer(nic) instanceof Cluster cluster)) {
			return found;
		}
		for (Network network : Statements.all(cluster, Network.class)) {
			if (nic.getName().equals(network.getNic())) {
				found.addAll(NodeModelUtils.findNodesForFeature(network, DesignPackage.Literals.NETWORK__NIC));
			}
		}
		if (!found.isEmpty()) {
			Statements.all(cluster, Node.class).stream().flatMap(n -> Statements.all(n, Nic.class).stream()).filter(n -> n != nic && nic.getName().equals(n.getName()))
					.forEach(n -> found.addAll(NodeModelUtils.findNodesForFeature(n, DesignPackage.Literals.NAMED__NAME)));
		}
		return found;
	}

	/** The first NIC that a network on a NIC means, where the place is its name. */
	private static Optional<EObject> meantNic(ParsedDesign design, int offset) {
		return leaf(design, offset).filter(l -> !l.isHidden()).map(NodeModelUtils::findActualSemanticObjectFor).filter(Network.class::isInstance).map(Network.class::cast)
				.filter(n -> NodeModelUtils.findNodesForFeature(n, DesignPackage.Literals.NETWORK__NIC).stream().anyMatch(w -> offset >= w.getOffset() && offset <= w.getEndOffset()))
				.flatMap(n -> Statements.all((Cluster) EcoreUtil.getRootContainer(n), Node.class).stream().flatMap(node -> Statements.all(node, Nic.class).stream())
						.filter(nic -> n.getNic().equals(nic.getName())).map(EObject.class::cast).findFirst());
	}

	/** The words that mean an element. */
	static List<INode> references(ParsedDesign design, EObject element) {
		List<INode> found = new ArrayList<>();
		if (design.resource().isEmpty()) {
			return found;
		}
		for (INode node : design.resource().get().getParseResult().getRootNode().getAsTreeIterable()) {
			if (node.getGrammarElement() instanceof CrossReference reference && meant(node, reference) == element) {
				found.add(node);
			}
		}
		return found;
	}

	private static EObject meant(INode node, CrossReference grammar) {
		EObject owner = NodeModelUtils.findActualSemanticObjectFor(node);
		EReference reference = GrammarUtil.getReference(grammar, owner.eClass());
		if (reference == null) {
			return null;
		}
		if (!reference.isMany()) {
			return (EObject) owner.eGet(reference);
		}
		int index = NodeModelUtils.findNodesForFeature(owner, reference).indexOf(node);
		List<?> values = (List<?>) owner.eGet(reference);
		return index >= 0 && index < values.size() ? (EObject) values.get(index) : null;
	}
}
