package org.clusterwright.dsl.formatting2;

import java.util.Set;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Statement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.formatting2.AbstractJavaFormatter;
import org.eclipse.xtext.formatting2.IFormattableDocument;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;

/**
 * One statement a line, blocks indented, one space between words, at most one blank line kept. A short block that the author wrote on
 * one line stays there, its statements two spaces apart.
 */
public class ClusterDslFormatter extends AbstractJavaFormatter {
	private static final int ONE_LINE_STATEMENTS = 6;
	private static final Set<String> NO_SPACE_BEFORE = Set.of(",");

	protected void format(Cluster cluster, IFormattableDocument doc) {
		for (ISemanticRegion region : textRegionExtensions.allSemanticRegions(cluster)) {
			space(region, doc);
		}
		blocks(cluster, doc);
		doc.append(textRegionExtensions.nextHiddenRegion(cluster).getPreviousSemanticRegion(), f -> f.setNewLines(1, 1, 1));
	}

	private void blocks(Block block, IFormattableDocument doc) {
		ISemanticRegion open = brace(block, "{");
		ISemanticRegion close = brace(block, "}");
		if (open != null && close != null && !isOneLine(block)) {
			doc.interior(open, close, f -> f.indent());
		}
		for (Statement statement : block.getStatements()) {
			if (statement instanceof Block inner) {
				blocks(inner, doc);
			}
		}
	}

	private void space(ISemanticRegion region, IFormattableDocument doc) {
		ISemanticRegion previous = region.getPreviousSemanticRegion();
		if (previous == null) {
			doc.prepend(region, f -> f.noSpace());
			return;
		}
		String text = region.getText();
		EObject element = region.getSemanticElement();
		if (text.equals("}") && isBrace(region)) {
			boolean oneLine = isOneLine((Block) element);
			doc.prepend(region, f -> {
				if (oneLine) {
					f.oneSpace();
				} else {
					f.setNewLines(1, 1, 1);
				}
			});
		} else if (NO_SPACE_BEFORE.contains(text)) {
			doc.prepend(region, f -> f.noSpace());
		} else if (startsStatement(region)) {
			Statement statement = statementStartingAt(region);
			boolean first = previous.getText().equals("{") && isBrace(previous);
			if (isOneLine((Block) statement.eContainer())) {
				doc.prepend(region, f -> f.setSpace(first ? " " : "  "));
			} else {
				doc.prepend(region, f -> f.setNewLines(1, 1, first ? 1 : 2));
			}
		} else {
			doc.prepend(region, f -> f.oneSpace());
		}
	}

	/** The statement of a block whose first word this is, or null. */
	private Statement statementStartingAt(ISemanticRegion region) {
		for (EObject e = region.getSemanticElement(); e != null; e = e.eContainer()) {
			var whole = textRegionExtensions.regionForEObject(e);
			if (whole == null || whole.getOffset() != region.getOffset()) {
				return null;
			}
			if (e instanceof Statement statement && e.eContainmentFeature() == DesignPackage.Literals.BLOCK__STATEMENTS) {
				return statement;
			}
		}
		return null;
	}

	private boolean startsStatement(ISemanticRegion region) {
		return statementStartingAt(region) != null;
	}

	private static boolean isBrace(ISemanticRegion region) {
		return region.getSemanticElement() instanceof Block && region.getGrammarElement() instanceof org.eclipse.xtext.Keyword;
	}

	private ISemanticRegion brace(Block block, String brace) {
		return textRegionExtensions.regionFor(block).keyword(brace);
	}

	/** Few plain statements that the author put on the line of the opening brace. New text and blocks of blocks never are. */
	private boolean isOneLine(Block block) {
		ISemanticRegion open = brace(block, "{");
		ISemanticRegion close = brace(block, "}");
		if (open == null || close == null || block instanceof Cluster || block.getStatements().isEmpty() || block.getStatements().size() > ONE_LINE_STATEMENTS
				|| block.getStatements().stream().anyMatch(s -> s instanceof Block inner && brace(inner, "{") != null && !isOneLine(inner))) {
			return false;
		}
		IHiddenRegion after = open.getNextHiddenRegion();
		return !after.isUndefined() && after.getLength() > 0 && close.getEndOffset() - lineStart(open) <= LINE && !block.getStatements().isEmpty()
				&& !getRequest().getTextRegionAccess().textForOffset(open.getOffset(), close.getEndOffset() - open.getOffset()).contains("\n");
	}

	private static final int LINE = 160;

	private int lineStart(ISemanticRegion region) {
		return region.getTextRegionAccess().regionForLineAtOffset(region.getOffset()).getOffset();
	}
}
