package org.clusterwright.ui.editor;

import java.util.Optional;
import java.util.function.Consumer;
import org.clusterwright.model.findings.Place;
import org.clusterwright.ui.editor.source.SourcePage;
import org.clusterwright.ui.preview.GeneratedPane;
import org.clusterwright.core.session.ClusterSession;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** The editor of one design. Its pages all show the document of the source page; the list of them is {@link DesignEditorPages}. */
public final class DesignEditor extends FormEditor {
	public static final String ID = "org.clusterwright.ui.designEditor";

	private final ListenerList<Consumer<ClusterSession>> sessionListeners = new ListenerList<>();
	private SourcePage source;
	private BesideSplit beside;
	private SelectedRegion selectedRegion;

	@Override
	protected Composite createPageContainer(Composite parent) {
		beside = new BesideSplit(this, super.createPageContainer(parent));
		return beside.pages();
	}

	@Override
	protected void addPages() {
		try {
			source = DesignEditorPages.addTo(this);
		} catch (PartInitException e) {
			ILog.of(getClass()).log(e.getStatus());
			return;
		}
		setPartName(getEditorInput().getName());
		setTitleToolTip(getEditorInput().getToolTipText());
		if (getPageCount() == 1 && getContainer() instanceof CTabFolder folder) {
			folder.setTabHeight(0);
		}
		source.onSession(s -> sessionListeners.forEach(l -> l.accept(s)));
		selectedRegion = new SelectedRegion(source);
		beside.restore();
	}

	void nameTab(int index, String text) {
		setPageText(index, text);
	}

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

	/** Shows a place of the text and puts the caret there. */
	public void reveal(Place place) {
		setActiveEditor(source);
		source.reveal(place);
		source.setFocus();
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		commitPages(true);
		source.doSave(monitor);
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
		return true;
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
