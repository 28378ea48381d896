package org.clusterwright.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.Gfs2;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.ResourceDefinition;
import org.clusterwright.model.design.Service;
import org.clusterwright.model.design.ServiceResource;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.TextValue;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Names that mean the same thing without being references: all resources of a type and name in services, with their definition and, for a clusterfs, the GFS2 file
 * system; and parameters whose value is the name of something.
 */
final class NamesByValue {
	private static final String CLUSTERFS = "clusterfs";

	/** A parameter's value that names a thing behind a prefix. */
	record Mentioned(TextValue value, String prefix) {
	}

	private NamesByValue() {
	}

	/** All that have their name together with an element, the one that defines them first; only the element itself where nothing else does. */
	static List<EObject> together(EObject element) {
		Optional<String> type = type(element);
		return type.isEmpty() || name(element).isEmpty() ? List.of(element) : of(element, type.get(), name(element).get());
	}

	/** The name of what may be renamed. */
	static Optional<String> name(EObject element) {
		return switch (element) {
			case Named named -> Optional.ofNullable(named.getName());
			case Gfs2 gfs2 -> Optional.ofNullable(gfs2.getName());
			default -> Optional.empty();
		};
	}

	/** The words that say an element's name. */
	static List<INode> words(EObject element) {
		return NodeModelUtils.findNodesForFeature(element, element instanceof Gfs2 ? DesignPackage.Literals.GFS2__NAME : DesignPackage.Literals.NAMED__NAME);
	}

	/** Whether a name is that of another thing of the kind. */
	static boolean isTaken(EObject element, String name) {
		return type(element).filter(t -> !of(element, t, name).isEmpty()).isPresent();
	}

	private static Optional<String> type(EObject element) {
		return switch (element) {
			case ServiceResource r -> Optional.ofNullable(r.getType());
			case ResourceDefinition r -> Optional.ofNullable(r.getType());
			case Gfs2 g -> Optional.of(CLUSTERFS);
			default -> Optional.empty();
		};
	}

	private static List<EObject> of(EObject element, String type, String name) {
		List<EObject> files = new ArrayList<>();
		List<EObject> definitions = new ArrayList<>();
		List<EObject> used = new ArrayList<>();
		for (EObject other : EcoreUtil2.eAllContents(EcoreUtil.getRootContainer(element))) {
			if (type(other).filter(type::equals).isPresent() && name(other).filter(name::equals).isPresent()) {
				(other instanceof Gfs2 ? files : other instanceof ResourceDefinition ? definitions : used).add(other);
			}
		}
		files.addAll(definitions);
		files.addAll(used);
		return files;
	}

	/** The values that name an element: who depends on a service or guest, which resource is synchronised first, which node becomes primary. */
	static List<Mentioned> values(EObject element) {
		String key = switch (element) {
			case Service s -> "depend";
			case Guest g -> "depend";
			case DrbdResource r -> "after";
			case Node n -> "become-primary-on";
			default -> "";
		};
		String prefix = element instanceof Service ? "service:" : element instanceof Guest ? "vm:" : "";
		List<Mentioned> found = new ArrayList<>();
		if (key.isEmpty() || !(EcoreUtil.getRootContainer(element) instanceof Cluster cluster)) {
			return found;
		}
		for (EObject other : EcoreUtil2.eAllContents(cluster)) {
			if (other instanceof Setting setting && key.equals(setting.getKey())) {
				setting.getValues().stream().filter(v -> v instanceof TextValue t && (prefix + name(element).orElse("")).equals(t.getText())).forEach(v -> found.add(new Mentioned((TextValue) v, prefix)));
			}
		}
		return found;
	}

	/** Gives all of them the name. */
	static void rename(EObject element, String name) {
		values(element).forEach(m -> m.value().setText(m.prefix() + name));
		for (EObject each : together(element)) {
			if (each instanceof Gfs2 gfs2) {
				gfs2.setName(name);
			} else {
				((Named) each).setName(name);
			}
		}
	}
}
