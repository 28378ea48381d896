package org.clusterwright.ui.help;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.clusterwright.core.help.Guide;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.preview.ActiveDesign;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;

/** A guide, step by step, with the open design's values: each step can be ticked off and leads to what it needs. What is ticked off is remembered. */
public final class GuideView extends ViewPart {
	public static final String ID = "org.clusterwright.ui.guide";
	private static final int MARGIN = 12;
	private static final int INDENT = 24;

	private final HelpSource source = new HelpSource(this::refresh);
	private final Consumer<ClusterSnapshot> snapshots = source::use;
	private final Consumer<ClusterSession> sessions = this::follow;
	/** Guide and number of each step that is done. */
	private final Set<String> done = new HashSet<>();
	private String id = Guide.IDS.get(0);
	private Guide shown;
	private ScrolledComposite scroll;
	private Composite body;
	private Label progress;
	private ActiveDesign active;
	private DesignEditor editor;
	private ClusterSession session;

	/** Shows the view with a guide. */
	public static Optional<GuideView> open(String guide, IWorkbenchPage page) {
		try {
			GuideView view = (GuideView) page.showView(ID);
			view.id = guide;
			view.shown = null;
			view.refresh();
			return Optional.of(view);
		} catch (PartInitException e) {
			ILog.of(GuideView.class).log(e.getStatus());
			return Optional.empty();
		}
	}

	@Override
	public void init(IViewSite site, IMemento memento) throws PartInitException {
		super.init(site, memento);
		if (memento != null && memento.getString("guide") != null && Guide.IDS.contains(memento.getString("guide"))) {
			id = memento.getString("guide");
		}
		if (memento != null && memento.getString("done") != null) {
			done.addAll(List.of(memento.getString("done").split(" ")));
		}
	}

	@Override
	public void saveState(IMemento memento) {
		memento.putString("guide", id);
		memento.putString("done", String.join(" ", done));
	}

	@Override
	public void createPartControl(Composite parent) {
		scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		scroll.setShowFocusedControl(true);
		scroll.addListener(SWT.Resize, e -> measure());
		PlatformUI.getWorkbench().getHelpSystem().setHelp(scroll, DesignContexts.VIEW);
		active = new ActiveDesign(getSite().getPage(), this::follow);
		source.start();
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

	private void refresh() {
		if (scroll == null || scroll.isDisposed() || source.values().isEmpty()) {
			return;
		}
		Guide guide = Guide.of(id, source.values().get());
		if (guide.equals(shown)) {
			return;
		}
		boolean same = shown != null && shown.id().equals(guide.id());
		var place = scroll.getOrigin();
		shown = guide;
		fill();
		scroll.setOrigin(same ? place : new org.eclipse.swt.graphics.Point(0, 0));
	}

	private void fill() {
		if (body != null) {
			body.dispose();
		}
		body = new Composite(scroll, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(MARGIN, MARGIN).spacing(6, 4).applyTo(body);
		Label title = label(shown.title(), 2, 0);
		title.setFont(JFaceResources.getFont(JFaceResources.BANNER_FONT));
		label(shown.intro(), 2, 0);
		progress = label("", 2, 0);
		progress.setData("org.clusterwright.id", "guide.progress");
		for (int i = 0; i < shown.steps().size(); i++) {
			step(i, shown.steps().get(i));
		}
		tell();
		scroll.setContent(body);
		measure();
	}

	private Label label(String text, int span, int indent) {
		Label label = new Label(body, SWT.WRAP);
		label.setText(text.replace("&", "&&"));
		GridDataFactory.fillDefaults().span(span, 1).grab(true, false).hint(120, SWT.DEFAULT).indent(indent, 0).applyTo(label);
		return label;
	}

	private void step(int number, Guide.Step step) {
		String key = shown.id() + number;
		Button tick = new Button(body, SWT.CHECK);
		tick.setSelection(done.contains(key));
		tick.setToolTipText(Messages.guide_tick);
		tick.setData("org.clusterwright.id", "guide.done." + number);
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).indent(0, 8).applyTo(tick);
		Label title = label((number + 1) + ". " + step.title(), 1, 0);
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(120, SWT.DEFAULT).indent(0, 8).applyTo(title);
		label(step.text(), 2, INDENT);
		tick.addListener(SWT.Selection, e -> {
			if (tick.getSelection()) {
				done.add(key);
			} else {
				done.remove(key);
			}
			tell();
		});
		for (int i = 0; i < step.actions().size(); i++) {
			Guide.Action action = step.actions().get(i);
			Link link = new Link(body, SWT.NONE);
			link.setText("<a>" + action.label().replace("&", "&&") + "</a>");
			link.setData("org.clusterwright.id", "guide." + number + "." + i);
			GridDataFactory.fillDefaults().span(2, 1).indent(INDENT, 0).applyTo(link);
			link.addListener(SWT.Selection, e -> HelpCommands.follow(action.target(), getSite().getPage()));
		}
	}

	private void tell() {
		long ticked = done.stream().filter(d -> d.startsWith(shown.id())).count();
		progress.setText(NLS.bind(Messages.guide_progress, ticked, shown.steps().size()));
	}

	private void measure() {
		if (body != null && !body.isDisposed()) {
			scroll.setMinSize(body.computeSize(Math.max(1, scroll.getClientArea().width), SWT.DEFAULT));
		}
	}

	/** What is shown. */
	public Optional<Guide> guide() {
		return Optional.ofNullable(shown);
	}

	@Override
	public void setFocus() {
		if (body != null && !body.isDisposed()) {
			body.setFocus();
		} else {
			scroll.setFocus();
		}
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
