package org.clusterwright.core.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.core.diagram.Shape.Link;
import org.clusterwright.core.diagram.Shape.LinkKind;
import org.clusterwright.core.diagram.Shape.Mark;
import org.clusterwright.core.diagram.Shape.Point;
import org.clusterwright.core.diagram.StorageStack.Chain;
import org.clusterwright.core.diagram.StorageStack.Group;
import org.clusterwright.core.diagram.StorageStack.Item;
import org.clusterwright.core.diagram.StorageStack.Slice;
import org.clusterwright.core.diagram.StorageStack.Volume;
import org.eclipse.emf.ecore.EObject;

/**
 * The places of one node's storage on the grid, as the tutorial draws its left node: disks at the top, what is built on partitions below, each chain
 * fed by a line down its own lane at the right. The first partition has the outermost lane and the lowest chain, so that no lines cross.
 */
final class NodeFigure {
	/** The bond at the node's foot that leads to the replication network. */
	record Port(String name, EObject element) {
	}

	private static final int FIRST_COLUMN = 2;
	private static final int FIRST_ROW = 3;
	/** A trunk hangs this far inside the box that it comes from, and its branches begin this far from it. */
	private static final int INSIDE = 2;
	private static final int BRANCH = 3;
	private static final int USE = 2;
	/** The leftmost column of the line into a chain's LVM. */
	private static final int CHAIN_TRUNK = 5;
	private static final int LANES_APART = 2;
	private static final int BESIDE_LANES = 3;
	private static final int AROUND_PORT = 4;
	private static final int PORT_ROWS = 4;
	private static final int REPLICATION_LINES = 4;

	private final StorageStack stack;
	private final List<Shape> shapes = new ArrayList<>();
	/** What hangs below a box and keeps its side of it when the node is mirrored, as in the tutorial's figure: the column and width of that box. */
	private final Map<Shape, int[]> hanging = new IdentityHashMap<>();
	private final Map<String, Integer> sourceRows = new HashMap<>();
	private final Map<String, Integer> sourceEnds = new HashMap<>();
	private int usesEnd;
	private int lastRow;
	private int width;

	NodeFigure(StorageStack stack) {
		this.stack = stack;
		int end = disks();
		chains(end);
	}

	int width() {
		return width;
	}

	int lastRow() {
		return lastRow;
	}

	/** Rows that are left free for a port at the foot: one more where something of the last row stands above it. */
	int rowsOfPort(String port) {
		int first = width - portWidth(port);
		boolean isAbove = shapes.stream().anyMatch(s -> s instanceof Box b && Grid.textRow(b) == lastRow && Grid.column(b.x() + b.width()) > first);
		return isAbove ? PORT_ROWS + 1 : PORT_ROWS;
	}

	private static int portWidth(String port) {
		return port.codePointCount(0, port.length()) + AROUND_PORT;
	}

	/** The shapes with the frame, moved to a column and mirrored if so; the frame ends at {@code bottom}. */
	List<Shape> shapes(int column, boolean mirrored, int bottom, Optional<Port> port) {
		List<Shape> all = new ArrayList<>();
		EObject element = stack.node().design();
		all.add(Grid.area(column, 0, width, bottom + 1, Kind.NODE, List.of(stack.node().name().value()), Mark.NONE, Optional.of(element), List.of(stack.node().hostName().value())));
		int title = Grid.widthOf(stack.node().name().value());
		all.add(Grid.area(mirrored ? column + width - 2 - title : column + FIRST_COLUMN, 1, title, 1, Kind.TITLE, List.of(stack.node().name().value()), Mark.NONE, Optional.of(element), List.of(stack.node().hostName().value())));
		port.ifPresent(p -> {
			int portWidth = portWidth(p.name());
			all.add(Grid.area(mirrored ? column : column + width - portWidth, bottom - PORT_ROWS + 1, portWidth, PORT_ROWS, Kind.PORT, List.of(p.name()), Mark.NONE, Optional.of(p.element()), List.of("carries the replication")));
		});
		for (Shape shape : shapes) {
			all.add(placed(shape, column, mirrored));
		}
		return all;
	}

	private Shape placed(Shape shape, int column, boolean mirrored) {
		int shift = column * Grid.COLUMN;
		int whole = width * Grid.COLUMN;
		if (mirrored && hanging.containsKey(shape)) {
			int[] above = hanging.get(shape);
			return placed(shape, column + width - 2 * above[0] - above[1]);
		}
		return switch (shape) {
			case Box b -> mirrored ? b.movedTo(shift + whole - b.x() - b.width()) : placed(b, column);
			case Link l -> mirrored ? new Link(l.points().stream().map(p -> new Point(shift + whole - p.x(), p.y())).toList(), l.kind(), l.element(), l.tip()) : placed(l, column);
		};
	}

