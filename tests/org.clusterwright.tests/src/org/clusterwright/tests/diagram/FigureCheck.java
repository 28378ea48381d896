package org.clusterwright.tests.diagram;

import java.util.ArrayList;
import java.util.List;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.Shape;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.core.diagram.Shape.Link;
import org.clusterwright.core.diagram.Shape.LinkKind;
import org.clusterwright.core.diagram.Shape.Point;
import org.clusterwright.core.diagram.TextFigure;

/** What must hold of any storage picture: boxes closed and apart from each other, lines connected and clear of boxes, in the scene and in its text. */
final class FigureCheck {
	private static final String LINES = "-|+/\\";

	private FigureCheck() {
	}

	static List<String> of(Scene scene) {
		List<String> problems = new ArrayList<>();
		List<Box> boxes = new ArrayList<>();
		List<Link> links = new ArrayList<>();
		for (Shape shape : scene.shapes()) {
			switch (shape) {
				case Box b -> boxes.add(b);
				case Link l -> links.add(l);
			}
		}
		List<Box> frames = boxes.stream().filter(b -> b.kind() == Kind.NODE).toList();
		List<Box> inner = boxes.stream().filter(b -> b.kind() != Kind.NODE).toList();
		for (int i = 0; i < inner.size(); i++) {
			Box a = inner.get(i);
			if (a.x() < 0 || a.y() < 0 || a.x() + a.width() > scene.width() || a.y() + a.height() > scene.height()) {
				problems.add("outside: " + a.text());
			}
			for (Box b : inner.subList(i + 1, inner.size())) {
				if (a.x() < b.x() + b.width() && b.x() < a.x() + a.width() && a.y() < b.y() + b.height() && b.y() < a.y() + a.height()) {
					problems.add("overlap: " + a.text() + " and " + b.text());
				}
			}
		}
		for (Link link : links) {
			Point start = link.points().get(0);
			Point end = link.points().get(link.points().size() - 1);
			List<Box> ends = boxes.stream().filter(b -> link.kind() == LinkKind.REPLICATION || b.kind() != Kind.NODE).toList();
			List<Box> joined = ends.stream().filter(b -> b.contains(start.x(), start.y()) || b.contains(end.x(), end.y())).toList();
			if (joined.stream().noneMatch(b -> b.contains(start.x(), start.y())) || joined.stream().noneMatch(b -> b.contains(end.x(), end.y()))) {
				problems.add("a line ends in nothing: " + link.points());
			}
			for (int i = 1; i < link.points().size(); i++) {
				crossed(link.points().get(i - 1), link.points().get(i), inner, joined, problems);
			}
		}
		List<String> lines = TextFigure.of(scene).lines().toList();
		text(lines, inner, frames, problems);
		connections(lines, covered(scene, inner), frames, problems);
		return problems;
	}

	private static void crossed(Point from, Point to, List<Box> boxes, List<Box> joined, List<String> problems) {
		if (from.x() != to.x() && from.y() != to.y()) {
			problems.add("a slanted line: " + from + " " + to);
		}
		for (Box b : boxes) {
			boolean hit = Math.min(from.x(), to.x()) < b.x() + b.width() && Math.max(from.x(), to.x()) >= b.x() && Math.min(from.y(), to.y()) < b.y() + b.height() && Math.max(from.y(), to.y()) >= b.y();
			if (hit && !joined.contains(b)) {
				problems.add("a line through " + b.text() + ": " + from + " " + to);
			}
		}
	}

