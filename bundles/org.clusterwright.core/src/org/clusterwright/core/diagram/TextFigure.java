package org.clusterwright.core.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.core.diagram.Shape.Link;
import org.clusterwright.core.diagram.Shape.LinkKind;
import org.clusterwright.core.diagram.Shape.Mark;
import org.clusterwright.core.diagram.Shape.Point;

/**
 * The storage picture as text, in the tutorial's drawing language: {@code [_box_]} with its upper edge in the line above, {@code {_bond_}},
 * {@code :.elsewhere.:}, lines of {@code - | + / \}. A line's character follows from where it goes, so a mirrored scene needs nothing of its own.
 */
public final class TextFigure {
	private static final int NORTH = 1;
	private static final int EAST = 2;
	private static final int SOUTH = 4;
	private static final int WEST = 8;
	private static final int UPRIGHT = NORTH | SOUTH;
	private static final int LEVEL = EAST | WEST;

	private final int columns;
	private final int[][] text;
	private final int[][] lines;
	private final boolean[][] covered;

	private TextFigure(Scene scene) {
		columns = scene.width() / Grid.COLUMN;
		int rows = scene.height() / Grid.ROW;
		text = new int[rows][columns];
		lines = new int[rows][columns];
		covered = new boolean[rows][columns];
	}

	/** @throws IllegalArgumentException for a scene that is not on the grid */
	public static String of(Scene scene) {
		if (!scene.onGrid()) {
			throw new IllegalArgumentException("this picture cannot be written as text");
		}
		TextFigure figure = new TextFigure(scene);
		List<Box> boxes = new ArrayList<>();
		List<Link> links = new ArrayList<>();
		for (Shape shape : scene.shapes()) {
			switch (shape) {
				case Box box -> boxes.add(box);
				case Link link -> links.add(link);
			}
		}
		boxes.forEach(figure::frame);
		boxes.forEach(figure::draw);
		links.forEach(figure::trace);
		figure.writeLines();
		return figure.print();
	}

	private void frame(Box box) {
		if (box.kind() != Kind.NODE) {
			return;
		}
		int left = Grid.column(box.x());
		int right = left + box.width() / Grid.COLUMN - 1;
		int bottom = Grid.row(box.y() + box.height()) - 1;
		for (int column = left + 1; column < right; column++) {
			set(column, 0, '_');
			set(column, bottom, '_');
		}
		for (int row = 1; row <= bottom; row++) {
			set(left, row, '|');
			set(right, row, '|');
		}
	}

	private void draw(Box box) {
		switch (box.kind()) {
			case NODE -> {
				// Its frame is below everything.
			}
			case TITLE -> write(Grid.column(box.x()), Grid.row(box.y()), "[ " + box.text() + " ]");
			case PORT -> port(box);
			case NOTE -> write(Grid.column(box.x()), Grid.row(box.y()), (box.mark() == Mark.SINGLE_POINT ? "! " : "") + box.text());
			case PLUG -> write(Grid.column(box.x()), Grid.textRow(box), box.text());
			default -> {
				if (box.isBar()) {
					bar(box);
				} else if (Grid.isArea(box)) {
					area(box);
				} else {
					plain(box);
				}
			}
		}
	}

	private void plain(Box box) {
		int left = Grid.column(box.x());
		int row = Grid.textRow(box);
		String label = box.text().replace(' ', '_');
		boolean dotted = box.isDotted();
		String fill = box.mark() == Mark.SINGLE_POINT ? "!" : "_";
		String body = dotted ? ":." + label + ".:" : box.kind() == Kind.BOND ? "{" + fill + label + fill + "}" : "[" + fill + label + fill + "]";
		for (int i = dotted ? 0 : 1; i < length(body) - (dotted ? 0 : 1); i++) {
			set(left + i, row - 1, dotted ? '.' : '_');
		}
		write(left, row, body);
		cover(left, row, length(body));
	}

	/** The bond at a node's edge: {@code | bond1 =}, the equals sign in the node's own border. */
	private void port(Box box) {
		int left = Grid.column(box.x());
		int right = left + box.width() / Grid.COLUMN - 1;
		int top = Grid.row(box.y());
		boolean facesRight = text[top][right] == '|';
		int outer = facesRight ? right : left;
		int inner = facesRight ? left : right;
		int step = facesRight ? 1 : -1;
		for (int column = inner + step; column != outer; column += step) {
			set(column, top, '_');
			set(column, top + 2, '_');
		}
		set(inner, top + 1, '|');
		set(inner, top + 2, '|');
		set(outer - step, top + 2, '|');
		set(outer, top + 1, '=');
		write(left + 1, top + 1, " " + box.text() + " ");
		cover(left, top + 1, right - left + 1);
	}