	private static Shape placed(Shape shape, int column) {
		int shift = column * Grid.COLUMN;
		return switch (shape) {
			case Box b -> b.movedTo(shift + b.x());
			case Link l -> new Link(l.points().stream().map(p -> new Point(shift + p.x(), p.y())).toList(), l.kind(), l.element(), l.tip());
		};
	}

	/** Draws the disks and their partitions; returns the last row. */
	private int disks() {
		int members = stack.groups().stream().flatMap(g -> g.members().stream()).mapToInt(Item::width).max().orElse(0);
		int trunk = FIRST_COLUMN + (members == 0 ? 0 : members + 2);
		int device = members == 0 ? FIRST_COLUMN : trunk + BRANCH;
		int row = FIRST_ROW;
		int last = FIRST_ROW - 2;
		for (Group group : stack.groups()) {
			for (int i = 0; i < group.members().size(); i++) {
				Item member = group.members().get(i);
				put(member, FIRST_COLUMN, row + 2 * i);
				link(member.element(), FIRST_COLUMN + member.width() - 1, row + 2 * i, trunk, row + 2 * i, trunk, row, device, row);
			}
			put(group.device(), device, row);
			sourceRows.put(group.device().label(), row);
			sourceEnds.put(group.device().label(), device + group.device().width());
			usesEnd = Math.max(usesEnd, device + group.device().width());
			int branch = device + INSIDE;
			int at = row;
			for (Slice slice : group.slices()) {
				at += 2;
				slice(slice, branch, row, at);
			}
			last = Math.max(at, row + 2 * Math.max(0, group.members().size() - 1));
			row = last + 2;
		}
		return last;
	}

	private void slice(Slice slice, int branch, int from, int row) {
		int column = branch + BRANCH;
		put(slice.item(), column, row);
		link(slice.item().element(), branch, from, branch, row, column, row);
		int end = column + slice.item().width();
		if (slice.use().isPresent()) {
			Item use = slice.use().get();
			put(use, end + USE, row);
			link(use.element(), end - 1, row, end + USE, row);
			end += USE + use.width();
		}
		usesEnd = Math.max(usesEnd, end);
		if (!slice.path().isEmpty()) {
			sourceRows.putIfAbsent(slice.path(), row);
			sourceEnds.putIfAbsent(slice.path(), end);
		}
	}

	/** Draws the chains below row {@code above} and settles width and height. */
	private void chains(int above) {
		List<Chain> outermostFirst = stack.chains().stream().sorted((a, b) -> Integer.compare(sourceRows.get(a.source()), sourceRows.get(b.source()))).toList();
		int count = outermostFirst.size();
		int innermost = 0;
		int firstRow = outermostFirst.stream().mapToInt(c -> sourceRows.get(c.source())).min().orElse(Integer.MAX_VALUE);
		for (int i = 0; i < count; i++) {
			Chain chain = outermostFirst.get(i);
			innermost = Math.max(innermost, CHAIN_TRUNK + need(chain) - LANES_APART * (count - 1 - i));
			innermost = Math.max(innermost, sourceEnds.get(chain.source()) + 1);
		}
		for (Shape shape : shapes) {
			if (shape instanceof Box box && Grid.textRow(box) >= firstRow) {
				innermost = Math.max(innermost, Grid.column(box.x() + box.width()) + 1);
			}
		}
		int row = above;
		for (int i = count - 1; i >= 0; i--) {
			Chain chain = outermostFirst.get(i);
			row = chain(chain, innermost + LANES_APART * (count - 1 - i), row + 2);
		}
		lastRow = row;
		int replicas = (int) stack.chains().stream().filter(c -> c.replica().isPresent()).count();
		int title = Math.max(stack.node().name().value().length() + 6, REPLICATION_LINES + 3 * replicas);
		int outermost = innermost + LANES_APART * Math.max(0, count - 1);
		width = 1 + Math.max(title, Math.max(count == 0 ? 0 : outermost + BESIDE_LANES, usesEnd + 2));
	}

