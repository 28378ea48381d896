package org.clusterwright.core.diagram;

import java.util.List;
import java.util.Locale;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.core.diagram.Shape.Link;
import org.clusterwright.core.diagram.Shape.Point;

/** A scene as SVG 1.1: real text, all looks in attributes, a title and description for readers who cannot see it, a title on each box. */
public final class SvgPicture {
	private static final int MARGIN = 16;
	/** Edges of one unit lie between two pixels then, and are crisp. */
	private static final double HALF = 0.5;
	private static final int TEXT = 11;

	private final Palette palette;
	private final StringBuilder out = new StringBuilder();

	private SvgPicture(Palette palette) {
		this.palette = palette;
	}

	public static String of(Scene scene, Palette palette) {
		return new SvgPicture(palette).write(scene);
	}

	private String write(Scene scene) {
		int width = scene.width() + 2 * MARGIN;
		int height = scene.height() + 2 * MARGIN;
		out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
		out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"").append(width).append("\" height=\"").append(height).append("\" role=\"img\" aria-labelledby=\"title desc\" viewBox=\"").append(-MARGIN - HALF).append(' ').append(-MARGIN - HALF)
				.append(' ').append(width).append(' ').append(height).append("\" font-family=\"DejaVu Sans, Verdana, sans-serif\" font-size=\"").append(TEXT).append("\">\n");
		out.append("<title id=\"title\">").append(escape(scene.title())).append("</title>\n");
		out.append("<desc id=\"desc\">").append(escape(description(scene))).append("</desc>\n");
		out.append("<rect x=\"").append(-MARGIN - HALF).append("\" y=\"").append(-MARGIN - HALF).append("\" width=\"").append(width).append("\" height=\"").append(height).append("\" fill=\"").append(hex(palette.ground())).append("\"/>\n");
		scene.shapes().stream().filter(s -> s instanceof Box b && b.kind() == Kind.NODE).forEach(this::shape);
		scene.shapes().stream().filter(Link.class::isInstance).forEach(this::shape);
		scene.shapes().stream().filter(s -> s instanceof Box b && b.kind() != Kind.NODE).forEach(this::shape);
		return out.append("</svg>\n").toString();
	}

	private static String description(Scene scene) {
		List<String> nodes = scene.shapes().stream().filter(s -> s instanceof Box b && b.kind() == Kind.NODE).map(s -> ((Box) s).text()).toList();
		return nodes.isEmpty() ? scene.title() : scene.title() + ": " + String.join(", ", nodes);
	}

	private void shape(Shape shape) {
		switch (shape) {
			case Box box -> box(box);
			case Link link -> link(link);
		}
	}

	private void box(Box box) {
		Palette.Paint paint = palette.box(box);
		Look look = Look.of(box);
		out.append("<g>");
		String tip = String.join("\n", box.tip());
		out.append("<title>").append(escape(tip.isBlank() ? box.text() : box.text() + "\n" + tip)).append("</title>");
		if (Look.hasOutline(box)) {
			out.append("<rect x=\"").append(look.x()).append("\" y=\"").append(look.y()).append("\" width=\"").append(look.width()).append("\" height=\"").append(look.height()).append("\" rx=\"").append(look.corner())
					.append("\" fill=\"").append(hex(paint.fill())).append("\" stroke=\"").append(hex(paint.edge())).append('"');
			if (look.edge() != 1) {
				out.append(" stroke-width=\"").append(number(look.edge())).append('"');
			}
			if (box.isDotted()) {
				out.append(" stroke-dasharray=\"3 3\"");
			}
			out.append("/>");
		}
		text(box, look, paint);
		if (Look.hasBadge(box)) {
			Point at = look.badge(box);
			out.append("<circle cx=\"").append(at.x()).append("\" cy=\"").append(at.y()).append("\" r=\"").append(Look.BADGE).append("\" fill=\"").append(hex(palette.alarm())).append("\"/><path d=\"M").append(at.x()).append(' ')
					.append(at.y() - 4).append("v4.5m0 2.5v1\" stroke=\"").append(hex(palette.ground())).append("\" stroke-width=\"2\" fill=\"none\"/>");
		}
		out.append("</g>\n");
	}

	private void text(Box box, Look look, Palette.Paint paint) {
		List<String> lines = Look.lines(box);
		Look.Type type = Look.type(box);
		for (int i = 0; i < lines.size(); i++) {
			out.append("<text x=\"").append(number(type.isLeft() ? look.textLeft(box) : look.x() + look.width() / 2.0)).append("\" y=\"").append(number(look.textMiddle(i, lines.size()) + type.size() * 0.36))
					.append(type.isLeft() ? "\" fill=\"" : "\" text-anchor=\"middle\" fill=\"").append(hex(paint.text())).append('"');
			if (type.isBold()) {
				out.append(" font-weight=\"bold\"");
			}
			if (type.size() != TEXT) {
				out.append(" font-size=\"").append(type.size()).append('"');
			}
			out.append('>').append(escape(lines.get(i))).append("</text>");
		}
	}

	/** A line with rounded corners. */
	private void link(Link link) {
		List<Point> points = link.points();
		out.append("<g><path fill=\"none\" stroke=\"").append(hex(palette.line(link.kind()))).append("\" stroke-width=\"").append(number(Look.width(link.kind()))).append('"');
		if (Look.isDashed(link.kind())) {
			out.append(" stroke-dasharray=\"6 4\"");
		}
		out.append(" d=\"M").append(points.get(0).x()).append(' ').append(points.get(0).y());
		for (int i = 1; i < points.size(); i++) {
			Point at = points.get(i);
			if (i + 1 < points.size()) {
				Point in = toward(at, points.get(i - 1));
				Point on = toward(at, points.get(i + 1));
				out.append('L').append(in.x()).append(' ').append(in.y()).append('Q').append(at.x()).append(' ').append(at.y()).append(' ').append(on.x()).append(' ').append(on.y());
			} else {
				out.append('L').append(at.x()).append(' ').append(at.y());
			}
		}
		out.append("\">");
		if (!link.tip().isEmpty()) {
			out.append("<title>").append(escape(String.join("\n", link.tip()))).append("</title>");
		}
		out.append("</path>");
		if (Look.hasDots(link)) {
			out.append("<circle cx=\"").append(points.get(0).x()).append("\" cy=\"").append(points.get(0).y()).append("\" r=\"").append(Look.DOT).append("\" fill=\"").append(hex(palette.line(link.kind()))).append("\"/>");
		}
		out.append("</g>\n");
	}

	private static Point toward(Point from, Point to) {
		double length = Math.max(1, Math.hypot(to.x() - from.x(), to.y() - from.y()));
		double step = Math.min(Look.BEND, length / 2);
		return new Point((int) Math.round(from.x() + (to.x() - from.x()) * step / length), (int) Math.round(from.y() + (to.y() - from.y()) * step / length));
	}

	private static String number(double value) {
		return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.2f", value);
	}

	private static String hex(int colour) {
		return String.format(Locale.ROOT, "#%06X", colour);
	}

	/** Text of XML; characters that XML cannot hold become a question mark. */
	private static String escape(String text) {
		StringBuilder escaped = new StringBuilder();
		text.codePoints().forEach(c -> {
			switch (c) {
				case '&' -> escaped.append("&amp;");
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '"' -> escaped.append("&quot;");
				default -> escaped.appendCodePoint(c == '\n' || c == '\t' || c >= 0x20 && c != 0x7F && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF ? c : '?');
			}
		});
		return escaped.toString();
	}
}
