package org.clusterwright.core.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clusterwright.core.compare.LineDiff.Change;
import org.clusterwright.core.compare.NodeLines.Line;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.formats.NativeFile;

/**
 * The same file on two nodes. Nodes must differ in what makes them themselves (names, ids, addresses, MACs, where they are plugged) and may differ by the
 * roles that the cluster gives them. Anything else that a line takes from the node's own block, and that the other node's line does not say, is unexpected.
 */
public record NodeComparison(NativeFile left, NativeFile right, List<Change> changes, List<Integer> unexpectedLeft, List<Integer> unexpectedRight) {
	public NodeComparison {
		Objects.requireNonNull(left);
		Objects.requireNonNull(right);
		changes = List.copyOf(changes);
		unexpectedLeft = List.copyOf(unexpectedLeft);
		unexpectedRight = List.copyOf(unexpectedRight);
	}

	/** Lines that differ, those of both sides that stand for each other counted once. */
	public int differing() {
		return changes.stream().mapToInt(c -> Math.max(c.leftEnd() - c.leftStart(), c.rightEnd() - c.rightStart())).sum();
	}

	/** As {@link #differing()}, of the unexpected ones. */
	public int unexpected() {
		return changes.stream().mapToInt(c -> Math.max(within(unexpectedLeft, c.leftStart(), c.leftEnd()), within(unexpectedRight, c.rightStart(), c.rightEnd()))).sum();
	}

	private static int within(List<Integer> lines, int start, int end) {
		return (int) lines.stream().filter(l -> l >= start && l < end).count();
	}

	public static NodeComparison of(NodeTree leftTree, NativeFile left, NodeTree rightTree, NativeFile right) {
		String leftText = left.content().text();
		String rightText = right.content().text();
		if (left == right || leftText.equals(rightText)) {
			return new NodeComparison(left, right, List.of(), List.of(), List.of());
		}
		List<List<Integer>> odd = odd(new NodeLines(leftTree.node().design()).of(left), new NodeLines(rightTree.node().design()).of(right));
		return new NodeComparison(left, right, LineDiff.of(leftText, rightText), odd.get(0), odd.get(1));
	}

	/** The unexpected lines of both sides. */
	static List<List<Integer>> odd(List<Line> left, List<Line> right) {
		if (left.stream().noneMatch(Line::own) && right.stream().noneMatch(Line::own)) {
			return List.of(List.of(), List.of());
		}
		List<Integer> leftOdd = new ArrayList<>();
		List<Integer> rightOdd = new ArrayList<>();
		for (Change change : LineDiff.of(left, right, (a, b) -> a.meaning().equals(b.meaning()))) {
			own(left, change.leftStart(), change.leftEnd(), leftOdd);
			own(right, change.rightStart(), change.rightEnd(), rightOdd);
		}
		return List.of(leftOdd, rightOdd);
	}

	private static void own(List<Line> lines, int start, int end, List<Integer> found) {
		for (int i = start; i < end; i++) {
			if (lines.get(i).own()) {
				found.add(i);
			}
		}
	}
}
