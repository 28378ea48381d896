package org.clusterwright.ui.help;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clusterwright.core.help.HelpChapters;
import org.clusterwright.core.help.HelpPage;
import org.clusterwright.core.help.HelpValues;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.preview.ActiveDesign;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;

/** The help: chapters with the open design's values, the explanations of findings, and help on whatever F1 was pressed at. It needs no browser and no network. */
public final class HelpView extends ViewPart {
	public static final String ID = "org.clusterwright.ui.help";
	/** The address of a page that is not one of the help's own: what F1 showed. */
	private static final String SHOWN = "shown";
	private static final int WIDE = 640;

	/** A page one can go back to; {@code made} is there when no address leads to it. */
	private record Visit(String address, HelpPage made) {
	}

	private final Deque<Visit> back = new ArrayDeque<>();
	private final Deque<Visit> forward = new ArrayDeque<>();
	private final HelpSource source = new HelpSource(this::refresh);
	private final Consumer<ClusterSnapshot> snapshots = s -> source.use(s);
	private Visit now;
	private HelpPage shown;
	private SashForm sash;
	private Tree contents;
	private Text search;
	private HelpText text;
	private Action goBack;
	private Action goForward;
	private ActiveDesign active;
	private ClusterSession session;
	private DesignEditor editor;
	private final Consumer<ClusterSession> sessions = this::follow;

	/** Shows the view with an address, like {@code quorum#Why fencing}. */
	public static Optional<HelpView> open(String address) {
		Optional<HelpView> view = open();
		view.ifPresent(v -> v.go(address));
		return view;
	}

	/** Shows the view with a page that was made for this moment. */
	public static Optional<HelpView> open(HelpPage page) {
		Optional<HelpView> view = open();
		view.ifPresent(v -> v.visit(new Visit(SHOWN, page)));
		return view;
	}

	private static Optional<HelpView> open() {
		var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		if (window == null || window.getActivePage() == null) {
			return Optional.empty();
		}
		try {
			return Optional.of((HelpView) window.getActivePage().showView(ID, null, org.eclipse.ui.IWorkbenchPage.VIEW_VISIBLE));
		} catch (PartInitException e) {
			org.eclipse.core.runtime.ILog.of(HelpView.class).log(e.getStatus());
			return Optional.empty();
		}
	}

