package org.clusterwright.ui.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clusterwright.core.diagram.Look;
import org.clusterwright.core.diagram.Palette;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.Shape.Link;
import org.clusterwright.core.diagram.Shape.Point;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.ui.Icons;
import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;

/**
 * Paints scenes: the one class that draws. The GC is scaled by the caller; {@code clip} is in the scene's units. Far away, where nobody could read it, text is
 * a stroke and corners are square.
 */
final class ScenePainter {
	/** What lies over a scene: the boxes that are selected, and the worst finding of a box. */
	record Overlay(List<Box> selected, Map<Box, Severity> problems) {
		static final Overlay NONE = new Overlay(List.of(), Map.of());
	}

	private record Written(Look.Type type, String line) {
	}

	private static final int MANY_TEXTS = 10_000;
	/** Below this zoom text is not written, and below this one lines have no bends. */
	private static final double READABLE = 0.4;
	private static final double BENDS_SEEN = 0.6;
	private static final int PROBLEM = 14;
	private static final int[] DASHES = { 6, 4 };
	private static final int[] DOTS = { 3, 3 };
	private static final double POINTS_PER_UNIT = 0.75;
	/** Fonts are made so many times larger and scaled down again: widths of letters are rounded to whole units otherwise, and letters dance. */
	private static final int FINE = 8;

	private final LocalResourceManager resources;
	private final FontDescriptor base = FontDescriptor.createFrom(JFaceResources.getDialogFont());
	private final Map<Look.Type, Font> fonts = new HashMap<>();
	private final Map<Integer, Color> colors = new HashMap<>();
	/** How large texts are: measuring one takes longer than to draw it, and a design that is edited has nearly the same ones again. */
	private final Map<Written, org.eclipse.swt.graphics.Point> extents = new HashMap<>();
	private PreparedScene prepared = PreparedScene.NOTHING;

	ScenePainter(LocalResourceManager resources) {
		this.resources = resources;
	}

	/** @param zoom pixels for a unit of the scene, as the GC is scaled */
	void paint(GC gc, Scene scene, Palette palette, Rectangle clip, double zoom, Overlay overlay) {
		if (!prepared.isOf(scene)) {
			prepared = PreparedScene.of(scene);
		}
		gc.setAntialias(SWT.ON);
		gc.setTextAntialias(SWT.ON);
		List<PreparedScene.Item> texts = new ArrayList<>();
		prepared.forEachIn(clip, PROBLEM, item -> {
			switch (item.shape()) {
				case Box box -> {
					box(gc, box, item, palette, zoom, overlay);
					if (isWritten(item, zoom)) {
						texts.add(item);
					}
				}
				case Link link -> link(gc, link, palette, zoom);
			}
		});
		texts(gc, texts, palette);
	}

	/** Paints what is selected once more, over a scene that was painted without. */
	void paintSelected(GC gc, Palette palette, double zoom, Overlay overlay) {
		gc.setAntialias(SWT.ON);
		gc.setTextAntialias(SWT.ON);
		List<PreparedScene.Item> texts = new ArrayList<>();
		for (Box box : overlay.selected()) {
			PreparedScene.Item item = PreparedScene.item(box);
			box(gc, box, item, palette, zoom, overlay);
			if (isWritten(item, zoom)) {
				texts.add(item);
			}
		}
		texts(gc, texts, palette);
	}

	/** Else there is a stroke. */
	private static boolean isWritten(PreparedScene.Item item, double zoom) {
		return !item.lines().isEmpty() && item.type().size() * zoom >= 11 * READABLE;
	}

	private void texts(GC gc, List<PreparedScene.Item> items, Palette palette) {
		Transform before = new Transform(gc.getDevice());
		gc.getTransform(before);
		Transform fine = new Transform(gc.getDevice());
		gc.getTransform(fine);
		fine.scale(1f / FINE, 1f / FINE);
		gc.setTransform(fine);
		items.forEach(i -> text(gc, (Box) i.shape(), i, palette));
		gc.setTransform(before);
		fine.dispose();
		before.dispose();
	}

	private void box(GC gc, Box box, PreparedScene.Item item, Palette palette, double zoom, Overlay overlay) {
		Palette.Paint paint = palette.box(box);
		Look look = item.look();
		boolean selected = !overlay.selected().isEmpty() && overlay.selected().contains(box);
		if (selected) {
			halo(gc, look, palette);
		}
		if (Look.hasOutline(box)) {
			int corner = zoom < READABLE ? 0 : 2 * look.corner();
			gc.setBackground(color(paint.fill()));
			gc.fillRoundRectangle(look.x(), look.y(), look.width(), look.height(), corner, corner);
			gc.setForeground(color(selected ? palette.selection() : paint.edge()));
			gc.setLineWidth(selected ? 2 : (int) look.edge());
			if (box.isDotted() && !selected) {
				gc.setLineDash(DOTS);
			}
			gc.drawRoundRectangle(look.x(), look.y(), look.width(), look.height(), corner, corner);
			if (box.isDotted() && !selected) {
				gc.setLineStyle(SWT.LINE_SOLID);
			}
		}
		if (!item.lines().isEmpty() && !isWritten(item, zoom)) {
			strokes(gc, box, item, paint, palette);
		}
		if (Look.hasBadge(box)) {
			badge(gc, look.badge(box), palette);
		}
		Severity severity = overlay.problems().get(box);
		if (severity != null) {
			problem(gc, look, severity);
		}
	}

