package org.clusterwright.core.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.core.diagram.Shape.Link;
import org.clusterwright.core.diagram.Shape.LinkKind;
import org.clusterwright.core.diagram.Shape.Mark;
import org.clusterwright.model.effective.EffectiveNetwork;

/** The replication network between two nodes, four rows high, at the foot of the gap. */
final class NetworkBox {
	private static final int LEAD = 2;

	private final EffectiveNetwork network;
	private final List<String> lines;

	NetworkBox(EffectiveNetwork network) {
		this.network = network;
		this.lines = twoLines(network.label().value());
	}

	/** Columns between the two nodes. */
	int gap() {
		return width() + 2 * LEAD;
	}

	private int width() {
		return lines.stream().mapToInt(l -> l.codePointCount(0, l.length())).max().orElse(0) + 4;
	}

	/** @param column the first column of the gap */
	List<Shape> shapes(int column, int bottom) {
		int left = column + LEAD;
		List<String> tip = new ArrayList<>(List.of("the network that DRBD replicates over"));
		network.subnet().ifPresent(s -> tip.add(s.value().toString()));
		return List.of(Grid.area(left, bottom - 3, width(), 4, Kind.NETWORK, lines, Mark.NONE, Optional.of(network.design()), tip), link(column - 1, left, bottom), link(left + width() - 1, column + gap(), bottom));
	}

	private Link link(int from, int to, int bottom) {
		return new Link(List.of(Grid.middle(from, bottom - 2), Grid.middle(to, bottom - 2)), LinkKind.REPLICATION, Optional.of(network.design()), List.of());
	}

	/** The words in two lines of about the same length. */
	private static List<String> twoLines(String label) {
		List<String> words = Arrays.stream(label.strip().split("\\s+")).toList();
		if (words.size() < 2) {
			return List.of(label, "");
		}
		int best = 1;
		int least = Integer.MAX_VALUE;
		for (int i = 1; i < words.size(); i++) {
			int longest = Math.max(String.join(" ", words.subList(0, i)).length(), String.join(" ", words.subList(i, words.size())).length());
			if (longest < least) {
				least = longest;
				best = i;
			}
		}
		return List.of(String.join(" ", words.subList(0, best)), String.join(" ", words.subList(best, words.size())));
	}
}
