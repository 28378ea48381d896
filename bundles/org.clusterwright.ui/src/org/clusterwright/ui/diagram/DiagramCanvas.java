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
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/**
 * Shows a scene: the wheel zooms at the pointer, dragging and the scroll bars move it, arrow keys go from box to box, Enter opens the selected one. A new
 * scene keeps zoom and place.
 */
final class DiagramCanvas extends Canvas {
	private static final double STEP = 1.2;
	private static final int DRAG = 4;
	/** Milliseconds between tiles that are painted ahead. */
	private static final int AHEAD = 10;

	private final Surface surface = new Surface(this);
	private final List<Consumer<Box>> opened = new ArrayList<>();
	private final List<Consumer<Box>> clicked = new ArrayList<>();
	private Scene scene;
	private Map<Box, Severity> problems = Map.of();
	private List<Box> selected = List.of();
	private Sight sight = Sight.FULL;
	private boolean paintsAhead;
	/** Set until the user zooms or moves: the picture then follows the size of the window. */
	private boolean fitted = true;
	private double leastFitted = Sight.READABLE;
	/** What the first picture is to show; then nothing. */
	private Optional<Viewport> restored = Optional.empty();
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
		addListener(SWT.Dispose, e -> surface.dispose());
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
		List<Box> marked = selected;
		scene = next;
		surface.forget();
		problems = new HashMap<>(found);
		selected = next == null ? List.of() : next.stops().stream().filter(b -> marked.stream().anyMatch(o -> o.kind() == b.kind() && o.text().equals(b.text()) && near(o, b))).toList();
		selectionChanged();
		hovered = null;
		setToolTipText(null);
		if (first && next != null && restored.isPresent()) {
			fitted = false;
			Sight before = Sight.of(restored.get());
			restored = Optional.empty();
			turnTo(before);
		} else if (first) {
			fit(Sight.READABLE);
		} else if (fitted) {
			fit(leastFitted);
		} else {
			turnTo(sight);
		}
	}

	private static boolean near(Box a, Box b) {
		return Math.abs(a.x() - b.x()) < 400 && Math.abs(a.y() - b.y()) < 400;
	}

	/** The part that is seen; absent while all of it is made to fit. */
	Optional<Viewport> viewport() {
		return restored.isPresent() ? restored : fitted ? Optional.empty() : Optional.of(sight.viewport());
	}

	/** The next first picture is shown so. */
	void restore(Optional<Viewport> viewport) {
		restored = viewport;
	}

	Optional<Scene> scene() {
		return Optional.ofNullable(scene);
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
		if (reveal && !boxes.isEmpty() && boxes.stream().noneMatch(b -> sight.holds(b, getClientArea()))) {
			go(sight.centred(boxes.get(0), getClientArea()));
		}
		selectionChanged();
	}

	Palette palette() {
		RGB ground = getBackground().getRGB();
		return ground.red + ground.green + ground.blue < 3 * 128 ? Palette.DARK : Palette.LIGHT;
	}

	void zoomIn() {
		zoomTo(sight.zoom() * STEP);
	}

	void zoomOut() {
		zoomTo(sight.zoom() / STEP);
	}

	void zoomTo(double next) {
		go(sight.zoomed(next, getClientArea().width / 2, getClientArea().height / 2));
	}

	/** As large as all of it fits, and not larger than 100 %. */
	void fit() {
		fit(Sight.LEAST);
	}

	/** The same, but not smaller than {@code least}: of a wide picture the beginning is seen. */
	private void fit(double least) {
		fitted = true;
		leastFitted = least;
		Rectangle area = getClientArea();
		if (scene == null || !Sight.isRoom(area)) {
			redraw();
		} else {
			turnTo(Sight.fitting(scene, area, least));
		}
	}

	private void resized() {
		if (fitted) {
			fit(leastFitted);
		} else {
			turnTo(sight);
		}
	}

	/** As the user wants it: from now on the size of the window changes nothing. */
	private void go(Sight next) {
		fitted = false;
		turnTo(next);
	}

	private void turnTo(Sight next) {
		sight = next;
		if (scene != null) {
			Rectangle area = getClientArea();
			sight = next.near(scene, area);
			bar(getHorizontalBar(), sight.left(), area.width / sight.zoom(), scene.width());
			bar(getVerticalBar(), sight.top(), area.height / sight.zoom(), scene.height());
		}
		setData("org.clusterwright.zoom", sight.zoom());
		setData("org.clusterwright.place", new Point((int) Math.round(sight.left()), (int) Math.round(sight.top())));
		redraw();
	}

	private void bar(ScrollBar bar, double start, double shown, double whole) {
		int margin = sight.barMargin();
		int range = (int) Math.ceil(whole) + 2 * margin;
		bar.setEnabled(range > shown);
		bar.setValues((int) start + margin, 0, Math.max(1, range), (int) Math.clamp(shown, 1, range), 24, (int) Math.max(1, shown * 0.8));
	}

	private void scrolled() {
		go(sight.atBars(getHorizontalBar().getSelection(), getVerticalBar().getSelection()));
	}

	private void paint(Event event) {
		Rectangle area = new Rectangle(event.x, event.y, event.width, event.height);
		if (scene == null) {
			surface.paintNothing(event.gc, area, palette());
		} else {
			surface.paint(event.gc, area, scene, sight, palette(), selected, problems);
			paintAheadSoon();
		}
	}

	/** One tile after the other, with events between them. */
	private void paintAheadSoon() {
		if (!paintsAhead) {
			paintsAhead = true;
			getDisplay().timerExec(AHEAD, () -> {
				paintsAhead = false;
				if (!isDisposed() && scene != null && isVisible()) {
					GC gc = new GC(this);
					boolean more = surface.paintAhead(gc, getClientArea(), sight);
					gc.dispose();
					if (more) {
						paintAheadSoon();
					}
				}
			});
		}
	}

	private Optional<Box> boxAt(int x, int y) {
		Point at = sight.at(x, y);
		return scene == null ? Optional.empty() : scene.at(at.x, at.y);
	}

	private void wheel(Event event) {
		if ((event.stateMask & SWT.SHIFT) != 0) {
			wheelSideways(event);
		} else if (event.count != 0) {
			go(sight.zoomed(event.count > 0 ? sight.zoom() * STEP : sight.zoom() / STEP, event.x, event.y));
		}
		event.doit = false;
	}

	private void wheelSideways(Event event) {
		go(sight.moved(-20 * event.count, 0));
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
				setCursor(getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
				Sight next = sight.moved(pressed.x - event.x, pressed.y - event.y);
				pressed = new Point(event.x, event.y);
				go(next);
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
}
