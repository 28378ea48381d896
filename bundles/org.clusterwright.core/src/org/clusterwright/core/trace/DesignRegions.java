package org.clusterwright.core.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.findings.Lines;
import org.clusterwright.model.findings.Place;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The elements of a design numbered from the top down, so that what is inside an element is a range of numbers, each with its region of the text. Number 0 is the cluster. */
final class DesignRegions {
	private final String text;
	private final Lines lines;
	private final List<EObject> elements = new ArrayList<>();
	private final Map<EObject, Integer> numbers = new IdentityHashMap<>();
	private int[] starts = new int[256];
	private int[] ends = new int[256];
	private int[] last = new int[256];

	DesignRegions(ParsedDesign design) {
		text = design.text();
		lines = new Lines(text);
		design.root().ifPresent(this::add);
	}

	private void add(EObject element) {
		int number = elements.size();
		if (number == starts.length) {
			starts = Arrays.copyOf(starts, 2 * number);
			ends = Arrays.copyOf(ends, 2 * number);
			last = Arrays.copyOf(last, 2 * number);
		}
		elements.add(element);
		numbers.put(element, number);
		ICompositeNode node = NodeModelUtils.getNode(element);
		starts[number] = node == null ? -1 : node.getOffset();
		ends[number] = node == null ? -1 : node.getOffset() + node.getLength();
		element.eContents().forEach(this::add);
		last[number] = elements.size() - 1;
	}

	int size() {
		return elements.size();
	}

	/** The number of an element, or of what holds it; -1 for one that is not of this design. */
	int number(EObject element) {
		for (EObject e = element; e != null; e = e.eContainer()) {
			Integer number = numbers.get(e);
			if (number != null) {
				return number;
			}
		}
		return -1;
	}

	/** The last number inside the element. */
	int last(int number) {
		return last[number];
	}

	boolean isStatement(int number) {
		return number == 0 || elements.get(number) instanceof Statement;
	}

	int parent(int number) {
		return number == 0 ? -1 : number(elements.get(number).eContainer());
	}

	/** Children whose region touches another one. */
	List<Integer> childrenAt(int number, int from, int to) {
		List<Integer> found = new ArrayList<>();
		for (int child = number + 1; child <= last[number]; child = last[child] + 1) {
			if (starts[child] >= 0 && (from == to ? starts[child] <= from && from <= ends[child] : starts[child] < to && from < ends[child])) {
				found.add(child);
			}
		}
		return found;
	}

	/** A caret in the margins of a line means what is on the line: the nearest character that is not blank. -1 on blank lines and in comments that have a line to themselves. */
	int onLine(int offset) {
		int at = Math.max(0, Math.min(offset, text.length()));
		int start = text.lastIndexOf('\n', at - 1) + 1;
		int end = text.indexOf('\n', at);
		String line = text.substring(start, end < 0 ? text.length() : end);
		String stripped = line.strip();
		if (stripped.isEmpty() || stripped.startsWith("//") || stripped.startsWith("/*")) {
			return -1;
		}
		int first = start + line.indexOf(stripped);
		return Math.max(first, Math.min(at, first + stripped.length()));
	}

	Optional<Place> place(EObject element) {
		int number = number(element);
		return number < 0 || starts[number] < 0 ? Optional.empty() : Optional.of(lines.place(starts[number], ends[number] - starts[number]));
	}

	/** Where the value of a feature is written; the element where the text has no words for it. */
	Optional<Place> place(EObject element, EStructuralFeature feature) {
		List<INode> nodes = NodeModelUtils.findNodesForFeature(element, feature);
		if (nodes.isEmpty()) {
			return place(element);
		}
		INode first = nodes.get(0);
		INode end = nodes.get(nodes.size() - 1);
		return Optional.of(lines.place(first.getOffset(), end.getOffset() + end.getLength() - first.getOffset()));
	}
}
