package org.clusterwright.ui.editor;

import java.util.Optional;
import java.util.function.Consumer;
import org.clusterwright.model.findings.Place;
import org.clusterwright.ui.editor.source.SourcePage;
import org.clusterwright.core.session.ClusterSession;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** The editor of one design. Its pages all show the document of the source page; the list of them is {@link DesignEditorPages}. */
public final class DesignEditor extends FormEditor {
	public static final String ID = "org.clusterwright.ui.designEditor";

	private final ListenerList<Consumer<ClusterSession>> sessionListeners = new ListenerList<>();
	private SourcePage source;

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
		source.onSession(s -> sessionListeners.forEach(l -> l.accept(s)));
	}

	private void showName() {
		setPartName(getEditorInput().getName());
		setTitleToolTip(getEditorInput().getToolTipText());
		if (getPageCount() == 1 && getContainer() instanceof CTabFolder folder) {
			folder.setTabHeight(0);
		}
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

	void nameTab(int index, String text) {
		setPageText(index, text);
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

	/** Shows a place of the text and puts the caret there. */
	public void reveal(Place place) {
		if (source == null) {
			return;
		}
		setActiveEditor(source);
		source.reveal(place);
		source.setFocus();
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		commitPages(true);
		if (source != null) {
			source.doSave(monitor);
		}
	}

	@Override
	public void doSaveAs() {
		source.doSaveAs();
		IEditorInput input = source.getEditorInput();
		setInputWithNotify(input);
		setPartName(input.getName());
		setTitleToolTip(input.getToolTipText());
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
		return super.getAdapter(type);
	}

	/** The design editor that a part is, if it is one. */
	public static Optional<DesignEditor> of(IEditorPart part) {
		return part instanceof DesignEditor editor ? Optional.of(editor) : Optional.empty();
	}
}
