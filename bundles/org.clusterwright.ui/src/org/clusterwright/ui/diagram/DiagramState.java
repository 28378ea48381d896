package org.clusterwright.ui.diagram;

import java.util.Optional;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** What of a picture is remembered until the next start: which one, with sizes and legend or not, and the part of it that is seen unless it fits the window. */
record DiagramState(DiagramPanel.Kind kind, boolean hasSizes, boolean hasLegend, Optional<Viewport> viewport) {
	/** A part of a scene: its upper left corner in the scene's units, and pixels for a unit. */
	record Viewport(double zoom, double left, double top) {
	}

	private static final String BUNDLE = "org.clusterwright.ui";

	/** @param place what shows the picture: a view or a page, each with a memory of its own */
	static DiagramState load(String place) {
		Preferences node = node(place);
		double zoom = node.getDouble("zoom", 0);
		DiagramPanel.Kind kind = node.get("kind", "").equals(DiagramPanel.Kind.NETWORK.name()) ? DiagramPanel.Kind.NETWORK : DiagramPanel.Kind.STORAGE;
		return new DiagramState(kind, node.getBoolean("sizes", false), node.getBoolean("legend", false), zoom > 0 ? Optional.of(new Viewport(zoom, node.getDouble("left", 0), node.getDouble("top", 0))) : Optional.empty());
	}

	void store(String place) throws BackingStoreException {
		Preferences node = node(place);
		node.put("kind", kind.name());
		node.putBoolean("sizes", hasSizes);
		node.putBoolean("legend", hasLegend);
		if (viewport.isPresent()) {
			node.putDouble("zoom", viewport.get().zoom());
			node.putDouble("left", viewport.get().left());
			node.putDouble("top", viewport.get().top());
		} else {
			node.remove("zoom");
		}
		node.flush();
	}

	private static Preferences node(String place) {
		return InstanceScope.INSTANCE.getNode(BUNDLE).node("diagram").node(place);
	}
}
