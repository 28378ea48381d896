package org.clusterwright.core.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.core.diagram.Shape.Link;
import org.clusterwright.core.diagram.Shape.LinkKind;
import org.clusterwright.core.diagram.Shape.Mark;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.design.SwitchPort;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.EObject;

/**
 * Networks, power and fencing: the nodes in a row, guests on bridges on bonds on NICs; below them each switch and PDU as a bar across all nodes, into
 * which cables drop. Below, in words: how each node is fenced and over which switch, and what is a single point of failure; those are marked in the picture too.
 */
public final class NetworkScene {
	private static final int LEFT_OF_NODES = 3;
	private static final int BETWEEN_NODES = 3;
	private static final int BARS_APART = 3;
	private static final int BETWEEN_UPLINKS = 5;

	private final EffectiveCluster cluster;
	private final SinglePoints points;
	private final List<Shape> shapes = new ArrayList<>();
	private final Map<EObject, Integer> bars = new LinkedHashMap<>();
	private int right;
	private int notesWidth;

	private NetworkScene(EffectiveCluster cluster) {
		this.cluster = cluster;
		this.points = new SinglePoints(cluster);
	}

	public static Scene of(EffectiveCluster cluster) {
		return new NetworkScene(cluster).build();
	}

	private Scene build() {
		List<Switch> switches = Statements.all(cluster.design(), Switch.class);
		List<Pdu> pdus = Statements.all(cluster.design(), Pdu.class);
		List<NodeCard> cards = cluster.nodes().stream().map(n -> new NodeCard(cluster, n, points)).toList();
		int above = cards.stream().mapToInt(NodeCard::rowsAbove).max().orElse(0);
		int bottom = NodeCard.bottom(above);
		int row = bottom + BARS_APART;
		int labels = 0;
		for (EObject bar : concat(switches, pdus)) {
			bars.put(bar, row);
			row += BARS_APART;
			labels = Math.max(labels, Grid.widthOf(label(bar)));
		}
		int column = labels == 0 ? 0 : labels + LEFT_OF_NODES;
		for (NodeCard card : cards) {
			NodeCard.Placed placed = card.place(column, above);
			shapes.addAll(placed.shapes());
			placed.cables().forEach(this::plug);
			column += card.width() + BETWEEN_NODES;
		}
		right = column;
		pdus.forEach(this::control);
		switches.forEach(this::uplinks);
		int barWidth = Math.max(right, labels + 1);
		int notes = Math.max(bottom + 1, row - 1) + 1;
		int end = paths(notes);
		end = singlePoints(end == notes ? notes : end + 1);
		int width = Math.max(barWidth, notesWidth);
		List<Shape> all = new ArrayList<>();
		bars.forEach((bar, at) -> all.add(Grid.box(0, at, barWidth, bar instanceof Switch ? Kind.SWITCH : Kind.PDU, label(bar), points.isBar(bar) ? Mark.SINGLE_POINT : Mark.NONE, Optional.of(bar), tip(bar))));
		all.addAll(shapes);
		return new Scene("Network and fencing of " + cluster.name().value(), width * Grid.COLUMN, (end == notes ? notes - 1 : end) * Grid.ROW, true, all);
	}

	/** How each node is fenced, a line for each, the methods below each other. Returns the row behind. */
	private int paths(int from) {
		FencePaths paths = new FencePaths(cluster);
		Map<EffectiveNode, List<String>> fenced = new LinkedHashMap<>();
		cluster.nodes().forEach(n -> fenced.put(n, paths.of(n)));
		if (fenced.values().stream().allMatch(List::isEmpty)) {
			return from;
		}
		int row = from;
		note(0, row++, "Fence paths", Optional.empty(), Mark.NONE);
		int names = fenced.keySet().stream().mapToInt(n -> Grid.widthOf(n.name().value())).max().orElse(0);
		int methods = fenced.values().stream().mapToInt(List::size).max().orElse(0);
		List<Integer> columns = new ArrayList<>(List.of(names));
		for (int i = 0; i < methods; i++) {
			int method = i;
			columns.add(columns.get(i) + fenced.values().stream().filter(p -> p.size() > method).mapToInt(p -> Grid.widthOf(p.get(method))).max().orElse(0));
		}
		for (Map.Entry<EffectiveNode, List<String>> node : fenced.entrySet()) {
			Optional<EObject> element = Optional.of(node.getKey().design());
			note(0, row, node.getKey().name().value(), element, Mark.NONE);
			for (int i = 0; i < node.getValue().size(); i++) {
				note(columns.get(i), row, node.getValue().get(i), Optional.of(cluster.fencing().methods(node.getKey()).get(i).design()), Mark.NONE);
			}
			if (node.getValue().isEmpty()) {
				note(names, row, "nothing fences it", element, Mark.SINGLE_POINT);
			}
			row++;
		}
		return row;
	}