	/** A box of several lines. */
	private void area(Box box) {
		int left = Grid.column(box.x());
		int right = left + box.width() / Grid.COLUMN - 1;
		int top = Grid.row(box.y());
		int bottom = top + box.height() / Grid.ROW - 1;
		for (int column = left + 1; column < right; column++) {
			set(column, top, '_');
			set(column, bottom, box.mark() == Mark.SINGLE_POINT ? '!' : '_');
		}
		for (int row = top + 1; row <= bottom; row++) {
			set(left, row, '|');
			set(right, row, '|');
			cover(left, row, right - left + 1);
		}
		for (int i = 0; i < box.label().size() && i < bottom - top - 1; i++) {
			String line = box.label().get(i);
			write(left + (right - left + 1 - length(line)) / 2, top + 1 + i, line);
		}
	}

	private void bar(Box box) {
		int left = Grid.column(box.x());
		int row = Grid.textRow(box);
		int width = box.width() / Grid.COLUMN;
		for (int i = 1; i < width - 1; i++) {
			set(left + i, row - 1, '_');
			set(left + i, row, '_');
		}
		set(left, row, '[');
		set(left + width - 1, row, ']');
		if (box.mark() == Mark.SINGLE_POINT) {
			set(left + 1, row, '!');
		}
		write(left + 2, row, box.text().replace(' ', '_'));
		cover(left, row, width);
	}

	private void trace(Link link) {
		Map<Point, Integer> cells = new LinkedHashMap<>();
		for (int i = 1; i < link.points().size(); i++) {
			Point to = cell(link.points().get(i));
			Point at = cell(link.points().get(i - 1));
			while (!at.equals(to)) {
				int dx = Integer.signum(to.x() - at.x());
				int dy = dx != 0 ? 0 : Integer.signum(to.y() - at.y());
				cells.merge(at, dx > 0 ? EAST : dx < 0 ? WEST : dy > 0 ? SOUTH : NORTH, (a, b) -> a | b);
				at = new Point(at.x() + dx, at.y() + dy);
				cells.merge(at, dx > 0 ? WEST : dx < 0 ? EAST : dy > 0 ? NORTH : SOUTH, (a, b) -> a | b);
			}
		}
		cells.forEach((cell, directions) -> mark(cell, directions, link.kind() == LinkKind.REPLICATION));
	}

	private static Point cell(Point point) {
		return new Point(Grid.column(point.x()), Grid.row(point.y()));
	}

	/** Lines of one tree join where they meet; lines of two resources pass, the upright one in front. */
	private void mark(Point cell, int directions, boolean passes) {
		int before = lines[cell.y()][cell.x()];
		boolean cross = passes && (before == UPRIGHT && directions == LEVEL || before == LEVEL && directions == UPRIGHT);
		lines[cell.y()][cell.x()] = cross ? UPRIGHT : before | directions;
	}

	private void writeLines() {
		for (int row = 0; row < lines.length; row++) {
			for (int column = 0; column < columns; column++) {
				if (lines[row][column] != 0 && !covered[row][column]) {
					text[row][column] = glyph(lines[row][column]);
				}
			}
		}
	}

	private static char glyph(int directions) {
		return switch (directions) {
			case NORTH, SOUTH, NORTH | SOUTH -> '|';
			case EAST, WEST, EAST | WEST -> '-';
			case NORTH | EAST, SOUTH | WEST -> '\\';
			case NORTH | WEST, SOUTH | EAST -> '/';
			default -> '+';
		};
	}

	private void cover(int column, int row, int length) {
		for (int i = 0; i < length; i++) {
			covered[row][column + i] = true;
		}
	}

	private void write(int column, int row, String string) {
		int[] points = string.codePoints().toArray();
		for (int i = 0; i < points.length; i++) {
			set(column + i, row, points[i]);
		}
	}

	private void set(int column, int row, int character) {
		text[row][column] = character;
	}

	private static int length(String string) {
		return string.codePointCount(0, string.length());
	}

	private String print() {
		StringBuilder out = new StringBuilder();
		for (int[] row : text) {
			int end = row.length;
			while (end > 0 && (row[end - 1] == 0 || row[end - 1] == ' ')) {
				end--;
			}
			for (int i = 0; i < end; i++) {
				out.appendCodePoint(row[i] == 0 ? ' ' : row[i]);
			}
			out.append('\n');
		}
		return out.toString();
	}
}
