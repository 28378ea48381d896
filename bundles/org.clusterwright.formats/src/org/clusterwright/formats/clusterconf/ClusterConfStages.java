package org.clusterwright.formats.clusterconf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clusterwright.formats.clusterconf.ClusterConfTree.Element;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.Origin;

/** A design's cluster.conf as the tutorial lets it grow: name, cman, nodes, fence devices, fencing of each node, (no six), fence_daemon, totem; then the rest. */
public final class ClusterConfStages {
	private static final Set<String> FOUNDATION = Set.of("cman", "clusternodes", "fencedevices", "fence_daemon", "totem");
	private static final int[] NUMBERS = {1, 2, 3, 4, 5, 7, 8, 9};

	/** A line of a stage, and whether the stage before does not have it. */
	public record Line(String text, boolean added) {
	}

	/** The number is the config_version of the tutorial's stage; 9 is all that the design has beyond. */
	public record Stage(int number, List<Line> lines) {
		public Stage {
			lines = List.copyOf(lines);
		}

		public String text() {
			StringBuilder text = new StringBuilder();
			lines.forEach(l -> text.append(l.text()).append('\n'));
			return text.toString();
		}
	}

	private ClusterConfStages() {
	}

	public static List<Stage> of(EffectiveCluster cluster) {
		Element whole = new ClusterConfWriter(cluster).write();
		List<Stage> stages = new ArrayList<>();
		List<String> before = List.of();
		for (int number : NUMBERS) {
			List<String> text = new ClusterConfPrinter().print(cut(whole, number)).text().lines().toList();
			stages.add(new Stage(number, compare(before, text)));
			before = text;
		}
		return stages;
	}

	private static Element cut(Element whole, int stage) {
		Element root = copyOf(whole);
		root.set("config_version", new Effective<>(String.valueOf(stage), new Origin.Default(whole.origin().element(), "tutorial, stages of cluster.conf")));
		for (ClusterConfTree child : whole.children()) {
			if (child instanceof Element element) {
				if (has(element.name(), stage)) {
					root.add(stage < 5 && element.name().equals("clusternodes") ? withoutFencing(element) : element);
				}
			} else if (stage >= 9) {
				root.add(child);
			}
		}
		return root;
	}

	private static boolean has(String element, int stage) {
		return switch (element) {
			case "cman" -> stage >= 2;
			case "clusternodes" -> stage >= 3;
			case "fencedevices" -> stage >= 4;
			case "fence_daemon" -> stage >= 7;
			case "totem" -> stage >= 8;
			default -> stage >= 9 && !FOUNDATION.contains(element);
		};
	}

	private static Element withoutFencing(Element nodes) {
		Element bare = copyOf(nodes);
		nodes.children().forEach(n -> bare.add(n instanceof Element element ? copyOf(element) : n));
		return bare;
	}

	/** The element with its attributes and without what is in it. */
	private static Element copyOf(Element element) {
		Element copy = new Element(element.origin(), element.name());
		element.attributes().forEach(copy::set);
		return copy;
	}

	/** Marks what is not in a longest common subsequence with the lines before. A line that differs only in the version counts as the same. */
	private static List<Line> compare(List<String> earlier, List<String> later) {
		List<String> before = earlier.stream().map(ClusterConfStages::withoutVersion).toList();
		List<String> after = later.stream().map(ClusterConfStages::withoutVersion).toList();
		int[][] length = new int[before.size() + 1][after.size() + 1];
		for (int i = before.size() - 1; i >= 0; i--) {
			for (int j = after.size() - 1; j >= 0; j--) {
				length[i][j] = before.get(i).equals(after.get(j)) ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
			}
		}
		List<Line> lines = new ArrayList<>();
		int i = 0;
		for (int j = 0; j < after.size(); j++) {
			while (i < before.size() && !before.get(i).equals(after.get(j)) && length[i + 1][j] >= length[i][j + 1]) {
				i++;
			}
			boolean kept = i < before.size() && before.get(i).equals(after.get(j));
			lines.add(new Line(later.get(j), !kept && !before.isEmpty()));
			i += kept ? 1 : 0;
		}
		return lines;
	}

	private static String withoutVersion(String line) {
		return line.contains(" config_version=") ? line.replaceFirst(" config_version=\"[0-9]+\"", "") : line;
	}
}