	private static void text(List<String> lines, List<Box> boxes, List<Box> frames, List<String> problems) {
		long written = boxes.stream().filter(b -> b.kind() != Kind.TITLE && b.kind() != Kind.PORT && b.kind() != Kind.NETWORK).count();
		long closed = 0;
		for (int row = 0; row < lines.size(); row++) {
			String line = lines.get(row);
			for (int open = 0; open < line.length(); open++) {
				String end = line.startsWith("[_", open) ? "_]" : line.startsWith("{_", open) ? "_}" : line.startsWith(":.", open) ? ".:" : null;
				int close = end == null ? -1 : line.indexOf(end, open + 2);
				if (end == null) {
					continue;
				}
				if (close < 0) {
					problems.add("not closed in line " + row + ": " + line);
					continue;
				}
				closed++;
				for (int i = open + 1; i <= close; i++) {
					char edge = row == 0 || i >= lines.get(row - 1).length() ? ' ' : lines.get(row - 1).charAt(i);
					if (edge != (end.equals(".:") ? '.' : '_') && edge != '|') {
						problems.add("no upper edge in line " + (row - 1) + ", column " + i + ": " + line.substring(open, close + 2));
						break;
					}
				}
				open = close + 1;
			}
			for (int i = 0; i < line.length(); i++) {
				if (line.charAt(i) == '+' && !(isLine(lines, row, i - 1) || isLine(lines, row, i + 1))) {
					problems.add("a joint without a line in line " + row + ", column " + i);
				}
				if (line.charAt(i) == '/' && row > 0 && i > 0 && line.charAt(i - 1) == '-' && i + 1 < line.length() && line.charAt(i + 1) == ' ' && !isUp(lines, row - 1, i)) {
					problems.add("a corner without a line above in line " + row + ", column " + i);
				}
			}
		}
		if (closed != written) {
			problems.add(closed + " boxes are written, the picture has " + written);
		}
		int bottom = lines.size();
		for (Box frame : frames) {
			int left = frame.x() / 8;
			int right = left + frame.width() / 8 - 1;
			for (int row = 1; row < frame.height() / 16 && row < bottom; row++) {
				if (at(lines, row, left) != '|' && at(lines, row, left) != '=' || at(lines, row, right) != '|' && at(lines, row, right) != '=') {
					problems.add("the frame of " + frame.text() + " is broken in line " + row);
				}
			}
		}
	}

	/** The cells of boxes; of those with one line of text that line only, since lines enter through their upper edges. */
	private static boolean[][] covered(Scene scene, List<Box> boxes) {
		boolean[][] covered = new boolean[scene.height() / 16 + 1][scene.width() / 8 + 1];
		for (Box box : boxes) {
			int first = Math.floorDiv(box.y() + (box.height() == 24 ? 4 : 0), 16);
			int rows = box.height() == 24 ? 1 : box.height() / 16;
			for (int row = first; row < first + rows; row++) {
				for (int column = box.x() / 8; column < (box.x() + box.width()) / 8; column++) {
					covered[row][column] = true;
				}
			}
		}
		return covered;
	}

	/** Every character of a line goes on where it points to: in another one, or in a box. */
	private static void connections(List<String> lines, boolean[][] covered, List<Box> frames, List<String> problems) {
		for (int row = 0; row < lines.size(); row++) {
			for (int column = 0; column < lines.get(row).length(); column++) {
				char c = at(lines, row, column);
				if (LINES.indexOf(c) < 0 || covered[row][column] || onFrame(frames, row, column)) {
					continue;
				}
				boolean left = column > 0 && (covered[row][column - 1] || "-+/\\|=".indexOf(at(lines, row, column - 1)) >= 0);
				boolean right = covered[row][column + 1] || "-+/\\|=".indexOf(at(lines, row, column + 1)) >= 0;
				boolean up = row > 0 && (covered[row - 1][column] || isUp(lines, row - 1, column));
				boolean down = row + 1 < covered.length && (covered[row + 1][column] || isUp(lines, row + 1, column));
				boolean isWhole = switch (c) {
					case '-' -> left && right;
					case '|' -> up && down;
					case '+' -> (left ? 1 : 0) + (right ? 1 : 0) + (up ? 1 : 0) + (down ? 1 : 0) >= 3;
					default -> (left || right) && (up || down);
				};
				if (!isWhole) {
					problems.add("a line is broken at '" + c + "' in line " + row + ", column " + column);
				}
			}
		}
	}

	/** Lines between nodes begin on the lower edge. */
	private static boolean onFrame(List<Box> frames, int row, int column) {
		return frames.stream().anyMatch(f -> column == f.x() / 8 || column == (f.x() + f.width()) / 8 - 1 || row == (f.y() + f.height()) / 16 - 1 && column > f.x() / 8 && column < (f.x() + f.width()) / 8);
	}

	private static boolean isLine(List<String> lines, int row, int column) {
		return LINES.indexOf(at(lines, row, column)) >= 0;
	}

	private static boolean isUp(List<String> lines, int row, int column) {
		return "|+/\\".indexOf(at(lines, row, column)) >= 0;
	}

	private static char at(List<String> lines, int row, int column) {
		return row < 0 || row >= lines.size() || column < 0 || column >= lines.get(row).length() ? ' ' : lines.get(row).charAt(column);
	}
}
