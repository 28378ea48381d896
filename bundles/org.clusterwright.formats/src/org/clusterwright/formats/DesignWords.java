package org.clusterwright.formats;

import java.util.Locale;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.DrbdPeer;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.NodeAddress;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.eclipse.emf.ecore.EObject;

/** Elements of a design as an author speaks of them. */
public final class DesignWords {
	private DesignWords() {
	}

	/** "gateway of network ifn", "NIC eth0 of node an-node01". */
	public static String title(EObject element) {
		return switch (element) {
			case Setting s -> s.getKey() + of(s);
			case Option o -> "option " + o.getKey() + of(o);
			case NodeAddress a -> "address on " + (a.getNetwork() == null ? "" : a.getNetwork().getName()) + of(a);
			case DrbdPeer p -> "peer " + (p.getNode() == null ? "" : p.getNode().getName()) + of(p);
			case Bonds b -> "bonds " + String.join(", ", b.getBonds().stream().map(Named::getName).toList());
			case Section s -> s.getName() + " section" + of(s);
			case Named n -> kind(element) + " " + n.getName() + of(element);
			default -> kind(element) + of(element);
		};
	}

	private static String of(EObject element) {
		return element.eContainer() == null || element.eContainer().eContainer() == null ? "" : " of " + title(element.eContainer());
	}

	private static String kind(EObject element) {
		return switch (element.eClass().getName()) {
			case "Nic", "Pdu", "Bmc", "Drbd" -> element.eClass().getName().toUpperCase(Locale.ROOT);
			case "DrbdResource" -> "resource";
			case String name -> name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
		};
	}
}
