package org.clusterwright.dsl.ide;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * The words of a text that are no values of their kind, as a malformed MAC. The text's structure stands, and the model lacks nothing but these values; so edits
 * elsewhere are possible, as long as these words are written again as they are.
 */
final class UnreadableValues {
	static final UnreadableValues NONE = new UnreadableValues();

	private final Map<EObject, Map<EStructuralFeature, String>> words = new IdentityHashMap<>();

	private UnreadableValues() {
	}

	/** Absent where the structure of the text could not be read. */
	static Optional<UnreadableValues> of(XtextResource resource) {
		if (!resource.getParseResult().hasSyntaxErrors()) {
			return Optional.of(NONE);
		}
		UnreadableValues values = new UnreadableValues();
		for (INode node : resource.getParseResult().getSyntaxErrors()) {
			SyntaxErrorMessage error = node.getSyntaxErrorMessage();
			if (error == null || !Code.UNREADABLE_VALUE.id().equals(error.getIssueCode()) || !values.add(node)) {
				return Optional.empty();
			}
		}
		return Optional.of(values);
	}

	private boolean add(INode error) {
		for (INode node = error; node != null; node = node.getParent()) {
			if (node.getGrammarElement() instanceof RuleCall call && call.eContainer() instanceof Assignment assignment) {
				EObject owner = NodeModelUtils.findActualSemanticObjectFor(node);
				EStructuralFeature feature = owner.eClass().getEStructuralFeature(assignment.getFeature());
				if (feature == null || feature.isMany()) {
					return false;
				}
				words.computeIfAbsent(owner, k -> new HashMap<>()).put(feature, NodeModelUtils.getTokenText(node));
				return true;
			}
		}
		return false;
	}

	/** What is written for a value that the model lacks. */
	Optional<String> word(EObject element, EStructuralFeature feature) {
		return element.eIsSet(feature) ? Optional.empty() : Optional.ofNullable(words.getOrDefault(element, Map.of()).get(feature));
	}
}
