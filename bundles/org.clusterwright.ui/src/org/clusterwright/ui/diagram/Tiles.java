package org.clusterwright.ui.diagram;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;

/** Painted squares of a large picture, so that moving it paints only what comes into sight. Whoever changes what is to be seen forgets them. */
final class Tiles {
	/** Paints a part of the picture, given in pixels from the picture's origin, at the origin of the GC. */
	interface Part {
		void paint(GC gc, int x, int y, int width, int height);
	}

	private static final int SIDE = 256;
	private static final int TIMES_SEEN = 3;

	private record Key(int column, int row) {
	}

	/** The one used longest ago first. */
	private final Map<Key, Image> tiles = new LinkedHashMap<>(64, 0.75f, true);

	void forget() {
		tiles.values().forEach(Image::dispose);
		tiles.clear();
	}

	/**
	 * @param left pixels from the picture's origin to the left edge of what is seen
	 * @param seen the part of it that is to be painted
	 */
	void paint(GC gc, Rectangle seen, int left, int top, Part part) {
		int firstColumn = Math.floorDiv(left + seen.x, SIDE);
		int lastColumn = Math.floorDiv(left + seen.x + seen.width - 1, SIDE);
		int firstRow = Math.floorDiv(top + seen.y, SIDE);
		int lastRow = Math.floorDiv(top + seen.y + seen.height - 1, SIDE);
		for (int row = firstRow; row <= lastRow; row++) {
			for (int column = firstColumn; column <= lastColumn; column++) {
				gc.drawImage(tile(gc, new Key(column, row), part), column * SIDE - left, row * SIDE - top);
			}
		}
		int most = TIMES_SEEN * (lastColumn - firstColumn + 2) * (lastRow - firstRow + 2);
		for (Iterator<Image> eldest = tiles.values().iterator(); tiles.size() > most && eldest.hasNext();) {
			eldest.next().dispose();
			eldest.remove();
		}
	}

	private Image tile(GC gc, Key key, Part part) {
		Image tile = tiles.get(key);
		if (tile == null) {
			tile = new Image(gc.getDevice(), SIDE, SIDE);
			GC on = new GC(tile);
			part.paint(on, key.column() * SIDE, key.row() * SIDE, SIDE, SIDE);
			on.dispose();
			tiles.put(key, tile);
		}
		return tile;
	}
}
