package org.clusterwright.ui.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.clusterwright.core.diagram.Palette;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.ui.diagram.DiagramState.Viewport;
import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/**
 * Shows a scene: the wheel zooms at the pointer, dragging and the scroll bars move it, arrow keys go from box to box, Enter opens the selected one. A new
 * scene keeps zoom and place.
 */
final class DiagramCanvas extends Canvas {
	private static final double LEAST = 0.1;
	private static final double MOST = 8;
	private static final double READABLE = 0.6;
	private static final double STEP = 1.2;
	private static final int MARGIN = 16;
	private static final int DRAG = 4;
	/** Pictures of so many shapes are painted in tiles, which are kept while they are moved. */
	private static final int MANY_SHAPES = 1500;

	/** What the tiles show. */
	private record Painted(Scene scene, Map<Box, Severity> problems, List<Box> selected, double zoom, Palette palette) {
		boolean isSame(Painted other) {
			return other != null && scene == other.scene && problems == other.problems && selected == other.selected && zoom == other.zoom && palette == other.palette;
		}
	}

	private final LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), this);
	private final ScenePainter painter = new ScenePainter(resources);
	private final List<Consumer<Box>> opened = new ArrayList<>();
	private final List<Consumer<Box>> clicked = new ArrayList<>();
	private final Tiles tiles = new Tiles();
	private Painted painted;
	private Scene scene;
	private Map<Box, Severity> problems = Map.of();
	private List<Box> selected = List.of();
	private double zoom = 1;
	/** Set until the user zooms or moves: the picture then follows the size of the window. */
	private boolean fitted = true;
	private double leastFitted = READABLE;
	/** What the first picture is to show; then nothing. */
	private Optional<Viewport> restored = Optional.empty();
	private double left;
	private double top;
	private Point pressed;
	private boolean dragged;
	private Box hovered;

	DiagramCanvas(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.H_SCROLL | SWT.V_SCROLL);
		setData("org.clusterwright.id", "diagram.canvas");
		addListener(SWT.Paint, this::paint);
		addListener(SWT.Resize, e -> resized());
		addListener(SWT.MouseVerticalWheel, this::wheel);
		addListener(SWT.MouseHorizontalWheel, this::wheelSideways);
		addListener(SWT.MouseDown, this::press);
		addListener(SWT.MouseMove, this::move);
		addListener(SWT.MouseUp, this::release);
		addListener(SWT.MouseDoubleClick, e -> boxAt(e.x, e.y).ifPresent(this::open));
		addListener(SWT.KeyDown, this::key);
		addListener(SWT.Traverse, e -> e.doit = e.detail != SWT.TRAVERSE_RETURN);
		addListener(SWT.FocusIn, e -> redraw());
		addListener(SWT.FocusOut, e -> redraw());
		addListener(SWT.Dispose, e -> tiles.forget());
		getHorizontalBar().addListener(SWT.Selection, e -> scrolled());
		getVerticalBar().addListener(SWT.Selection, e -> scrolled());
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = spoken();
			}
		});
	}

	/** Is told of each box that is clicked twice or that Enter is pressed on. */
	void onOpen(Consumer<Box> listener) {
		opened.add(listener);
	}

	/** Is told of each box that is clicked. */
	void onClick(Consumer<Box> listener) {
		clicked.add(listener);
	}

	/** What a screen reader says: the selected box, else what the picture is of. */
	private String spoken() {
		return selected.isEmpty() ? scene == null ? "" : scene.title() : described(selected.get(0));
	}

	private void selectionChanged() {
		setData("org.clusterwright.spoken", spoken());
		redraw();
	}

	/** Null shows nothing. */
	void show(Scene next, Map<Box, Severity> found) {
		boolean first = scene == null;
		List<Box> before = selected;
		scene = next;
		tiles.forget();
		painted = null;
		problems = new HashMap<>(found);
		selected = next == null ? List.of() : next.stops().stream().filter(b -> before.stream().anyMatch(o -> o.kind() == b.kind() && o.text().equals(b.text()) && near(o, b))).toList();
		selectionChanged();
		hovered = null;
		setToolTipText(null);
		if (first && next != null && restored.isPresent()) {
			fitted = false;
			zoom = restored.get().zoom();
			left = restored.get().left();
			top = restored.get().top();
			restored = Optional.empty();
			moved();
		} else if (first) {
			fitReadable();
		} else if (fitted) {
			fit(leastFitted);
		} else {
			moved();
		}
	}

	private static boolean near(Box a, Box b) {
		return Math.abs(a.x() - b.x()) < 400 && Math.abs(a.y() - b.y()) < 400;
	}

	/** The part that is seen; absent while all of it is made to fit. */
	Optional<Viewport> viewport() {
		return restored.isPresent() ? restored : fitted ? Optional.empty() : Optional.of(new Viewport(zoom, left, top));
	}

	/** The next first picture is shown so. */
	void restore(Optional<Viewport> viewport) {
		restored = viewport.map(v -> new Viewport(Math.clamp(v.zoom(), LEAST, MOST), v.left(), v.top()));
	}

	Optional<Scene> scene() {
		return Optional.ofNullable(scene);
	}

	double zoom() {
		return zoom;
	}

	List<Box> selected() {
		return selected;
	}

	/** Marks boxes and brings the first of them into sight. */
	void select(List<Box> boxes, boolean reveal) {
		if (selected.equals(boxes)) {
			return;
		}
		selected = List.copyOf(boxes);
		if (reveal && !boxes.isEmpty() && boxes.stream().noneMatch(this::inSight)) {
			bringIntoSight(boxes.get(0));
		}
		selectionChanged();
	}

	Palette palette() {
		RGB ground = getBackground().getRGB();
		return ground.red + ground.green + ground.blue < 3 * 128 ? Palette.DARK : Palette.LIGHT;
	}

	void zoomIn() {
		zoomAt(zoom * STEP, getClientArea().width / 2, getClientArea().height / 2);
	}

	void zoomOut() {
		zoomAt(zoom / STEP, getClientArea().width / 2, getClientArea().height / 2);
	}

	void zoomTo(double next) {
		zoomAt(next, getClientArea().width / 2, getClientArea().height / 2);
	}

	/** As large as all of it fits, and not larger than 100 %. */
	void fit() {
		fit(LEAST);
	}

	/** The same, but so that it can be read: of a wide picture the beginning is seen. */
	private void fitReadable() {
		fit(READABLE);
	}

	private void fit(double least) {
		fitted = true;
		leastFitted = least;
		Rectangle area = getClientArea();
		if (scene == null || area.width < 2 * MARGIN || area.height < 2 * MARGIN) {
			redraw();
			return;
		}
		zoom = Math.clamp(Math.min((area.width - 2.0 * MARGIN) / Math.max(1, scene.width()), (area.height - 2.0 * MARGIN) / Math.max(1, scene.height())), least, 1);
		left = -MARGIN / zoom;
		top = -MARGIN / zoom;
		moved();
	}

	private void zoomAt(double next, int x, int y) {
		fitted = false;
		double clamped = Math.clamp(next, LEAST, MOST);
		left += x / zoom - x / clamped;
		top += y / zoom - y / clamped;
		zoom = clamped;
		moved();
	}

	private void resized() {
		if (fitted) {
			fit(leastFitted);
		} else {
			moved();
		}
	}

	/** Keeps the picture near and tells the scroll bars. */
	private void moved() {
		if (scene != null) {
			Rectangle area = getClientArea();
			left = bounded(left, area.width / zoom, scene.width());
			top = bounded(top, area.height / zoom, scene.height());
			bar(getHorizontalBar(), left, area.width / zoom, scene.width());
			bar(getVerticalBar(), top, area.height / zoom, scene.height());
		}
		setData("org.clusterwright.zoom", zoom);
		setData("org.clusterwright.place", new Point((int) Math.round(left), (int) Math.round(top)));
		redraw();
	}

	private double bounded(double start, double shown, double whole) {
		double margin = MARGIN / zoom;
		if (shown >= whole + 2 * margin) {
			return -(shown - whole) / 2;
		}
		return Math.clamp(start, -margin, whole + margin - shown);
	}

	private void bar(ScrollBar bar, double start, double shown, double whole) {
		int margin = (int) (MARGIN / zoom);
		int range = (int) Math.ceil(whole) + 2 * margin;
		bar.setEnabled(range > shown);
		bar.setValues((int) start + margin, 0, Math.max(1, range), (int) Math.clamp(shown, 1, range), 24, (int) Math.max(1, shown * 0.8));
	}

	private void scrolled() {
		fitted = false;
		int margin = (int) (MARGIN / zoom);
		left = getHorizontalBar().getSelection() - margin;
		top = getVerticalBar().getSelection() - margin;
		moved();
	}

	private void paint(Event event) {
		GC gc = event.gc;
		Palette palette = palette();
		if (scene == null) {
			gc.setBackground(ground(palette));
			gc.fillRectangle(event.x, event.y, event.width, event.height);
			return;
		}
		int originX = (int) Math.round(left * zoom);
		int originY = (int) Math.round(top * zoom);
		if (scene.shapes().size() < MANY_SHAPES) {
			paint(gc, palette, originX, originY, new Rectangle(event.x, event.y, event.width, event.height));
			return;
		}
		Painted now = new Painted(scene, problems, selected, zoom, palette);
		if (!now.isSame(painted)) {
			tiles.forget();
			painted = now;
		}
		tiles.paint(gc, new Rectangle(event.x, event.y, event.width, event.height), originX, originY, (on, x, y, width, height) -> paint(on, palette, x, y, new Rectangle(0, 0, width, height)));
	}

	/** Paints an area of a GC whose origin lies so many pixels from the picture's. */
	private void paint(GC gc, Palette palette, int originX, int originY, Rectangle area) {
		gc.setBackground(ground(palette));
		gc.fillRectangle(area);
		Transform transform = new Transform(gc.getDevice());
		transform.translate(-originX, -originY);
		transform.scale((float) zoom, (float) zoom);
		gc.setTransform(transform);
		Rectangle clip = new Rectangle((int) Math.floor((originX + area.x) / zoom) - 1, (int) Math.floor((originY + area.y) / zoom) - 1, (int) Math.ceil(area.width / zoom) + 2, (int) Math.ceil(area.height / zoom) + 2);
		painter.paint(gc, scene, palette, clip, zoom, new ScenePainter.Overlay(selected, problems));
		gc.setTransform(null);
		transform.dispose();
	}

	private Color ground(Palette palette) {
		return resources.create(ColorDescriptor.createFrom(new RGB(palette.ground() >> 16 & 0xFF, palette.ground() >> 8 & 0xFF, palette.ground() & 0xFF)));
	}

	private Optional<Box> boxAt(int x, int y) {
		return scene == null ? Optional.empty() : scene.at((int) Math.floor(left + x / zoom), (int) Math.floor(top + y / zoom));
	}

	private void wheel(Event event) {
		if ((event.stateMask & SWT.SHIFT) != 0) {
			wheelSideways(event);
		} else if (event.count != 0) {
			zoomAt(event.count > 0 ? zoom * STEP : zoom / STEP, event.x, event.y);
		}
		event.doit = false;
	}

	private void wheelSideways(Event event) {
		fitted = false;
		left -= event.count * 20 / zoom;
		moved();
		event.doit = false;
	}

	private void press(Event event) {
		setFocus();
		if (event.button == 1 || event.button == 2) {
			pressed = new Point(event.x, event.y);
			dragged = false;
		}
	}

	private void move(Event event) {
		if (pressed != null) {
			if (dragged || Math.abs(event.x - pressed.x) + Math.abs(event.y - pressed.y) > DRAG) {
				dragged = true;
				fitted = false;
				setCursor(getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
				left -= (event.x - pressed.x) / zoom;
				top -= (event.y - pressed.y) / zoom;
				pressed = new Point(event.x, event.y);
				moved();
			}
			return;
		}
		Box box = boxAt(event.x, event.y).orElse(null);
		if (!Objects.equals(box, hovered)) {
			hovered = box;
			setToolTipText(box == null ? null : described(box));
			setCursor(box == null || box.element().isEmpty() ? null : getDisplay().getSystemCursor(SWT.CURSOR_HAND));
		}
	}

	private void release(Event event) {
		boolean click = pressed != null && !dragged && event.button == 1;
		pressed = null;
		setCursor(null);
		if (click) {
			Optional<Box> box = boxAt(event.x, event.y);
			select(box.map(List::of).orElse(List.of()), false);
			box.ifPresent(b -> clicked.forEach(l -> l.accept(b)));
		}
	}

	private void open(Box box) {
		opened.forEach(l -> l.accept(box));
	}

	static String described(Box box) {
		List<String> lines = new ArrayList<>(List.of(box.text()));
		box.tip().stream().filter(t -> !t.isBlank()).forEach(lines::add);
		// SWT takes & for a mnemonic.
		return String.join("\n", lines).replace("&", "&&");
	}

	private void key(Event event) {
		switch (event.keyCode) {
			case SWT.ARROW_LEFT -> step(-1, 0);
			case SWT.ARROW_RIGHT -> step(1, 0);
			case SWT.ARROW_UP -> step(0, -1);
			case SWT.ARROW_DOWN -> step(0, 1);
			case SWT.HOME -> scene().flatMap(s -> s.stops().stream().findFirst()).ifPresent(b -> select(List.of(b), true));
			case SWT.CR, SWT.KEYPAD_CR -> selected.stream().findFirst().ifPresent(this::open);
			case SWT.ESC -> select(List.of(), false);
			case '+', '=', SWT.KEYPAD_ADD -> zoomIn();
			case '-', SWT.KEYPAD_SUBTRACT -> zoomOut();
			case '0', '1', SWT.KEYPAD_0 -> zoomTo(1);
			case 'f' -> fit();
			default -> {
				// Not ours.
			}
		}
	}

	/** To the nearest box in a direction. */
	private void step(int dx, int dy) {
		if (scene == null || scene.stops().isEmpty()) {
			return;
		}
		if (selected.isEmpty()) {
			select(List.of(scene.stops().get(0)), true);
			return;
		}
		scene.next(selected.get(0), dx, dy).ifPresent(next -> {
			select(List.of(next), true);
			getAccessible().setFocus(org.eclipse.swt.accessibility.ACC.CHILDID_SELF);
		});
	}

	private boolean inSight(Box box) {
		Rectangle area = getClientArea();
		return box.x() >= left && box.y() >= top && box.x() + box.width() <= left + area.width / zoom && box.y() + box.height() <= top + area.height / zoom;
	}

	private void bringIntoSight(Box box) {
		Rectangle area = getClientArea();
		fitted = false;
		left = box.centerX() - area.width / zoom / 2;
		top = box.centerY() - area.height / zoom / 2;
		moved();
	}
}