	private int singlePoints(int from) {
		Map<String, EObject> sentences = points.sentences();
		if (sentences.isEmpty()) {
			return from;
		}
		int row = from;
		note(0, row++, "Single points of failure", Optional.empty(), Mark.NONE);
		for (Map.Entry<String, EObject> sentence : sentences.entrySet()) {
			note(0, row++, sentence.getKey(), Optional.of(sentence.getValue()), Mark.SINGLE_POINT);
		}
		return row;
	}

	private void note(int column, int row, String text, Optional<EObject> element, Mark mark) {
		int width = Grid.widthOf(text) - (mark == Mark.SINGLE_POINT ? 0 : 2);
		notesWidth = Math.max(notesWidth, column + width);
		shapes.add(Grid.area(column, row, width, 1, Kind.NOTE, List.of(text), mark, element, List.of()));
	}

	private static List<EObject> concat(List<Switch> switches, List<Pdu> pdus) {
		List<EObject> all = new ArrayList<>(switches);
		all.addAll(pdus);
		return all;
	}

	/** A cable from a box of a node into its bar, with the number of the port or outlet there. */
	private void plug(NodeCard.Cable cable) {
		Integer row = bars.get(cable.bar());
		if (row != null) {
			shapes.add(new Link(List.of(Grid.middle(cable.column(), cable.row()), Grid.middle(cable.column(), row)), cable.kind(), Optional.of(cable.element()), cable.tip()));
			socket(cable.column(), row, cable.port(), cable.element(), cable.mark());
		}
	}

	private void socket(int column, int row, Optional<String> port, EObject element, Mark mark) {
		String text = port.orElse("o");
		int length = text.codePointCount(0, text.length());
		shapes.add(Grid.box(column - (length - 1) / 2, row, length, Kind.PLUG, text, mark, Optional.of(element), List.of(port.map(p -> "port " + p).orElse("the design does not say which port"))));
	}

	/** By which switch a PDU is told to cut power. */
	private void control(Pdu pdu) {
		if (pdu.getSwitch() != null && bars.containsKey(pdu.getSwitch())) {
			beside(pdu, pdu.getSwitch(), LinkKind.FENCE, Optional.of("net"), Optional.ofNullable(pdu.getSwitchPort()), pdu.getName() + " is reached through " + pdu.getSwitch().getName());
		}
	}

	private void uplinks(Switch from) {
		if (from.getStackedWith() != null && bars.containsKey(from.getStackedWith())) {
			beside(from, from.getStackedWith(), LinkKind.CABLE, Optional.of("stack"), Optional.of("stack"), from.getName() + " is stacked with " + from.getStackedWith().getName() + ": they fail as one");
		}
		for (SwitchPort port : Statements.all(from, SwitchPort.class)) {
			if (port.getPeer() != null && bars.containsKey(port.getPeer())) {
				beside(from, port.getPeer(), LinkKind.CABLE, Optional.ofNullable(port.getName()), Optional.empty(), "uplink of " + from.getName() + " to " + port.getPeer().getName());
			}
		}
	}

	/** A line between two bars, right of all nodes. */
	private void beside(EObject from, EObject to, LinkKind kind, Optional<String> here, Optional<String> there, String tip) {
		int column = right + 1;
		right += BETWEEN_UPLINKS;
		shapes.add(new Link(List.of(Grid.middle(column, bars.get(from)), Grid.middle(column, bars.get(to))), kind, Optional.of(from), List.of(tip)));
		socket(column, bars.get(from), here, from, Mark.NONE);
		socket(column, bars.get(to), there, from, Mark.NONE);
	}

	private static String label(EObject bar) {
		return switch (bar) {
			case Switch s -> s.getName() + (s.getAddress() == null ? "" : " " + s.getAddress());
			case Pdu p -> p.getName() + (p.getAddress() == null ? "" : " " + p.getAddress());
			default -> throw new IllegalStateException("no bar: " + bar.eClass().getName());
		};
	}

	private List<String> tip(EObject bar) {
		String what = bar instanceof Switch ? "switch" : "power distribution unit";
		List<String> agents = cluster.fencing().devices().stream().filter(d -> bar instanceof Pdu && Objects.equals(d.design().getPdu(), bar)).map(d -> "fence device " + d.name().value() + " (" + d.agent().value() + ")")
				.toList();
		List<String> tip = new ArrayList<>(List.of(what));
		tip.addAll(agents);
		return tip;
	}
}
