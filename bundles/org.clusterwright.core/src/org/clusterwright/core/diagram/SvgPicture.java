package org.clusterwright.core.diagram;

import java.util.List;
import java.util.Locale;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.core.diagram.Shape.Link;
import org.clusterwright.core.diagram.Shape.LinkKind;
import org.clusterwright.core.diagram.Shape.Mark;
import org.clusterwright.core.diagram.Shape.Point;

/** A scene as SVG 1.1: real text, all looks in attributes, a title and description for readers who cannot see it, a title on each box. */
public final class SvgPicture {
	private static final int MARGIN = 16;
	private static final int CORNER = 6;
	private static final int LINE_HEIGHT = 16;

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
		out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"").append(width).append("\" height=\"").append(height).append("\" viewBox=\"").append(-MARGIN).append(' ').append(-MARGIN)
				.append(' ').append(width).append(' ').append(height).append("\" font-family=\"DejaVu Sans, Verdana, sans-serif\" font-size=\"11\">\n");
		out.append("<title>").append(escape(scene.title())).append("</title>\n");
		out.append("<desc>").append(escape(description(scene))).append("</desc>\n");
		out.append("<rect x=\"").append(-MARGIN).append("\" y=\"").append(-MARGIN).append("\" width=\"").append(width).append("\" height=\"").append(height).append("\" fill=\"").append(hex(palette.ground())).append("\"/>\n");
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
		out.append("<g>");
		String tip = String.join("\n", box.tip());
		out.append("<title>").append(escape(tip.isBlank() ? box.text() : box.text() + "\n" + tip)).append("</title>");
		if (box.kind() != Kind.TITLE) {
			out.append("<rect x=\"").append(box.x()).append("\" y=\"").append(box.y()).append("\" width=\"").append(box.width()).append("\" height=\"").append(box.height()).append("\" rx=\"")
					.append(box.kind() == Kind.NODE ? 2 * CORNER : box.kind() == Kind.PLUG ? 3 : CORNER).append("\" fill=\"").append(hex(paint.fill())).append("\" stroke=\"").append(hex(paint.edge())).append('"');
			if (box.mark() == Mark.SINGLE_POINT) {
				out.append(" stroke-width=\"2.5\"");
			}
			if (box.isDotted()) {
				out.append(" stroke-dasharray=\"3 3\"");
			}
			out.append("/>");
		}
		if (box.kind() != Kind.NODE) {
			text(box, paint);
		}
		out.append("</g>\n");
	}

	private void text(Box box, Palette.Paint paint) {
		List<String> lines = box.label().stream().filter(l -> !l.isEmpty()).toList();
		double y = box.y() + box.height() / 2.0 - (lines.size() - 1) * LINE_HEIGHT / 2.0 + 4;
		for (String line : lines) {
			out.append("<text x=\"").append(number(box.isBar() ? box.x() + 10 : box.x() + box.width() / 2.0)).append("\" y=\"").append(number(y)).append(box.isBar() ? "\" fill=\"" : "\" text-anchor=\"middle\" fill=\"").append(hex(paint.text())).append('"');
			if (box.kind() == Kind.TITLE) {
				out.append(" font-weight=\"bold\" font-size=\"13\"");
			} else if (box.kind() == Kind.PLUG) {
				out.append(" font-size=\"9\"");
			}
			out.append('>').append(escape(line)).append("</text>");
			y += LINE_HEIGHT;
		}
	}

	/** A line with rounded corners. */
	private void link(Link link) {
		List<Point> points = link.points();
		out.append("<g><path fill=\"none\" stroke=\"").append(hex(palette.line(link.kind()))).append("\" stroke-width=\"").append(link.kind() == LinkKind.PART ? "1.5" : "2").append('"');
		if (link.kind() == LinkKind.STANDBY_CABLE || link.kind() == LinkKind.FENCE) {
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
		out.append("</path></g>\n");
	}

	private static Point toward(Point from, Point to) {
		double length = Math.max(1, Math.hypot(to.x() - from.x(), to.y() - from.y()));
		double step = Math.min(CORNER, length / 2);
		return new Point((int) Math.round(from.x() + (to.x() - from.x()) * step / length), (int) Math.round(from.y() + (to.y() - from.y()) * step / length));
	}

	private static String number(double value) {
		return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
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
