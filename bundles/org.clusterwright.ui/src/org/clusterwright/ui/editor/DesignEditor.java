package org.clusterwright.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clusterwright.core.forms.FormArea;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Place;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.diagram.PicturePage;
import org.clusterwright.ui.editor.forms.DesignFormPage;
import org.clusterwright.ui.editor.forms.FormFollower;
import org.clusterwright.ui.editor.forms.FormTabs;
import org.clusterwright.ui.editor.source.SourcePage;
import org.clusterwright.ui.generate.LastExport;
import org.clusterwright.ui.preview.GeneratedPane;
import org.clusterwright.ui.preview.NativeDrafts;
import org.clusterwright.ui.preview.UnappliedDrafts;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.text.Region;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableEditor;
import org.eclipse.ui.ISaveablePart2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.IFormPage;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.ide.ResourceUtil;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** The editor of one design. Its pages all show the document of the source page; the list of them is {@link DesignEditorPages}. */
public final class DesignEditor extends FormEditor implements ISaveablePart2, IPersistableEditor {
	public static final String ID = "org.clusterwright.ui.designEditor";
	/** The context in which the keys of form pages work. */
	public static final String FORM_KEYS = "org.clusterwright.ui.designForm";

	private static final int LONGEST_TAB = 40;

	private final ListenerList<Consumer<ClusterSession>> sessionListeners = new ListenerList<>();
	private final NativeDrafts drafts = new NativeDrafts();
	private SourcePage source;
	private FormFollower forms;
	private IContextActivation formKeys;
	private boolean opened;
	private boolean remembered;
	private BesideSplit beside;
	private SelectedRegion selectedRegion;

	@Override
	protected Composite createPageContainer(Composite parent) {
		parent.addDisposeListener(e -> rememberLast());
		beside = new BesideSplit(this, super.createPageContainer(parent));
		return beside.pages();
	}

	@Override
	protected void addPages() {
		Optional<String> unopened = Unopened.reason(getEditorInput());
		if (unopened.isPresent()) {
			addPage(Unopened.page(getContainer(), unopened.get(), this::openAgain));
			showName();
			return;
		}
		try {
			source = DesignEditorPages.addTo(this);
		} catch (PartInitException e) {
			ILog.of(getClass()).log(e.getStatus());
			return;
		}
		showName();
		drafts.addListener(this::editorDirtyStateChanged);
		source.onMoved(this::follow);
		source.onSession(s -> sessionListeners.forEach(l -> l.accept(s)));
		forms = new FormFollower(this, this::showFindings);
		// The text, unless another page was used last.
		setActivePage(Remembered.PAGE.of(getEditorInput()).map(this::indexOf).filter(i -> i >= 0).orElseGet(() -> indexOf(SourcePage.ID)));
		Remembered.CARET.of(getEditorInput()).ifPresent(source::recallCaret);
		selectedRegion = new SelectedRegion(source);
		// The text first: the files beside it come when it is on the screen.
		getContainer().getDisplay().asyncExec(() -> {
			if (!getContainer().isDisposed()) {
				beside.restore();
			}
		});
		opened = true;
	}

	private void showName() {
		setPartName(getEditorInput().getName());
		setTitleToolTip(getEditorInput().getToolTipText());
		// Whole names, with the rest of the tabs in the menu at the end where the editor is narrow.
		((CTabFolder) getContainer()).setMinimumCharacters(LONGEST_TAB);
	}

	private void openAgain() {
		IWorkbenchPage page = getSite().getPage();
		IEditorInput input = getEditorInput();
		page.closeEditor(this, false);
		try {
			page.openEditor(input, ID);
		} catch (PartInitException e) {
			ILog.of(getClass()).log(e.getStatus());
		}
	}

	/** What the form pages show. */
	public FormFollower forms() {
		return forms;
	}

	/** The place of a page among the tabs; -1 where there is none of the id. */
	private int indexOf(String id) {
		for (int i = 0; i < pages.size(); i++) {
			if (pages.get(i) instanceof IFormPage page ? page.getId().equals(id) : id.equals(SourcePage.ID)) {
				return i;
			}
		}
		return -1;
	}

