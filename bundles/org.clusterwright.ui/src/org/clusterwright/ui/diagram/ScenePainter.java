package org.clusterwright.ui.diagram;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.core.diagram.Palette;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.Shape;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.core.diagram.Shape.Link;
import org.clusterwright.core.diagram.Shape.LinkKind;
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

/** Paints scenes: the one class that draws. The GC is scaled by the caller; {@code clip} is in the scene's units. */
final class ScenePainter {
	/** What lies over a scene: the boxes that are selected, and the worst finding of a box. */
	record Overlay(List<Box> selected, Map<Box, Severity> problems) {
		static final Overlay NONE = new Overlay(List.of(), Map.of());
	}

	private static final int CORNER = 12;
	private static final int BEND = 6;
	private static final int LINE_HEIGHT = 14;
	private static final int BAR_TEXT = 10;
	private static final int PROBLEM = 12;
	private static final int[] FAINT = { 6, 4 };
	private static final int[] DOTS = { 3, 3 };

	private final LocalResourceManager resources;
	private final Font text;
	private final Font title;
	private final Font small;

	ScenePainter(LocalResourceManager resources) {
		this.resources = resources;
		FontDescriptor base = FontDescriptor.createFrom(JFaceResources.getDialogFont());
		text = resources.create(base.setHeight(8));
		title = resources.create(base.setHeight(10).setStyle(SWT.BOLD));
		small = resources.create(base.setHeight(6));
	}

	void paint(GC gc, Scene scene, Palette palette, Rectangle clip, Overlay overlay) {
		gc.setAntialias(SWT.ON);
		gc.setTextAntialias(SWT.ON);
		for (Shape shape : scene.shapes()) {
			if (shape instanceof Box box && box.kind() == Kind.NODE && visible(box, clip)) {
				box(gc, box, palette, overlay);
			}
		}
		for (Shape shape : scene.shapes()) {
			if (shape instanceof Link link && visible(link, clip)) {
				link(gc, link, palette);
			}
		}
		for (Shape shape : scene.shapes()) {
			if (shape instanceof Box box && box.kind() != Kind.NODE && visible(box, clip)) {
				box(gc, box, palette, overlay);
			}
		}
	}

	private static boolean visible(Box box, Rectangle clip) {
		return clip.intersects(box.x() - PROBLEM, box.y() - PROBLEM, box.width() + 2 * PROBLEM, box.height() + 2 * PROBLEM);
	}

	private static boolean visible(Link link, Rectangle clip) {
		int left = Integer.MAX_VALUE;
		int top = Integer.MAX_VALUE;
		int right = Integer.MIN_VALUE;
		int bottom = Integer.MIN_VALUE;
		for (Point p : link.points()) {
			left = Math.min(left, p.x());
			right = Math.max(right, p.x());
			top = Math.min(top, p.y());
			bottom = Math.max(bottom, p.y());
		}
		return clip.intersects(left - 2, top - 2, right - left + 4, bottom - top + 4);
	}

	private void box(GC gc, Box box, Palette palette, Overlay overlay) {
		Palette.Paint paint = palette.box(box);
		boolean selected = overlay.selected().contains(box);
		if (box.kind() != Kind.TITLE || selected) {
			int corner = box.kind() == Kind.NODE ? 2 * CORNER : box.kind() == Kind.PLUG ? CORNER / 2 : CORNER;
			gc.setBackground(color(paint.fill()));
			gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), corner, corner);
			gc.setForeground(color(selected ? palette.selection() : paint.edge()));
			gc.setLineWidth(selected ? 3 : box.mark() == Shape.Mark.SINGLE_POINT ? 2 : 1);
			if (box.isDotted() && !selected) {
				gc.setLineDash(DOTS);
			}
			gc.drawRoundRectangle(box.x(), box.y(), box.width(), box.height(), corner, corner);
			gc.setLineStyle(SWT.LINE_SOLID);
		}
		if (box.kind() != Kind.NODE) {
			text(gc, box, color(paint.text()));
		}
		Optional.ofNullable(overlay.problems().get(box)).ifPresent(s -> problem(gc, box, s));
	}

	private void text(GC gc, Box box, Color color) {
		gc.setFont(box.kind() == Kind.TITLE ? title : box.kind() == Kind.PLUG ? small : text);
		gc.setForeground(color);
		List<String> lines = box.label().stream().filter(l -> !l.isEmpty()).toList();
		int y = box.y() + box.height() / 2 - (lines.size() - 1) * LINE_HEIGHT / 2;
		for (String line : lines) {
			org.eclipse.swt.graphics.Point extent = gc.textExtent(line, SWT.DRAW_TRANSPARENT);
			int x = box.isBar() ? box.x() + BAR_TEXT : box.x() + (box.width() - extent.x) / 2;
			gc.drawText(line, x, y - extent.y / 2, SWT.DRAW_TRANSPARENT);
			y += LINE_HEIGHT;
		}
	}

	/** The workbench's picture of a severity, over the box's corner. */
	private static void problem(GC gc, Box box, Severity severity) {
		Image image = Icons.of(severity);
		Rectangle size = image.getBounds();
		gc.drawImage(image, 0, 0, size.width, size.height, box.x() + box.width() - PROBLEM / 2, box.y() - PROBLEM / 2, PROBLEM, PROBLEM);
	}

	private void link(GC gc, Link link, Palette palette) {
		Path path = new Path(gc.getDevice());
		List<Point> points = link.points();
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
		gc.setForeground(color(palette.line(link.kind())));
		gc.setLineWidth(link.kind() == LinkKind.PART ? 1 : 2);
		if (link.kind() == LinkKind.STANDBY_CABLE || link.kind() == LinkKind.FENCE) {
			gc.setLineDash(FAINT);
		}
		gc.drawPath(path);
		gc.setLineStyle(SWT.LINE_SOLID);
		path.dispose();
	}

	private static float[] toward(Point from, Point to) {
		double length = Math.max(1, Math.hypot(to.x() - from.x(), to.y() - from.y()));
		double step = Math.min(BEND, length / 2);
		return new float[] { (float) (from.x() + (to.x() - from.x()) * step / length), (float) (from.y() + (to.y() - from.y()) * step / length) };
	}

	private Color color(int rgb) {
		return resources.create(ColorDescriptor.createFrom(new RGB(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF)));
	}
}
