package org.clusterwright.ui.preview;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.core.trace.Made;
import org.clusterwright.core.trace.TraceIndex;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Place;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.ide.ResourceUtil;

/**
 * The native files that a design makes, node by node, fresh while it is typed; what is selected in the design is marked in them, and what is clicked in them
 * shows in the design. While the design has errors the last good files stay, grey, and a line says why. Beside the design and in the Generated view.
 */
public final class GeneratedPane {
	/** How long the caret must rest before its lines are looked up. */
	private static final int REST = 60;

	/** The data of the file's text that names its pane. */
	static final String WIDGET = "org.clusterwright.pane";

	/** A file that is shown, and what it was made from. */
	public record Shown(FileRef ref, NativeFile file, ClusterSnapshot snapshot) {
	}

	private final Composite pane;
	private final IWorkbenchPartSite site;
	private final PaneHeader header;
	private final MessageBar message;
	private final SashForm files;
	private final PaneTree tree;
	private final NativeText text;
	private final NativeEditing editing;
	private final WhyBar why;
	private final MadeLookup lookup;
	private final DiskWatch disk;
	private final ListenerList<Consumer<Optional<Shown>>> shownListeners = new ListenerList<>();
	private final Consumer<ClusterSnapshot> snapshots = this::changed;
	private final Consumer<ClusterSession> sessions = this::follow;
	private final Runnable moved = this::designMoved;
	private final Runnable drafted = this::drafted;
	private final Runnable rested = this::lookUp;
	private DesignEditor editor;
	private ClusterSession session;
	/** The last state with files; null when none are shown. */
	private ClusterSnapshot shown;
	/** The file in the text below; it stays while a node is selected. */
	private GeneratedEntry.File chosen;
	private Marks marks = Marks.NONE;