	/** A soft ring around what is selected. */
	private void halo(GC gc, Look look, Palette palette) {
		gc.setAlpha(70);
		gc.setBackground(color(palette.selection()));
		int corner = 2 * (look.corner() + 4);
		gc.fillRoundRectangle(look.x() - 4, look.y() - 4, look.width() + 8, look.height() + 8, corner, corner);
		gc.setAlpha(255);
	}

	/** In place of text that could not be read. */
	private void strokes(GC gc, Box box, PreparedScene.Item item, Palette.Paint paint, Palette palette) {
		Look look = item.look();
		Look.Type type = item.type();
		gc.setBackground(color(Look.hasOutline(box) ? paint.edge() : palette.faint()));
		int height = type.size() / 3;
		for (int i = 0; i < item.lines().size(); i++) {
			int width = Math.min(look.width() - 4, item.lines().get(i).length() * type.size() / 2);
			gc.fillRectangle(type.isLeft() ? look.textLeft(box) : look.x() + (look.width() - width) / 2, look.textMiddle(i, item.lines().size()) - height / 2, width, height);
		}
	}

	private void text(GC gc, Box box, PreparedScene.Item item, Palette palette) {
		Look look = item.look();
		Look.Type type = item.type();
		gc.setFont(font(type));
		gc.setForeground(color(palette.box(box).text()));
		List<String> lines = item.lines();
		org.eclipse.swt.graphics.Point[] sizes = item.extents(line -> extent(gc, type, line));
		for (int i = 0; i < lines.size(); i++) {
			int x = type.isLeft() ? FINE * look.textLeft(box) : FINE * look.x() + (FINE * look.width() - sizes[i].x) / 2;
			gc.drawText(lines.get(i), x, FINE * look.textMiddle(i, lines.size()) - sizes[i].y / 2, SWT.DRAW_TRANSPARENT);
		}
	}

	/** In the font of the type, which is set. */
	private org.eclipse.swt.graphics.Point extent(GC gc, Look.Type type, String line) {
		if (extents.size() > MANY_TEXTS) {
			extents.clear();
		}
		return extents.computeIfAbsent(new Written(type, line), w -> gc.textExtent(w.line(), SWT.DRAW_TRANSPARENT));
	}

	private void badge(GC gc, Point at, Palette palette) {
		gc.setBackground(color(palette.alarm()));
		gc.fillOval(at.x() - Look.BADGE, at.y() - Look.BADGE, 2 * Look.BADGE, 2 * Look.BADGE);
		gc.setBackground(color(palette.ground()));
		gc.fillRectangle(at.x() - 1, at.y() - 4, 2, 5);
		gc.fillRectangle(at.x() - 1, at.y() + 2, 2, 2);
	}

	/** The workbench's picture of a severity, over the box's left corner. */
	private static void problem(GC gc, Look look, Severity severity) {
		Image image = Icons.of(severity);
		Rectangle size = image.getBounds();
		gc.drawImage(image, 0, 0, size.width, size.height, look.x() - PROBLEM / 2, look.y() - PROBLEM / 2, PROBLEM, PROBLEM);
	}

	private void link(GC gc, Link link, Palette palette, double zoom) {
		List<Point> points = link.points();
		gc.setForeground(color(palette.line(link.kind())));
		gc.setLineWidth((int) Math.round(Look.width(link.kind())));
		boolean dashed = Look.isDashed(link.kind());
		if (dashed) {
			gc.setLineDash(DASHES);
		}
		if (points.size() == 2 || zoom < BENDS_SEEN) {
			for (int i = 1; i < points.size(); i++) {
				gc.drawLine(points.get(i - 1).x(), points.get(i - 1).y(), points.get(i).x(), points.get(i).y());
			}
		} else {
			bent(gc, points);
		}
		if (dashed) {
			gc.setLineStyle(SWT.LINE_SOLID);
		}
		if (Look.hasDots(link)) {
			gc.setBackground(color(palette.line(link.kind())));
			gc.fillOval(points.get(0).x() - Look.DOT, points.get(0).y() - Look.DOT, 2 * Look.DOT, 2 * Look.DOT);
		}
	}

	private static void bent(GC gc, List<Point> points) {
		Path path = new Path(gc.getDevice());
		path.moveTo(points.get(0).x(), points.get(0).y());
		for (int i = 1; i < points.size(); i++) {
			Point at = points.get(i);
			if (i + 1 < points.size()) {
				float[] in = toward(at, points.get(i - 1));
				float[] on = toward(at, points.get(i + 1));
				path.lineTo(in[0], in[1]);
				path.quadTo(at.x(), at.y(), on[0], on[1]);
			} else {
				path.lineTo(at.x(), at.y());
			}
		}
		gc.drawPath(path);
		path.dispose();
	}

	private static float[] toward(Point from, Point to) {
		double length = Math.max(1, Math.hypot(to.x() - from.x(), to.y() - from.y()));
		double step = Math.min(Look.BEND, length / 2);
		return new float[] { (float) (from.x() + (to.x() - from.x()) * step / length), (float) (from.y() + (to.y() - from.y()) * step / length) };
	}

	private Font font(Look.Type type) {
		return fonts.computeIfAbsent(type, t -> resources.create(base.setHeight((int) Math.round(FINE * t.size() * POINTS_PER_UNIT)).setStyle(t.isBold() ? SWT.BOLD : SWT.NORMAL)));
	}

	private Color color(int rgb) {
		return colors.computeIfAbsent(rgb, c -> resources.create(ColorDescriptor.createFrom(new RGB(c >> 16 & 0xFF, c >> 8 & 0xFF, c & 0xFF))));
	}
}
