package org.clusterwright.core.diagram;

import java.util.List;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.core.diagram.Shape.Link;
import org.clusterwright.core.diagram.Shape.LinkKind;
import org.clusterwright.core.diagram.Shape.Mark;
import org.clusterwright.core.diagram.Shape.Point;

/**
 * How a shape is drawn, apart from colours: the outline, where its text stands, how strong its line is. Boxes of a scene are as large as the text figure
 * needs them; what is drawn may be smaller.
 */
public record Look(int x, int y, int width, int height, int corner, double edge) {
	/** How far a corner of a line is rounded. */
	public static final int BEND = 6;
	/** From one line of a label to the next. */
	public static final int LINE_HEIGHT = 15;
	/** The radius of what marks a single point of failure, and of the dot that ends a line on a node's frame. */
	public static final int BADGE = 7;
	public static final int DOT = 3;

	private static final int CORNER = 5;
	private static final int FRAME_CORNER = 12;
	private static final int INSET = 4;
	private static final int PORT_HEIGHT = 40;
	private static final int SOCKET = 8;
	private static final int PLUG = 16;
	private static final int LEFT_TEXT = 10;

	/** The text of a box: size in units, and whether it begins at the left instead of standing in the middle. */
	public record Type(int size, boolean isBold, boolean isLeft) {
	}

	public static Look of(Box box) {
		double edge = box.mark() == Mark.SINGLE_POINT ? 2 : 1;
		return switch (box.kind()) {
			case NODE -> new Look(box.x(), box.y(), box.width(), box.height(), FRAME_CORNER, 1);
			// The text figure draws them down to the frame's lower edge.
			case PORT, NETWORK -> new Look(box.x(), box.y() + INSET, box.width(), PORT_HEIGHT, CORNER + 1, edge);
			case PLUG -> plug(box, edge);
			default -> new Look(box.x(), box.y(), box.width(), box.height(), CORNER, edge);
		};
	}

	/** A round number tag in its bar; a hole where the design does not say which port. */
	private static Look plug(Box box, double edge) {
		int width = isSocket(box) ? SOCKET : Math.max(PLUG, 6 * box.text().length() + SOCKET);
		int height = isSocket(box) ? SOCKET : PLUG;
		int middle = box.x() + box.width() / 2;
		return new Look(middle - width / 2, box.y() + (box.height() - height) / 2, width, height, height / 2, edge);
	}

	/** Whether only an edge and no text is drawn. */
	public static boolean isSocket(Box box) {
		return box.kind() == Kind.PLUG && box.text().equals("o");
	}

	public static boolean hasOutline(Box box) {
		return box.kind() != Kind.TITLE && box.kind() != Kind.NOTE;
	}

	public static Type type(Box box) {
		return switch (box.kind()) {
			case TITLE -> new Type(14, true, false);
			case NOTE -> new Type(11, box.label().size() == 1 && box.element().isEmpty(), true);
			case PLUG -> new Type(9, false, false);
			default -> new Type(11, false, box.isBar());
		};
	}

	/** The lines of a label that are drawn. */
	public static List<String> lines(Box box) {
		return isSocket(box) || box.kind() == Kind.NODE ? List.of() : box.label().stream().filter(l -> !l.isEmpty()).toList();
	}

	/** Where text begins that does not stand in the middle. */
	public int textLeft(Box box) {
		return x + (box.kind() == Kind.NOTE ? 0 : LEFT_TEXT) + (hasBadge(box) && box.kind() == Kind.NOTE ? 2 * BADGE + INSET : 0);
	}

	/** The middle of a line of a label of so many. */
	public int textMiddle(int line, int lines) {
		return y + height / 2 - (lines - 1) * LINE_HEIGHT / 2 + line * LINE_HEIGHT;
	}

	/** Whether a badge says that this is a single point of failure. */
	public static boolean hasBadge(Box box) {
		return box.mark() == Mark.SINGLE_POINT && box.kind() != Kind.PLUG;
	}

	public Point badge(Box box) {
		return box.kind() == Kind.NOTE ? new Point(x + BADGE, y + height / 2) : new Point(x + width - 2, y + 2);
	}

	public static double width(LinkKind kind) {
		return kind == LinkKind.PART ? 1.25 : 2;
	}

	public static boolean isDashed(LinkKind kind) {
		return kind == LinkKind.STANDBY_CABLE || kind == LinkKind.FENCE;
	}

	/** Whether dots show where a line leaves the frames of nodes. */
	public static boolean hasDots(Link link) {
		return link.kind() == LinkKind.REPLICATION && link.points().size() > 2;
	}
}
