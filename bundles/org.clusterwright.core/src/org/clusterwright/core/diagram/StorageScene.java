package org.clusterwright.core.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.core.diagram.Shape.Link;
import org.clusterwright.core.diagram.Shape.LinkKind;
import org.clusterwright.core.diagram.Shape.Mark;
import org.clusterwright.core.diagram.Shape.Point;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.ReplicatedResource;

/**
 * The storage stack of all nodes, in the drawing language of the tutorial's figure: two nodes mirrored around the storage network, more of them in a
 * row with a line for each resource that is replicated.
 */
public final class StorageScene {
	private static final int GAP = 3;
	private static final int LANE = 3;
	private static final int FIRST_LINE = 4;

	private final EffectiveCluster cluster;
	private final List<Shape> shapes = new ArrayList<>();

	private StorageScene(EffectiveCluster cluster) {
		this.cluster = cluster;
	}

	/** @param sizes whether boxes say how large things are */
	public static Scene of(EffectiveCluster cluster, boolean sizes) {
		return new StorageScene(cluster).build(sizes);
	}

	private Scene build(boolean sizes) {
		StorageStacks stacks = new StorageStacks(cluster, sizes);
		List<NodeFigure> nodes = cluster.nodes().stream().map(n -> new NodeFigure(stacks.of(n))).toList();
		Optional<EffectiveNetwork> network = cluster.networks().replicationNetwork().filter(n -> !cluster.replication().resources().isEmpty());
		boolean pair = nodes.size() == 2 && network.isPresent();
		int bottom = nodes.stream().mapToInt(n -> n.lastRow() + (pair ? n.rowsOfPort(network.get().link().value()) : 1)).max().orElse(1);
		NetworkBox middle = pair ? new NetworkBox(network.get()) : null;
		int column = 0;
		int gap = GAP;
		List<Integer> columns = new ArrayList<>();
		for (int i = 0; i < nodes.size(); i++) {
			boolean mirrored = pair && i == 1;
			columns.add(column);
			NodeFigure node = nodes.get(i);
			Optional<String> port = pair ? Optional.of(network.get().link().value()) : Optional.empty();
			shapes.addAll(node.shapes(column, mirrored, bottom, port.map(p -> new NodeFigure.Port(p, network.get().design()))));
			gap = pair && i == 0 ? middle.gap() : nodes.size() > 2 ? gapBehind(i, node.width()) : GAP;
			column += node.width() + gap;
		}
		int width = Math.max(0, column - gap);
		int rows = bottom + 1;
		if (pair) {
			shapes.addAll(middle.shapes(nodes.get(0).width(), bottom));
		} else if (nodes.size() > 2) {
			rows = replicationLines(columns, bottom);
		}
		return new Scene("Storage of " + cluster.name().value(), width * Grid.COLUMN, rows * Grid.ROW + Grid.ROW / 2, true, shapes);
	}

	/** Columns behind a node: enough for the longest label that stands between its lines and those of the next node. */
	private int gapBehind(int index, int width) {
		EffectiveNode node = cluster.nodes().get(index);
		int labels = cluster.replication().resources().stream().filter(r -> r.isOn(node)).mapToInt(r -> Grid.widthOf(label(r))).max().orElse(0);
		return index == cluster.nodes().size() - 1 || labels == 0 ? GAP : Math.max(GAP, labelColumn(node) + labels + 2 - width - FIRST_LINE);
	}

	/** Where a label stands, counted from the node that its line begins at: behind all lines of that node. */
	private int labelColumn(EffectiveNode node) {
		return FIRST_LINE + LANE * (int) cluster.replication().resources().stream().filter(r -> r.isOn(node)).count() + 1;
	}

	private String label(ReplicatedResource resource) {
		return resource.name().value() + cluster.networks().replicationNetwork().map(n -> " " + n.link().value()).orElse("");
	}

	/** Below the nodes: a line for each resource between its hosts, with its name and link on it. Returns how many rows there are now. */
	private int replicationLines(List<Integer> columns, int bottom) {
		List<ReplicationLine> lines = ReplicationLine.arranged(cluster);
		for (ReplicationLine line : lines) {
			ReplicatedResource resource = line.resource();
			int row = bottom + 2 + 2 * line.lane();
			int width = Grid.widthOf(label(resource));
			int at = columns.get(line.hosts().get(0)) + labelColumn(cluster.nodes().get(line.hosts().get(0)));
			List<String> tip = List.of("DRBD resource " + resource.name().value(), "replicated between " + String.join(", ", line.hosts().stream().map(h -> cluster.nodes().get(h).name().value()).toList()));
			for (int i = 0; i < line.hosts().size(); i++) {
				int end = columns.get(line.hosts().get(i)) + FIRST_LINE + LANE * line.places().get(i);
				List<Point> points = List.of(Grid.middle(end, bottom), Grid.middle(end, row), Grid.middle(end <= at ? at : at + width - 1, row));
				shapes.add(new Link(points, LinkKind.REPLICATION, Optional.of(resource.design()), tip));
			}
			shapes.add(Grid.box(at, row, width, Kind.BOND, label(resource), Mark.NONE, Optional.of(resource.design()), tip));
		}
		return bottom + 1 + (lines.isEmpty() ? 0 : 2 * lines.stream().mapToInt(ReplicationLine::lane).max().orElse(0) + 2);
	}
}
