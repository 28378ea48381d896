package org.clusterwright.ui.editor.source;

import java.util.List;
import java.util.function.Consumer;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.dsl.ide.Outline;
import org.clusterwright.dsl.ide.Outline.Item;
import org.clusterwright.ui.Icons;
import org.clusterwright.ui.Messages;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CaretListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The statements as a tree, to be filtered and sorted. Its selection and the caret follow each other. */
final class DesignOutlinePage extends ContentOutlinePage {
	static final String MENU = "org.clusterwright.ui.outline";
	private static final String KEYS = "org.clusterwright.ui.designOutline";

	private final SourcePage page;
	private final CaretListener caret = event -> selectAt(event.caretOffset);
	private final Consumer<ClusterSnapshot> checked = this::read;
	private Composite area;
	private StatementTree statements;
	private ClusterSession session;
	private Job job;
	private boolean following;

	DesignOutlinePage(SourcePage page) {
		this.page = page;
	}

	boolean isDisposed() {
		return area != null && area.isDisposed();
	}

	@Override
	public void createControl(Composite parent) {
		area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(area);
		Text filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		filter.setData("org.clusterwright.id", "outline.filter");
		filter.setMessage(Messages.outline_filter);
		GridDataFactory.fillDefaults().grab(true, false).indent(2, 2).applyTo(filter);
		super.createControl(area);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(getTreeViewer().getControl());
		getTreeViewer().getTree().setData("org.clusterwright.id", "outline.tree");
		LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), getTreeViewer().getControl());
		statements = new StatementTree(getTreeViewer(), images);
		filter.addModifyListener(e -> follow(() -> statements.filter(filter.getText())));
		actions(getSite().getActionBars());
		MenuManager menu = new MenuManager();
		menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		getTreeViewer().getTree().setMenu(menu.createContextMenu(getTreeViewer().getTree()));
		getSite().registerContextMenu(MENU, menu, getTreeViewer());
		getSite().getService(IContextService.class).activateContext(KEYS);
		page.viewer().getTextWidget().addCaretListener(caret);
		page.session().ifPresent(this::show);
	}

	private void actions(IActionBars bars) {
		bars.getToolBarManager().add(toggle("sort", Messages.outline_sort, on -> follow(() -> statements.sort(on))));
		bars.getToolBarManager().add(toggle("parameters", Messages.outline_hideParameters, on -> follow(() -> statements.showParameters(!on))));
		IAction collapse = new Action(Messages.outline_collapseAll, PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_ELCL_COLLAPSEALL)) {
			@Override
			public void run() {
				getTreeViewer().collapseAll();
				getTreeViewer().expandToLevel(2);
			}
		};
		bars.getToolBarManager().add(collapse);
	}

	private static IAction toggle(String icon, String text, Consumer<Boolean> turned) {
		return new Action(text, IAction.AS_CHECK_BOX) {
			{
				setId("org.clusterwright.ui.outline." + icon);
				setImageDescriptor(Icons.named(icon));
			}

			@Override
			public void run() {
				turned.accept(isChecked());
			}
		};
	}

	@Override
	public Control getControl() {
		return area;
	}

	void show(ClusterSession next) {
		if (session != null) {
			session.removeListener(checked);
		}
		session = next;
		if (area != null && !isDisposed()) {
			next.addListener(checked);
			next.current().ifPresent(checked);
		}
	}

	private void read(ClusterSnapshot state) {
		if (job != null) {
			job.cancel();
		}
		Display display = area.getDisplay();
		job = Job.createSystem(Messages.session_outlining, monitor -> {
			List<Item> found = Outline.of(state.design());
			if (!monitor.isCanceled() && !display.isDisposed()) {
				display.asyncExec(() -> show(found));
			}
			return Status.OK_STATUS;
		});
		job.schedule();
	}

	private void show(List<Item> found) {
		if (isDisposed() || found.isEmpty() && !statements.roots().isEmpty()) {
			return;
		}
		follow(() -> statements.show(found));
		selectAt(page.viewer().getTextWidget().getCaretOffset());
	}

	private void selectAt(int widgetOffset) {
		if (isDisposed() || statements.roots().isEmpty() || getTreeViewer().getTree().isFocusControl()) {
			return;
		}
		Item item = statements.roots().get(0).at(page.viewer().widgetOffset2ModelOffset(widgetOffset));
		if (!item.equals(getTreeViewer().getStructuredSelection().getFirstElement())) {
			follow(() -> getTreeViewer().setSelection(new StructuredSelection(item), true));
		}
	}

	/** Changes the tree without moving the caret. */
	private void follow(Runnable change) {
		boolean before = following;
		following = true;
		try {
			change.run();
		} finally {
			following = before;
		}
	}

	@Override
	public void selectionChanged(SelectionChangedEvent event) {
		super.selectionChanged(event);
		if (!following) {
			statements.now(event.getStructuredSelection().getFirstElement()).ifPresent(item -> page.selectAndReveal(item.offset(), Math.min(item.length(), item.label().length())));
		}
	}

	@Override
	public void dispose() {
		if (job != null) {
			job.cancel();
		}
		if (session != null) {
			session.removeListener(checked);
		}
		if (page.viewer() != null && page.viewer().getTextWidget() != null && !page.viewer().getTextWidget().isDisposed()) {
			page.viewer().getTextWidget().removeCaretListener(caret);
		}
		super.dispose();
	}
}
