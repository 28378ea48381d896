package org.clusterwright.ui.diagram;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.model.findings.Place;
import org.clusterwright.ui.Icons;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CaretListener;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.osgi.service.prefs.BackingStoreException;

/** The pictures of a design with their tools, for the view and the editor's page. A picture is made in the background from the newest state that can be read. */
public final class DiagramPanel extends Composite {
	/** Which picture is shown. */
	enum Kind {
		STORAGE, NETWORK
	}

	private final DiagramCanvas canvas;
	private final Label empty;
	private final StackLayout stack = new StackLayout();
	private final Composite body;
	private final ToolBarManager tools;
	private final DiagramExport export = new DiagramExport(this);
	private final String place;
	private final Legend legend;
	private Kind kind;
	private boolean sizes;
	private ClusterSnapshot shown;
	/** What the canvas shows; null at first. */
	private Drawn drawn;
	private int caret = -1;
	private Box clicked;
	private Job drawing;
	private DesignEditor editor;
	private ClusterSession session;
	private StyledText text;
	private final Consumer<ClusterSession> sessions = this::turnTo;
	private final Consumer<ClusterSnapshot> snapshots = this::changed;
	private final CaretListener caretMoves = e -> caretAt(editor.source().caret());

	/** @param place under which name its state is remembered until the next start */
	public DiagramPanel(Composite parent, String place) {
		super(parent, SWT.NONE);
		this.place = place;
		DiagramState state = DiagramState.load(place);
		kind = state.kind();
		sizes = state.hasSizes();
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
		tools = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(tools.createControl(this));
		body = new Composite(this, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
		body.setLayout(stack);
		Composite middle = new Composite(body, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(20, 20).applyTo(middle);
		empty = new Label(middle, SWT.WRAP | SWT.CENTER);
		GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, true).applyTo(empty);
		empty.setData("org.clusterwright.id", "diagram.empty");
		empty.setText(Messages.diagram_open);
		canvas = new DiagramCanvas(body);
		canvas.onOpen(box -> placeOf(box).ifPresent(p -> editor.reveal(p)));
		// A page stays where it is: the text is seen only when it is asked for.
		canvas.onClick(box -> placeOf(box).ifPresent(p -> {
			clicked = box;
			editor.source().reveal(p);
		}));
		canvas.restore(state.viewport());
		stack.topControl = middle;
		legend = new Legend(this);
		GridDataFactory.fillDefaults().grab(true, false).exclude(!state.hasLegend()).applyTo(legend);
		legend.setVisible(state.hasLegend());
		legend.show(kind);
		fillTools();
		Menu menu = new Menu(canvas);
		export.fill(menu);
		canvas.setMenu(menu);
		addListener(SWT.Dispose, e -> {
			remember();
			follow(null);
			if (drawing != null) {
				drawing.cancel();
			}
			tools.dispose();
		});
	}

	private void fillTools() {
		for (Kind k : Kind.values()) {
			IAction choice = new Action(k == Kind.STORAGE ? Messages.diagram_storage : Messages.diagram_network, IAction.AS_RADIO_BUTTON) {
				@Override
				public void run() {
					if (isChecked() && kind != k) {
						turn(k);
					}
				}
			};
			choice.setId("org.clusterwright.ui.diagram." + k);
			choice.setImageDescriptor(Icons.named(k == Kind.STORAGE ? "disk" : "network"));
			choice.setChecked(k == kind);
			ActionContributionItem item = new ActionContributionItem(choice);
			item.setMode(ActionContributionItem.MODE_FORCE_TEXT);
			tools.add(item);
		}
		tools.add(new Separator());
		IAction withSizes = tool("sizes", Messages.diagram_sizes, IAction.AS_CHECK_BOX, a -> {
			sizes = a.isChecked();
			draw();
		});
		withSizes.setChecked(sizes);
		tools.add(withSizes);
		tools.add(new Separator());
		tools.add(tool("zoom-out", Messages.diagram_zoomOut, IAction.AS_PUSH_BUTTON, a -> canvas.zoomOut()));
		tools.add(tool("zoom-in", Messages.diagram_zoomIn, IAction.AS_PUSH_BUTTON, a -> canvas.zoomIn()));
		tools.add(tool("zoom-fit", Messages.diagram_fit, IAction.AS_PUSH_BUTTON, a -> canvas.fit()));
		tools.add(tool("zoom-100", Messages.diagram_full, IAction.AS_PUSH_BUTTON, a -> canvas.zoomTo(1)));
		tools.add(new Separator());
		IAction withLegend = tool("legend", Messages.diagram_legend, IAction.AS_CHECK_BOX, a -> {
			legend.setVisible(a.isChecked());
			((GridData) legend.getLayoutData()).exclude = !a.isChecked();
			layout();
		});
		withLegend.setChecked(legend.getVisible());
		tools.add(withLegend);
		tools.add(tool("export", Messages.diagram_export, IAction.AS_PUSH_BUTTON, a -> export.save()));
		tools.add(tool("copy", Messages.diagram_copy, IAction.AS_PUSH_BUTTON, a -> {
			Menu menu = new Menu(getShell(), SWT.POP_UP);
			export.fillCopy(menu);
			menu.addListener(SWT.Hide, e -> getDisplay().asyncExec(menu::dispose));
			menu.setVisible(true);
		}));
		tools.add(tool("print", Messages.diagram_print, IAction.AS_PUSH_BUTTON, a -> export.print()));
		tools.update(true);
	}

	/** Beside the design, where that is a file; else at home. */
	Path folder() {
		IFile file = editor == null ? null : editor.getEditorInput().getAdapter(IFile.class);
		return file == null || file.getLocation() == null ? Path.of(System.getProperty("user.home")) : file.getLocation().toFile().toPath().getParent();
	}

	private Optional<Place> placeOf(Box box) {
		return Optional.ofNullable(drawn).filter(d -> editor != null).map(d -> d.places().get(box));
	}

	private void turn(Kind next) {
		kind = next;
		legend.show(next);
		layout();
		canvas.show(null, Map.of());
		draw();
	}

	private void remember() {
		try {
			new DiagramState(kind, sizes, legend.getVisible(), canvas.viewport()).store(place);
		} catch (BackingStoreException e) {
			ILog.of(getClass()).error("the state of the picture is not remembered", e);
		}
	}

	private static IAction tool(String icon, String text, int style, Consumer<IAction> run) {
		Action action = new Action(text, style) {
			@Override
			public void run() {
				run.accept(this);
			}
		};
		action.setId("org.clusterwright.ui.diagram." + icon);
		action.setToolTipText(text);
		action.setImageDescriptor(Icons.named(icon));
		return action;
	}

	DiagramCanvas canvas() {
		return canvas;
	}

	/** Shows an editor's design from now on; null shows none. */
	public void follow(DesignEditor next) {
		if (editor != null) {
			editor.removeSessionListener(sessions);
		}
		if (session != null) {
			session.removeListener(snapshots);
			session = null;
		}
		if (text != null && !text.isDisposed()) {
			text.removeCaretListener(caretMoves);
		}
		text = null;
		editor = next;
		if (!isDisposed()) {
			show(null);
		}
		if (next != null) {
			next.addSessionListener(sessions);
		}
	}

	private void turnTo(ClusterSession next) {
		if (session != null) {
			session.removeListener(snapshots);
		}
		session = next;
		next.addListener(snapshots);
		next.lastReadable().or(next::current).ifPresent(this::changed);
	}

	private void changed(ClusterSnapshot snapshot) {
		if (text == null && editor.source().viewer() != null) {
			text = editor.source().viewer().getTextWidget();
			text.addCaretListener(caretMoves);
			caretAt(editor.source().caret());
		}
		show(snapshot);
	}

	/** The state of the text that the picture is to show: the newest that can be read; null shows none. */
	private void show(ClusterSnapshot snapshot) {
		if (snapshot == null) {
			shown = null;
			drawn = null;
			canvas.show(null, Map.of());
			say(Messages.diagram_open);
		} else if (snapshot.isReadable()) {
			shown = snapshot;
			draw();
		} else if (shown == null) {
			say(Messages.diagram_unreadable);
		}
	}

	/** In place of a picture. */
	private void say(String words) {
		empty.setText(words);
		top(empty.getParent());
		empty.getParent().layout();
	}

	private void top(org.eclipse.swt.widgets.Control control) {
		if (stack.topControl != control) {
			stack.topControl = control;
			body.layout();
		}
	}

	private void draw() {
		if (drawing != null) {
			drawing.cancel();
		}
		ClusterSnapshot snapshot = shown;
		if (snapshot == null || snapshot.root().isEmpty()) {
			return;
		}
		Kind what = kind;
		boolean withSizes = sizes;
		Display display = getDisplay();
		Job job = Job.createSystem(Messages.diagram_drawing, monitor -> {
			Drawn next = Drawn.of(snapshot, what, withSizes);
			if (!monitor.isCanceled() && !display.isDisposed()) {
				display.asyncExec(() -> {
					if (!isDisposed() && shown == snapshot && kind == what && sizes == withSizes) {
						drawn = next;
						canvas.show(next.scene(), next.problems());
						if (next.scene().stops().isEmpty()) {
							say(Messages.diagram_nothing);
						} else {
							top(canvas);
						}
						if (!canvas.isFocusControl() || canvas.selected().isEmpty()) {
							highlight();
						}
					}
				});
			}
		});
		job.setPriority(Job.SHORT);
		drawing = job;
		job.schedule();
	}

	/** Marks what stands at a place of the text. */
	private void caretAt(int offset) {
		caret = offset;
		highlight();
	}

	/** Of the boxes of one thing, that which was clicked stays the only one selected. */
	private void highlight() {
		if (caret >= 0 && drawn != null && canvas.scene().isPresent()) {
			List<Box> boxes = drawn.at(caret);
			if (clicked != null && !boxes.contains(clicked)) {
				clicked = null;
			}
			canvas.select(clicked == null ? boxes : List.of(clicked), true);
		}
	}

	@Override
	public boolean setFocus() {
		return canvas.setFocus();
	}
}
