package org.clusterwright.ui.compare;

import org.clusterwright.ui.preview.NativeColouring;
import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.contentmergeviewer.TextMergeViewer;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.TextViewer;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** Two native files with their own colours; lines that should not differ are underlined. */
final class NativeMergeViewer extends TextMergeViewer {
	private TextSide left;
	private TextSide right;

	NativeMergeViewer(Composite parent, CompareConfiguration configuration) {
		super(parent, SWT.NONE, configuration);
	}

	@Override
	protected void updateContent(Object ancestor, Object leftSide, Object rightSide) {
		left = leftSide instanceof TextSide side ? side : null;
		right = rightSide instanceof TextSide side ? side : null;
		super.updateContent(ancestor, leftSide, rightSide);
	}

	@Override
	protected void configureTextViewer(TextViewer viewer) {
		((SourceViewer) viewer).configure(new SourceViewerConfiguration() {
			@Override
			public IPresentationReconciler getPresentationReconciler(ISourceViewer source) {
				PresentationReconciler reconciler = new PresentationReconciler();
				WholeText whole = new WholeText();
				reconciler.setDamager(whole, IDocument.DEFAULT_CONTENT_TYPE);
				reconciler.setRepairer(whole, IDocument.DEFAULT_CONTENT_TYPE);
				return reconciler;
			}
		});
	}

	/** The side whose text a document holds. */
	private TextSide side(IDocument document) {
		String text = document.get();
		return left != null && left.text().equals(text) ? left : right != null && right.text().equals(text) ? right : left == null ? right : left;
	}

	/** The files are small and never change here, so they are coloured whole. */
	private final class WholeText implements IPresentationDamager, IPresentationRepairer {
		private IDocument document;

		@Override
		public void setDocument(IDocument next) {
			document = next;
		}

		@Override
		public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
			return new Region(0, document.getLength());
		}

		@Override
		public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
			TextSide side = side(document);
			if (side != null) {
				NativeColouring.addTo(presentation, side.syntax(), document.get(), side.unexpected());
			}
		}
	}
}
