package org.clusterwright.ui.diagram;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clusterwright.core.diagram.Look;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.Shape;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.core.diagram.Shape.Link;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** A scene in the order in which it is painted, with what need not be found anew for each paint; what lies in a part of it is found by tiles. */
final class PreparedScene {
	static final PreparedScene NOTHING = new PreparedScene(new Scene("", 0, 0, false, List.of()));
	private static final int TILE = 512;

	/** A shape with its look; texts are measured when they are first written. */
	static final class Item {
		private final Shape shape;
		private final Rectangle bounds;
		private final Look look;
		private final Look.Type type;
		private final List<String> lines;
		private Point[] extents;

		private Item(Shape shape) {
			this.shape = shape;
			this.bounds = bounds(shape);
			this.look = shape instanceof Box box ? Look.of(box) : null;
			this.type = shape instanceof Box box ? Look.type(box) : null;
			this.lines = shape instanceof Box box ? Look.lines(box) : List.of();
		}

		Shape shape() {
			return shape;
		}

		Look look() {
			return look;
		}

		Look.Type type() {
			return type;
		}

		List<String> lines() {
			return lines;
		}

		/** How large the lines are. */
		Point[] extents(Function<String, Point> measure) {
			if (extents == null) {
				extents = lines.stream().map(measure).toArray(Point[]::new);
			}
			return extents;
		}
	}

	private final Scene scene;
	private final List<Item> items = new ArrayList<>();
	private final int columns;
	private final int rows;
	private final BitSet[] tiles;

	private PreparedScene(Scene scene) {
		this.scene = scene;
		scene.shapes().stream().filter(s -> s instanceof Box b && b.kind() == Kind.NODE).forEach(s -> items.add(new Item(s)));
		scene.shapes().stream().filter(Link.class::isInstance).forEach(s -> items.add(new Item(s)));
		scene.shapes().stream().filter(s -> s instanceof Box b && b.kind() != Kind.NODE).forEach(s -> items.add(new Item(s)));
		columns = scene.width() / TILE + 1;
		rows = scene.height() / TILE + 1;
		tiles = new BitSet[columns * rows];
		for (int i = 0; i < items.size(); i++) {
			int item = i;
			forEachTile(items.get(i).bounds, t -> {
				if (tiles[t] == null) {
					tiles[t] = new BitSet();
				}
				tiles[t].set(item);
			});
		}
	}

	static PreparedScene of(Scene scene) {
		return new PreparedScene(scene);
	}

	/** A box that is painted by itself. */
	static Item item(Box box) {
		return new Item(box);
	}

	boolean isOf(Scene other) {
		return scene == other;
	}

	private void forEachTile(Rectangle area, Consumer<Integer> each) {
		int right = Math.clamp((area.x + area.width) / TILE, 0, columns - 1);
		int bottom = Math.clamp((area.y + area.height) / TILE, 0, rows - 1);
		for (int row = Math.clamp(area.y / TILE, 0, rows - 1); row <= bottom; row++) {
			for (int column = Math.clamp(area.x / TILE, 0, columns - 1); column <= right; column++) {
				each.accept(row * columns + column);
			}
		}
	}

	/** What may show in a rectangle, in the order of painting; {@code around} is how far things reach beyond their bounds. */
	void forEachIn(Rectangle clip, int around, Consumer<Item> each) {
		Rectangle wide = new Rectangle(clip.x - around, clip.y - around, clip.width + 2 * around, clip.height + 2 * around);
		BitSet found = new BitSet(items.size());
		forEachTile(wide, t -> {
			if (tiles[t] != null) {
				found.or(tiles[t]);
			}
		});
		for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
			if (items.get(i).bounds.intersects(wide)) {
				each.accept(items.get(i));
			}
		}
	}

	/** Lines have an extent in both directions, so that they can meet a rectangle. */
	private static Rectangle bounds(Shape shape) {
		return switch (shape) {
			case Box b -> new Rectangle(b.x(), b.y(), b.width() + 1, b.height() + 1);
			case Link l -> {
				Rectangle bounds = null;
				for (Shape.Point p : l.points()) {
					Rectangle at = new Rectangle(p.x() - 1, p.y() - 1, 3, 3);
					if (bounds == null) {
						bounds = at;
					} else {
						bounds.add(at);
					}
				}
				yield bounds;
			}
		};
	}
}