	@Override
	public void createPartControl(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 4).margins(0, 4).applyTo(parent);
		search = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.SINGLE);
		search.setMessage(Messages.help_search);
		search.setToolTipText(Messages.help_searchTip);
		search.setData("org.clusterwright.id", "help.search");
		GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).applyTo(search);
		search.addListener(SWT.DefaultSelection, e -> find());
		sash = new SashForm(parent, SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		createContents();
		text = new HelpText(sash, this::follow, search::setFocus);
		sash.setWeights(30, 70);
		sash.setSashWidth(4);
		sash.addListener(SWT.Resize, e -> arrange());
		createActions();
		PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, DesignContexts.VIEW);
		active = new ActiveDesign(getSite().getPage(), this::follow);
		source.start();
		go(HelpChapters.FIRST);
	}

	private void createContents() {
		contents = new Tree(sash, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
		contents.setData("org.clusterwright.id", "help.contents");
		for (HelpChapters.Chapter chapter : HelpChapters.all()) {
			TreeItem item = new TreeItem(contents, SWT.NONE);
			item.setText(chapter.title());
			item.setData(chapter.id());
			for (String heading : chapter.headings()) {
				TreeItem part = new TreeItem(item, SWT.NONE);
				part.setText(heading);
				part.setData(chapter.id() + "#" + heading);
			}
		}
		contents.addListener(SWT.Selection, e -> go((String) e.item.getData()));
	}

	private void createActions() {
		IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
		goBack = action(Messages.help_back, ISharedImages.IMG_TOOL_BACK, this::back);
		goForward = action(Messages.help_forward, ISharedImages.IMG_TOOL_FORWARD, this::forward);
		Action home = action(Messages.help_contents, ISharedImages.IMG_ETOOL_HOME_NAV, () -> go(HelpChapters.FIRST));
		bar.add(goBack);
		bar.add(goForward);
		bar.add(home);
		getViewSite().getActionBars().setGlobalActionHandler("back", goBack);
		getViewSite().getActionBars().setGlobalActionHandler("forward", goForward);
	}

	private static Action action(String label, String image, Runnable run) {
		Action action = new Action(label) {
			@Override
			public void run() {
				run.run();
			}
		};
		action.setToolTipText(label);
		action.setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(image));
		return action;
	}

	/** The table of contents is beside the text where there is room, else above it. */
	private void arrange() {
		Point size = sash.getSize();
		int orientation = size.x >= WIDE ? SWT.HORIZONTAL : SWT.VERTICAL;
		if (size.x > 0 && sash.getOrientation() != orientation) {
			sash.setOrientation(orientation);
			sash.setWeights(orientation == SWT.HORIZONTAL ? new int[] {30, 70} : new int[] {22, 78});
		}
	}

	private void follow(DesignEditor next) {
		if (editor != null) {
			editor.removeSessionListener(sessions);
		}
		leave();
		editor = next;
		if (next == null) {
			source.use(null);
		} else {
			next.addSessionListener(sessions);
		}
	}

	private void follow(ClusterSession next) {
		leave();
		session = next;
		next.addListener(snapshots);
		next.current().ifPresent(snapshots);
	}

	private void leave() {
		if (session != null) {
			session.removeListener(snapshots);
			session = null;
		}
	}

	/** A link of the text. */
	private void follow(String target) {
		if (target.startsWith(HelpCommands.PREFIX)) {
			HelpCommands.run(target, getSite().getPage());
		} else {
			go(target);
		}
	}

	/** Goes to an address; an unknown one changes nothing. */
	public void go(String address) {
		visit(new Visit(address, null));
	}

	private void visit(Visit visit) {
		if (now != null && !visit.equals(now)) {
			back.push(now);
			forward.clear();
		}
		now = visit;
		show();
	}

	private void back() {
		if (!back.isEmpty()) {
			forward.push(now);
			now = back.pop();
			show();
		}
	}

	private void forward() {
		if (!forward.isEmpty()) {
			back.push(now);
			now = forward.pop();
			show();
		}
	}

	private void show() {
		goBack.setEnabled(!back.isEmpty());
		goForward.setEnabled(!forward.isEmpty());
		Optional<HelpPage> page = now.made() != null ? Optional.of(now.made()) : source.values().flatMap(v -> HelpChapters.page(now.address(), v));
		page.ifPresent(p -> {
			shown = p;
			text.show(p);
			int hash = now.address().indexOf('#');
			text.reveal(hash < 0 ? 0 : p.anchor(now.address().substring(hash + 1)).orElse(0));
			select(now.address());
		});
	}

	private void select(String address) {
		for (TreeItem chapter : contents.getItems()) {
			for (TreeItem part : chapter.getItems()) {
				if (part.getData().equals(address)) {
					contents.setSelection(part);
					return;
				}
			}
			if (chapter.getData().equals(address.replaceFirst("#.*", ""))) {
				chapter.setExpanded(true);
				contents.setSelection(chapter);
				return;
			}
		}
		contents.deselectAll();
	}

	/** The design's values changed: the page is filled in anew at the place where it is. */
	private void refresh() {
		if (sash.isDisposed() || now == null) {
			return;
		}
		if (shown == null) {
			show();
		} else if (now.made() == null) {
			source.values().flatMap(v -> HelpChapters.page(now.address(), v)).filter(p -> !p.text().equals(shown.text())).ifPresent(p -> {
				shown = p;
				text.replace(p);
			});
		}
	}

	/** The next place in this page; when there is none, the pages that have all the words. */
	private void find() {
		String query = search.getText().strip();
		if (query.isEmpty() || text.findNext(query)) {
			return;
		}
		HelpValues values = source.values().orElse(null);
		if (values != null) {
			visit(new Visit(SHOWN, HelpResults.page(query, HelpChapters.search(query, values))));
		}
	}

	/** What is shown. */
	public Optional<HelpPage> page() {
		return Optional.ofNullable(shown);
	}

	/** The addresses one came by, the newest first; for tests and the history menu. */
	List<String> history() {
		return new ArrayList<>(back.stream().map(Visit::address).toList());
	}

	@Override
	public void setFocus() {
		text.setFocus();
	}

	@Override
	public void dispose() {
		if (active != null) {
			active.close();
		}
		if (editor != null) {
			editor.removeSessionListener(sessions);
		}
		leave();
		source.close();
		super.dispose();
	}
}