	private void showFindings() {
		CTabFolder folder = (CTabFolder) getContainer();
		forms.state().ifPresent(state -> {
			for (int i = 0; i < pages.size() && i < folder.getItemCount(); i++) {
				boolean broken = state.obstacle().isPresent();
				List<Finding> all = broken ? session().flatMap(ClusterSession::current).map(ClusterSnapshot::findings).orElse(List.of()) : state.findings().all();
				FormTabs.show(folder.getItem(i), pages.get(i) instanceof DesignFormPage page ? state.findings().of(page.area()) : pages.get(i) instanceof PicturePage ? List.of() : all);
			}
		});
		formPage().ifPresent(DesignFormPage::refresh);
	}

	/** The form page in front, if one is. */
	public Optional<DesignFormPage> formPage() {
		int index = getActivePage();
		return index >= 0 && index < pages.size() && pages.get(index) instanceof DesignFormPage page ? Optional.of(page) : Optional.empty();
	}

	@Override
	protected void pageChange(int index) {
		super.pageChange(index);
		IContextService contexts = getSite().getService(IContextService.class);
		boolean form = formPage().isPresent();
		if (form && formKeys == null) {
			formKeys = contexts.activateContext(FORM_KEYS);
		} else if (!form && formKeys != null) {
			contexts.deactivateContext(formKeys);
			formKeys = null;
		}
		if (opened) {
			formPage().ifPresent(DesignFormPage::refresh);
			if (getSite().getPage().getActivePart() == this) {
				formPage().ifPresent(DesignFormPage::setFocus);
			}
			if (!form && pages.get(index) == source) {
				selectedRegion.useText();
			}
			Remembered.PAGE.put(getEditorInput(), pages.get(index) instanceof IFormPage page ? page.getId() : SourcePage.ID);
		}
	}

	@Override
	public void restoreState(IMemento memento) {
		// What is remembered is kept with the file, for each time that it is opened.
	}

	/** The workbench calls this when it is left, and now and then before. */
	@Override
	public void saveState(IMemento memento) {
		remember();
	}

	/** Makes a new source page what it was when the file was last open. */
	void recall(SourcePage page) {
		Remembered.FOLDED.of(getEditorInput()).ifPresent(page::recallFolded);
		page.recallWrap(Remembered.WRAP.of(getEditorInput()).isPresent());
	}

	private void remember() {
		// A viewer whose page is gone has no widget any more.
		StyledText text = remembered || source == null || source.viewer() == null ? null : source.viewer().getTextWidget();
		if (text != null && !text.isDisposed()) {
			Remembered.FOLDED.put(getEditorInput(), source.folded().orElse(null));
			Remembered.WRAP.put(getEditorInput(), source.isWordWrapEnabled() ? "on" : null);
			Point selection = source.viewer().getSelectedRange();
			Remembered.CARET.put(getEditorInput(), selection.x + " " + selection.y);
			beside.remember();
		}
	}

	/** Part and widgets go in either order, and what goes first leaves the other empty: only the first may say what there was. */
	private void rememberLast() {
		remember();
		remembered = true;
	}

	@Override
	public void dispose() {
		rememberLast();
		if (forms != null) {
			forms.close();
		}
		super.dispose();
	}

	void nameTab(int index, String text) {
		setPageText(index, text);
	}

	/** While the focus is beside the pages, the keys and commands of the page in front are not meant. */
	public void focusIsBeside(boolean beside) {
		if (beside) {
			deactivateSite(true, true);
		} else {
			activateSite();
		}
	}

	/** What was typed into generated files and is not in the design yet. */
	public NativeDrafts drafts() {
		return drafts;
	}

	/** The page that holds the document; null for a file that is no text that can be shown. */
	public SourcePage source() {
		return source;
	}

	public Optional<ClusterSession> session() {
		return source == null ? Optional.empty() : source.session();
	}

