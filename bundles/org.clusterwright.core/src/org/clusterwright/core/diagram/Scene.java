package org.clusterwright.core.diagram;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.Shape.Kind;

/**
 * A picture without colours: shapes with integer places, the later ones above the earlier. A unit is a pixel at 100 %. Scenes {@code onGrid} lie on the
 * cells of {@link Grid}, so that they can be written as text too.
 */
public record Scene(String title, int width, int height, boolean onGrid, List<Shape> shapes) {
	public Scene {
		Objects.requireNonNull(title);
		shapes = List.copyOf(shapes);
	}

	/** The smallest box at a point; frames of nodes are below all else. */
	public Optional<Box> at(int x, int y) {
		Box best = null;
		for (Shape shape : shapes) {
			if (shape instanceof Box box && box.contains(x, y) && (best == null || area(box) <= area(best))) {
				best = box;
			}
		}
		return Optional.ofNullable(best);
	}

	private static long area(Box box) {
		return (long) box.width() * box.height();
	}

	public List<Box> boxes() {
		return shapes.stream().filter(Box.class::isInstance).map(Box.class::cast).toList();
	}

	/** Boxes but not the frames around them and not headings, in reading order: what the keyboard goes through. */
	public List<Box> stops() {
		return boxes().stream().filter(b -> b.kind() != Kind.NODE && (b.kind() != Kind.NOTE || b.element().isPresent())).sorted(Comparator.comparingInt(Box::y).thenComparingInt(Box::x)).toList();
	}

	/** The nearest stop in a direction (-1, 0 or 1 to the right and down), what lies straight ahead before what lies aside. */
	public Optional<Box> next(Box from, int right, int down) {
		Box best = null;
		double least = Double.MAX_VALUE;
		for (Box box : stops()) {
			double acrossX = box.centerX() - from.centerX();
			double acrossY = box.centerY() - from.centerY();
			double along = right * acrossX + down * acrossY;
			double aside = Math.abs(down * acrossX) + Math.abs(right * acrossY);
			double distance = along + 3 * aside + (aside > 2 * along ? width + height : 0);
			if (along > 0 && distance < least) {
				least = distance;
				best = box;
			}
		}
		return Optional.ofNullable(best);
	}
}
