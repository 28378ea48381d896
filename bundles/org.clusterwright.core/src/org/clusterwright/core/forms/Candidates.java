package org.clusterwright.core.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.VolumeGroup;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** What a reference may name, in the author's order. */
public final class Candidates {
	private Candidates() {
	}

	/** The names of all elements of a kind in the design that an element is of. */
	public static List<String> names(EObject anywhere, EClass kind) {
		return all(anywhere, kind).stream().map(Candidates::name).distinct().toList();
	}

	static Optional<EObject> find(EObject anywhere, EClass kind, String name) {
		return all(anywhere, kind).stream().filter(e -> name(e).equals(name)).findFirst();
	}

	static List<EObject> all(EObject anywhere, EClass kind) {
		List<EObject> found = new ArrayList<>();
		EcoreUtil.getRootContainer(anywhere).eAllContents().forEachRemaining(e -> {
			if (kind.isInstance(e) && e instanceof Named named && named.getName() != null) {
				found.add(e);
			}
		});
		return found;
	}

	/** The name by which a reference means an element; a volume whose name is used twice says its group. */
	static String name(EObject element) {
		String name = String.valueOf(((Named) element).getName());
		boolean twice = element instanceof LogicalVolume volume && all(element, volume.eClass()).stream().filter(v -> name.equals(((Named) v).getName())).count() > 1;
		return twice && element.eContainer() instanceof VolumeGroup group ? group.getName() + "/" + name : name;
	}

	/** A kind of element in words: "failover domain". */
	static String word(EClass kind) {
		return kind.getName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
	}
}
