package org.clusterwright.ui.diagram;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;

/** Painted squares of a large picture, so that moving it paints only what comes into sight. Whoever changes what is to be seen forgets them. */
final class Tiles {
	/** Paints a part of the picture, given in pixels from the picture's origin, at the origin of the GC; all of it, that GC too, is so many times finer than the screen's GC. */
	interface Part {
		void paint(GC gc, int x, int y, int side, int finer);
	}

	private static final int SIDE = 256;
	private static final int TIMES_SEEN = 3;

	/** How many pixels a picture needs for one of the screen's GC, which on GTK is twice as coarse as a fine screen; elsewhere pictures are as fine as the screen. */
	static int finer(Control on) {
		return SWT.getPlatform().equals("gtk") ? Math.max(1, on.getMonitor().getZoom() / 100) : 1;
	}

	private record Key(int column, int row) {
	}

	/** The one used longest ago first. */
	private final Map<Key, Image> tiles = new LinkedHashMap<>(64, 0.75f, true);

	void forget() {
		tiles.values().forEach(Image::dispose);
		tiles.clear();
	}

	/** The tiles of an area. */
	private record Span(int firstColumn, int lastColumn, int firstRow, int lastRow) {
		static Span of(Rectangle area, int left, int top) {
			return new Span(Math.floorDiv(left + area.x, SIDE), Math.floorDiv(left + area.x + area.width - 1, SIDE), Math.floorDiv(top + area.y, SIDE), Math.floorDiv(top + area.y + area.height - 1, SIDE));
		}

		Span around() {
			return new Span(firstColumn - 1, lastColumn + 1, firstRow - 1, lastRow + 1);
		}

		int size() {
			return (lastColumn - firstColumn + 1) * (lastRow - firstRow + 1);
		}

		Stream<Key> keys() {
			return IntStream.rangeClosed(firstRow, lastRow).boxed().flatMap(r -> IntStream.rangeClosed(firstColumn, lastColumn).mapToObj(c -> new Key(c, r)));
		}
	}

	/**
	 * @param left pixels from the picture's origin to the left edge of what is seen
	 * @param seen the part of it that is to be painted
	 */
	void paint(GC gc, Rectangle seen, int left, int top, int finer, Part part) {
		Span span = Span.of(seen, left, top);
		span.keys().forEach(k -> draw(gc, tile(gc, k, finer, part), k.column() * SIDE - left, k.row() * SIDE - top, finer));
		int most = TIMES_SEEN * span.around().size();
		for (Iterator<Image> eldest = tiles.values().iterator(); tiles.size() > most && eldest.hasNext();) {
			eldest.next().dispose();
			eldest.remove();
		}
	}

	/** Paints one of the tiles next to what is seen, for when they come into sight; false if all are there. */
	boolean paintAhead(GC gc, Rectangle window, int left, int top, int finer, Part part) {
		Optional<Key> missing = Span.of(window, left, top).around().keys().filter(k -> !tiles.containsKey(k)).findFirst();
		missing.ifPresent(k -> tile(gc, k, finer, part));
		return missing.isPresent();
	}

	private static void draw(GC gc, Image tile, int x, int y, int finer) {
		if (finer == 1) {
			gc.drawImage(tile, x, y);
		} else {
			gc.drawImage(tile, 0, 0, SIDE * finer, SIDE * finer, x, y, SIDE, SIDE);
		}
	}

	private Image tile(GC gc, Key key, int finer, Part part) {
		Image tile = tiles.get(key);
		if (tile == null) {
			tile = new Image(gc.getDevice(), SIDE * finer, SIDE * finer);
			GC on = new GC(tile);
			part.paint(on, key.column() * SIDE * finer, key.row() * SIDE * finer, SIDE * finer, finer);
			on.dispose();
			tiles.put(key, tile);
		}
		return tile;
	}
}
