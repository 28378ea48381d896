package org.clusterwright.ui.diagram;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.clusterwright.core.diagram.NetworkScene;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.Shape;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.StorageScene;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Place;
import org.clusterwright.model.findings.Severity;
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
	private Map<Box, Place> places = Map.of();
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
		empty = new Label(body, SWT.WRAP | SWT.CENTER);
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
		stack.topControl = empty;
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
		return Optional.ofNullable(places.get(box)).filter(p -> editor != null);
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
		next.lastReadable().ifPresent(this::changed);
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
			places = Map.of();
			canvas.show(null, Map.of());
			top(empty);
		} else if (snapshot.isReadable()) {
			shown = snapshot;
			draw();
		}
	}

	private void top(org.eclipse.swt.widgets.Control control) {
		if (stack.topControl != control) {
			stack.topControl = control;
			body.layout();
		}
	}

	private record Drawn(Scene scene, Map<Box, Place> places, Map<Box, Severity> problems) {
	}

	/** Effective values of its own: those of the snapshot are for the UI thread. */
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
			Drawn drawn = drawn(snapshot, what, withSizes);
			if (!monitor.isCanceled() && !display.isDisposed()) {
				display.asyncExec(() -> {
					if (!isDisposed() && shown == snapshot && kind == what && sizes == withSizes) {
						places = drawn.places();
						top(canvas);
						canvas.show(drawn.scene(), drawn.problems());
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

	private static Drawn drawn(ClusterSnapshot snapshot, Kind kind, boolean sizes) {
		EffectiveCluster cluster = new EffectiveCluster(snapshot.root().orElseThrow());
		Scene scene = kind == Kind.STORAGE ? StorageScene.of(cluster, sizes) : NetworkScene.of(cluster);
		String text = snapshot.design().text();
		Map<Box, Place> places = new HashMap<>();
		for (Box box : scene.boxes()) {
			box.element().flatMap(e -> Elements.place(e, text)).ifPresent(p -> places.put(box, p));
		}
		Map<Box, Severity> problems = new HashMap<>();
		List<Box> things = scene.stops().stream().filter(b -> b.kind() != Shape.Kind.NOTE).toList();
		for (Finding finding : snapshot.findings()) {
			if (finding.severity() != Severity.INFO) {
				closest(things, places, finding.place().offset()).forEach(b -> problems.merge(b, finding.severity(), (a, c) -> a.compareTo(c) <= 0 ? a : c));
			}
		}
		return new Drawn(scene, places, problems);
	}

	/** The boxes of the innermost element that an offset lies in. */
	private static List<Box> closest(List<Box> boxes, Map<Box, Place> places, int offset) {
		int least = Integer.MAX_VALUE;
		List<Box> best = new ArrayList<>();
		for (Box box : boxes) {
			Place place = places.get(box);
			if (place != null && offset >= place.offset() && offset <= place.offset() + place.length() && place.length() <= least) {
				if (place.length() < least) {
					best.clear();
					least = place.length();
				}
				best.add(box);
			}
		}
		return best;
	}

	/** Marks what stands at a place of the text. */
	private void caretAt(int offset) {
		caret = offset;
		highlight();
	}

	/** Of the boxes of one thing, that which was clicked stays the only one selected. */
	private void highlight() {
		if (caret >= 0 && canvas.scene().isPresent()) {
			List<Box> boxes = closest(canvas.scene().get().stops(), places, caret);
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
