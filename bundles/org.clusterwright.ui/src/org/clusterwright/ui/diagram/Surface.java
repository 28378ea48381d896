package org.clusterwright.ui.diagram;

import java.util.List;
import java.util.Map;
import org.clusterwright.core.diagram.Palette;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.model.findings.Severity;
import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Control;

/**
 * Puts what is seen of a scene on the screen. A picture of many shapes is painted in tiles, which are kept while it is moved; those around what is seen are
 * painted ahead. What is selected (but a node) lies above them, since it changes with each move of the caret.
 */
final class Surface {
	/** How many shapes are many: a picture of fewer is painted anew faster than one hand moves it. */
	private static final int MANY_SHAPES = 300;

	/** What the tiles show. */
	private record Tiled(Scene scene, List<Box> frames, Map<Box, Severity> problems, double zoom, int finer, Palette palette) {
		boolean isSame(Tiled other) {
			return other != null && scene == other.scene && frames.equals(other.frames) && problems == other.problems && zoom == other.zoom && finer == other.finer && palette == other.palette;
		}
	}

	private final Control on;
	private final LocalResourceManager resources;
	private final ScenePainter painter;
	private final Tiles tiles = new Tiles();
	private Tiled tiled;

	Surface(Control on) {
		this.on = on;
		resources = new LocalResourceManager(JFaceResources.getResources(), on);
		painter = new ScenePainter(resources);
	}

	void dispose() {
		forget();
	}

	/** Nothing of what was painted is shown again. */
	void forget() {
		tiles.forget();
		tiled = null;
	}

	void paintNothing(GC gc, Rectangle area, Palette palette) {
		gc.setBackground(ground(palette));
		gc.fillRectangle(area);
	}

	void paint(GC gc, Rectangle area, Scene scene, Sight sight, Palette palette, List<Box> selected, Map<Box, Severity> problems) {
		Point origin = sight.origin();
		if (scene.shapes().size() < MANY_SHAPES) {
			part(gc, scene, origin, sight.zoom(), 1, palette, area, new ScenePainter.Overlay(selected, problems));
			return;
		}
		// The frame of a node is the ground of what stands in it.
		List<Box> frames = selected.stream().filter(b -> b.kind() == Kind.NODE).toList();
		List<Box> above = selected.stream().filter(b -> b.kind() != Kind.NODE).toList();
		Tiled now = new Tiled(scene, frames, problems, sight.zoom(), Tiles.finer(on), palette);
		if (!now.isSame(tiled)) {
			forget();
			tiled = now;
		}
		tiles.paint(gc, area, origin.x, origin.y, tiled.finer(), this::tile);
		if (!above.isEmpty()) {
			transformed(gc, origin, sight.zoom(), () -> painter.paintSelected(gc, palette, sight.zoom(), new ScenePainter.Overlay(above, problems)));
		}
	}

	/** Paints one tile more than is seen, if there is one that may soon be; whether it did. */
	boolean paintAhead(GC gc, Rectangle window, Sight sight) {
		Point origin = sight.origin();
		return tiled != null && tiled.zoom() == sight.zoom() && tiles.paintAhead(gc, window, origin.x, origin.y, tiled.finer(), this::tile);
	}

	private void tile(GC gc, int x, int y, int side, int finer) {
		part(gc, tiled.scene(), new Point(x, y), tiled.zoom(), finer, tiled.palette(), new Rectangle(0, 0, side, side), new ScenePainter.Overlay(tiled.frames(), tiled.problems()));
	}

	/** Paints an area of a GC whose origin lies so many pixels from the picture's. */
	private void part(GC gc, Scene scene, Point origin, double zoom, int finer, Palette palette, Rectangle area, ScenePainter.Overlay overlay) {
		paintNothing(gc, area, palette);
		double scale = zoom * finer;
		Rectangle clip = new Rectangle((int) Math.floor((origin.x + area.x) / scale) - 1, (int) Math.floor((origin.y + area.y) / scale) - 1, (int) Math.ceil(area.width / scale) + 2, (int) Math.ceil(area.height / scale) + 2);
		transformed(gc, origin, scale, () -> painter.paint(gc, scene, palette, clip, zoom, overlay));
	}

	private static void transformed(GC gc, Point origin, double scale, Runnable paint) {
		Transform transform = new Transform(gc.getDevice());
		transform.translate(-origin.x, -origin.y);
		transform.scale((float) scale, (float) scale);
		gc.setTransform(transform);
		paint.run();
		gc.setTransform(null);
		transform.dispose();
	}

	private Color ground(Palette palette) {
		return resources.create(ColorDescriptor.createFrom(new RGB(palette.ground() >> 16 & 0xFF, palette.ground() >> 8 & 0xFF, palette.ground() & 0xFF)));
	}
}
