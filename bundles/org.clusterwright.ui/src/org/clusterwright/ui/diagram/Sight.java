package org.clusterwright.ui.diagram;

import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.ui.diagram.DiagramState.Viewport;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Which part of a scene is seen, and how large: {@code left} and {@code top} are in the scene's units, windows are in pixels. It is kept near the scene. */
record Sight(double zoom, double left, double top) {
	static final Sight FULL = new Sight(1, 0, 0);
	/** The least zoom there is, and the least at which text can be read. */
	static final double LEAST = 0.1;
	static final double READABLE = 0.6;
	private static final double MOST = 8;
	private static final int MARGIN = 16;

	static Sight of(Viewport viewport) {
		return new Sight(Math.clamp(viewport.zoom(), LEAST, MOST), viewport.left(), viewport.top());
	}

	/** As large as all of it fits, but neither smaller than {@code least} nor larger than 100 %. */
	static Sight fitting(Scene scene, Rectangle window, double least) {
		double zoom = Math.clamp(Math.min((window.width - 2.0 * MARGIN) / Math.max(1, scene.width()), (window.height - 2.0 * MARGIN) / Math.max(1, scene.height())), least, 1);
		return new Sight(zoom, -MARGIN / zoom, -MARGIN / zoom).near(scene, window);
	}

	static boolean isRoom(Rectangle window) {
		return window.width >= 2 * MARGIN && window.height >= 2 * MARGIN;
	}

	/** What is at a pixel of the window stays there. */
	Sight zoomed(double next, int x, int y) {
		double clamped = Math.clamp(next, LEAST, MOST);
		return new Sight(clamped, left + x / zoom - x / clamped, top + y / zoom - y / clamped);
	}

	/** Moved by pixels: to the right if {@code dx} is positive, as the scroll bars do. */
	Sight moved(double dx, double dy) {
		return new Sight(zoom, left + dx / zoom, top + dy / zoom);
	}

	Sight centred(Box box, Rectangle window) {
		return new Sight(zoom, box.centerX() - window.width / zoom / 2, box.centerY() - window.height / zoom / 2);
	}

	/** So that not more than a margin of nothing is seen; what is smaller than the window is in its middle. */
	Sight near(Scene scene, Rectangle window) {
		return new Sight(zoom, bounded(left, window.width / zoom, scene.width()), bounded(top, window.height / zoom, scene.height()));
	}

	private double bounded(double start, double shown, double whole) {
		if (shown >= whole + 2.0 * margin()) {
			return -(shown - whole) / 2;
		}
		return Math.clamp(start, -margin(), whole + margin() - shown);
	}

	/** Around a scene, in its units. */
	private double margin() {
		return MARGIN / zoom;
	}

	/** In whole units, for scroll bars, which begin at 0. */
	int barMargin() {
		return (int) margin();
	}

	Sight atBars(int horizontal, int vertical) {
		return new Sight(zoom, horizontal - barMargin(), vertical - barMargin());
	}

	boolean holds(Box box, Rectangle window) {
		return box.x() >= left && box.y() >= top && box.x() + box.width() <= left + window.width / zoom && box.y() + box.height() <= top + window.height / zoom;
	}

	/** Pixels from the scene's origin to that of the window. */
	Point origin() {
		return new Point((int) Math.round(left * zoom), (int) Math.round(top * zoom));
	}

	/** The place of the scene at a pixel of the window. */
	Point at(int x, int y) {
		return new Point((int) Math.floor(left + x / zoom), (int) Math.floor(top + y / zoom));
	}

	Viewport viewport() {
		return new Viewport(zoom, left, top);
	}
}