	/** The columns between the line into the LVM and the lane. */
	private static int need(Chain chain) {
		int most = chain.replica().map(r -> BRANCH + r.width() + 2).orElse(0);
		if (chain.lvm().isPresent()) {
			most = Math.max(most, BRANCH + chain.lvm().get().width() + 2 + chain.replica().map(r -> r.width() + 2).orElse(0));
		}
		most = Math.max(most, chain.group().map(g -> g.width() - INSIDE).orElse(0));
		for (Volume volume : chain.volumes()) {
			int line = chain.isStraight() ? Math.max(volume.item().width() - INSIDE, BRANCH + volume.usersWidth() - USE) : BRANCH + volume.width();
			most = Math.max(most, line);
		}
		// The bond below the replica stays clear of the physical volume, on whichever side that is.
		return Math.max(most, chain.bond().filter(b -> chain.replica().isPresent()).map(b -> BRANCH + INSIDE + BRANCH + b.width() + AROUND_PORT).orElse(0));
	}

	/** Draws a chain from its first row on; returns the last one. */
	private int chain(Chain chain, int lane, int row) {
		int trunk = lane - need(chain);
		Item first = chain.replica().or(chain::lvm).orElseThrow();
		int column = Math.min(lane - 2 - first.width(), lane - chain.bond().map(b -> INSIDE + BRANCH + b.width()).orElse(0));
		link(first.element(), sourceEnds.get(chain.source()) - 1, sourceRows.get(chain.source()), lane, sourceRows.get(chain.source()), lane, row, column + first.width() - 1, row);
		put(first, column, row);
		int last = row;
		if (chain.replica().isPresent() && chain.bond().isPresent()) {
			Item bond = chain.bond().get();
			int before = shapes.size();
			put(bond, column + INSIDE + BRANCH, row + 2);
			link(bond.element(), column + INSIDE, row, column + INSIDE, row + 2, column + INSIDE + BRANCH, row + 2);
			shapes.subList(before, shapes.size()).forEach(s -> hanging.put(s, new int[] { column, first.width() }));
			last = row + 2;
		}
		if (chain.lvm().isEmpty()) {
			return last;
		}
		int lvm = trunk + BRANCH;
		if (chain.replica().isPresent()) {
			put(chain.lvm().get(), lvm, row);
			link(chain.lvm().get().element(), lvm + chain.lvm().get().width() - 1, row, column, row);
		} else {
			lvm = column;
		}
		int box = trunk - INSIDE;
		Item physical = chain.physicalVolume().orElseThrow();
		Item group = chain.group().orElseThrow();
		put(physical, box, row + 2);
		link(physical.element(), lvm, row, trunk, row, trunk, row + 2);
		put(group, box, row + 4);
		link(group.element(), trunk, row + 2, trunk, row + 4);
		return volumes(chain, trunk, row + 4);
	}

	private int volumes(Chain chain, int trunk, int group) {
		int row = group;
		for (Volume volume : chain.volumes()) {
			row += 2;
			EObject element = volume.item().element();
			int end;
			if (chain.isStraight()) {
				put(volume.item(), trunk - INSIDE, row);
				link(element, trunk, group, trunk, row);
				Item fileSystem = volume.users().get(0);
				put(fileSystem, trunk + BRANCH, row + 2);
				link(element, trunk, row, trunk, row + 2, trunk + BRANCH, row + 2);
				row += 2;
				users(volume.users().subList(1, volume.users().size()), trunk + BRANCH + fileSystem.width(), row);
			} else {
				put(volume.item(), trunk + BRANCH, row);
				link(element, trunk, group, trunk, row, trunk + BRANCH, row);
				end = trunk + BRANCH + volume.item().width();
				users(volume.users(), end, row);
			}
		}
		return row;
	}

	private void users(List<Item> users, int from, int row) {
		int end = from;
		for (Item user : users) {
			int column = end + Volume.lead(user);
			put(user, column, row);
			link(user.element(), end - 1, row, column, row);
			end = column + user.width();
		}
	}

	private void put(Item item, int column, int row) {
		shapes.add(Grid.box(column, row, item.width(), item.kind(), item.label(), item.elsewhere() ? Mark.ELSEWHERE : Mark.NONE, Optional.of(item.element()), item.tip()));
	}

	/** A line through cells: column, row, column, row, ... */
	private void link(EObject element, int... cells) {
		List<Point> points = new ArrayList<>();
		for (int i = 0; i < cells.length; i += 2) {
			Point point = Grid.middle(cells[i], cells[i + 1]);
			if (points.isEmpty() || !points.get(points.size() - 1).equals(point)) {
				points.add(point);
			}
		}
		if (points.size() > 1) {
			shapes.add(new Link(points, LinkKind.PART, Optional.of(element), List.of()));
		}
	}
}
