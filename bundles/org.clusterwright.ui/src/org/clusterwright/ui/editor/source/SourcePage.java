package org.clusterwright.ui.editor.source;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clusterwright.dsl.ide.Outline;
import org.clusterwright.dsl.ide.Outline.Item;
import org.clusterwright.dsl.ide.Symbol;
import org.clusterwright.model.findings.Place;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.ui.DesignServices;
import org.clusterwright.ui.help.DesignContexts;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.preference.PreferenceStore;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.hyperlink.IHyperlinkDetector;
import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.IVerticalRuler;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.text.source.projection.ProjectionSupport;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CaretListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.eclipse.ui.part.MultiPageEditorSite;
import org.eclipse.ui.texteditor.ChainedPreferenceStore;
import org.eclipse.ui.texteditor.SourceViewerDecorationSupport;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** The design as text. Owns the session of its document; everything else that shows the design listens to that. */
public final class SourcePage extends TextEditor {
	public static final String ID = "org.clusterwright.ui.source";
	/** The context in which this page's keys work. */
	public static final String KEYS = "org.clusterwright.ui.designText";
	private static final String BRACKETS = "org.clusterwright.ui.brackets";
	private static final String BRACKETS_COLOUR = "org.clusterwright.ui.brackets.colour";

	private final LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources());
	private final IPropertyChangeListener recolour = event -> {
		if (Colours.isOurs(event.getProperty()) && getSourceViewer() != null) {
			getSourceViewer().invalidateTextPresentation();
		}
	};
	private final IHyperlinkDetector links = new DefinitionLinks(this);
	private Consumer<ClusterSession> opened = s -> {
	};
	private ClusterSession session;
	/** For hovers, which run in the background. */
	private volatile ClusterSnapshot latest;
	private LiveProblems problems;
	private SemanticColours colours;
	private FoldingStructure folding;
	private OccurrenceMarks occurrences;
	private ProjectionSupport projection;
	private DesignOutlinePage outline;
	private Optional<String> recalledFolds = Optional.empty();
	private boolean recalledWrap;
	/** While the platform asks what shall become of a file that was changed or deleted. */
	private boolean answering;
	private Consumer<IEditorInput> moved = input -> {
	};

	public SourcePage() {
		IPreferenceStore preferences = new ChainedPreferenceStore(new IPreferenceStore[] { bracketPreferences(), EditorsUI.getPreferenceStore() });
		setPreferenceStore(preferences);
		setSourceViewerConfiguration(new SourceConfiguration(preferences, () -> latest, images, links, this::session));
	}

	private static PreferenceStore bracketPreferences() {
		PreferenceStore store = new PreferenceStore();
		store.setDefault(BRACKETS, true);
		store.setDefault(BRACKETS_COLOUR, "128,128,128");
		return store;
	}

	@Override
	protected void initializeKeyBindingScopes() {
		setKeyBindingScopes(new String[] { KEYS });
	}

	@Override
	protected void configureSourceViewerDecorationSupport(SourceViewerDecorationSupport support) {
		super.configureSourceViewerDecorationSupport(support);
		support.setCharacterPairMatcher(new DefaultCharacterPairMatcher(new char[] { '{', '}', '(', ')' }, DesignPartitions.PARTITIONING));
		support.setMatchingCharacterPainterPreferenceKeys(BRACKETS, BRACKETS_COLOUR);
	}

	@Override
	protected ISourceViewer createSourceViewer(Composite parent, IVerticalRuler ruler, int styles) {
		fAnnotationAccess = getAnnotationAccess();
		fOverviewRuler = createOverviewRuler(getSharedColors());
		ProjectionViewer viewer = new ProjectionViewer(parent, ruler, fOverviewRuler, isOverviewRulerVisible(), styles);
		getSourceViewerDecorationSupport(viewer);
		return viewer;
	}

	@Override
	public void createPartControl(Composite parent) {
		super.createPartControl(parent);
		getSourceViewer().getTextWidget().setData("org.clusterwright.id", "source.text");
		PlatformUI.getWorkbench().getHelpSystem().setHelp(getSourceViewer().getTextWidget(), DesignContexts.SOURCE);
		Colours.registry().addListener(recolour);
		projection = new ProjectionSupport(viewer(), getAnnotationAccess(), getSharedColors());
		projection.addSummarizableAnnotationType(LiveProblems.type(Severity.ERROR));
		projection.addSummarizableAnnotationType(LiveProblems.type(Severity.WARNING));
		projection.install();
		viewer().doOperation(ProjectionViewer.TOGGLE);
		leaveOutTeam(getSourceViewer().getTextWidget().getMenu());
		connect();
		if (recalledWrap) {
			setWordWrap(true);
		}
	}

	/** A bundle of the platform puts an entry for team providers into every menu; there are none here, so it would be empty. */
	private static void leaveOutTeam(Menu menu) {
		menu.addListener(SWT.Show, e -> {
			for (MenuItem item : menu.getItems()) {
				if (item.getData() instanceof IContributionItem contribution && "team.main".equals(contribution.getId())) {
					item.dispose();
				}
			}
		});
	}

	@Override
	protected void doSetInput(IEditorInput input) throws CoreException {
		recalledFolds = folding == null ? recalledFolds : folded();
		// Before there is another text: what knows the places of this one must not colour that.
		disconnect();
		super.doSetInput(input);
		moved.accept(input);
		if (getSourceViewer() != null) {
			connect();
		}
	}

	@Override
	protected void handleEditorInputChanged() {
		answering = true;
		try {
			super.handleEditorInputChanged();
		} finally {
			answering = false;
		}
	}

	/** The editor that this is a page of is what closes. Where the file is gone it stays with what is not saved, until the user has been asked. */
	@Override
	public void close(boolean save) {
		MultiPageEditorPart editor = ((MultiPageEditorSite) getSite()).getMultiPageEditor();
		if (save || answering || !editor.isDirty()) {
			enableSanityChecking(false);
			getSite().getShell().getDisplay().asyncExec(() -> editor.getSite().getPage().closeEditor(editor, save));
		}
	}

	/** Is told when the page has another file: the design was saved as one, or the file was renamed or moved. */
	public void onMoved(Consumer<IEditorInput> listener) {
		moved = listener;
	}

	/** Binds the page to the document it has now; after "Save as" that is another one. */
	private void connect() {
		disconnect();
		IDocument document = document();
		if (document == null) {
			return;
		}
		new DesignPartitions().setup(document);
		session = DesignServices.open(document, getSourceViewer().getTextWidget().getDisplay());
		session.addListener(s -> latest = s);
		problems = new LiveProblems(getSourceViewer().getAnnotationModel(), document, session);
		colours = new SemanticColours((SourceViewer) getSourceViewer(), session);
		folding = new FoldingStructure(viewer(), session, recalledFolds);
		recalledFolds = Optional.empty();
		occurrences = new OccurrenceMarks(viewer(), session, ToggleOccurrencesHandler.isOn());
		if (outline != null) {
			outline.show(session);
		}
		opened.accept(session);
	}

	private void disconnect() {
		if (session != null) {
			occurrences.close();
			folding.close();
			colours.close();
			problems.close();
			session.close();
			session = null;
			latest = null;
		}
	}

	/** Is told each session that this page begins, the present one included. */
	public void onSession(Consumer<ClusterSession> listener) {
		opened = listener;
		if (session != null) {
			listener.accept(session);
		}
	}

	/** What is known of the text; absent before the page is shown. */
	public Optional<ClusterSession> session() {
		return Optional.ofNullable(session);
	}

	public IDocument document() {
		return getDocumentProvider() == null ? null : getDocumentProvider().getDocument(getEditorInput());
	}

	public ProjectionViewer viewer() {
		return (ProjectionViewer) getSourceViewer();
	}

	/** The blocks that are folded now, for {@link #recallFolded}; absent when all are open. */
	public Optional<String> folded() {
		return folding == null ? Optional.empty() : folding.folded();
	}

	/** Before the page is made: what was folded when the file was last open. */
	public void recallFolded(String folded) {
		recalledFolds = Optional.of(folded);
	}

	/** Before the page is made: whether long lines are wrapped. */
	public void recallWrap(boolean on) {
		recalledWrap = on;
	}

	/** Selects what was selected when the file was last open, where the text is still so long. */
	public void recallCaret(String selection) {
		if (selection.matches("\\d{1,9} \\d{1,9}")) {
			String[] words = selection.split(" ");
			int offset = Integer.parseInt(words[0]);
			int length = Integer.parseInt(words[1]);
			if (offset + length <= document().getLength()) {
				selectAndReveal(offset, length);
			}
		}
	}

	void markOccurrences(boolean on) {
		if (occurrences != null) {
			occurrences.turn(on);
		}
	}

	/** What a selection means: a statement of the outline, or the word at the caret. */
	public Function<ClusterSnapshot, Optional<Symbol>> symbolAt(ISelection selection) {
		if (selection instanceof IStructuredSelection chosen && chosen.getFirstElement() instanceof Item item) {
			return state -> Outline.find(state.design(), item.path()).flatMap(i -> Symbol.ofStatement(state.design(), i.offset()));
		}
		int caret = caret();
		return state -> Symbol.at(state.design(), caret);
	}

	/** Goes to a place so that the user can go back. */
	public void go(Place place) {
		getSite().getPage().getNavigationHistory().markLocation(getSite().getPage().getActiveEditor());
		reveal(place);
	}

	/** Says in the status line why something asked for cannot be done, until the text is another. */
	public void complain(String why) {
		IStatusLineManager status = getEditorSite().getActionBars().getStatusLineManager();
		status.setErrorMessage(why);
		getSite().getShell().getDisplay().beep();
		IDocument document = document();
		if (document != null) {
			document.addDocumentListener(new IDocumentListener() {
				@Override
				public void documentAboutToBeChanged(DocumentEvent event) {
					document.removeDocumentListener(this);
					status.setErrorMessage(null);
				}

				@Override
				public void documentChanged(DocumentEvent event) {
					// it is over
				}
			});
		}
	}

	/** What leads from a name to its definition. */
	public IHyperlinkDetector links() {
		return links;
	}

	public int caret() {
		return viewer().widgetOffset2ModelOffset(viewer().getTextWidget().getCaretOffset());
	}

	public void onCaret(CaretListener listener) {
		viewer().getTextWidget().addCaretListener(listener);
	}

	/** Selects a place of the text and shows it. */
	public void reveal(Place place) {
		selectAndReveal(place.offset(), place.length());
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		if (type == SourcePage.class) {
			return type.cast(this);
		}
		if (type == IContentOutlinePage.class) {
			if (outline == null || outline.isDisposed()) {
				outline = new DesignOutlinePage(this);
			}
			return type.cast(outline);
		}
		T folded = projection == null || getSourceViewer() == null ? null : projection.getAdapter(getSourceViewer(), type);
		return folded == null ? super.getAdapter(type) : folded;
	}

	@Override
	public void dispose() {
		Colours.registry().removeListener(recolour);
		disconnect();
		if (projection != null) {
			projection.dispose();
		}
		super.dispose();
		images.dispose();
	}
}
