package org.clusterwright.core.diagram;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/** One thing of a picture, in the units of its scene; {@code element} is what of the design it shows. */
public sealed interface Shape {
	Optional<EObject> element();

	/** A point of a scene. */
	record Point(int x, int y) {
	}

	/** What a box stands for; renderers give each its colour, the text figure its brackets. */
	enum Kind {
		NODE, TITLE, DISK, DEVICE, PARTITION, MOUNT, SWAP, FREE, DRBD, BOND, LVM, PHYSICAL_VOLUME, VOLUME_GROUP, VOLUME, FILE_SYSTEM, GUEST, PORT,
		NETWORK, SWITCH, PLUG, NIC, ADDRESS, BMC, PDU, PSU, NOTE
	}

	/** What is particular about a box: the thing normally is on another node (dotted), or it is a single point of failure. */
	enum Mark {
		NONE, ELSEWHERE, SINGLE_POINT
	}

	/**
	 * A box with a label of one line or several. {@code tip} says more of it, line by line.
	 */
	record Box(int x, int y, int width, int height, Kind kind, List<String> label, Mark mark, Optional<EObject> element, List<String> tip) implements Shape {
		public Box {
			Objects.requireNonNull(kind);
			Objects.requireNonNull(mark);
			Objects.requireNonNull(element);
			label = List.copyOf(label);
			tip = List.copyOf(tip);
		}

		public boolean contains(int px, int py) {
			return px >= x && px < x + width && py >= y && py < y + height;
		}

		public double centerX() {
			return x + width / 2.0;
		}

		public double centerY() {
			return y + height / 2.0;
		}

		public Box movedTo(int newX) {
			return new Box(newX, y, width, height, kind, label, mark, element, tip);
		}

		/** Whether it is drawn dotted: what is not here, and what is not used. */
		public boolean isDotted() {
			return mark == Mark.ELSEWHERE || kind == Kind.FREE;
		}

		/** A switch or PDU: a bar below all nodes, its label at the left. */
		public boolean isBar() {
			return kind == Kind.SWITCH || kind == Kind.PDU;
		}

		/** The label in one line. */
		public String text() {
			return String.join(" ", label);
		}
	}

	/** What a line stands for. */
	enum LinkKind {
		PART, REPLICATION, CABLE, STANDBY_CABLE, POWER, FENCE
	}

	/** A line along right angles. It begins and ends inside the boxes that it joins. */
	record Link(List<Point> points, LinkKind kind, Optional<EObject> element, List<String> tip) implements Shape {
		public Link {
			Objects.requireNonNull(kind);
			Objects.requireNonNull(element);
			points = List.copyOf(points);
			tip = List.copyOf(tip);
			if (points.size() < 2) {
				throw new IllegalArgumentException("a line has two ends");
			}
		}
	}
}
