package org.clusterwright.formats.clusterconf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.Origin;

/** The nodes of a cluster.conf before they become text. */
sealed interface ClusterConfTree {

	/** A comment line of its own. */
	record Comment(Origin origin, String text) implements ClusterConfTree {
	}

	/** A fragment of XML, as the design has it. */
	record Verbatim(Origin origin, String text) implements ClusterConfTree {
	}

	/** An element; an attribute that is set again keeps its place and takes the later value. */
	final class Element implements ClusterConfTree {
		private final Origin origin;
		private final String name;
		private final Map<String, Effective<String>> attributes = new LinkedHashMap<>();
		private final List<ClusterConfTree> children = new ArrayList<>();

		Element(Origin origin, String name) {
			this.origin = origin;
			this.name = name;
		}

		Element set(String attribute, Effective<?> value) {
			attributes.put(attribute, value.map(String::valueOf));
			return this;
		}

		Element add(ClusterConfTree child) {
			children.add(child);
			return this;
		}

		/** Adds a child element unless it says nothing. */
		Element addUnlessEmpty(Element child) {
			return child.isEmpty() ? this : add(child);
		}

		boolean isEmpty() {
			return attributes.isEmpty() && children.isEmpty();
		}

		Origin origin() {
			return origin;
		}

		String name() {
			return name;
		}

		Map<String, Effective<String>> attributes() {
			return attributes;
		}

		List<ClusterConfTree> children() {
			return children;
		}
	}
}