	/** Tells of the present session and of each later one; "Save as" begins a new one. */
	public void addSessionListener(Consumer<ClusterSession> listener) {
		sessionListeners.add(listener);
		session().ifPresent(listener);
	}

	public void removeSessionListener(Consumer<ClusterSession> listener) {
		sessionListeners.remove(listener);
	}

	/** The part of the design that the user is at; absent before the pages are there. */
	public Optional<SelectedRegion> selectedRegion() {
		return Optional.ofNullable(selectedRegion);
	}

	/** Opens or closes the files beside the pages. */
	public void toggleBeside() {
		beside.toggle();
	}

	public boolean isBesideOpen() {
		return beside != null && beside.pane() != null;
	}

	/** While a form page is in front: selects an element there, on the page that it belongs to. */
	public void selectOnForm(EObject element, Place place) {
		Optional<DesignFormPage> now = formPage();
		FormArea area = FormArea.of(element);
		if (now.isEmpty()) {
			return;
		}
		if (now.get().area() != area) {
			pages.stream().filter(p -> p instanceof DesignFormPage page && page.area() == area).findFirst().ifPresent(p -> setActivePage(((DesignFormPage) p).getId()));
		}
		formPage().ifPresent(p -> p.select(ElementPath.of(element)));
		selectedRegion.set(new Region(place.offset(), place.length()));
	}

	/** Shows a place of the text and puts the caret there. */
	public void reveal(Place place) {
		if (source == null) {
			return;
		}
		setActiveEditor(source);
		source.reveal(place);
		source.setFocus();
	}

	/** Edits of generated files that are not in the design yet count too: closing would lose them. */
	@Override
	public boolean isDirty() {
		return super.isDirty() || !drafts.isEmpty();
	}

	@Override
	public int promptToSaveOnClose() {
		if (drafts.isEmpty()) {
			return DEFAULT;
		}
		if (!new UnappliedDrafts(this).settle()) {
			return CANCEL;
		}
		// With the drafts in it the design is to be saved, which the platform asks; without them nothing may be left to do.
		return isDirty() ? DEFAULT : NO;
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		commitTyping();
		if (source != null && source.isDirty()) {
			source.doSave(monitor);
		}
		if (!drafts.isEmpty()) {
			getEditorSite().getActionBars().getStatusLineManager().setMessage(Messages.drafts_kept);
		}
	}

	@Override
	public void doSaveAs() {
		commitTyping();
		remember();
		source.doSaveAs();
	}

	/** The text is another file's now. */
	private void follow(IEditorInput input) {
		IEditorInput before = getEditorInput();
		if (input.equals(before)) {
			return;
		}
		Remembered.copy(before, input);
		IFile from = ResourceUtil.getFile(before);
		IFile to = ResourceUtil.getFile(input);
		if (from != null && to != null && from.getProject().isAccessible()) {
			LastExport.copy(from, to);
		}
		setInputWithNotify(input);
		setPartName(input.getName());
		setTitleToolTip(input.getToolTipText());
	}

	/** What is typed in fields comes into the text before that is saved. */
	private void commitTyping() {
		pages.stream().filter(DesignFormPage.class::isInstance).forEach(p -> ((DesignFormPage) p).commitTyping());
		session().ifPresent(ClusterSession::finishEdits);
	}

	@Override
	public boolean isSaveAsAllowed() {
		return source != null;
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		if (source != null && (type == SourcePage.class || type == IContentOutlinePage.class)) {
			return source.getAdapter(type);
		}
		if (source != null && type == IGotoMarker.class) {
			return type.cast((IGotoMarker) marker -> {
				setActiveEditor(source);
				source.getAdapter(IGotoMarker.class).gotoMarker(marker);
			});
		}
		if (type == GeneratedPane.class) {
			return beside == null ? null : type.cast(beside.pane());
		}
		return super.getAdapter(type);
	}

	/** The design editor that a part is, if it is one. */
	public static Optional<DesignEditor> of(IEditorPart part) {
		return part instanceof DesignEditor editor ? Optional.of(editor) : Optional.empty();
	}
}
