package org.clusterwright.core.compare;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.Span;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.NodeAddress;
import org.clusterwright.model.effective.Origin;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The lines of a node's files as they would read if what makes the node itself (names, ids, addresses, MACs, where it is plugged) had no value. */
final class NodeLines {
	private static final Set<EStructuralFeature> IDENTITY = Set.of(Literals.NODE__NODE_ID, Literals.NODE__SHORT_NAME, Literals.NIC__MAC, Literals.NODE_ADDRESS__ADDRESS,
			Literals.BMC__ADDRESS, Literals.PLUGGED__SWITCH, Literals.PLUGGED__SWITCH_PORT, Literals.PSU__PDU, Literals.PSU__OUTLET);
	/** What is derived from much is told apart by its hash. */
	private static final int LONGEST = 200;

	/** {@code meaning} is the same for lines that say the same of two nodes; {@code own} when something of the node's block that does not make the node itself is in it. */
	record Line(String meaning, boolean own) {
	}

	/** Of an origin: what it is of the node, in words that are the same for every node; empty for what does not make the node itself. */
	private record Part(String identity, boolean own) {
		static final Part NONE = new Part("", false);
		static final Part OWN = new Part("", true);
	}

	private final Node node;
	/** Origins share their inputs, which without this would be walked again and again. */
	private final Map<Origin, Part> parts = new IdentityHashMap<>();

	NodeLines(Node node) {
		this.node = node;
	}

	List<Line> of(NativeFile file) {
		String text = file.content().text();
		List<Line> lines = new ArrayList<>();
		StringBuilder meaning = new StringBuilder();
		boolean own = false;
		for (Span span : file.content().spans()) {
			Part part = part(span.origin());
			for (int at = span.start(); at < span.end();) {
				int end = text.indexOf('\n', at);
				boolean ends = end >= 0 && end < span.end();
				int until = ends ? end : span.end();
				if (until > at) {
					meaning.append(part.identity().isEmpty() ? text.substring(at, until) : part.identity());
					own |= part.own();
				}
				if (ends) {
					lines.add(new Line(meaning.toString(), own));
					meaning.setLength(0);
					own = false;
				}
				at = until + (ends ? 1 : 0);
			}
		}
		if (!meaning.isEmpty()) {
			lines.add(new Line(meaning.toString(), own));
		}
		return lines;
	}

	private Part part(Origin origin) {
		Part part = parts.get(origin);
		if (part == null) {
			part = switch (origin) {
				case Origin.Set set -> !isInNode(set.element()) ? Part.NONE : isIdentity(set) ? new Part(mark(path(set.element()) + "." + set.feature().getName()), false) : Part.OWN;
				case Origin.Derived derived -> derived(derived);
				case Origin.Default fixed -> Part.NONE;
			};
			parts.put(origin, part);
		}
		return part;
	}

	private Part derived(Origin.Derived derived) {
		Set<String> identities = new LinkedHashSet<>();
		for (Origin input : derived.inputs()) {
			Part part = part(input);
			if (part.own()) {
				return Part.OWN;
			}
			identities.add(part.identity());
		}
		identities.remove("");
		return identities.isEmpty() ? Part.NONE : new Part(mark(derived.rule() + String.join("", identities)), false);
	}

	private static String mark(String words) {
		return "\0" + (words.length() > LONGEST ? words.length() + "#" + words.hashCode() : words) + "\0";
	}

	private boolean isIdentity(Origin.Set set) {
		return IDENTITY.contains(set.feature()) || set.element() == node && set.feature() == Literals.NAMED__NAME;
	}

	private boolean isInNode(EObject element) {
		EObject at = element;
		while (at != null && at != node) {
			at = at.eContainer();
		}
		return at == node;
	}

	/** The names from the node down, so that eth0's MAC stands for the other node's eth0's and not for eth1's. */
	private String path(EObject element) {
		StringBuilder path = new StringBuilder();
		for (EObject e = element; e != node; e = e.eContainer()) {
			String name = e instanceof Named named ? named.getName() : e instanceof NodeAddress address && address.getNetwork() != null ? address.getNetwork().getName() : "";
			path.insert(0, "/" + e.eClass().getName() + " " + name);
		}
		return path.toString();
	}
}
