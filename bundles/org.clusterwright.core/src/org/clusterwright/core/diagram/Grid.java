package org.clusterwright.core.diagram;

import java.util.List;
import java.util.Optional;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.core.diagram.Shape.Mark;
import org.clusterwright.core.diagram.Shape.Point;
import org.eclipse.emf.ecore.EObject;

/** The cells of the storage picture: one is a character of the text figure. A box is one line of text high and its upper edge lies in the line above. */
final class Grid {
	static final int COLUMN = 8;
	static final int ROW = 16;
	private static final int BOX_HEIGHT = 24;
	/** Brackets and underscores around a label: {@code [_x_]}. */
	static final int AROUND = 4;

	private Grid() {
	}

	/** The middle of a cell. */
	static Point middle(int column, int row) {
		return new Point(column * COLUMN + COLUMN / 2, row * ROW + ROW / 2);
	}

	static int widthOf(String label) {
		return label.codePointCount(0, label.length()) + AROUND;
	}

	static Box box(int column, int row, int width, Kind kind, String label, Mark mark, Optional<EObject> element, List<String> tip) {
		return new Box(column * COLUMN, row * ROW + (ROW - BOX_HEIGHT) / 2, width * COLUMN, BOX_HEIGHT, kind, List.of(label), mark, element, tip);
	}

	/** A box over several rows, with their whole height: an edge, lines, an edge. */
	static Box area(int column, int row, int width, int rows, Kind kind, List<String> label, Mark mark, Optional<EObject> element, List<String> tip) {
		return new Box(column * COLUMN, row * ROW, width * COLUMN, rows * ROW, kind, label, mark, element, tip);
	}

	static int column(int x) {
		return Math.floorDiv(x, COLUMN);
	}

	static int row(int y) {
		return Math.floorDiv(y, ROW);
	}

	static boolean isArea(Box box) {
		return box.height() != BOX_HEIGHT;
	}

	/** The row of a box's text. */
	static int textRow(Box box) {
		return Math.floorDiv(box.y() - (ROW - BOX_HEIGHT) / 2, ROW);
	}
}
