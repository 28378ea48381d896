package org.clusterwright.dsl.ide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Bonds;
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
	 * {@code path} tells it from all others of the design and mostly survives an edit elsewhere.
	 */
	public record Item(String path, String kind, String label, String detail, int offset, int length, List<Item> children) {
		public Item {
			Objects.requireNonNull(path);
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
		return design.root().map(r -> List.of(item(r, "", new HashMap<>()))).orElse(List.of());
	}

	private static Item item(EObject element, String parent, Map<String, Integer> siblings) {
		String header = Elements.header(element);
		String[] words = header.split(" ", 3);
		String label = words.length > 1 && !(element instanceof Bonds) ? words[0] + " " + words[1] : words[0];
		String detail = header.substring(Math.min(header.length(), label.length())).strip();
		int before = siblings.merge(label, 1, Integer::sum);
		String path = parent + "/" + label + (before == 1 ? "" : "#" + before);
		Map<String, Integer> seen = new HashMap<>();
		List<Item> children = element instanceof Block block ? block.getStatements().stream().map(c -> item(c, path, seen)).toList() : List.of();
		ICompositeNode node = NodeModelUtils.getNode(element);
		return new Item(path, element.eClass().getName(), label, cut(detail), node == null ? 0 : node.getOffset(), node == null ? 0 : node.getLength(), children);
	}

	private static String cut(String text) {
		return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
	}
}
