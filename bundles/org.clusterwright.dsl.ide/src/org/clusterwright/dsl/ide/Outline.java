package org.clusterwright.dsl.ide;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Severity;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The statements of a design as a tree of plain values, for an outline. */
public final class Outline {
	private static final int LONGEST = 72;

	private Outline() {
	}

	/**
	 * One statement: {@code kind} is the model's class ({@code Node}), {@code label} its first words, {@code detail} the rest of its first line.
	 * {@code path} tells it from all others of the design and mostly survives an edit elsewhere. {@code worst} is that of the findings in its text.
	 */
	public record Item(String path, String kind, String label, String detail, int offset, int length, Optional<Severity> worst, List<Item> children) {
		public Item {
			Objects.requireNonNull(path);
			Objects.requireNonNull(worst);
			children = List.copyOf(children);
		}

		/** The innermost item at a place. */
		public Item at(int place) {
			for (Item child : children) {
				if (place >= child.offset && place <= child.offset + child.length) {
					return child.at(place);
				}
			}
			return this;
		}

		/** Whether two items of one path look the same, whatever is below them. */
		public boolean looksLike(Item other) {
			return label.equals(other.label) && detail.equals(other.detail) && kind.equals(other.kind) && worst.equals(other.worst);
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Item item && item.path.equals(path);
		}

		@Override
		public int hashCode() {
			return path.hashCode();
		}
	}

	/** The top item is the cluster; none where nothing could be read. */
	public static List<Item> of(ParsedDesign design) {
		List<Finding> findings = design.findings().stream().filter(f -> f.severity() != Severity.INFO).sorted(Comparator.comparingInt(f -> f.place().offset())).toList();
		return design.root().map(r -> List.of(item(r, "", new HashMap<>(), findings))).orElse(List.of());
	}

	/** The item of a path, in a design that may be newer than the path. */
	public static Optional<Item> find(ParsedDesign design, String path) {
		return of(design).stream().flatMap(i -> find(i, path).stream()).findFirst();
	}

	private static Optional<Item> find(Item item, String path) {
		return item.path.equals(path) ? Optional.of(item) : item.children.stream().flatMap(c -> find(c, path).stream()).findFirst();
	}

	private static Item item(EObject element, String parent, Map<String, Integer> siblings, List<Finding> findings) {
		String header = Elements.header(element);
		String[] words = header.split(" ", 3);
		String label = words.length > 1 && !(element instanceof Bonds) ? words[0] + " " + words[1] : words[0];
		String detail = header.substring(Math.min(header.length(), label.length())).strip();
		int before = siblings.merge(label, 1, Integer::sum);
		String path = parent + "/" + label + (before == 1 ? "" : "#" + before);
		Map<String, Integer> seen = new HashMap<>();
		List<Item> children = element instanceof Block block ? block.getStatements().stream().map(c -> item(c, path, seen, findings)).toList() : List.of();
		ICompositeNode node = NodeModelUtils.getNode(element);
		int offset = node == null ? 0 : node.getOffset();
		int length = node == null ? 0 : node.getLength();
		return new Item(path, element.eClass().getName(), label, cut(detail), offset, length, worst(findings, offset, offset + length), children);
	}

	private static Optional<Severity> worst(List<Finding> findings, int from, int to) {
		int low = 0;
		int high = findings.size();
		while (low < high) {
			int middle = low + high >>> 1;
			if (findings.get(middle).place().offset() < from) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		Optional<Severity> worst = Optional.empty();
		for (int i = low; i < findings.size() && findings.get(i).place().offset() <= to; i++) {
			if (findings.get(i).isError()) {
				return Optional.of(Severity.ERROR);
			}
			worst = Optional.of(findings.get(i).severity());
		}
		return worst;
	}

	private static String cut(String text) {
		return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
	}
}
