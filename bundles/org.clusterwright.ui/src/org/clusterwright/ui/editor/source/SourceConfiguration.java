package org.clusterwright.ui.editor.source;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.Highlighting.Kind;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.contentassist.ContentAssistant;
import org.eclipse.jface.text.contentassist.IContentAssistant;
import org.eclipse.jface.text.hyperlink.IHyperlinkDetector;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.quickassist.IQuickAssistAssistant;
import org.eclipse.jface.text.quickassist.QuickAssistAssistant;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.DefaultAnnotationHover;
import org.eclipse.jface.text.source.IAnnotationHover;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;

/** Wires the source page's viewer to the language. Checking is the session's work, so there is no reconciler. */
final class SourceConfiguration extends TextSourceViewerConfiguration {
	private final Supplier<ClusterSnapshot> latest;
	private final LocalResourceManager images;
	private final IHyperlinkDetector links;
	private final QuickAssist fixes;

	SourceConfiguration(IPreferenceStore preferences, Supplier<ClusterSnapshot> latest, LocalResourceManager images, IHyperlinkDetector links, Supplier<Optional<ClusterSession>> session) {
		super(preferences);
		this.latest = latest;
		this.images = images;
		this.links = links;
		this.fixes = new QuickAssist(session, images);
	}

	@Override
	public String getConfiguredDocumentPartitioning(ISourceViewer viewer) {
		return DesignPartitions.PARTITIONING;
	}

	@Override
	public String[] getConfiguredContentTypes(ISourceViewer viewer) {
		return new String[] { IDocument.DEFAULT_CONTENT_TYPE, DesignPartitions.COMMENT, DesignPartitions.STRING };
	}

	@Override
	public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
		PresentationReconciler reconciler = new PresentationReconciler();
		reconciler.setDocumentPartitioning(DesignPartitions.PARTITIONING);
		DefaultDamagerRepairer code = new DefaultDamagerRepairer(new CodeScanner());
		reconciler.setDamager(code, IDocument.DEFAULT_CONTENT_TYPE);
		reconciler.setRepairer(code, IDocument.DEFAULT_CONTENT_TYPE);
		whole(reconciler, DesignPartitions.COMMENT, Kind.COMMENT);
		whole(reconciler, DesignPartitions.STRING, Kind.STRING);
		return reconciler;
	}

	private static void whole(PresentationReconciler reconciler, String partition, Kind kind) {
		WholePartition colouring = new WholePartition(kind);
		reconciler.setDamager(colouring, partition);
		reconciler.setRepairer(colouring, partition);
	}

	@Override
	public IContentAssistant getContentAssistant(ISourceViewer viewer) {
		ContentAssistant assistant = new ContentAssistant(true);
		assistant.setDocumentPartitioning(DesignPartitions.PARTITIONING);
		assistant.setContentAssistProcessor(new AssistProcessor(images), IDocument.DEFAULT_CONTENT_TYPE);
		assistant.enableColoredLabels(true);
		assistant.enableAutoInsert(true);
		assistant.setProposalPopupOrientation(IContentAssistant.PROPOSAL_OVERLAY);
		assistant.setInformationControlCreator(CardControl.besides());
		return assistant;
	}

	@Override
	public IQuickAssistAssistant getQuickAssistAssistant(ISourceViewer viewer) {
		QuickAssistAssistant assistant = new QuickAssistAssistant();
		assistant.setQuickAssistProcessor(fixes);
		assistant.enableColoredLabels(true);
		assistant.setInformationControlCreator(CardControl.besides());
		return assistant;
	}

	@Override
	public IReconciler getReconciler(ISourceViewer viewer) {
		return null;
	}

	@Override
	public ITextHover getTextHover(ISourceViewer viewer, String contentType) {
		return new DesignHover(latest, fixes);
	}

	@Override
	public IAnnotationHover getAnnotationHover(ISourceViewer viewer) {
		return problems();
	}

	@Override
	public IAnnotationHover getOverviewRulerAnnotationHover(ISourceViewer viewer) {
		return problems();
	}

	private static IAnnotationHover problems() {
		return new DefaultAnnotationHover() {
			@Override
			protected boolean isIncluded(Annotation annotation) {
				return !annotation.getType().equals(LiveProblems.SAVED) && !(annotation instanceof ProjectionAnnotation);
			}
		};
	}

	@Override
	public IAutoEditStrategy[] getAutoEditStrategies(ISourceViewer viewer, String contentType) {
		return switch (contentType) {
			case IDocument.DEFAULT_CONTENT_TYPE -> new IAutoEditStrategy[] { new AutoCloseStrategy(viewer), new IndentStrategy() };
			case DesignPartitions.STRING -> new IAutoEditStrategy[] { new AutoCloseStrategy(viewer) };
			default -> super.getAutoEditStrategies(viewer, contentType);
		};
	}

	@Override
	public IHyperlinkDetector[] getHyperlinkDetectors(ISourceViewer viewer) {
		IHyperlinkDetector[] inherited = super.getHyperlinkDetectors(viewer);
		return inherited == null ? new IHyperlinkDetector[] { links } : Stream.concat(Stream.of(links), Stream.of(inherited)).toArray(IHyperlinkDetector[]::new);
	}

	@Override
	public String[] getDefaultPrefixes(ISourceViewer viewer, String contentType) {
		return new String[] { "//", "" };
	}

	@Override
	public int getTabWidth(ISourceViewer viewer) {
		return 4;
	}
}
