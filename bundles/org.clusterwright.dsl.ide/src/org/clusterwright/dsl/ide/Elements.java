package org.clusterwright.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.findings.Place;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.XtextResource;

/** Between places of a text and elements of its model: what stands at a caret, where a thing is written, and what to say of it. */
public final class Elements {
	private static final EObjectAtOffsetHelper AT_OFFSET = new EObjectAtOffsetHelper();

	private Elements() {
	}

	/** Where an element is written; nowhere for elements that are not of a text. */
	public static Optional<Place> place(EObject element, String text) {
		ICompositeNode node = NodeModelUtils.getNode(element);
		return node == null ? Optional.empty() : Optional.of(Place.in(text, node.getOffset(), node.getLength()));
	}

	/** The element that the reference at a place means. */
	public static Optional<EObject> referenced(ParsedDesign design, int offset) {
		return design.resource().filter(r -> offset <= design.text().length()).map(r -> AT_OFFSET.resolveCrossReferencedElementAt(r, offset));
	}

	/** Where the thing that is named at a place is defined. */
	public static Optional<Place> definition(ParsedDesign design, int offset) {
		return referenced(design, offset).flatMap(e -> name(e, design.text()));
	}

	/** The word at a place, no comment and no space. */
	public static Optional<Place> word(ParsedDesign design, int offset) {
		return design.resource().map(XtextResource::getParseResult).filter(p -> offset >= 0 && offset < p.getRootNode().getTotalEndOffset())
				.map(p -> NodeModelUtils.findLeafNodeAtOffset(p.getRootNode(), offset)).filter(l -> !l.isHidden() && l.getLength() > 0)
				.map(l -> Place.in(design.text(), l.getOffset(), l.getLength()));
	}

	private static Optional<Place> name(EObject element, String text) {
		return NodeModelUtils.findNodesForFeature(element, org.clusterwright.model.design.DesignPackage.Literals.NAMED__NAME).stream().findFirst()
				.map(n -> Place.in(text, n.getOffset(), n.getLength())).or(() -> place(element, text));
	}

	/** The word at a place; absent in white space and comments. */
	public static Optional<ILeafNode> leaf(ParsedDesign design, int offset) {
		return design.resource().map(XtextResource::getParseResult)
				.map(p -> offset < p.getRootNode().getTotalEndOffset() ? NodeModelUtils.findLeafNodeAtOffset(p.getRootNode(), offset) : null).filter(l -> !l.isHidden());
	}

	/** What a word speaks of: the thing it refers to, the parameter whose key or value it is, else the statement that it is of. */
	public static Optional<EObject> meant(ParsedDesign design, ILeafNode word) {
		EObject element = referenced(design, word.getOffset()).orElseGet(() -> NodeModelUtils.findActualSemanticObjectFor(word));
		Setting setting = setting(element);
		return Optional.ofNullable(setting == null ? element : setting);
	}

	/** A parameter of the catalogue in words, the same everywhere. */
	public static String describe(SettingSpec spec) {
		return ParameterTexts.describe(spec);
	}

	private static Setting setting(EObject element) {
		EObject at = element;
		return at instanceof Setting s ? s : at != null && at.eContainer() instanceof Setting s ? s : null;
	}

	/** "node an-node01", "totem", "partition". */
	public static String title(EObject element) {
		String kind = Words.of(element.eClass().getName());
		if (element instanceof Setting setting) {
			return "parameter " + setting.getKey();
		}
		return element instanceof Named named && named.getName() != null ? kind + " " + named.getName() : kind;
	}

	/** The first line of what is written for an element, without its braces. */
	public static String header(EObject element) {
		ICompositeNode node = NodeModelUtils.getNode(element);
		if (node == null) {
			return "";
		}
		List<String> words = new ArrayList<>();
		for (ILeafNode leaf : node.getLeafNodes()) {
			if (leaf.isHidden()) {
				continue;
			}
			if (leaf.getText().equals("{") || words.size() > 24) {
				break;
			}
			if (leaf.getText().equals(",") && !words.isEmpty()) {
				words.set(words.size() - 1, words.get(words.size() - 1) + ",");
			} else {
				words.add(leaf.getText().lines().findFirst().orElse(""));
			}
		}
		return String.join(" ", words);
	}

	/** Why a generated value is there, in one sentence. */
	public static String why(Origin origin, String text) {
		String where = title(origin.element()) + place(origin.element(), text).map(p -> ", line " + p.line()).orElse("");
		return switch (origin) {
			case Origin.Set set -> "Written in the design: " + where;
			case Origin.Derived derived -> "Follows from " + derived.rule() + " (" + where + ")";
			case Origin.Default fixed -> "By default: " + fixed.source() + " (" + where + ")";
		};
	}
}