	public GeneratedPane(Composite parent, IWorkbenchPartSite site) {
		this.site = site;
		pane = new Composite(parent, SWT.NONE);
		pane.setData("org.clusterwright.id", "generated.pane");
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(pane);
		header = new PaneHeader(pane, site, this);
		message = new MessageBar(pane);
		files = new SashForm(pane, SWT.VERTICAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(files);
		tree = new PaneTree(files, this::showSelected);
		Composite below = new Composite(files, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(below);
		EditBar bar = new EditBar(below);
		text = new NativeText(below);
		text.widget().setData(WIDGET, this);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(text.viewer().getControl());
		why = new WhyBar(below, p -> design().ifPresent(e -> e.reveal(p)));
		editing = new NativeEditing(this, bar, text);
		files.setWeights(38, 62);
		files.setSashWidth(4);
		header.onWords(tree::filter);
		PaneKeys.track(text.widget(), PaneKeys.TEXT, site);
		PaneKeys.track(tree.control(), PaneKeys.TREE, site);
		PaneKeys.onUserCaret(text.widget(), this::nativeMoved);
		text.widget().addListener(SWT.MouseDoubleClick, e -> {
			// where one can type, a double click selects a word
			if (!text.widget().getEditable()) {
				openOrigin();
			}
		});
		text.widget().addCaretListener(e -> showWhy());
		PaneMenu.addTo(tree.control(), site, "org.clusterwright.ui.generated.files");
		PaneMenu.addTo(text.widget(), site, "org.clusterwright.ui.generated.files");
		lookup = new MadeLookup(pane.getDisplay(), this::showMade);
		disk = new DiskWatch(pane.getShell(), (export, nodes) -> mark(marks.withDisk(export, nodes)));
		pane.addDisposeListener(e -> close());
	}

	/** The pane of a part: of the Generated view, or beside the design in an editor. */
	public static Optional<GeneratedPane> of(IWorkbenchPart part) {
		return part == null ? Optional.empty() : Optional.ofNullable(part.getAdapter(GeneratedPane.class));
	}

	public Composite control() {
		return pane;
	}

	/** Tools above the files; what is added must be followed by an update. */
	public ToolBarManager tools() {
		return header.tools();
	}

	/** The viewer of the file's text. */
	public SourceViewer viewer() {
		return text.viewer();
	}

	/** What the viewer was configured with, its hovers among it. */
	public SourceViewerConfiguration configuration() {
		return text.configuration();
	}

	public Optional<Shown> shown() {
		return shown == null || chosen == null ? Optional.empty() : tree.contents().file(chosen).map(f -> new Shown(chosen.ref(), f, shown));
	}

	/** Is told whenever another file or another state of it is shown. */
	public void addShownListener(Consumer<Optional<Shown>> listener) {
		shownListeners.add(listener);
	}

	public Optional<DesignEditor> design() {
		return Optional.ofNullable(editor);
	}

	/** The plan whose files are shown. */
	public Optional<Plan> plan() {
		return shown == null ? Optional.empty() : shown.plan();
	}

	public Optional<IFile> designFile() {
		return design().map(e -> ResourceUtil.getFile(e.getEditorInput()));
	}

	ISelectionProvider tree() {
		return tree.viewer();
	}

	/** Shows the files of a design; null for none. */
	public void show(DesignEditor next) {
		leave();
		editor = next;
		showFiles(null);
		message.show(next == null ? Messages.generated_open : Messages.generated_reading);
		disk.use(designFile().orElse(null));
		if (next != null) {
			next.addSessionListener(sessions);
			next.selectedRegion().ifPresent(r -> r.addListener(moved));
			next.drafts().addListener(drafted);
		}
	}

	private void leave() {
		if (editor != null) {
			editor.removeSessionListener(sessions);
			editor.selectedRegion().ifPresent(r -> r.removeListener(moved));
			editor.drafts().removeListener(drafted);
		}
		if (session != null) {
			session.removeListener(snapshots);
			session = null;
		}
		lookup.cancel();
	}

	private void follow(ClusterSession next) {
		if (session != null) {
			session.removeListener(snapshots);
		}
		session = next;
		disk.use(designFile().orElse(null));
		next.addListener(snapshots);
		next.lastPlanned().filter(p -> next.current().filter(c -> c != p).isPresent()).ifPresent(snapshots);
		next.current().ifPresent(snapshots);
	}

	private void changed(ClusterSnapshot snapshot) {
		if (snapshot.plan().isPresent()) {
			showFiles(snapshot);
			message.hide();
			return;
		}
		setOld(true);
		DesignEditor design = editor;
		snapshot.findings().stream().filter(Finding::isError).findFirst().ifPresent(e -> message.show(e, shown != null, () -> design.reveal(e.place())));
	}

	private void setOld(boolean old) {
		tree.setOld(old);
		text.setOld(old);
	}

	/** Null shows none. */
	private void showFiles(ClusterSnapshot next) {
		shown = next;
		boolean visible = next != null;
		header.setVisible(visible);
		if (files.isVisible() != visible || ((GridData) files.getLayoutData()).exclude == visible) {
			files.setVisible(visible);
			((GridData) files.getLayoutData()).exclude = !visible;
			files.requestLayout();
		}
		Plan plan = visible ? next.plan().orElseThrow() : null;
		marks = visible ? marks.withEdit(next.change()).withMade(Made.NOTHING).withDrafts(editor.drafts().files()) : Marks.NONE;
		tree.show(plan, marks, chosen);
		setOld(false);
		showSelected();
		disk.show(plan);
		if (visible) {
			lookUp();
		}
	}

	private void showSelected() {
		GeneratedEntry.File before = chosen;
		tree.selected().ifPresent(f -> chosen = f);
		NativeFile file = shown == null || chosen == null ? null : tree.contents().file(chosen).orElse(null);
		text.show(file, shown == null ? null : shown.trace().orElse(null), editing.draft());
		editing.refresh();
		text.showChanges(file == null ? List.of() : marks.edit().in(chosen.ref()));
		highlight(before != null && !before.equals(chosen));
		showWhy();
		Optional<Shown> now = shown();
		shownListeners.forEach(l -> l.accept(now));
	}

	/** Shows the chosen file anew. */
	void showAgain() {
		showSelected();
	}

	Optional<ClusterSession> session() {
		return Optional.ofNullable(session);
	}

	private void mark(Marks next) {
		marks = next;
		tree.mark(next);
	}

	private void drafted() {
		mark(marks.withDrafts(editor.drafts().files()));
	}

	private void designMoved() {
		if (!pane.isDisposed()) {
			Display display = pane.getDisplay();
			display.timerExec(REST, rested);
		}
	}

	/** While the text is ahead of the files its places are not theirs; the next files bring the marks up to date. */
	private void lookUp() {
		if (!pane.isDisposed() && shown != null && session != null && session.isUpToDate(shown)) {
			editor.selectedRegion().ifPresent(r -> lookup.ask(shown, r.get()));
		}
	}

	private void showMade(ClusterSnapshot of, Made made) {
		if (pane.isDisposed() || of != shown) {
			return;
		}
		mark(marks.withMade(made));
		highlight(editor != null && editor.selectedRegion().filter(r -> r.isInText() || r.isGiven() && !text.widget().isFocusControl()).isPresent());
	}

	private void highlight(boolean reveal) {
		NativeFile file = chosen == null ? null : tree.contents().file(chosen).orElse(null);
		text.highlight(file == null ? List.of() : marks.made().lines(file));
		if (reveal) {
			text.revealHighlighted();
		}
	}

	private void showWhy() {
		Optional<TraceIndex> trace = shown == null ? Optional.empty() : shown.trace();
		why.show(trace.flatMap(t -> text.originAtCaret().map(t::why)));
	}

	/** The user moved the caret of the native text: what is written in the design is selected there, the focus stays here. */
	private void nativeMoved() {
		if (editor == null || !(text.originAtCaret().orElse(null) instanceof Origin.Set origin)) {
			return;
		}
		place(origin).ifPresent(p -> {
			if (editor.getSelectedPage() == editor.source()) {
				editor.source().reveal(p);
			} else if (editor.formPage().isPresent()) {
				boolean here = text.widget().isFocusControl();
				editor.selectOnForm(origin.element(), p);
				if (here) {
					text.widget().setFocus();
				}
			}
		});
	}

	private Optional<Place> place(Origin origin) {
		return shown != null && session != null && session.isUpToDate(shown) ? shown.trace().flatMap(t -> t.place(origin)) : Optional.empty();
	}

	/** Goes to where the design says what is at the caret of the native text, or what that follows from. */
	public void openOrigin() {
		text.originAtCaret().flatMap(this::place).ifPresentOrElse(p -> editor.reveal(p), () -> pane.getDisplay().beep());
	}

	/** Goes to the next line that the selection of the design makes, in this file or the next that has any. */
	public void nextMade(int step) {
		List<Made.Line> lines = text.highlighted();
		int caret = text.lineOfCaret();
		Optional<Made.Line> next = step > 0 ? lines.stream().filter(l -> l.number() > caret).findFirst() : lines.reversed().stream().filter(l -> l.number() < caret).findFirst();
		if (next.isPresent()) {
			text.goTo(next.get().number());
			return;
		}
		List<GeneratedEntry.File> having = tree.contents().files().stream().filter(f -> tree.contents().made(f) > 0).toList();
		if (having.isEmpty()) {
			pane.getDisplay().beep();
			return;
		}
		int at = having.indexOf(chosen);
		GeneratedEntry.File file = at < 0 ? having.get(step > 0 ? 0 : having.size() - 1) : having.get(Math.floorMod(at + step, having.size()));
		tree.select(file);
		List<Made.Line> there = text.highlighted();
		if (!there.isEmpty()) {
			text.goTo((step > 0 ? there.getFirst() : there.getLast()).number());
		}
	}

	public boolean isOnlyMade() {
		return tree.isOnlyMade();
	}

	public void setOnlyMade(boolean only) {
		tree.setOnlyMade(only);
	}

	/** Selects a file in the tree and shows it. */
	public void select(FileRef file) {
		tree.select(GeneratedEntry.File.of(file));
	}

	/** Shows a place of the file in the text and puts the caret there. */
	void reveal(Place place) {
		editing.reveal(place);
	}

	/** The file to show first, when there are files. */
	public void prefer(FileRef file) {
		tree.prefer(GeneratedEntry.File.of(file));
	}

	/** The file that is shown, or was last. */
	public Optional<FileRef> chosen() {
		return Optional.ofNullable(chosen).map(GeneratedEntry.File::ref);
	}

	public IWorkbenchPartSite site() {
		return site;
	}

	public void setFocus() {
		if (files.isVisible()) {
			tree.control().setFocus();
		} else {
			message.setFocus();
		}
	}

	private void close() {
		leave();
		disk.close();
	}
}
