package org.clusterwright.ui.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clusterwright.core.diagram.NetworkScene;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.Shape;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.StorageScene;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Place;
import org.clusterwright.model.findings.Severity;

/** A picture of a state of the text, with where in the text its boxes are written and which have problems. */
record Drawn(Scene scene, Map<Box, Place> places, Map<Box, Severity> problems) {
	/** With effective values of its own: those of the snapshot are for the UI thread, and this is not. */
	static Drawn of(ClusterSnapshot snapshot, DiagramPanel.Kind kind, boolean sizes) {
		EffectiveCluster cluster = new EffectiveCluster(snapshot.root().orElseThrow());
		Scene scene = switch (kind) {
			case STORAGE -> StorageScene.of(cluster, sizes);
			case NETWORK -> NetworkScene.of(cluster);
		};
		String text = snapshot.design().text();
		Map<Box, Place> places = new HashMap<>();
		for (Box box : scene.boxes()) {
			box.element().flatMap(e -> Elements.place(e, text)).ifPresent(p -> places.put(box, p));
		}
		Map<Box, Severity> problems = new HashMap<>();
		List<Box> things = scene.stops().stream().filter(b -> b.kind() != Shape.Kind.NOTE).toList();
		for (Finding finding : snapshot.findings()) {
			if (finding.severity() != Severity.INFO) {
				closest(things, places, finding.place().offset()).forEach(b -> problems.merge(b, finding.severity(), (a, c) -> a.compareTo(c) <= 0 ? a : c));
			}
		}
		return new Drawn(scene, places, problems);
	}

	/** The boxes of what stands at an offset of the text. */
	List<Box> at(int offset) {
		return closest(scene.stops(), places, offset);
	}

	/** The boxes of the innermost element that an offset lies in. */
	private static List<Box> closest(List<Box> boxes, Map<Box, Place> places, int offset) {
		int least = Integer.MAX_VALUE;
		List<Box> best = new ArrayList<>();
		for (Box box : boxes) {
			Place place = places.get(box);
			if (place != null && offset >= place.offset() && offset <= place.offset() + place.length() && place.length() <= least) {
				if (place.length() < least) {
					best.clear();
					least = place.length();
				}
				best.add(box);
			}
		}
		return best;
	}
}
