package org.clusterwright.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** Which part of a text says which element or value, so that findings come to the element or field they speak of. */
public final class Regions {
	/** A half-open range of a text. */
	public record Region(int offset, int length) {
		/** Whether a range begins in this one; a range at its very end does only where both are empty. */
		public boolean holds(int at) {
			return at >= offset && (at < offset + length || length == 0 && at == offset);
		}
	}

	private Regions() {
	}

	/** The innermost element that is written at a place; absent in front of the design and where nothing could be read. */
	public static Optional<EObject> elementAt(ParsedDesign design, int offset) {
		return design.resource().map(XtextResource::getParseResult).map(p -> NodeModelUtils.findLeafNodeAtOffset(p.getRootNode(), offset))
				.map(NodeModelUtils::findActualSemanticObjectFor);
	}

	/** The whole text of an element, its block included. */
	public static Optional<Region> of(EObject element) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		return node == null ? Optional.empty() : Optional.of(region(node));
	}

	/** The words that say a feature of an element; none where it is not written. */
	public static List<Region> of(EObject element, EStructuralFeature feature) {
		List<Region> found = new ArrayList<>();
		NodeModelUtils.findNodesForFeature(element, feature).forEach(n -> found.add(region(n)));
		return found;
	}

	/** The words themselves, also where they refer to nothing. */
	public static Optional<String> words(EObject element, EStructuralFeature feature) {
		return NodeModelUtils.findNodesForFeature(element, feature).stream().findFirst().map(NodeModelUtils::getTokenText);
	}

	/** Whether the author wrote a comment inside an element. */
	public static boolean hasComment(EObject element) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		if (node == null) {
			return false;
		}
		for (ILeafNode leaf : node.getLeafNodes()) {
			if (leaf.isHidden() && leaf.getOffset() > node.getOffset() && !leaf.getText().isBlank()) {
				return true;
			}
		}
		return false;
	}

	private static Region region(INode node) {
		return new Region(node.getOffset(), node.getLength());
	}
}
