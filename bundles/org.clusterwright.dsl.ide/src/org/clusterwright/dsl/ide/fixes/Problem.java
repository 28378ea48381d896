package org.clusterwright.dsl.ide.fixes;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.NextFree;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Finding;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** A finding in its design, as fixes look at it. Their changes get a model of their own; this one is only read. */
final class Problem {
	private final Cluster cluster;
	private final XtextResource resource;
	private final Finding finding;
	private final String text;
	private EffectiveCluster effective;

	private Problem(Cluster cluster, XtextResource resource, Finding finding, String text) {
		this.cluster = cluster;
		this.resource = resource;
		this.finding = Objects.requireNonNull(finding);
		this.text = text;
	}

	/** Absent where nothing of the text could be read. */
	static Optional<Problem> of(ParsedDesign design, Finding finding) {
		return design.root().flatMap(c -> design.resource().map(r -> new Problem(c, r, finding, design.text())));
	}

	Cluster cluster() {
		return cluster;
	}

	EffectiveCluster effective() {
		if (effective == null) {
			effective = new EffectiveCluster(cluster);
		}
		return effective;
	}

	NextFree free() {
		return new NextFree(cluster);
	}

	Code code() {
		return finding.code();
	}

	/** An argument of the finding; empty where it has not so many. */
	String arg(int index) {
		return index < finding.args().size() ? finding.args().get(index) : "";
	}

	/** What is written where the finding is. */
	String written() {
		return text.substring(finding.place().offset(), finding.place().offset() + finding.place().length());
	}

	Optional<ILeafNode> leaf() {
		return Optional.ofNullable(NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), finding.place().offset()));
	}

	/** The innermost element of a type that the finding is in. */
	<T extends EObject> Optional<T> at(Class<T> type) {
		EObject element = leaf().map(NodeModelUtils::findActualSemanticObjectFor).orElse(null);
		while (element != null && !type.isInstance(element)) {
			element = element.eContainer();
		}
		return Optional.ofNullable(element).map(type::cast);
	}

	/** One cure: a change of the innermost element of a type; none where the finding is in no such element. */
	<T extends EObject> Stream<Cure> change(Class<T> type, String title, Consumer<T> change) {
		return at(type).stream().flatMap(e -> change(e, title, change));
	}

	/** One cure: a change of an element of this design, done on its likeness in another parse of the same text. */
	<T extends EObject> Stream<Cure> change(T element, String title, Consumer<T> change) {
		String fragment = resource.getURIFragment(element);
		@SuppressWarnings("unchecked")
		Consumer<Cluster> there = c -> change.accept((T) c.eResource().getEObject(fragment));
		return Stream.of(new Cure.OfModel(title, there));
	}

	/** One cure: other words where the finding is. */
	Stream<Cure> replace(String title, String words) {
		return Stream.of(new Cure.OfText(title, List.of(new Replacement(finding.place().offset(), finding.place().length(), words))));
	}
}
