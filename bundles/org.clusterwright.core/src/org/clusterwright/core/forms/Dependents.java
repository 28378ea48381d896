package org.clusterwright.core.forms;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Disk;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Words of a head that can only be said with, or only without, others: a port behind its switch, a bond or a NIC but not both. */
final class Dependents {
	/** {@code dependent} is written behind {@code needed}; {@code reason} is for who writes it alone. */
	private record Behind(EStructuralFeature needed, EStructuralFeature dependent, String reason) {
	}

	private static final List<Behind> BEHIND = List.of(
			new Behind(DesignPackage.Literals.PLUGGED__SWITCH, DesignPackage.Literals.PLUGGED__SWITCH_PORT, "Choose the switch first; a port is said of a switch."),
			new Behind(DesignPackage.Literals.NIC__BOND, DesignPackage.Literals.NIC__LINK, "Choose the bond first; a link is said of a bond."),
			new Behind(DesignPackage.Literals.FENCE_DEVICE__PER_NODE, DesignPackage.Literals.FENCE_DEVICE__PATTERN, "Make it one for each node first; the names of those have a pattern."),
			new Behind(DesignPackage.Literals.PSU__PDU, DesignPackage.Literals.PSU__OUTLET, "Choose the PDU first; an outlet is said of a PDU."));

	private Dependents() {
	}

	/** Why a feature cannot be written now. */
	static Optional<String> missing(EObject owner, EStructuralFeature feature) {
		if (feature == DesignPackage.Literals.DISK__SECTOR_SIZE && owner instanceof Disk disk && disk.getSectors() == null && disk.getSize() == null) {
			return Optional.of("Write the disk's size first; the size of a sector is said of it.");
		}
		return BEHIND.stream().filter(b -> b.dependent() == feature && b.needed().getEContainingClass().isInstance(owner) && !owner.eIsSet(b.needed())).map(Behind::reason).findFirst();
	}

	/** After a feature was written: what excludes it goes. */
	static void written(EObject owner, EStructuralFeature feature) {
		if (feature == DesignPackage.Literals.NETWORK__BOND) {
			owner.eUnset(DesignPackage.Literals.NETWORK__NIC);
		} else if (feature == DesignPackage.Literals.NETWORK__NIC) {
			owner.eUnset(DesignPackage.Literals.NETWORK__BOND);
		} else if (feature == DesignPackage.Literals.LOGICAL_VOLUME__FILE_SYSTEM) {
			owner.eUnset(DesignPackage.Literals.LOGICAL_VOLUME__GFS2);
		} else if (feature == DesignPackage.Literals.LOGICAL_VOLUME__GFS2) {
			owner.eUnset(DesignPackage.Literals.LOGICAL_VOLUME__FILE_SYSTEM);
		}
	}

	/** After a feature was erased: what is said only behind it goes. */
	static void erased(EObject owner, EStructuralFeature feature) {
		BEHIND.stream().filter(b -> b.needed() == feature && b.dependent().getEContainingClass().isInstance(owner)).forEach(b -> owner.eUnset(b.dependent()));
	}
}
