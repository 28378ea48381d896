package org.clusterwright.ui.editor.source;

import org.clusterwright.dsl.ide.Highlighting.Kind;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.swt.custom.StyleRange;

/** Colours a comment or a string, which is one colour from end to end. */
final class WholePartition implements IPresentationDamager, IPresentationRepairer {
	private final Kind kind;

	WholePartition(Kind kind) {
		this.kind = kind;
	}

	@Override
	public void setDocument(IDocument document) {
		// a partition says all that is needed
	}

	@Override
	public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
		return partition;
	}

	@Override
	public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
		presentation.addStyleRange(new StyleRange(damage.getOffset(), damage.getLength(), Colours.of(kind), null, Colours.style(kind)));
	}
}
