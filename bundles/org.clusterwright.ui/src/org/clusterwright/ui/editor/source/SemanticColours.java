package org.clusterwright.ui.editor.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.dsl.ide.Highlighting.Kind;
import org.clusterwright.dsl.ide.Highlighting;
import org.clusterwright.ui.Messages;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextPresentationListener;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.widgets.Display;

/**
 * Lays what the parse knows over the lexer's colours. Between two parses the regions move with the text, so that nothing flickers while typing; a new
 * parse repaints only what it changed.
 */
final class SemanticColours implements AutoCloseable {
	private final SourceViewer viewer;
	private final IDocument document;
	private final ClusterSession session;
	private final ITextPresentationListener colouring = this::colour;
	private final Consumer<ClusterSnapshot> parsed = this::parsed;
	private final IDocumentListener typing = new IDocumentListener() {
		@Override
		public void documentAboutToBeChanged(DocumentEvent event) {
			regions = regions.moved(event.getOffset(), event.getLength(), event.getText() == null ? 0 : event.getText().length());
		}

		@Override
		public void documentChanged(DocumentEvent event) {
			// moved before the viewer repaints
		}
	};
	private ColouredRegions regions = ColouredRegions.NONE;
	private Job job;

	SemanticColours(SourceViewer viewer, ClusterSession session) {
		this.viewer = viewer;
		this.document = viewer.getDocument();
		this.session = session;
		viewer.addTextPresentationListener(colouring);
		document.addDocumentListener(typing);
		session.addListener(parsed);
	}

	private void parsed(ClusterSnapshot state) {
		if (job != null) {
			job.cancel();
		}
		if (DesignPartitions.isLong(document)) {
			regions = ColouredRegions.NONE;
			return;
		}
		Display display = viewer.getTextWidget().getDisplay();
		job = Job.createSystem(Messages.session_colouring, monitor -> {
			List<Highlighting.Region> found = Highlighting.semantic(state.design(), monitor::isCanceled);
			if (!monitor.isCanceled() && !display.isDisposed()) {
				ColouredRegions fresh = ColouredRegions.of(found);
				display.asyncExec(() -> show(state, fresh));
			}
			return Status.OK_STATUS;
		});
		job.schedule();
	}

	private void show(ClusterSnapshot state, ColouredRegions fresh) {
		if (viewer.getTextWidget() == null || viewer.getTextWidget().isDisposed() || !session.isUpToDate(state)) {
			return;
		}
		IRegion changed = regions.difference(fresh);
		regions = fresh;
		if (changed != null) {
			viewer.invalidateTextPresentation(changed.getOffset(), changed.getLength());
		}
	}

	private void colour(TextPresentation presentation) {
		IRegion extent = presentation.getExtent();
		// Both lists are in the order of the text, so one pass over both will do.
		List<StyleRange> bold = bold(presentation);
		int next = 0;
		for (int i = regions.firstEndingAfter(extent.getOffset()); i < regions.size() && regions.start(i) < extent.getOffset() + extent.getLength(); i++) {
			Kind kind = regions.kind(i);
			if (kind != Kind.STRING) {
				int length = regions.end(i) - regions.start(i);
				StyleRange style = new StyleRange(regions.start(i), length, Colours.of(kind), null, Colours.style(kind));
				while (next < bold.size() && bold.get(next).start + bold.get(next).length <= style.start) {
					next++;
				}
				if (kind != Kind.KEYWORD && next < bold.size() && bold.get(next).start < style.start + style.length) {
					// A name that is a keyword elsewhere: merging would leave it in the keyword's type.
					presentation.replaceStyleRange(style);
				} else {
					presentation.mergeStyleRange(style);
				}
			}
		}
	}

	private static List<StyleRange> bold(TextPresentation presentation) {
		List<StyleRange> bold = new ArrayList<>();
		for (Iterator<StyleRange> all = presentation.getNonDefaultStyleRangeIterator(); all.hasNext();) {
			StyleRange each = all.next();
			if ((each.fontStyle & SWT.BOLD) != 0) {
				bold.add((StyleRange) each.clone());
			}
		}
		return bold;
	}

	@Override
	public void close() {
		if (job != null) {
			job.cancel();
		}
		session.removeListener(parsed);
		document.removeDocumentListener(typing);
		viewer.removeTextPresentationListener(colouring);
	}
}
